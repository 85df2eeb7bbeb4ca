//! What stands around the form of a milestone: the Ways it touches, and what else can be done with it.

use super::groups;
use super::proud::proud_tick;
use crate::content::milestones::BankMilestone;
use crate::content::text::{keepsakes, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::way::Way;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::go_instead;
use crate::ui::dom::{El, el, nothing};
use crate::ui::heading::{button, link};
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// The Ways that a milestone touches, as small marks with their names.
#[must_use]
pub(super) fn ways(milestone: &BankMilestone) -> El {
    let k = keepsakes();
    if milestone.ways.is_empty() {
        return nothing();
    }
    let one = |way: Way| {
        el("li")
            .class(way.slug())
            .with([way_mark(way.index()), el("span").say(text().way(way))])
    };
    el("ul")
        .class("touches")
        .attr("aria-label", k.touches)
        .with(milestone.ways.iter().map(one))
}

/// Below a milestone that was reached: whether the person is proud of it, and a card of it.
#[must_use]
pub(super) fn of_reached(id: &Id) -> El {
    el("div").class("moment").with([
        proud_tick(id),
        link(
            "pill wide",
            &Route::Card(id.clone()).href(),
            keepsakes().make_card,
        ),
    ])
}

/// A button that hides a milestone of the bank for good; where the groups are put in order it can be shown again.
#[must_use]
pub(super) fn hide(milestone: &'static BankMilestone) -> El {
    let app = app();
    let k = keepsakes();
    let hide = move || {
        let hidden = app.journal.with_untracked(|journal| {
            let mut settings = journal.settings();
            groups::hide(&mut settings, milestone.id, true);
            journal.set(settings)
        });
        let _ = app.keep(Ok(hidden), k.hidden);
        let group = Id::parse(milestone.group).map_or(Route::Bank, Route::Group);
        go_instead(&group.href());
    };
    let hidden = move || groups::is_hidden(&app.journal.with(Journal::settings), milestone.id);
    button("plain", k.hide, hide).hidden_when(hidden)
}
