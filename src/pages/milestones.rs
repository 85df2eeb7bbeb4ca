//! Milestones: the bank, the form, what was reached, and what can be made of it.

mod arrange;
mod bank;
mod below;
mod card;
mod form;
mod groups;
mod proud;
mod reached;
mod timeline;

pub(super) use groups::is_hidden;

use super::app;
use super::from_file::from_file;
use crate::content::milestones as content;
use crate::content::text::text;
use crate::domain::id::Id;
use crate::domain::milestone::Milestone;
use crate::route::Route;
use crate::ui::dom::{self, El};
use crate::ui::heading::{heading, para, up};
use leptos::prelude::*;

pub use proud::proud;
pub(super) use timeline::in_timeline;
pub use timeline::milestones;

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

/// The groups of milestones, to be put in order or hidden.
#[must_use]
pub fn arrange() -> El {
    with_bank(arrange::arrange)
}

/// A milestone that was just reached.
#[must_use]
pub fn reached(id: &Id) -> El {
    let id = id.clone();
    with_bank(move || reached::reached(&id))
}

/// A milestone as a card to keep.
#[must_use]
pub fn card(id: &Id) -> El {
    let id = id.clone();
    with_bank(move || card::card(&id))
}

/// The milestone with this id, unless it is gone or belongs to the recovery parts while they are off.
fn shown(id: &Id) -> Option<Milestone> {
    app().journal.with_untracked(|journal| {
        let found = journal.milestone(id);
        found.filter(|found| journal.shows(found.recovery)).cloned()
    })
}

/// In place of a milestone that is not there.
fn not_there() -> El {
    let t = text();
    dom::group([
        up(&Route::Milestones.href(), t.milestones),
        heading(t.new_milestone),
        para("", t.not_there),
    ])
}

/// A page that needs the bank. It is a file of its own, so that a first visit need not wait for it.
pub(super) fn with_bank(page: impl FnOnce() -> El + 'static) -> El {
    draw_with_bank(Box::new(page))
}

fn draw_with_bank(page: Box<dyn FnOnce() -> El>) -> El {
    if content::is_here() {
        return page();
    }
    let draw = move |bank: String| content::provide(bank).then(page);
    from_file(content::FILE, text().add_milestone, Box::new(draw))
}
