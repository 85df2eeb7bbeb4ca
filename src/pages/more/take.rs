//! Taking what is here to another place, in three forms, each with what it is for.

use super::below;
use crate::content::summary::Lines;
use crate::content::text::{taking, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::hand_on::{copy_button, share_button};
use crate::route::Route;
use crate::state::App;
use crate::state::taking::FileError;
use crate::ui::dom::{El, el, group, live, words};
use crate::ui::field::{choices, pick_chip, toggle_chip};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;

/// The page.
#[must_use]
pub fn take() -> El {
    let app = app();
    let k = taking();
    let has_ticks = app.journal.with_untracked(|journal| {
        let mut goals = journal.goals().into_iter();
        goals.any(|(id, goal)| is_ticked(journal, id, goal.made))
    });
    let for_loop = if has_ticks {
        button("pill", k.save_loop, move || say(app, app.save_for_loop()))
    } else {
        para("hint", k.no_ticks)
    };
    group([
        below(text().take),
        para("", k.intro),
        para("hint", k.anyone),
        para("hint", k.parts_off),
        card(
            k.table,
            k.table_words,
            button("pill", k.save_table, move || say(app, app.save_table())),
        ),
        card(k.for_loop, k.for_loop_words, for_loop),
        card(k.message, k.message_words, message()),
        para("", k.to_copy),
        link("pill wide", &Route::Kept.href(), text().kept),
    ])
}

fn is_ticked(journal: &Journal, id: &Id, made: Day) -> bool {
    let mut entries = journal.entries(made, Day::LATEST);
    entries.any(|(_, entry, _)| entry == id)
}

fn card(title: &str, what_for: &str, inside: El) -> El {
    el("section")
        .class("card pad")
        .with([el("h2").say(title), para("", what_for), inside])
}

fn say(app: App, saved: Result<(), FileError>) {
    let said = match saved {
        Ok(()) => taking().saved,
        Err(_) => text().copy_failed,
    };
    app.say(said);
}

/// The last days that can be picked; the third choice is all of them.
const DAYS: [u64; 2] = [7, 30];

/// A few lines: what is in them, how they read, and where they go.
fn message() -> El {
    let app = app();
    let k = taking();
    let picked = RwSignal::new(0);
    let mut periods = Vec::new();
    for (choice, label) in [k.last_week, k.last_month, k.ever].into_iter().enumerate() {
        periods.push(pick_chip("period", label, picked, choice));
    }
    // What is written in one's own words and read by another is not ticked for the person.
    let wanted = [true, true, false, false, false].map(RwSignal::new);
    let mut parts = Vec::new();
    let labels = [k.days, k.ways, k.milestones, k.goals, k.notes];
    for (label, on) in labels.into_iter().zip(wanted) {
        parts.push(toggle_chip("lines", words(label), on));
    }
    let lines = move || {
        let [days, ways, milestones, goals, notes] = wanted.map(|on| on.get());
        let wanted = Lines {
            days,
            ways,
            milestones,
            goals,
            notes,
        };
        app.summary(DAYS.get(picked.get()).copied(), wanted)
    };
    let shown = move || {
        let mut shown = Vec::new();
        for line in lines() {
            shown.push(para("", &line));
        }
        group(shown)
    };
    group([
        choices(k.from_when, "", periods),
        choices(k.what, "", parts),
        el("h3").say(k.preview),
        el("div").class("told").with([live(shown)]),
        buttons(move || untrack(lines).join("\n")),
    ])
}

/// Share where there is a sheet for it, copy and save.
fn buttons(lines: impl Fn() -> String + Copy + 'static) -> El {
    let app = app();
    let k = taking();
    el("div").class("actions").with([
        share_button(k.share, Box::new(lines)),
        copy_button(k.copy, k.copied, Box::new(lines)),
        button("pill", k.save, move || say(app, app.save_lines(&lines()))),
    ])
}
