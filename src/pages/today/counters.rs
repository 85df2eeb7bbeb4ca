//! What counts on Today: the date and the time, in the unit that the person wants. Their own words for it may say what
//! nobody who looks over a shoulder should read, so they stand on the date's own page.

use crate::content::text::{fill, text};
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::heading::link;
use leptos::prelude::*;

/// A quiet line for each start date that counts; nothing of them while the recovery parts are off.
#[must_use]
pub(super) fn counters(today: Day) -> El {
    live(move || app().journal.with(|journal| lines(journal, today)))
}

fn lines(journal: &Journal, today: Day) -> El {
    let t = text();
    let mut lines = Vec::new();
    for (id, start) in journal.starts() {
        let time = t.counter(start, today);
        if !start.is_counting() || time.is_empty() {
            continue;
        }
        let since = say_day(start.since, DayStyle::Long);
        let said = fill(t.counted_since, &[&since, &time]);
        let date = Route::Start(id.clone()).href();
        lines.push(el("li").with([link("", &date, &said)]));
    }
    if lines.is_empty() {
        return nothing();
    }
    el("ul").class("counters").with(lines)
}
