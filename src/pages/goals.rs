//! The goals by Way, and those of the past.

mod form;
mod rhythm_field;

pub use form::{edit, new};

use super::app;
use crate::content::text::{fill, text};
use crate::domain::goal::{Goal, Status};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::heading::heading;
use crate::ui::icon::{self, way_mark};
use leptos::prelude::*;

type Listed = (Id, Goal);

/// All goals.
#[must_use]
pub fn goals() -> AnyView {
    let app = app();
    let t = text();
    let all = Memo::new(move |_| app.journal.with(listed));
    let today = app.today;
    let none = move || {
        let any = all.with(|goals| goals.iter().any(|(_, goal)| is_kept(goal, today.get())));
        (!any).then(|| view! { <p class="soft">{t.no_goals}</p> })
    };
    view! {
        {heading(t.goals)}
        <a class="big" href=Route::NewGoal(None).href()>{t.add_goal}</a>
        <a class="pill wide" href=Route::Ideas(None).href()>{t.see_ideas}</a>
        {none}
        {Way::ALL.map(|way| of_way(way, all)).collect_view()}
        {past(all)}
    }
    .into_any()
}

/// How often, in words.
#[must_use]
pub(super) fn rhythm_words(rhythm: Rhythm) -> String {
    let t = text();
    match rhythm {
        Rhythm::Daily => t.every_day.to_owned(),
        Rhythm::Weekly(1) => t.once_a_week.to_owned(),
        Rhythm::Weekly(times) => fill(t.times_week, &[&times.to_string()]),
        Rhythm::Once(by) => fill(t.by, &[&say_day(by, DayStyle::DayAndMonth)]),
        Rhythm::Weekdays(days) => {
            let names: Vec<String> = days.iter().map(weekday_name).collect();
            names.join(", ")
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
pub(super) fn a_day_on(weekday: u8) -> crate::domain::day::Day {
    // 1 January 1970 was a Thursday, day 4 of the week; the Monday after it is four days on.
    crate::domain::day::Day::FIRST.after(u64::from(weekday) + 3)
}

fn listed(journal: &Journal) -> Vec<Listed> {
    let goals = journal.goals().into_iter();
    goals.map(|(id, goal)| (id.clone(), goal.clone())).collect()
}

/// Whether it is kept and its day has not passed: a goal with a past date has left silently.
fn is_kept(goal: &Goal, today: crate::domain::day::Day) -> bool {
    goal.status.is_current() && !matches!(goal.rhythm, Rhythm::Once(by) if by < today)
}

fn of_way(way: Way, all: Memo<Vec<Listed>>) -> AnyView {
    let t = text();
    let today = app().today;
    let mine = move || {
        let first = |goal: &Goal| goal.ways.iter().next() == Some(way);
        let goals = all.get().into_iter();
        goals
            .filter(|(_, goal)| is_kept(goal, today.get()) && first(goal))
            .collect::<Vec<_>>()
    };
    let card = move || {
        let mine = mine();
        (!mine.is_empty()).then(|| {
            view! {
                <section class=["card way ", way.slug()].concat()>
                    <div class="way-head">{way_mark(way.index())} <h2>{t.way(way)}</h2></div>
                    {mine.into_iter().map(row).collect_view()}
                </section>
            }
        })
    };
    card.into_any()
}

fn row((id, goal): Listed) -> AnyView {
    let beside = match goal.status {
        Status::Current => rhythm_words(goal.rhythm),
        Status::Finished(day) => fill(text().finished_on, &[&say_day(day, DayStyle::Long)]),
        Status::Dropped(day) => fill(text().dropped_on, &[&say_day(day, DayStyle::Long)]),
    };
    view! {
        <a class="row" href=Route::Goal(id).href()>
            <span>{goal.words} <small>{beside}</small></span>
            {icon::icon(icon::RIGHT)}
        </a>
    }
    .into_any()
}

fn past(all: Memo<Vec<Listed>>) -> AnyView {
    let today = app().today;
    let gone = move || {
        let goals = all.get().into_iter();
        let gone: Vec<_> = goals
            .filter(|(_, goal)| !is_kept(goal, today.get()))
            .collect();
        (!gone.is_empty()).then(|| {
            view! {
                <details class="card past">
                    <summary>{text().past_goals}</summary>
                    {gone.into_iter().map(row).collect_view()}
                </details>
            }
        })
    };
    gone.into_any()
}
