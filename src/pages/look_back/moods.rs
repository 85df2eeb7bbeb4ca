//! How the days of a stretch were, in the words that the person chose.

use crate::content::text::{looking_back, text};
use crate::domain::day::Day;
use crate::pages::app;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, nothing, words};
use leptos::prelude::*;

/// The days that have a word; nothing when none has.
pub(super) fn moods(days: &[Day]) -> El {
    let mut rows = Vec::new();
    for day in days {
        let mood = app().journal.with_untracked(|journal| journal.mood(*day));
        if let Some(mood) = mood {
            rows.push(el("li").class("row").with([
                el("span").say(&say_day(*day, DayStyle::Short)),
                words(text().mood(mood)),
            ]));
        }
    }
    if rows.is_empty() {
        return nothing();
    }
    el("section").class("card").with([
        el("h2")
            .class("card-title")
            .say(looking_back().how_days_were),
        el("ul").class("list").with(rows),
    ])
}
