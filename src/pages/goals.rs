//! The goals by Way, and those of the past.

mod details;
mod form;
mod order;
mod rest;
mod rhythm_field;
mod steps;

pub use form::{edit, new};
pub use order::order;
pub(super) use rest::ended_words;

use super::app;
use crate::content::text::{fill, goals as words_of_goals, text};
use crate::domain::amount;
use crate::domain::day::Day;
use crate::domain::goal::{Goal, Status};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{details, heading, link, para, row_link};
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// All goals.
#[must_use]
pub fn goals() -> El {
    let app = app();
    let t = text();
    group([
        heading(t.goals),
        link("big", &Route::NewGoal(None).href(), t.add_goal),
        link("pill wide", &Route::Ideas(None).href(), t.see_ideas),
        live(move || kept(app)),
        order_link(app),
        past(app),
    ])
}

/// How often, in words.
#[must_use]
pub(super) fn rhythm_words(rhythm: Rhythm) -> String {
    let t = text();
    match rhythm {
        Rhythm::Daily => t.every_day.to_owned(),
        Rhythm::Weekly(1) => t.once_a_week.to_owned(),
        Rhythm::Weekly(times) => fill(t.times_week, &[&u32::from(times).to_string()]),
        Rhythm::Once(by) => fill(t.by, &[&say_day(by, DayStyle::DayAndMonth)]),
        Rhythm::Weekdays(days) => {
            let mut names = String::new();
            for day in days.iter() {
                if !names.is_empty() {
                    names.push_str(", ");
                }
                names.push_str(&weekday_name(day));
            }
            names
        }
    }
}

/// The short name of a day of the week.
#[must_use]
pub(super) fn weekday_name(weekday: u8) -> String {
    say_day(a_day_on(weekday), DayStyle::WeekdayShort)
}

/// Some day that falls on this day of the week.
#[must_use]
pub(super) fn a_day_on(weekday: u8) -> Day {
    // 1 January 1970 was a Thursday, day 4 of the week; the Monday after it is four days on.
    Day::FIRST.after(u64::from(weekday) + 3)
}

/// Whether it is kept and its day has not passed: a goal with a past date has left silently.
pub(super) fn is_kept(goal: &Goal, today: Day) -> bool {
    goal.status.is_current() && !matches!(goal.rhythm, Rhythm::Once(by) if by < today)
}

/// The goals that are kept, each under its first Way.
fn kept(app: App) -> El {
    let t = text();
    let today = app.today.get();
    let journal = app.journal.read();
    let goals = journal.goals();
    let mut pieces = Vec::new();
    for way in Way::ALL {
        let mut rows = Vec::new();
        for (id, goal) in &goals {
            if is_kept(goal, today) && goal.ways.iter().next() == Some(way) {
                rows.push(row(id, goal));
            }
        }
        if !rows.is_empty() {
            let head = el("div")
                .class("way-head")
                .with([way_mark(way.index()), el("h2").say(t.way(way))]);
            let section = el("section").class(&["card way ", way.slug()].concat());
            pieces.push(section.with([head]).with(rows));
        }
    }
    if pieces.is_empty() {
        pieces.push(para("soft", t.no_goals));
    }
    group(pieces)
}

fn row(id: &Id, goal: &Goal) -> El {
    let beside = match goal.status {
        Status::Current => goal_beside(goal, app().today.get()),
        Status::Finished(day) => fill(text().finished_on, &[&say_day(day, DayStyle::Long)]),
        Status::Dropped(day) => fill(text().dropped_on, &[&say_day(day, DayStyle::Long)]),
    };
    row_link(&Route::Goal(id.clone()).href(), &goal.words, &beside)
}

/// How often, how much and with whom; or that it rests.
fn goal_beside(goal: &Goal, today: Day) -> String {
    let g = words_of_goals();
    if let Some(rest) = goal.rests.iter().find(|rest| rest.has(today)) {
        return match rest.to {
            Some(to) => fill(g.resting_until, &[&say_day(to, DayStyle::DayAndMonth)]),
            None => g.resting.to_owned(),
        };
    }
    let mut said = vec![rhythm_words(goal.rhythm)];
    if let Some(amount) = &goal.details.amount {
        said.push(amount_words(amount.thousandths, &amount.unit));
    }
    if !goal.details.with.is_empty() {
        said.push(fill(text().with_whom, &[&goal.details.with]));
    }
    if !goal.steps.is_empty() {
        let done = goal.steps.iter().filter(|step| step.done.is_some()).count();
        let counts = [done.to_string(), goal.steps.len().to_string()];
        said.push(fill(g.steps_done, &[&counts[0], &counts[1]]));
    }
    said.join(" · ")
}

/// A plan in one sentence; empty when there is none.
#[must_use]
pub(super) fn plan_words(when: &str, then: &str) -> String {
    let t = text();
    match (when, then) {
        ("", "") => String::new(),
        (when, "") => fill(t.if_only, &[when]),
        ("", then) => fill(t.then_only, &[then]),
        (when, then) => fill(t.if_then, &[when, then]),
    }
}

/// "2.5 km".
#[must_use]
pub(super) fn amount_words(thousandths: i64, unit: &str) -> String {
    [&amount::say(thousandths), " ", unit]
        .concat()
        .trim_end()
        .to_owned()
}

/// The way to their order, while there is one to choose.
fn order_link(app: App) -> El {
    link("plain", &Route::OrderGoals.href(), words_of_goals().order).hidden_when(move || {
        let today = app.today.get();
        let journal = app.journal.read();
        let kept = journal.goals();
        kept.iter().filter(|(_, goal)| is_kept(goal, today)).count() < 2
    })
}

/// The goals of the past. The list stays open while the rows in it are drawn anew.
fn past(app: App) -> El {
    let rows = live(move || group(past_rows(app)));
    details("card past", text().past_goals, false, rows).hidden_when(move || {
        let today = app.today.get();
        let journal = app.journal.read();
        let goals = journal.goals();
        !goals.iter().any(|(_, goal)| !is_kept(goal, today))
    })
}

fn past_rows(app: App) -> Vec<El> {
    let today = app.today.get();
    let journal = app.journal.read();
    let mut rows = Vec::new();
    for (id, goal) in journal.goals() {
        if !is_kept(goal, today) {
            rows.push(row(id, goal));
        }
    }
    rows
}
