//! Letting a goal rest: from a day, to a day or until it is taken up again.

use crate::content::text::{fill, goals, text};
use crate::domain::day::Day;
use crate::domain::goal::Rest;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::state::App;
use crate::state::device::{DayStyle, focus_on_heading, say_day};
use crate::ui::dom::{El, each, el, group, live, nothing};
use crate::ui::field::{About, Wrong, around};
use crate::ui::heading::{button, details, para, send};
use leptos::prelude::*;

/// The goal's rests, and what begins and ends one.
#[must_use]
pub(super) fn rest(id: &Id) -> El {
    let app = app();
    let g = goals();
    let (of, listed, drawn, form_of) = (id.clone(), id.clone(), id.clone(), id.clone());
    let rests_now = move || {
        let today = app.today.get();
        app.journal
            .with(|journal| journal.goal(&of).is_some_and(|goal| goal.rests_on(today)))
    };
    let takes = id.clone();
    let take_up = live(move || {
        if !rests_now() {
            return nothing();
        }
        let id = takes.clone();
        el("p").class("row").with([
            el("span").say(g.resting),
            button("pill", text().take_up, move || take_up(app, &id)),
        ])
    });
    let froms = move || {
        let rests = app.journal.with(|journal| {
            let goal = journal.goal(&listed)?;
            Some(
                goal.rests
                    .iter()
                    .map(|rest| rest.from.to_string())
                    .collect(),
            )
        });
        rests.unwrap_or_default()
    };
    let list = el("ul")
        .class("list")
        .with([each(froms, move |from| row(app, &drawn, from))]);
    let inside = group([
        para("hint", g.rest_words),
        take_up,
        list,
        form(app, form_of),
    ]);
    let has_some = app.journal.with_untracked(|journal| {
        let today = app.today.get_untracked();
        journal.goal(id).is_some_and(|goal| goal.rests_on(today))
    });
    details("card more", g.rest, has_some, inside)
}

/// Whether a saved calendar file reminds of this goal.
fn is_in_calendar(journal: &Journal, id: &Id) -> bool {
    journal.settings().calendar_saves > 0 && journal.goal(id).is_some_and(|goal| goal.at.is_some())
}

/// What is said of a goal that ends; and, where a calendar reminds of it, what to do about that.
pub(in crate::pages) fn ended_words(app: App, id: &Id, said: &str) -> String {
    if app
        .journal
        .with_untracked(|journal| is_in_calendar(journal, id))
    {
        fill(goals().save_calendar_ended, &[said])
    } else {
        said.to_owned()
    }
}

fn take_up(app: App, id: &Id) {
    let today = app.today_now();
    let (outcome, in_calendar) = app
        .journal
        .with_untracked(|journal| (journal.take_up(id, today), is_in_calendar(journal, id)));
    let said = if in_calendar {
        goals().save_calendar_up
    } else {
        text().taken_up
    };
    let _ = app.keep(outcome, said);
    focus_on_heading();
}

/// "3 November to 9 November", with a button that takes it away.
fn row(app: App, id: &Id, from: &str) -> El {
    let g = goals();
    let rest = app.journal.with_untracked(|journal| {
        let rests = &journal.goal(id)?.rests;
        rests
            .iter()
            .find(|rest| rest.from.to_string() == from)
            .copied()
    });
    let Some(rest) = rest else {
        return nothing();
    };
    let of = id.clone();
    let said = move || {
        let rests = app
            .journal
            .with(|journal| journal.goal(&of).map(|goal| goal.rests.clone()))
            .unwrap_or_default();
        let rest = rests.iter().find(|other| other.from == rest.from);
        rest.copied().map(rest_words).unwrap_or_default()
    };
    let (id, name) = (id.clone(), said.clone());
    let take_away = move || {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.remove_rest(&id, rest.from));
        let _ = app.keep(outcome, text().removed);
        focus_on_heading();
    };
    el("li").class("row").with([
        el("span").say_live(said),
        button("plain", text().take_away, take_away)
            .attr_live("aria-label", move || Some(fill(g.take_rest, &[&name()]))),
    ])
}

/// A rest in words.
fn rest_words(rest: Rest) -> String {
    let g = goals();
    let from = say_day(rest.from, DayStyle::Long);
    match rest.to {
        Some(to) => fill(g.rest_on, &[&from, &say_day(to, DayStyle::Long)]),
        None => fill(g.rest_open, &[&from]),
    }
}

fn form(app: App, id: Id) -> El {
    let g = goals();
    let from = RwSignal::new(app.today.get_untracked().to_string());
    let to = RwSignal::new(String::new());
    let (wrong_from, wrong_to): (Wrong, Wrong) = (RwSignal::new(None), RwSignal::new(None));
    let save = move || {
        let t = text();
        let Some(from) = Day::parse(&from.read_untracked()) else {
            return wrong_from.set(Some(t.no_date.to_owned()));
        };
        let typed = to.get_untracked();
        let to = Day::parse(&typed);
        if to.is_none() && !typed.is_empty() {
            return wrong_to.set(Some(t.no_such_day.to_owned()));
        }
        let (outcome, in_calendar) = app.journal.with_untracked(|journal| {
            let outcome = journal.rest(&id, Rest { from, to });
            (outcome, is_in_calendar(journal, &id))
        });
        let said = if in_calendar {
            g.save_calendar_again
        } else {
            g.rests_now
        };
        if let Err(refusal) = app.keep(outcome, said) {
            wrong_to.set(Some(t.refusal(refusal)));
        }
    };
    let date = || el("input").attr("type", "date");
    let about = |id, label, hint| About { id, label, hint };
    let about_to = about("rest-to", g.rest_to, g.rest_to_hint);
    el("form").on_send(save).with([
        around(
            about("rest-from", g.rest_from, ""),
            date(),
            from,
            wrong_from,
        ),
        around(about_to, date(), to, wrong_to),
        send("pill", g.rest_now),
    ])
}
