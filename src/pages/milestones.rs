//! The milestones that were reached, as a timeline.

mod bank;
mod form;

pub use bank::{bank, group};
pub use form::{edit, new};

use super::app;
use crate::content::text::text;
use crate::domain::id::Id;
use crate::route::Route;
use crate::state::device::say_when;
use crate::ui::dom::{self, El, each, el, live, nothing, words};
use crate::ui::heading::{heading, link, para};
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
    dom::group([
        heading(t.milestones),
        link("big", &Route::Bank.href(), t.add_milestone),
        live(none_yet),
        el("ol").class("timeline").with([each(reached, item)]),
        para("hint", t.any_order),
    ])
}

fn reached() -> Vec<String> {
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
