//! The groups of the bank, to be put in order or hidden, and the milestones that were hidden one by one.

use super::groups;
use crate::content::milestones::{self as bank, Group};
use crate::content::text::{fill, keepsakes, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::{focus_on, focus_on_heading};
use crate::ui::dom::{El, each, el, group, nothing};
use crate::ui::heading::{button, heading, para, up};
use leptos::prelude::*;

/// The groups and what is hidden.
#[must_use]
pub(super) fn arrange() -> El {
    let app = app();
    let k = keepsakes();
    let said = RwSignal::new(String::new());
    let ids = move || {
        let groups = groups::all(&app.journal.with(Journal::settings));
        groups.iter().map(|group| group.id.to_owned()).collect()
    };
    let reset = move || {
        app.set(|settings| settings.group_order.clear());
        said.set(k.a_to_z_done.to_owned());
    };
    group([
        up(&Route::Bank.href(), text().groups),
        heading(k.order),
        para("hint", k.order_hint),
        el("p")
            .class("unseen")
            .attr("role", "status")
            .say_live(move || said.get()),
        el("ol")
            .class("arrange")
            .with([each(ids, move |id| row(id, said))]),
        button("pill wide", k.a_to_z, reset),
        hidden(),
    ])
}

/// A group: whether it is shown, and the buttons that move it.
fn row(id: &str, said: RwSignal<String>) -> El {
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
    let tick = el("input")
        .attr("type", "checkbox")
        .class("tick")
        .checked_when(shows)
        .on("change", move |_| untrack(toggle));
    let name = el("span").with([el("b").say(group.title), el("small").say(k.shown)]);
    el("li").class("card").with([
        el("label").class("row").with([name, tick]),
        el("div")
            .class("by-one")
            .with([mover(group, true, said), mover(group, false, said)]),
    ])
}

/// A button that moves a group by one place. It keeps the focus, also at the end of the list, where it does nothing.
fn mover(group: &'static Group, up: bool, said: RwSignal<String>) -> El {
    let app = app();
    let k = keepsakes();
    let (word, name) = if up {
        (k.move_up, k.move_up_name)
    } else {
        (k.move_down, k.move_down_name)
    };
    let id = [if up { "up-" } else { "down-" }, group.id].concat();
    let at_the_end = move || {
        let groups = groups::all(&app.journal.with(Journal::settings));
        let end = if up { groups.first() } else { groups.last() };
        end.is_some_and(|end| end.id == group.id)
    };
    let focus = id.clone();
    let act = move || {
        if untrack(at_the_end) {
            return;
        }
        app.set(|settings| settings.group_order = groups::moved(settings, group.id, up));
        let groups = groups::all(&app.journal.with_untracked(Journal::settings));
        let place = groups.iter().position(|other| other.id == group.id);
        let place = place.map_or(0, |place| place + 1).to_string();
        said.set(fill(k.moved, &[group.title, &place]));
        // Moving an element takes the focus away from it.
        focus_on(&focus);
    };
    button("pill", word, act)
        .attr("id", &id)
        .attr("aria-label", &fill(name, &[group.title]))
        .attr_live("aria-disabled", move || {
            at_the_end().then(|| "true".to_owned())
        })
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
