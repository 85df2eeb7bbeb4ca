//! What a start date says: its words, its time in the unit that the person wants, and its date.

use crate::content::text::{fill, starts as texts, text};
use crate::domain::day::Day;
use crate::domain::start_date::{Marker, StartDate, Unit};
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, nothing, words};
use crate::ui::heading::small;

/// The lines of a start date, whether it counts, rests or is a chapter of the story.
#[must_use]
pub(super) fn said(start: &StartDate, today: Day) -> El {
    let s = texts();
    let since = say_day(start.since, DayStyle::Long);
    let (time, dates) = match start.until {
        Some(until) => (
            happened(start, today),
            fill(s.from_to, &[&since, &say_day(until, DayStyle::Long)]),
        ),
        None if start.paused.is_some() => (s.paused.to_owned(), since),
        None => (text().counter(start, today), since),
    };
    let mut lines = vec![el("b").say(&start.label), words(" ")];
    if !time.is_empty() {
        let class = if start.until.is_none() && start.paused.is_none() {
            "time"
        } else {
            ""
        };
        lines.push(el("span").class(class).say(&time));
        lines.push(words(" "));
    }
    lines.push(el("small").say(&dates));
    group(lines)
}

/// The markers that it has reached, latest first, each with its day; nothing while there are none, or no time is shown.
#[must_use]
pub(super) fn reached(start: &StartDate, today: Day) -> El {
    let reached = start.reached(today);
    if reached.is_empty() || start.unit == Unit::Hidden {
        return nothing();
    }
    let row = |(marker, day): &(Marker, Day)| {
        el("li").with([
            words(&text().marker(*marker)),
            small(&say_day(*day, DayStyle::Long)),
        ])
    };
    group([
        el("h2").say(texts().reached),
        el("ul")
            .class("card list markers")
            .with(reached.iter().map(row)),
    ])
}

/// "Those 41 days happened." In the unit that the person wanted; without a number when they wanted none.
fn happened(start: &StartDate, today: Day) -> String {
    let s = texts();
    let time = start.time(today);
    let count = match start.unit {
        Unit::Hidden | Unit::Markers => 0,
        Unit::Days => time.days,
        Unit::Weeks => time.weeks,
        Unit::Months => time.months,
    };
    if count > 1 {
        fill(s.those, &[&text().time(time, start.unit)])
    } else {
        s.that_time.to_owned()
    }
}
