//! Looking back over a week or a month, in blooms with words beside them, and at totals that only grow.

use super::app;
use crate::content::text::{fill, text};
use crate::domain::day::Day;
use crate::domain::insight::{self, Totals};
use crate::domain::journal::Journal;
use crate::domain::way::{Way, Ways};
use crate::route::Route;
use crate::state::device::{DayStyle, say_day, say_full};
use crate::ui::bloom::bloom;
use crate::ui::heading::heading;
use crate::ui::icon::{self, way_mark};
use leptos::prelude::*;

/// The week that has this day.
#[must_use]
pub fn week(day: Option<Day>) -> AnyView {
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
    let steps = steps(
        Route::Week(Some(first.before(7))),
        (later <= today).then_some(Route::Week(Some(later))),
    );
    view! {
        {heading(title)}
        {switch(true)}
        {steps}
        {grid(&days, 0)}
        {words(&days)}
        {so_far()}
    }
    .into_any()
}

/// The month that has this day.
#[must_use]
pub fn month(day: Option<Day>) -> AnyView {
    let app = app();
    let today = app.today.get_untracked();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let days = day.unwrap_or(today).days_of_month();
    let first = days.first().copied().unwrap_or(today);
    let later = first.month_after(1);
    let steps = steps(
        Route::Month(Some(first.month_after(-1))),
        (later <= today).then_some(Route::Month(Some(later))),
    );
    let before = usize::from((first.weekday() + 7 - starts) % 7);
    view! {
        {heading(say_day(first, DayStyle::Month))}
        {switch(false)}
        {steps}
        {grid(&days, before)}
        {words(&days)}
        {so_far()}
    }
    .into_any()
}

fn switch(week: bool) -> AnyView {
    let t = text();
    let tab = |route: Route, words, here: bool| {
        view! {
            <a class="chip-link" href=route.href() aria-current=here.then_some("page")>
                {words}
            </a>
        }
    };
    view! {
        <nav class="chips" aria-label=t.look_back>
            {tab(Route::Week(None), t.week, week)}
            {tab(Route::Month(None), t.month_view, !week)}
        </nav>
    }
    .into_any()
}

fn steps(earlier: Route, later: Option<Route>) -> AnyView {
    let t = text();
    let later = later.map(|later| {
        view! {
            <a class="plain" href=later.href()>
                {t.later}
                {icon::icon(icon::RIGHT)}
            </a>
        }
    });
    view! {
        <div class="steps">
            <a class="plain" href=earlier.href()>
                {icon::icon(icon::LEFT)}
                {t.earlier}
            </a>
            {later}
        </div>
    }
    .into_any()
}

/// The days as blooms in rows of seven; a tap opens a day.
fn grid(days: &[Day], before: usize) -> AnyView {
    let letters = (0..7).filter_map(|place| {
        let first = days.first()?;
        let day = first.before(before as u64).after(place);
        Some(view! { <span aria-hidden="true">{say_day(day, DayStyle::WeekdayNarrow)}</span> })
    });
    let gaps = (0..before).map(|_| view! { <span></span> });
    let cells = days.iter().map(|day| cell(*day));
    view! {
        <div class="grid">{letters.collect_view()} {gaps.collect_view()} {cells.collect_view()}</div>
    }
    .into_any()
}

fn cell(day: Day) -> AnyView {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let number = day.day_of_month().to_string();
    if day > today {
        return view! { <span class="cell later" aria-hidden="true"><span>{number}</span></span> }
            .into_any();
    }
    let ways = app
        .journal
        .with_untracked(|journal| insight::petals(journal, day));
    let done = if ways.is_empty() {
        t.day_nothing.to_owned()
    } else {
        t.way_names(ways)
    };
    let label = [&say_full(day, today), ": ", &done].concat();
    let current = (day == today).then_some("date");
    view! {
        <a class="cell" href=super::log::day_route(day).href() aria-label=label aria-current=current>
            {bloom(ways.petals(), true, None)}
            <span>{number}</span>
        </a>
    }
    .into_any()
}

/// The same in words, and as a table.
fn words(days: &[Day]) -> AnyView {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let past: Vec<Day> = days.iter().copied().filter(|day| *day <= today).collect();
    let (Some(first), Some(last)) = (past.first().copied(), past.last().copied()) else {
        return ().into_any();
    };
    let (totals, petals) = app.journal.with_untracked(|journal| {
        let petals = insight::petals_between(journal, first, last);
        (insight::totals_between(journal, first, last), petals)
    });
    let summary = t.days_of(totals.days, past.len());
    let table = (totals.days > 0).then(|| table(&past, &petals));
    view! {
        <section class="card">
            <p class="row">{summary}</p>
            {way_rows(totals)}
        </section>
        {table}
    }
    .into_any()
}

fn way_rows(totals: Totals) -> AnyView {
    let t = text();
    let touched = Way::ALL
        .into_iter()
        .filter(move |way| totals.ways[way.index()] > 0);
    let rows = touched.map(|way| {
        view! {
            <p class=["row of-way ", way.slug()].concat()>
                {way_mark(way.index())} <span>{t.way_days(way, totals.ways[way.index()])}</span>
            </p>
        }
    });
    rows.collect_view().into_any()
}

fn table(days: &[Day], petals: &[(Day, Ways)]) -> AnyView {
    let t = text();
    let of = |day: &Day| {
        let found = petals.iter().find(|(found, _)| found == day);
        found.map_or(Ways::NONE, |(_, ways)| *ways)
    };
    let row = |day: &Day| {
        let ways = of(day);
        let cell = |way| {
            if ways.has(way) {
                t.table_yes
            } else {
                t.table_no
            }
        };
        let cells = Way::ALL.map(|way| view! { <td>{cell(way)}</td> });
        view! {
            <tr>
                <th scope="row">{say_day(*day, DayStyle::Short)}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let names = Way::ALL.map(|way| view! { <th scope="col">{t.way(way)}</th> });
    view! {
        <details class="card table">
            <summary>{t.as_table}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=t.as_table>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.table_day}</th>
                            {names.collect_view()}
                        </tr>
                    </thead>
                    <tbody>{days.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// Totals that only grow.
fn so_far() -> AnyView {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let totals = app
        .journal
        .with_untracked(|journal| insight::totals(journal, today));
    let days = t.count(t.days_ever_one, t.days_ever, totals.days as usize);
    let milestones = (totals.milestones > 0).then(|| {
        let words = t.count(
            t.milestones_one,
            t.milestones_many,
            totals.milestones as usize,
        );
        view! { <p class="row">{words}</p> }
    });
    view! {
        <section class="card">
            <h2 class="card-title">{t.so_far} <small>{t.so_far_hint}</small></h2>
            <p class="row">{days}</p>
            {way_rows(totals)}
            {milestones}
        </section>
    }
    .into_any()
}
