//! What is kept on this device, said truly.

use super::below;
use super::bring::bring_along;
use super::copies::save_copy;
use super::open_copy::open_copy;
use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::pages::advice::advice;
use crate::pages::app;
use crate::state::apart::Diary;
use crate::state::device::{Standing, ask_for_persistence, on_offline_ready, standing};
use crate::state::{App, Notice};
use crate::ui::dom::{El, el, group, live, nothing, slot};
use crate::ui::heading::{button, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many, how much, how safely; copies; and what cannot be promised.
#[must_use]
pub fn kept() -> El {
    let app = app();
    let t = text();
    let words = move || if keeps(app) { t.kept_words } else { t.not_kept }.to_owned();
    group([
        below(t.kept),
        el("p").say_live(words),
        advice(),
        live(move || how(keeps(app))),
        save_copy(),
        open_copy(),
        bring_along(),
    ])
}

/// Whether anything is kept at all: not of a diary apart, and not where the browser keeps nothing.
fn keeps(app: App) -> bool {
    app.diary == Diary::Own && !app.notices.get().contains(&Notice::NoCopy)
}

/// How the browser keeps it, and how it opens.
fn how(keeps: bool) -> El {
    let (place, found) = slot();
    let may_ask = RwSignal::new(false);
    let look = move |ask_first: bool| {
        let place = place.clone();
        spawn_local(async move {
            if ask_first {
                ask_for_persistence().await;
            }
            let found = standing().await;
            may_ask.try_set(keeps && found.persistent == Some(false));
            place.show(|| facts(found, keeps));
        });
    };
    look(false);
    let ask = button("plain", text().ask_persist, move || look(true));
    let ask = ask.hidden_when(move || !may_ask.get());
    let counted = if keeps { counted() } else { nothing() };
    el("section")
        .class("card")
        .with([counted, found, network(), ask])
}

fn counted() -> El {
    let app = app();
    let t = text();
    el("p").class("row").say_live(move || {
        let count = app.journal.with(Journal::count);
        t.count(t.entries_one, t.entries_many, count)
    })
}

/// Whether it needs a network, said once that is known, and anew when it changes.
fn network() -> El {
    let t = text();
    let known = RwSignal::new(String::new());
    on_offline_ready(app(), move |ready| {
        let words = if ready {
            t.offline_ready
        } else {
            t.not_offline_ready
        };
        known.try_set(words.to_owned());
    });
    el("p")
        .class("row")
        .hidden_when(move || known.with(String::is_empty))
        .say_live(move || known.get())
}

fn facts(found: Standing, keeps: bool) -> El {
    let t = text();
    let installed = para(
        "row",
        if found.installed {
            t.installed
        } else {
            t.not_installed
        },
    );
    if !keeps {
        return installed;
    }
    let mut lines = Vec::new();
    if let Some(size) = found.kilobytes {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is whole and not negative; writing a fraction as text costs 11 kB"
        )]
        let size = size as u32;
        lines.push(para("row", &fill(t.space_used, &[&size.to_string()])));
    }
    let persistence = match found.persistent {
        Some(true) => t.persistent,
        Some(false) => t.not_persistent,
        None => t.persistence_unknown,
    };
    lines.push(para("row", persistence));
    lines.push(installed);
    group(lines)
}
