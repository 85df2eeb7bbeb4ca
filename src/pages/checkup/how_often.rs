//! How often a check-up is offered on Today, or never.

use crate::content::text::{checkups, fill};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::ui::dom::El;
use crate::ui::field::{choices, word_chip};
use leptos::prelude::*;

/// The choice; it takes effect at once.
pub(super) fn how_often() -> El {
    let c = checkups();
    let mut chips = Vec::new();
    for weeks in [4, 8, 12] {
        let words = fill(c.every_weeks, &[&u32::from(weeks).to_string()]);
        chips.push(choice(weeks, &words));
    }
    chips.push(choice(0, c.off));
    choices(c.how_often, c.how_often_hint, chips)
}

fn choice(weeks: u8, words: &str) -> El {
    let app = app();
    word_chip(
        "radio",
        "weeks",
        words,
        move || app.journal.with(Journal::settings).checkup_weeks == weeks,
        move || app.set(|settings| settings.checkup_weeks = weeks),
    )
}
