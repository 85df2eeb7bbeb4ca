//! The start dates: those that count or rest, the chapters of the story, and those out of sight. Nothing is summed.

use super::card::said;
use super::found;
use crate::content::text::{starts as texts, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::start_date::StartDate;
use crate::pages::app;
use crate::pages::nowhere::nowhere;
use crate::route::Route;
use crate::ui::dom::{El, each, el, group, live, nothing};
use crate::ui::heading::{heading, link, para, up};
use leptos::prelude::*;

/// Which of the start dates a list has.
type Which = fn(&StartDate) -> bool;

/// The start dates.
#[must_use]
pub fn starts() -> El {
    if !app().journal.with_untracked(Journal::shows_recovery) {
        return nowhere();
    }
    let s = texts();
    let running: Which = |start| start.until.is_none() && !start.hidden;
    let chapters: Which = |start| start.until.is_some() && !start.hidden;
    let hidden: Which = |start| start.hidden;
    group([
        up(&Route::Milestones.href(), text().milestones),
        heading(text().start_dates),
        para("soft", s.intro),
        link("big", &Route::NewStart.href(), s.add),
        list(running),
        el("section")
            .hidden_when(move || ids(chapters).is_empty())
            .with([el("h2").say(s.story), list(chapters)]),
        el("details")
            .hidden_when(move || ids(hidden).is_empty())
            .with([el("summary").say(s.hidden), list(hidden)]),
    ])
}

fn list(which: Which) -> El {
    el("ul")
        .class("starts")
        .with([each(move || ids(which), item)])
}

fn ids(which: Which) -> Vec<String> {
    app().journal.with(|journal| {
        let mut ids = Vec::new();
        for (id, start) in journal.starts() {
            if which(start) {
                ids.push(id.to_string());
            }
        }
        ids
    })
}

/// A start date by its id. Its words follow the journal, so that one changed elsewhere keeps its place and the focus.
fn item(id: &str) -> El {
    let app = app();
    let Some(id) = Id::parse(id) else {
        return el("li");
    };
    let href = Route::Start(id.clone()).href();
    let inside = move || {
        let start = app.journal.with(|journal| found(journal, &id));
        start.map_or_else(nothing, |start| said(&start, app.today.get()))
    };
    el("li").with([el("a")
        .class("card start")
        .attr("href", &href)
        .with([live(inside)])])
}
