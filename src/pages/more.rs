//! Everything else: how the app looks, what is kept, and what it is.

mod about;
mod bring;
mod copies;
mod delete;
mod kept;
mod moving;
mod open_copy;
mod reminders;
mod replace;
mod settings;
mod take;

pub use about::about;
pub use bring::bring;
pub(super) use copies::{save_button, say_kept};
pub use delete::delete;
pub use kept::kept;
pub use moving::moving;
pub(super) use open_copy::{Look, copy_error, found_in};
pub use reminders::reminders;
pub use settings::{appearance, days, parts};
pub use take::take;

use crate::content::text::{locking, making, opening, plans, printing, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::heading::{heading, row_link, up};
use leptos::prelude::*;

/// The list of what there is.
#[must_use]
pub fn more() -> El {
    let t = text();
    let l = locking();
    let kept = live(|| row_link(&Route::Kept.href(), text().kept, &copies::last_copy()));
    let on_device = [
        (Route::Moving, t.moving),
        (Route::Take, t.take),
        (Route::Lock, l.title),
        (Route::Sight, l.sight),
        (Route::Unsaved, t.unsaved),
        (Route::Delete, t.delete),
    ];
    let parts = parts_title();
    let as_i_like = [
        (Route::Appearance, t.appearance),
        (Route::Days, t.days_weeks),
        (Route::Parts, parts.as_str()),
        (Route::MyWords, t.my_words),
    ];
    let has_services = |journal: &Journal| !journal.services().is_empty();
    let services = if super::app().journal.with_untracked(has_services) {
        row_link(&Route::Services.href(), opening().services, "")
    } else {
        nothing()
    };
    let to_show = [
        (Route::Prints, printing().title),
        (Route::Demo(None), t.demo),
        (Route::Practitioner, t.for_workers),
        (Route::LinkMaker, making().title),
        (Route::About, t.about_title),
    ];
    group([
        heading(t.more),
        for_me(),
        card(t.on_device, kept, &on_device),
        card(t.as_i_like, nothing(), &as_i_like),
        card(t.to_show, services, &to_show),
    ])
}

/// Rows that belong together.
fn card(name: &str, first: El, rows: &[(Route, &str)]) -> El {
    let mut inside = vec![first];
    for (route, words) in rows {
        inside.push(row_link(&route.href(), words, ""));
    }
    el("nav")
        .class("card")
        .attr("aria-label", name)
        .with(inside)
}

/// What the person writes for themselves, and what there is to read.
fn for_me() -> El {
    let p = plans();
    let t = text();
    let read = |page: &str| Id::parse(page).map_or(Route::Support, Route::Read);
    let rows = [
        (Route::CheckUps, t.checkup),
        (Route::Plan, t.my_plan),
        (Route::Worker, p.worker),
        (Route::Reminders, t.reminders),
        (Route::Strengths, p.strengths),
        (Route::Support, p.support),
        (read("ask"), p.can_ask),
        (read("caring"), p.caring),
    ];
    card(t.for_me, nothing(), &rows)
}

/// The top of a page below More.
pub(super) fn below(title: &str) -> El {
    group([up(&Route::More.href(), text().more), heading(title)])
}

/// What the recovery parts are called in the person's own word.
fn parts_title() -> String {
    let settings = super::app().journal.with_untracked(Journal::settings);
    text().parts_title(settings.word)
}
