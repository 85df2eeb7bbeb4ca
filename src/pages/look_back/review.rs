//! The weekly review: what went well, each goal, and one to three goals for the week that comes. All of it can be
//! skipped.

use crate::content::text::{fill, looking_back, text};
use crate::domain::day::Day;
use crate::domain::goal::{Goal, Status};
use crate::domain::id::Id;
use crate::domain::insight::ticks_between;
use crate::domain::review::{NEXT, Review};
use crate::pages::app;
use crate::pages::draft::keeps_draft;
use crate::pages::goals::ended_words;
use crate::pages::safety::nobody_is_watching;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{DayStyle, focus_on_heading, go_instead, say_day};
use crate::ui::dom::{El, each, el, group, live, nothing, words};
use crate::ui::field::{About, area, choices, error, toggle_chip};
use crate::ui::heading::{button, heading, link, para, send, up};
use leptos::prelude::*;

/// The review of the week that has this day.
#[must_use]
pub fn review(day: Day) -> El {
    let app = app();
    // What stands in the durable copy alone is read after the first paint.
    live(move || {
        if !app.loaded.get() {
            return titled(day);
        }
        untrack(|| only_one(app, day))
    })
}

fn titled(first: Day) -> El {
    heading(&fill(
        looking_back().review_title,
        &[&say_day(first, DayStyle::Long)],
    ))
}

/// A review has one address, because what is typed into it is kept under that: the day it was kept under, or the first
/// of its week.
fn only_one(app: App, day: Day) -> El {
    let today = app.today.get_untracked();
    let (week, first) = app.journal.with_untracked(|journal| {
        let week = day.week(journal.settings().week_starts);
        let kept = journal.review(day).map(|_| day);
        let kept = kept.or(journal.review_in(week).map(|(first, _)| first));
        (week, kept.unwrap_or(week[0]))
    });
    if first > today {
        return group([
            heading(looking_back().to_review),
            para("", text().future_day),
        ]);
    }
    if first != day {
        go_instead(&Route::Review(first).href());
        return titled(first);
    }
    page(app, first, week, today)
}

fn page(app: App, first: Day, week: [Day; 7], today: Day) -> El {
    let l = looking_back();
    let old = app
        .journal
        .with_untracked(|journal| journal.review(first).cloned())
        .unwrap_or_default();
    let went_well = RwSignal::new(old.went_well.clone());
    let wrong = RwSignal::new(None);
    let wrong_next = RwSignal::new(None);
    let goals = goals_of(app, week);
    let picks: Vec<(Id, String, RwSignal<bool>)> = goals
        .iter()
        .filter(|(_, goal)| goal.status.is_current())
        .map(|(id, goal)| {
            let on = old.next.iter().any(|next| next == id.as_str());
            (id.clone(), goal.words.clone(), RwSignal::new(on))
        })
        .collect();
    let chosen = picks.clone();
    let save = move || {
        if !app.may_send() {
            return;
        }
        let mut next: Vec<String> = chosen
            .iter()
            .filter(|(.., on)| on.get_untracked())
            .map(|(id, ..)| id.to_string())
            .collect();
        if next.len() > NEXT {
            return wrong_next.set(Some(l.next_too_many.to_owned()));
        }
        // Those that are out of sight stay chosen.
        for id in &old.next {
            if !chosen.iter().any(|(shown, ..)| shown.as_str() == id) {
                next.push(id.clone());
            }
        }
        let review = Review {
            went_well: went_well.get_untracked(),
            next,
            done: true,
        };
        let outcome = app
            .journal
            .with_untracked(|journal| journal.write_review(first, &review, today));
        let home = Route::Week(Some(first)).href();
        if let Err(refusal) = app.keep_form(outcome, l.review_kept, &home) {
            wrong.set(Some(text().refusal(refusal)));
        }
    };
    let about = About {
        id: "went-well",
        label: l.went_well,
        hint: l.went_well_hint,
    };
    let form = el("form").on_send(save).with([
        area(about, went_well, wrong),
        nobody_is_watching(),
        each_goal(app, week),
        next_week(&picks, wrong_next),
        send("big", l.done),
    ]);
    group([
        up(&Route::Week(Some(first)).href(), text().look_back),
        titled(first),
        para("hint", l.review_hint),
        strip(app, week, today),
        keeps_draft(form),
        el("div").class("actions").with([
            link("pill", &Route::Together(false).href(), l.together_back),
            link("pill", &Route::Together(true).href(), l.together_plan),
        ]),
    ])
}

/// The week in seven blooms, with its words.
fn strip(app: App, week: [Day; 7], today: Day) -> El {
    app.journal
        .with_untracked(|journal| super::together::week_in_blooms(journal, week, today))
}

/// The goals that had a place in this week.
pub(super) fn goals_of(app: App, week: [Day; 7]) -> Vec<(Id, Goal)> {
    app.journal.with(|journal| {
        let mut goals = Vec::new();
        for (id, goal) in journal.goals() {
            let ticked = ticks_between(journal, id, week[0], week[6]) > 0;
            if ticked || week.iter().any(|day| goal.is_for(*day)) {
                goals.push((id.clone(), goal.clone()));
            }
        }
        goals
    })
}

fn each_goal(app: App, week: [Day; 7]) -> El {
    let l = looking_back();
    let ids = move || {
        let goals = goals_of(app, week);
        goals
            .iter()
            .map(|(id, _)| id.to_string())
            .collect::<Vec<_>>()
    };
    el("section").class("card").with([
        el("h2").class("card-title").say(l.each_goal),
        live(move || {
            let none = ids().is_empty();
            para("row", if none { l.no_goals } else { l.keeping })
        }),
        each(ids, move |id| {
            Id::parse(id).map_or_else(nothing, |id| goal_row(app, id, week))
        }),
    ])
}

fn goal_row(app: App, id: Id, week: [Day; 7]) -> El {
    let l = looking_back();
    let (days, name) = app.journal.with_untracked(|journal| {
        let days = ticks_between(journal, &id, week[0], week[6]);
        let name = journal.goal(&id).map(|goal| goal.words.clone());
        (days, name.unwrap_or_default())
    });
    let count = match days {
        0 => l.on_no_day.to_owned(),
        days => text().count(l.on_one_day, l.on_days, days as usize),
    };
    let to = Route::Goal(id.clone()).href();
    let is_current = {
        let id = id.clone();
        move || {
            let journal = app.journal.read();
            journal
                .goal(&id)
                .is_some_and(|goal| goal.status.is_current())
        }
    };
    let drop = move || {
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.set_status(&id, Status::Dropped(today)));
        let _ = app.keep(outcome, ended_words(app, &id, text().dropped));
        focus_on_heading();
    };
    let label = |template: &str| fill(template, &[&name]);
    el("div").class("of-week").with([
        el("p")
            .class("row")
            .with([el("span").with([words(&name), el("small").say(&[" ", &count].concat())])]),
        el("div")
            .class("by-one")
            .hidden_when(move || !is_current())
            .with([
                link("pill", &to, l.change).attr("aria-label", &label(l.change_name)),
                link("pill", &to, l.smaller).attr("aria-label", &label(l.smaller_name)),
                button("pill", text().drop, drop).attr("aria-label", &label(l.drop_name)),
            ]),
    ])
}

fn next_week(picks: &[(Id, String, RwSignal<bool>)], wrong: RwSignal<Option<String>>) -> El {
    let l = looking_back();
    if picks.is_empty() {
        return nothing();
    }
    let mut chips = Vec::new();
    for (_, name, on) in picks {
        chips.push(toggle_chip("next", words(name), *on));
    }
    group([
        choices(l.next_week, l.next_week_hint, chips).on("change", move |_| wrong.set(None)),
        error("next", wrong),
    ])
}
