//! The week that a day is in, as blooms. A tap opens a day.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::log::day_route;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day, say_full};
use crate::ui::bloom::{blank, bloom};
use crate::ui::dom::{El, el, live, steady};
use crate::ui::icon::{LEFT, icon};
use leptos::prelude::*;

/// The seven days, with a way to the week before.
#[must_use]
pub(super) fn strip(day: Day) -> El {
    let t = text();
    let starts = app().journal.with_untracked(Journal::settings).week_starts;
    let earlier = el("a")
        .class("step")
        .attr("href", &Route::Day(day.before(7)).href())
        .attr("aria-label", t.earlier_week)
        .with([icon(LEFT)]);
    let cells = day
        .week(starts)
        .into_iter()
        .map(|one| cell(one, one == day));
    el("nav")
        .class("strip")
        .attr("aria-label", t.week_days)
        .with([earlier])
        .with(cells)
}

fn cell(day: Day, here: bool) -> El {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    // A screen reader hears the whole date and its Ways instead.
    let seen = |text: &str| el("span").attr("aria-hidden", "true").say(text);
    let letter = seen(&say_day(day, DayStyle::WeekdayNarrow));
    let number = seen(&day.day_of_month().to_string());
    if day > today {
        return el("span").class("cell").with([letter, blank(), number]);
    }
    let ways = move || app.journal.with(|journal| insight::petals(journal, day));
    // Changes with what the bloom shows, and with nothing else of the journal's.
    let label = steady(move || t.day_label(&say_full(day, today), ways()));
    let cell = el("a")
        .class("cell")
        .attr("href", &day_route(day).href())
        .with([
            letter,
            live(move || {
                label.track();
                bloom(untrack(ways).petals(), true)
            }),
            number,
            el("span").class("unseen").say_live(move || label.get()),
        ]);
    if here {
        cell.attr("aria-current", "date")
    } else {
        cell
    }
}
