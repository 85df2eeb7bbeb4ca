//! The milestones that were reached, as a timeline.

mod bank;
mod form;

use super::app;
use crate::content::milestones as content;
use crate::content::text::text;
use crate::domain::id::Id;
use crate::route::Route;
use crate::state::device::{focus_on_heading, own_file, reload, say_when};
use crate::ui::dom::{self, El, each, el, live, nothing, slot, words};
use crate::ui::heading::{button, heading, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Search, own words, and the groups of the bank.
#[must_use]
pub fn bank() -> El {
    with_bank(bank::bank)
}

/// One group of the bank.
#[must_use]
pub fn group(id: &Id) -> El {
    let id = id.clone();
    with_bank(move || bank::group(&id))
}

/// A milestone to mark, from the bank or in own words.
#[must_use]
pub fn new(id: Option<&Id>) -> El {
    let id = id.cloned();
    with_bank(move || form::new(id.as_ref()))
}

/// A milestone that was reached, to be changed or un-ticked.
#[must_use]
pub fn edit(id: &Id) -> El {
    let id = id.clone();
    with_bank(move || form::edit(&id))
}

/// What the person is proud of.
#[must_use]
pub fn proud() -> El {
    super::nowhere::nowhere()
}

/// The groups of milestones, to be put in order or hidden.
#[must_use]
pub fn arrange() -> El {
    super::nowhere::nowhere()
}

/// A milestone that was just reached.
#[must_use]
pub fn reached(_id: &Id) -> El {
    super::nowhere::nowhere()
}

/// A milestone as a card to keep.
#[must_use]
pub fn card(_id: &Id) -> El {
    super::nowhere::nowhere()
}

/// A page that needs the bank. It is a file of its own, so that a first visit need not wait for it.
fn with_bank(page: impl FnOnce() -> El + 'static) -> El {
    draw_with_bank(Box::new(page))
}

fn draw_with_bank(page: Box<dyn FnOnce() -> El>) -> El {
    if content::is_here() {
        return page();
    }
    let (place, found) = slot();
    spawn_local(async move {
        let bank = own_file(content::FILE).await;
        place.show(|| {
            if bank.is_some_and(content::provide) {
                return page();
            }
            let t = text();
            dom::group([
                heading(t.add_milestone),
                para("", t.not_loaded),
                button("pill", t.try_again, reload),
            ])
        });
        focus_on_heading();
    });
    found
}

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
    dom::group([
        heading(t.milestones),
        link("big", &Route::Bank.href(), t.add_milestone),
        live(none_yet),
        el("ol").class("timeline").with([each(in_order, item)]),
        para("hint", t.any_order),
    ])
}

fn in_order() -> Vec<String> {
    app().journal.with(|journal| {
        let milestones = journal.milestones().into_iter();
        milestones.map(|(id, _)| id.to_string()).collect()
    })
}

/// A milestone by its id. Its words follow the journal, so that one changed elsewhere keeps its place and the focus.
fn item(id: &str) -> El {
    let Some(id) = Id::parse(id) else {
        return el("li");
    };
    let href = Route::Milestone(id.clone()).href();
    let inside = move || {
        app().journal.with(|journal| {
            let Some(milestone) = journal.milestone(&id) else {
                return nothing();
            };
            let when = milestone
                .when
                .map_or_else(nothing, |when| el("small").say(&say_when(when)));
            dom::group([words(&milestone.words), when])
        })
    };
    el("li").with([el("a").attr("href", &href).with([live(inside)])])
}
