//! A date as three fields, each of which may stay empty (the pattern of the GOV.UK Design System's date input).

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::milestone::{When, WhenError};
use crate::ui::dom::{El, el};
use crate::ui::field::{Wrong, error, typed};
use crate::ui::heading::para;
use leptos::prelude::*;

/// What is typed so far.
#[derive(Clone, Copy)]
pub(super) struct DateDraft {
    parts: [RwSignal<String>; 3],
    /// What is wrong with it.
    pub(super) wrong: Wrong,
}

impl DateDraft {
    /// Fields that hold a date as exact as it is known.
    pub(super) fn new(when: Option<When>) -> Self {
        let (mut day, mut month, mut year) = <(String, String, String)>::default();
        if let Some(when) = when {
            let first = when.first();
            year = first.year().to_string();
            if !matches!(when, When::Year(_)) {
                month = first.month().to_string();
            }
            if matches!(when, When::Day(_)) {
                day = first.day_of_month().to_string();
            }
        }
        Self {
            parts: [day, month, year].map(RwSignal::new),
            wrong: RwSignal::new(None),
        }
    }

    /// The date, or none when all is empty; what is wrong with one that is typed.
    pub(super) fn read(self, today: Day) -> Result<Option<When>, &'static str> {
        self.typed(today).map_err(|wrong| text().date_error(wrong))
    }

    /// The whole day, where one is needed; `missing` is said when a part of it is not there.
    pub(super) fn whole_day(self, today: Day, missing: &str) -> Option<Day> {
        let wrong = match self.typed(today) {
            Ok(Some(When::Day(day))) => return Some(day),
            Ok(_) | Err(WhenError::Unclear) => missing,
            Err(wrong) => text().date_error(wrong),
        };
        self.wrong.set(Some(wrong.to_owned()));
        None
    }

    fn typed(self, today: Day) -> Result<Option<When>, WhenError> {
        let [day, month, year] = self.parts.map(|part| part.get_untracked());
        When::typed(&day, &month, &year, today)
    }
}

/// The three fields under a question.
#[must_use]
pub(super) fn date_fields(date: DateDraft, question: &str, hint: &str) -> El {
    let t = text();
    let names = [("day", t.day), ("month", t.month), ("year", t.year)];
    let mut parts = Vec::new();
    for ((id, label), value) in names.into_iter().zip(date.parts) {
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric");
        parts.push(el("div").class(&["part ", id].concat()).with([
            el("label").attr("for", id).say(label),
            typed(input, id, "when", value, date.wrong),
        ]));
    }
    el("fieldset").with([
        el("legend").say(question),
        para("hint", hint).attr("id", "when-hint"),
        el("div").class("date").with(parts),
        error("when", date.wrong),
    ])
}
