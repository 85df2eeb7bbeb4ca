//! The five Ways of a day: its goals to tick, and whatever else was done.

use super::amount::amount_row;
use crate::content::text::{fill, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::insight::{self, GoalOnDay};
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::pages::app;
use crate::pages::goals::{plan_words, rhythm_words};
use crate::route::Route;
use crate::ui::dom::{El, each, el, group, live, nothing, steady, words};
use crate::ui::field;
use crate::ui::heading::row_link;
use crate::ui::icon::{PLUS, icon, way_mark};
use leptos::prelude::*;

/// A card for each Way, always in the same order.
#[must_use]
pub(super) fn ways(day: Day) -> El {
    let app = app();
    let goals = steady(move || {
        app.journal
            .with(|journal| insight::goals_on(journal, day, journal.settings().week_starts))
    });
    group(Way::ALL.map(|way| way_card(way, day, goals)))
}

fn way_card(way: Way, day: Day, goals: RwSignal<Vec<GoalOnDay>>) -> El {
    let app = app();
    let t = text();
    let touched = move || {
        app.journal
            .with(|journal| insight::petals(journal, day))
            .has(way)
    };
    let add = el("a")
        .class("round")
        .attr("href", &Route::Log(day, Some(way)).href())
        .attr("aria-label", &fill(t.add_to, &[t.way(way)]))
        .with([icon(PLUS)]);
    let head = el("div")
        .attr_live("class", move || {
            Some(if touched() { "way-head on" } else { "way-head" }.to_owned())
        })
        .with([way_mark(way.index()), el("h2").say(t.way(way)), add]);
    let ids = move || {
        let mut ids = Vec::new();
        for goal in goals.read().iter().filter(|goal| goal.way == way) {
            ids.push(goal.id.to_string());
        }
        ids
    };
    el("section")
        .class(&["card way ", way.slug()].concat())
        .attr("aria-label", t.way(way))
        .with([head, each(ids, move |id| goal_row(id, day, goals))])
}

fn goal_row(id: &str, day: Day, goals: RwSignal<Vec<GoalOnDay>>) -> El {
    let Some(id) = Id::parse(id) else {
        return nothing();
    };
    let key = StoredValue::new(id.to_string());
    let goal = move || {
        let key = key.get_value();
        goals
            .read()
            .iter()
            .find(|goal| goal.id.as_str() == key)
            .cloned()
    };
    let label = el("span")
        .say_live(move || goal().map(|goal| goal.words).unwrap_or_default())
        .with([
            words(" "),
            el("small")
                .attr("aria-hidden", "true")
                .say_live(move || goal().map(|goal| beside(&goal)).unwrap_or_default()),
            el("small")
                .class("plan-of")
                .say_live(move || goal().map(|goal| plan(&goal)).unwrap_or_default()),
        ]);
    let is_measured = steady(move || goal().is_some_and(|goal| goal.unit.is_some()));
    let row = live(move || {
        if is_measured.get() {
            untrack(|| amount_row(day, &id, goal, label.clone()))
        } else {
            untrack(|| tick_row(day, id.clone(), goal, label.clone()))
        }
    });
    el("div").class("goal").with([row])
}

fn tick_row(
    day: Day,
    id: Id,
    goal: impl Fn() -> Option<GoalOnDay> + Copy + 'static,
    label: El,
) -> El {
    let app = app();
    let t = text();
    let ticked = move || goal().is_some_and(|goal| goal.ticked);
    let tick = move || {
        let said = if untrack(ticked) {
            t.tick_removed
        } else {
            t.noted
        };
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.tick(day, &id, today));
        // Gone in another tab: the row is about to go, too.
        let _ = app.keep(outcome, said);
    };
    let check = field::tick(ticked, tick);
    el("label").class("row").with([label, check])
}

/// Who with, and the plan for what may get in the way.
fn plan(goal: &GoalOnDay) -> String {
    let [when, then] = &goal.plan;
    let mut plan = plan_words(when, then);
    if !goal.with.is_empty() {
        plan = [&fill(text().with_them, &[&goal.with]), " ", &plan].concat();
    }
    plan.trim_end().to_owned()
}

/// "Every day", or this week's count.
fn beside(goal: &GoalOnDay) -> String {
    let often = how_often(goal);
    if goal.for_this_week {
        return [&often, ", ", text().for_this_week].concat();
    }
    often
}

fn how_often(goal: &GoalOnDay) -> String {
    match goal.rhythm {
        // Before the first time it says how often, not a nought.
        Rhythm::Weekly(times) if goal.this_week > 0 => fill(
            text().week_count,
            &[&goal.this_week.to_string(), &times.to_string()],
        ),
        rhythm => rhythm_words(rhythm),
    }
}

/// What was done besides the goals; a tap opens it.
#[must_use]
pub(super) fn also(day: Day) -> El {
    let app = app();
    live(move || app.journal.with(|journal| others(journal, day)))
}

fn others(journal: &Journal, day: Day) -> El {
    let t = text();
    let mut rows = Vec::new();
    for (_, id, entry) in journal.entries(day, day) {
        let Some(done) = &entry.words else { continue };
        let mut beside = t.way_names(entry.ways);
        if journal.note(id).is_some() {
            beside.push_str(" · ");
            beside.push_str(t.note);
        }
        rows.push(row_link(
            &Route::Entry(day, id.clone()).href(),
            done,
            &beside,
        ));
    }
    if rows.is_empty() {
        return nothing();
    }
    el("section")
        .class("card also")
        .attr("aria-label", t.also)
        .with([el("h2").class("card-title").say(t.also)])
        .with(rows)
}
