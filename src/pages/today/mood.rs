//! "How was today?" in one tap, for those who want to be asked.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::mood::Mood;
use crate::pages::app;
use crate::ui::dom::{El, live, nothing, steady};
use crate::ui::field::{choices, word_chip};
use leptos::prelude::*;

/// Five words to choose from; the one that was chosen, tapped once more, is taken back.
#[must_use]
pub(super) fn mood(day: Day, is_today: bool) -> El {
    let app = app();
    let t = text();
    let asks = steady(move || app.journal.with(Journal::settings).asks_mood);
    live(move || {
        if !asks.get() {
            return nothing();
        }
        let chips = Mood::ALL.map(|mood| {
            let is_it = move || app.journal.with(|journal| journal.mood(day)) == Some(mood);
            let choose = move || {
                let today = app.today_now();
                let outcome = app
                    .journal
                    .with_untracked(|journal| journal.say_mood(day, mood, today));
                let _ = app.keep(outcome, t.noted);
            };
            word_chip("checkbox", "mood", t.mood(mood), is_it, choose)
        });
        let question = if is_today {
            t.how_was_today
        } else {
            t.how_was_it
        };
        choices(question, "", chips.into())
    })
}
