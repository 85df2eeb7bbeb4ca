//! The five Ways of a day: its goals to tick, and whatever else was done.

use crate::content::text::{fill, text};
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::insight::{self, GoalOnDay};
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::{Way, Ways};
use crate::pages::app;
use crate::pages::goals::rhythm_words;
use crate::route::Route;
use crate::ui::icon::{self, way_mark};
use leptos::prelude::*;

/// A card for each Way, always in the same order.
#[must_use]
pub(super) fn ways(day: Day) -> AnyView {
    let app = app();
    let goals = Memo::new(move |_| {
        app.journal
            .with(|journal| insight::goals_on(journal, day, journal.settings().week_starts))
    });
    let touched = Memo::new(move |_| app.journal.with(|journal| insight::petals(journal, day)));
    let card = |way| way_card(way, day, goals, touched);
    Way::ALL.map(card).collect_view().into_any()
}

fn way_card(way: Way, day: Day, goals: Memo<Vec<GoalOnDay>>, touched: Memo<Ways>) -> AnyView {
    let t = text();
    let ids = Memo::new(move |_| {
        let of_way = |goals: &Vec<GoalOnDay>| -> Vec<Id> {
            let goals = goals.iter().filter(|goal| goal.way == way);
            goals.map(|goal| goal.id.clone()).collect()
        };
        goals.with(of_way)
    });
    let add = fill(t.add_to, &[t.way(way)]);
    view! {
        <section class=["card way ", way.slug()].concat() aria-label=t.way(way)>
            <div class="way-head" class:on=move || touched.get().has(way)>
                {way_mark(way.index())}
                <h2>{t.way(way)}</h2>
                <a class="round" href=Route::Log(day, Some(way)).href() aria-label=add>
                    {icon::icon(icon::PLUS)}
                </a>
            </div>
            <For
                each=move || ids.get()
                key=Clone::clone
                children=move |id| goal_row(id, day, goals)
            />
        </section>
    }
    .into_any()
}

fn goal_row(id: Id, day: Day, goals: Memo<Vec<GoalOnDay>>) -> AnyView {
    let app = app();
    let t = text();
    let goal = {
        let id = id.clone();
        Memo::new(move |_| goals.with(|goals| goals.iter().find(|goal| goal.id == id).cloned()))
    };
    let words = move || goal.get().map(|goal| goal.words);
    let beside = move || goal.get().map(|goal| goal_beside(&goal));
    let ticked = move || goal.with(|goal| goal.as_ref().is_some_and(|goal| goal.ticked));
    let tick = move |_| {
        let words = if ticked() { t.tick_removed } else { t.noted };
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.tick(day, &id, today));
        // Gone in another tab: the row is about to go, too.
        let _ = app.keep(outcome, words);
    };
    view! {
        <label class="row">
            <span>{words} <small aria-hidden="true">{beside}</small></span>
            <input type="checkbox" class="tick" prop:checked=ticked on:change=tick />
        </label>
    }
    .into_any()
}

/// "Every day", or this week's count.
fn goal_beside(goal: &GoalOnDay) -> String {
    match goal.rhythm {
        Rhythm::Weekly(times) => fill(
            text().week_count,
            &[&goal.this_week.to_string(), &times.to_string()],
        ),
        rhythm => rhythm_words(rhythm),
    }
}

/// What was done besides the goals; a tap opens it.
#[must_use]
pub(super) fn also(day: Day) -> AnyView {
    let app = app();
    let t = text();
    let entries = Memo::new(move |_| {
        app.journal.with(|journal| {
            let others = journal
                .entries(day, day)
                .filter(|(.., entry)| !entry.is_tick());
            let shown =
                others.map(|(_, id, entry)| (id.clone(), entry.clone(), has_note(journal, id)));
            shown.collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let rows = entries.get().into_iter();
        rows.map(|(id, entry, noted)| entry_row(day, id, &entry, noted))
            .collect_view()
    };
    view! {
        <section class="card also" aria-label=t.also hidden=move || entries.with(Vec::is_empty)>
            <h2 class="card-title">{t.also}</h2>
            {rows}
        </section>
    }
    .into_any()
}

fn has_note(journal: &Journal, id: &Id) -> bool {
    journal.note(id).is_some()
}

fn entry_row(day: Day, id: Id, entry: &Entry, noted: bool) -> AnyView {
    let t = text();
    let mut beside = t.way_names(entry.ways);
    if noted {
        beside = [&beside, " · ", t.note].concat();
    }
    view! {
        <a class="row" href=Route::Entry(day, id).href()>
            <span>{entry.words.clone()} <small>{beside}</small></span>
            {icon::icon(icon::RIGHT)}
        </a>
    }
    .into_any()
}
