//! Looking back over a week or a month, in blooms with words beside them, and at totals that only grow.

mod find;
mod moods;
mod review;
mod together;
mod ways;
mod year;

pub use find::find;
pub use review::review;
pub use together::together;
pub use ways::ways;
pub use year::year;

use super::app;
use crate::content::text::{fill, looking_back, text};
use crate::domain::day::Day;
use crate::domain::insight::{self, Totals};
use crate::domain::journal::Journal;
use crate::domain::way::{Way, Ways};
use crate::route::Route;
use crate::state::device::{DayStyle, say_day, say_full};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, live, nothing, words};
use crate::ui::heading::{details, heading, link, para, row_link, small};
use crate::ui::icon::{LEFT, RIGHT, icon, way_mark};
use leptos::prelude::*;

/// The week that has this day.
#[must_use]
pub fn week(day: Option<Day>) -> El {
    with_all(move || week_now(day))
}

fn week_now(day: Option<Day>) -> El {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let days = day.unwrap_or(today).week(starts);
    let first = days[0];
    let title = if days.contains(&today) {
        t.this_week.to_owned()
    } else {
        fill(t.week_of, &[&say_day(first, DayStyle::Long)])
    };
    let later = first.after(7);
    group([
        heading(&title),
        switch(0),
        steps(
            &Route::Week(Some(first.before(7))),
            (later <= today).then_some(Route::Week(Some(later))),
        ),
        grid(&days, 0),
        in_words(&days),
        moods::moods(&days),
        so_far(),
        ways_on(first),
    ])
}

/// The month that has this day.
#[must_use]
pub fn month(day: Option<Day>) -> El {
    with_all(move || month_now(day))
}

fn month_now(day: Option<Day>) -> El {
    let app = app();
    let today = app.today.get_untracked();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let days = day.unwrap_or(today).days_of_month();
    let first = days.first().copied().unwrap_or(today);
    let later = first.month_after(1);
    let before = usize::from((first.weekday() + 7 - starts) % 7);
    group([
        heading(&say_day(first, DayStyle::Month)),
        switch(1),
        steps(
            &Route::Month(Some(first.month_after(-1))),
            (later <= today).then_some(Route::Month(Some(later))),
        ),
        grid(&days, before),
        in_words(&days),
        moods::moods(&days),
        so_far(),
        ways_on(days.last().copied().unwrap_or(today).min(today)),
    ])
}

/// A page that is drawn anew when the durable copy has been read, unless it is already: the quick one may lack what is
/// old.
fn with_all(draw: impl Fn() -> El + 'static) -> El {
    let app = app();
    if app.loaded.get_untracked() {
        return draw();
    }
    live(move || {
        app.loaded.track();
        untrack(&draw)
    })
}

/// The four views; `here` is the one that is open.
fn switch(here: usize) -> El {
    let t = text();
    let l = looking_back();
    let tab = |route: Route, label, place| {
        let tab = link("chip-link", &route.href(), label);
        if place == here {
            tab.attr("aria-current", "page")
        } else {
            tab
        }
    };
    el("nav").class("chips").attr("aria-label", l.views).with([
        tab(Route::Week(None), t.week, 0),
        tab(Route::Month(None), t.month_view, 1),
        tab(Route::Year(None), l.year, 2),
        tab(Route::Ways, l.over_time, 3),
    ])
}

/// The ways to what came before, and to what came after.
pub(super) fn steps(earlier: &Route, later: Option<Route>) -> El {
    let t = text();
    let mut steps = vec![link("plain", &earlier.href(), "").with([icon(LEFT), words(t.earlier)])];
    if let Some(later) = later {
        steps.push(link("plain", &later.href(), t.later).with([icon(RIGHT)]));
    }
    el("div").class("steps").with(steps)
}

/// The days as blooms in rows of seven, after `before` empty places; a tap opens a day.
fn grid(days: &[Day], before: usize) -> El {
    let mut cells = Vec::new();
    if let Some(first) = days.first() {
        let start = first.before(before as u64);
        for place in 0..7 {
            let letter = say_day(start.after(place), DayStyle::WeekdayNarrow);
            cells.push(el("span").attr("aria-hidden", "true").say(&letter));
        }
    }
    for _ in 0..before {
        cells.push(el("span"));
    }
    for day in days {
        cells.push(cell(*day));
    }
    el("div").class("grid").with(cells)
}

fn cell(day: Day) -> El {
    let app = app();
    let today = app.today.get_untracked();
    let number = el("span")
        .attr("aria-hidden", "true")
        .say(&day.day_of_month().to_string());
    if day > today {
        return el("span").class("cell later").with([number]);
    }
    let ways = app
        .journal
        .with_untracked(|journal| insight::petals(journal, day));
    let label = text().day_label(&say_full(day, today), ways);
    let cell = link("cell", &super::log::day_route(day).href(), "");
    let cell = if day == today {
        cell.attr("aria-current", "date")
    } else {
        cell
    };
    cell.with([
        bloom(ways.petals(), true),
        number,
        el("span").class("unseen").say(&label),
    ])
}

/// The same in words, and as a table.
fn in_words(days: &[Day]) -> El {
    let app = app();
    let today = app.today.get_untracked();
    let (past, _) = days.split_at(days.partition_point(|day| *day <= today));
    let (Some(first), Some(last)) = (past.first(), past.last()) else {
        return nothing();
    };
    let (totals, petals) = app.journal.with_untracked(|journal| {
        let petals = insight::petals_between(journal, *first, *last);
        (insight::totals_between(journal, *first, *last), petals)
    });
    let summary = text().days_of(totals.days, past.len());
    group([
        el("section")
            .class("card")
            .with([para("row", &summary), way_rows(totals)]),
        if totals.days > 0 {
            table(past, &petals)
        } else {
            nothing()
        },
    ])
}

fn way_rows(totals: Totals) -> El {
    let mut rows = Vec::new();
    for way in Way::ALL {
        let days = totals.ways[way.index()];
        if days > 0 {
            let label = el("span").say(&text().way_days(way, days));
            let row = el("p").class(&["row of-way ", way.slug()].concat());
            rows.push(row.with([way_mark(way.index()), words(" "), label]));
        }
    }
    group(rows)
}

fn table(days: &[Day], petals: &[(Day, Ways)]) -> El {
    let t = text();
    let head = |scope, label: &str| el("th").attr("scope", scope).say(label);
    let mut names = vec![head("col", t.table_day)];
    for way in Way::ALL {
        names.push(head("col", t.way(way)));
    }
    let mut rows = Vec::new();
    for day in days {
        let found = petals.iter().find(|(found, _)| found == day);
        let ways = found.map_or(Ways::NONE, |(_, ways)| *ways);
        let mut cells = vec![head("row", &say_day(*day, DayStyle::Short))];
        for touched in ways.petals() {
            let said = if touched { t.table_yes } else { t.table_no };
            cells.push(el("td").say(said));
        }
        rows.push(el("tr").with(cells));
    }
    in_table(t.as_table, names, rows)
}

/// A table that stands beside a picture, behind a tap; `label` tells it from others of the page.
fn in_table(label: &str, names: Vec<El>, rows: Vec<El>) -> El {
    let t = text();
    let table = el("table").with([
        el("thead").with([el("tr").with(names)]),
        el("tbody").with(rows),
    ]);
    let scroll = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .with([table]);
    details("card table", t.as_table, false, scroll)
}

/// The ways to the review of the week that has this day, to finding, and to the check-ups.
fn ways_on(day: Day) -> El {
    let l = looking_back();
    el("nav")
        .class("card")
        .attr("aria-label", l.more_views)
        .with([
            row_link(&Route::Review(day).href(), l.to_review, l.review_hint),
            row_link(&Route::Together(false).href(), l.together_back, ""),
            row_link(&Route::Together(true).href(), l.together_plan, ""),
            row_link(&Route::Find.href(), l.find, ""),
            row_link(&Route::CheckUps.href(), text().checkup, ""),
        ])
}

/// Totals that only grow. There is no nought among them.
fn so_far() -> El {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let totals = app
        .journal
        .with_untracked(|journal| insight::totals(journal, today));
    if totals == Totals::default() {
        return nothing();
    }
    let title = [words(t.so_far), small(t.so_far_hint)];
    let mut lines = vec![el("h2").class("card-title").with(title)];
    if totals.days > 0 {
        let days = t.count(t.days_ever_one, t.days_ever, totals.days as usize);
        lines.extend([para("row", &days), way_rows(totals)]);
    }
    if totals.milestones > 0 {
        let count = totals.milestones as usize;
        lines.push(para(
            "row",
            &t.count(t.milestones_one, t.milestones_many, count),
        ));
    }
    el("section").class("card").with(lines)
}
