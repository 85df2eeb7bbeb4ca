//! The groups of the bank, to be put in order or hidden, and the milestones that were hidden one by one.

use super::groups;
use crate::content::milestones as bank;
use crate::content::text::{fill, keepsakes, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::movers::Arranged;
use crate::route::Route;
use crate::state::device::focus_on_heading;
use crate::ui::dom::{El, each, el, group, nothing};
use crate::ui::field::tick;
use crate::ui::heading::{button, heading, para, up};
use leptos::prelude::*;
use std::rc::Rc;

/// The groups and what is hidden.
#[must_use]
pub(super) fn arrange() -> El {
    let app = app();
    let k = keepsakes();
    let ids = move || {
        let groups = groups::all(&app.journal.with(Journal::settings));
        groups.iter().map(|group| group.id.to_owned()).collect()
    };
    let list = Arranged {
        ids: Rc::new(ids),
        shift: Rc::new(move |id, up| {
            app.set(|settings| settings.group_order = groups::moved(settings, id, up));
        }),
        said: RwSignal::new(String::new()),
    };
    let said = list.said;
    let reset = move || {
        app.set(|settings| settings.group_order.clear());
        said.set(k.a_to_z_done.to_owned());
    };
    group([
        up(&Route::Bank.href(), text().groups),
        heading(k.order),
        para("hint", k.order_hint),
        list.status(),
        el("ol")
            .class("arrange")
            .with([each(ids, move |id| row(id, &list))]),
        button("pill wide", k.a_to_z, reset),
        hidden(),
    ])
}

/// A group: whether it is shown, and the buttons that move it.
fn row(id: &str, list: &Arranged) -> El {
    let app = app();
    let k = keepsakes();
    let Some(group) = bank::group(id) else {
        return nothing();
    };
    let shows = move || !groups::is_hidden(&app.journal.with(Journal::settings), group.id);
    let toggle = move || {
        let hidden = shows();
        app.set(|settings| groups::hide(settings, group.id, hidden));
    };
    let tick = tick(shows, move || untrack(toggle));
    let name = el("span").with([el("b").say(group.title), el("small").say(k.shown)]);
    el("li").class("card").with([
        el("label").class("row").with([name, tick]),
        list.movers(group.id, group.title),
    ])
}

/// The milestones that were hidden one by one; nothing when there are none.
fn hidden() -> El {
    let app = app();
    let ids = move || {
        let hidden = groups::hidden_milestones(&app.journal.with(Journal::settings));
        hidden
            .iter()
            .map(|one| one.id.to_owned())
            .collect::<Vec<_>>()
    };
    el("section")
        .class("card")
        .hidden_when(move || ids().is_empty())
        .with([
            el("h2")
                .class("card-title")
                .say(keepsakes().hidden_milestones),
            each(ids, hidden_row),
        ])
}

fn hidden_row(id: &str) -> El {
    let app = app();
    let k = keepsakes();
    let Some(milestone) = bank::milestone(id) else {
        return nothing();
    };
    let show = move || {
        app.set(|settings| groups::hide(settings, milestone.id, false));
        focus_on_heading();
    };
    let show = button("pill", k.show_again, show)
        .attr("aria-label", &fill(k.show_again_name, &[milestone.words]));
    el("div")
        .class("row")
        .with([el("span").say(milestone.words), show])
}
