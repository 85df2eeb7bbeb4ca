//! The milestones that were reached, newest first, year by year.

use crate::content::text::{keepsakes, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::say_when;
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, each, el, group, live, nothing, words};
use crate::ui::heading::{heading, link, para, row_link};
use leptos::prelude::*;

/// The timeline, newest first.
#[must_use]
pub fn milestones() -> El {
    let t = text();
    let none_yet = move || {
        let empty = app()
            .journal
            .with(|journal| journal.milestones().is_empty());
        if empty {
            para("soft", t.no_milestones)
        } else {
            nothing()
        }
    };
    group([
        heading(t.milestones),
        link("big", &Route::Bank.href(), t.add_milestone),
        live(none_yet),
        each(years, year),
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

/// The years that have a milestone, latest first. One without a date is in the year it was marked.
fn years() -> Vec<String> {
    let years = app().journal.with(|journal| {
        let milestones = journal.milestones().into_iter();
        milestones
            .map(|(_, milestone)| milestone.place().year())
            .collect::<Vec<_>>()
    });
    let mut names = Vec::new();
    for year in years {
        let name = year.to_string();
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names
}

fn year(name: &str) -> El {
    let year = name.to_owned();
    let ids = move || {
        app().journal.with(|journal| {
            let milestones = journal.milestones().into_iter();
            milestones
                .filter(|(_, milestone)| milestone.place().year().to_string() == year)
                .map(|(id, _)| id.to_string())
                .collect()
        })
    };
    el("section").class("year").with([
        el("h2").say(name),
        el("ol").class("timeline").with([each(ids, item)]),
    ])
}

/// A milestone by its id.
fn item(id: &str) -> El {
    let Some(id) = Id::parse(id) else {
        return el("li");
    };
    let dot = el("span").class("stone").with([bloom([true; 5], false)]);
    el("li").with([dot, to_milestone(id, "")])
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
