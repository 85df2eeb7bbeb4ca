//! The services whose links were taken in: what each brought along, and taking it away again.

use super::{app, help, opened};
use crate::content::help_lines;
use crate::content::text::{fill, opening, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::service::Service;
use crate::route::Route;
use crate::state::device::{DayStyle, focus_on_heading, say_day};
use crate::state::links::{self, Refused};
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, heading, link, para, up};
use leptos::prelude::*;

/// The contacts of each, for Help: behind a tap, under whose they are. A service whose own words would mislead has no
/// contacts here, whoever put it into the diary; it is still listed on its page, and can be removed there.
#[must_use]
pub fn on_help() -> El {
    let o = opening();
    let app = app();
    live(move || {
        let mut added = Vec::new();
        for (_, service) in app.journal.read().services() {
            if service.contacts.is_empty() {
                continue;
            }
            added.push(if links::fault_of(service).is_some() {
                el("div").class("card pad").with([
                    para("", o.not_shown_service),
                    link("pill", &Route::Services.href(), o.services),
                ])
            } else {
                let title = fill(text().added_by, &[&service.name]);
                help::folded(&title, contacts(service))
            });
        }
        group(added)
    })
}

/// The contacts of a service, and that they may be out of date. A number is shown as it is dialled, whatever stands beside
/// it; of a contact that would mislead only its name is shown, and why.
pub(super) fn contacts(service: &Service) -> El {
    let mut lines = Vec::new();
    if service.is_old(app().today.get_untracked()) {
        lines.push(el("div").class("call").say(text().may_be_old));
    }
    for contact in &service.contacts {
        if let Some(stored) = help_lines::parse(contact) {
            match links::contact_of(&stored) {
                Ok(contact) => {
                    let written = opened::line_of(&contact);
                    lines.extend(help_lines::parse(&written).map(|line| help::line(&line)));
                }
                Err(reason) => lines.push(not_shown(stored.name, reason)),
            }
        }
    }
    group(lines)
}

fn not_shown(name: &str, reason: Refused) -> El {
    let why = fill(opening().not_shown, &[opened::why(reason)]);
    let about = el("div").with([el("b").say(name), el("small").say(&why)]);
    el("div").class("call").with([about])
}

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
    let told = match links::fault_of(service) {
        Some(reason) => para("", &fill(o.not_told, &[opened::why(reason)])),
        None => group([opened::about(service), contacts(service)]),
    };
    let added = fill(o.added_on, &[&say_day(service.added, DayStyle::Long)]);
    let remove =
        button("pill", o.remove, remove).attr("aria-label", &fill(o.remove_name, &[&service.name]));
    el("section")
        .class("card service")
        .attr("aria-label", &service.name)
        .with([
            el("h2").say(&service.name),
            told,
            para("hint", &added),
            remove,
        ])
}
