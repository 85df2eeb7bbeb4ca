//! What can be typed of a line: its words, and in some lists a telephone number and a day.

use super::unseen_of;
use crate::content::text::{plans, text};
use crate::domain::commands::{LineDraft, Refusal};
use crate::domain::day::Day;
use crate::domain::line::{Line, List};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::field::{Wrong, error, typed};
use crate::ui::heading::para;
use leptos::prelude::*;

/// What is typed so far, and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct LineFields {
    list: List,
    pub(super) words: RwSignal<String>,
    number: RwSignal<String>,
    day: RwSignal<String>,
    wrong_words: Wrong,
    wrong_number: Wrong,
    wrong_day: Wrong,
}

impl LineFields {
    /// Empty, or as a line has it.
    pub(super) fn new(list: List, line: Option<&Line>) -> Self {
        let (mut words, mut number, mut day) = <(String, String, String)>::default();
        if let Some(line) = line {
            words.clone_from(&line.words);
            number = line.number.clone().unwrap_or_default();
            day = line.day.map(|day| day.to_string()).unwrap_or_default();
        }
        let wrong = || RwSignal::new(None);
        Self {
            list,
            words: RwSignal::new(words),
            number: RwSignal::new(number),
            day: RwSignal::new(day),
            wrong_words: wrong(),
            wrong_number: wrong(),
            wrong_day: wrong(),
        }
    }

    /// What was typed; `None` when its day is none, which is said.
    pub(super) fn draft(self) -> Option<LineDraft> {
        let typed = self.day.get_untracked();
        let day = Day::parse(&typed);
        if day.is_none() && !typed.is_empty() {
            self.wrong_day.set(Some(text().no_such_day.to_owned()));
            return None;
        }
        Some(LineDraft {
            list: self.list,
            words: self.words.get_untracked(),
            number: self.number.get_untracked(),
            day,
        })
    }

    /// Says beside the field why it was refused.
    pub(super) fn refuse(self, refusal: Refusal) {
        let field = match refusal {
            Refusal::Number => self.wrong_number,
            _ => self.wrong_words,
        };
        field.set(Some(text().refusal(refusal)));
    }

    /// Empties the fields for the next line.
    pub(super) fn clear(self) {
        for field in [self.words, self.number, self.day] {
            field.set(String::new());
        }
    }

    /// The fields. `of` tells a screen reader which list they belong to.
    pub(super) fn draw(self, label: &str, of: &str, hint: &str) -> El {
        let p = plans();
        let name = self.list.name();
        let label = match self.list {
            List::Call => p.first_name,
            List::Appointments => p.who_when_where,
            _ => label,
        };
        let part = |name: &str| [self.list.name(), "-", name].concat();
        let number = if self.list.has_numbers() {
            field(Field {
                id: &part("number"),
                label: p.phone_number,
                of,
                hint: p.number_hint,
                input: el("input").attr("type", "tel"),
                value: self.number,
                wrong: self.wrong_number,
            })
        } else {
            nothing()
        };
        let day = if self.list == List::Appointments {
            field(Field {
                id: &part("day"),
                label: p.which_day,
                of,
                hint: "",
                input: el("input").attr("type", "date"),
                value: self.day,
                wrong: self.wrong_day,
            })
        } else {
            nothing()
        };
        let words = field(Field {
            id: name,
            label,
            of,
            hint,
            input: el("input").attr("type", "text"),
            value: self.words,
            wrong: self.wrong_words,
        });
        group([words, day, number])
    }
}

struct Field<'a> {
    id: &'a str,
    label: &'a str,
    of: &'a str,
    hint: &'a str,
    input: El,
    value: RwSignal<String>,
    wrong: Wrong,
}

fn field(field: Field<'_>) -> El {
    let Field { id, hint, of, .. } = field;
    let input = field.input.attr("enterkeyhint", "done");
    let hint = if hint.is_empty() {
        nothing()
    } else {
        para("hint", hint).attr("id", &[id, "-hint"].concat())
    };
    el("div").class("field").with([
        el("label")
            .attr("for", id)
            .say(field.label)
            .with([unseen_of(of)]),
        hint,
        typed(input, id, id, field.value, field.wrong),
        error(id, field.wrong),
    ])
}
