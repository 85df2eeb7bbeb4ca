//! Part 3: three sentences, each of which may stay empty.

use super::frame::Asked;
use crate::content::text::{checkups, text};
use crate::domain::checkup::CheckUp;
use crate::domain::commands::Refusal;
use crate::domain::words::{self, WordsError};
use crate::ui::field::{About, Wrong, area};
use crate::ui::heading::para;
use leptos::prelude::*;

/// The three fields, with what is kept.
pub(super) fn ask(old: &CheckUp) -> Asked {
    let c = checkups();
    let [helped, hindered, next] = [
        Sentence::new("helped", c.helped, &old.helped),
        Sentence::new("hindered", c.hindered, &old.hindered),
        Sentence::new("next", c.next, &old.next),
    ];
    let sentences = [helped, hindered, next];
    let mut fields = vec![para("soft", c.words_hint)];
    for sentence in sentences {
        fields.push(area(sentence.about, sentence.typed, sentence.wrong));
    }
    let answer = move |checkup: &mut CheckUp| {
        checkup.helped = helped.typed.get_untracked();
        checkup.hindered = hindered.typed.get_untracked();
        checkup.next = next.typed.get_untracked();
        let mut fit = true;
        for sentence in sentences {
            fit &= sentence.fits();
        }
        fit
    };
    Asked {
        fields,
        answer: Box::new(answer),
    }
}

#[derive(Clone, Copy)]
struct Sentence {
    about: About,
    typed: RwSignal<String>,
    wrong: Wrong,
}

impl Sentence {
    fn new(id: &'static str, label: &'static str, old: &str) -> Self {
        let hint = "";
        Self {
            about: About { id, label, hint },
            typed: RwSignal::new(old.to_owned()),
            wrong: RwSignal::new(None),
        }
    }

    /// Whether it can be kept; says so beside the field when it cannot.
    fn fits(self) -> bool {
        match words::note(&self.typed.read_untracked()) {
            Err(error @ WordsError::TooLong(_)) => {
                self.wrong.set(Some(text().refusal(Refusal::Note(error))));
                false
            }
            _ => true,
        }
    }
}
