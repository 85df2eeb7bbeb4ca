//! The services whose links were taken in: what each brought along, and taking it away again.

use super::{app, help, opened};
use crate::content::text::{fill, opening, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::service::Service;
use crate::route::Route;
use crate::state::device::{DayStyle, focus_on_heading, say_day};
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, heading, para, up};
use leptos::prelude::*;

/// All of them.
#[must_use]
pub fn services() -> El {
    let o = opening();
    let app = app();
    let list = live(move || {
        let journal = app.journal.read();
        let mut cards = Vec::new();
        for (id, service) in journal.services() {
            cards.push(card(id.clone(), service));
        }
        if cards.is_empty() {
            cards.push(para("soft", o.no_services));
        }
        group(cards)
    });
    group([
        up(&Route::More.href(), text().more),
        heading(o.services),
        para("", o.on_help),
        list,
    ])
}

fn card(id: Id, service: &Service) -> El {
    let o = opening();
    let app = app();
    let remove = move || {
        let removed = |journal: &Journal| journal.remove_service(&id);
        let outcome = app.journal.with_untracked(removed);
        let _ = app.keep(outcome, text().removed);
        focus_on_heading();
    };
    let added = fill(o.added_on, &[&say_day(service.added, DayStyle::Long)]);
    let remove =
        button("pill", o.remove, remove).attr("aria-label", &fill(o.remove_name, &[&service.name]));
    el("section")
        .class("card service")
        .attr("aria-label", &service.name)
        .with([
            el("h2").say(&service.name),
            opened::about(service),
            help::contacts(service),
            para("hint", &added),
            remove,
        ])
}
