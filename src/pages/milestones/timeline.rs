//! The milestones that were reached, newest first, year by year.

use crate::content::text::{fill, keepsakes, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::insight::{Reached, timeline};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::say_when;
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, each, el, group, live, nothing, steady, words};
use crate::ui::heading::{heading, link, para, row_link};
use leptos::prelude::*;

/// The timeline, newest first.
#[must_use]
pub fn milestones() -> El {
    let t = text();
    // Worked out once for the whole page, however many years it shows.
    let all = steady(all);
    let none_yet = move || {
        if all.read().is_empty() {
            para("soft", t.no_milestones)
        } else {
            nothing()
        }
    };
    group([
        heading(t.milestones),
        link("big", &Route::Bank.href(), t.add_milestone),
        live(none_yet),
        each(move || years(&all.read()), move |name| year(name, all)),
        para("hint", t.any_order),
        el("nav")
            .class("card")
            .attr("aria-label", t.milestones)
            .with([
                row_link(&Route::Proud.href(), keepsakes().proud, ""),
                live(to_starts),
            ]),
    ])
}

/// The way to the start dates, while the recovery parts are on.
fn to_starts() -> El {
    if app().journal.with(Journal::shows_recovery) {
        row_link(&Route::Starts.href(), text().start_dates, "")
    } else {
        nothing()
    }
}

/// The years in which something was reached, latest first. What has no date is in the year it was marked.
fn years(all: &[Placed]) -> Vec<String> {
    let mut names = Vec::new();
    for (day, _) in all {
        let name = day.year().to_string();
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names
}

fn year(name: &str, all: RwSignal<Vec<Placed>>) -> El {
    let year = name.parse();
    let keys = move || {
        let all = all.read();
        let reached = all.iter().filter(|(day, _)| Ok(day.year()) == year);
        reached.map(|(_, reached)| key(reached)).collect()
    };
    el("section").class("year").with([
        el("h2").say(name),
        el("ol").class("timeline").with([each(keys, item)]),
    ])
}

/// Something that was reached, and its place in time.
type Placed = (Day, Reached);

fn all() -> Vec<Placed> {
    let app = app();
    let today = app.today.get();
    app.journal.with(|journal| timeline(journal, today))
}

/// What tells one from the other. A marker's begins with the id of its start date.
fn key(reached: &Reached) -> String {
    match reached {
        Reached::Milestone(id) => id.to_string(),
        Reached::Marker(id, marker) => [id.as_str(), "/", text().marker(*marker).as_str()].concat(),
    }
}

/// Something that was reached, as it stands in a timeline.
#[must_use]
pub(in crate::pages) fn in_timeline(reached: &Reached) -> El {
    item(&key(reached))
}

/// A milestone by its id, or a marker.
fn item(key: &str) -> El {
    let dot = el("span").class("stone").with([bloom([true; 5], false)]);
    let inside = match key.split_once('/') {
        Some((start, marker)) => Id::parse(start).map(|start| to_start(start, marker)),
        None => Id::parse(key).map(|id| to_milestone(id, "")),
    };
    el("li").with([dot, inside.unwrap_or_else(nothing)])
}

/// A marker of a start date: "since I came home: 30 days", and nothing else.
fn to_start(id: Id, marker: &str) -> El {
    let href = Route::Start(id.clone()).href();
    let marker = marker.to_owned();
    let said = move || {
        app().journal.with(|journal| {
            let label = journal.start(&id).map(|start| &*start.label);
            fill(text().counted, &[label.unwrap_or_default(), &marker])
        })
    };
    el("a")
        .attr("href", &href)
        .with([el("span").say_live(said)])
}

/// A link to a milestone. Its words follow the journal, so that one changed elsewhere keeps its place and the focus.
pub(super) fn to_milestone(id: Id, class: &str) -> El {
    let href = Route::Milestone(id.clone()).href();
    let inside = move || app().journal.with(|journal| said(journal, &id));
    el("a")
        .class(class)
        .attr("href", &href)
        .with([live(inside)])
}

fn said(journal: &Journal, id: &Id) -> El {
    let Some(milestone) = journal.milestone(id) else {
        return nothing();
    };
    let when = milestone.when.map_or_else(nothing, |when| {
        group([words(" "), el("small").say(&say_when(when))])
    });
    el("span").with([words(&milestone.words), when])
}
