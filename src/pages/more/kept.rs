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
use crate::state::device::{Standing, ask_for_persistence, standing};
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
        live(move || if keeps(app) { how() } else { nothing() }),
        save_copy(),
        open_copy(),
        bring_along(),
    ])
}

/// Whether anything is kept at all: not of a diary apart, and not where the browser keeps nothing.
fn keeps(app: App) -> bool {
    app.diary == Diary::Own && !app.notices.get().contains(&Notice::NoCopy)
}

/// How the browser keeps it.
fn how() -> El {
    let (place, found) = slot();
    let may_ask = RwSignal::new(false);
    let look = move |ask_first: bool| {
        let place = place.clone();
        spawn_local(async move {
            if ask_first {
                ask_for_persistence().await;
            }
            let found = standing().await;
            may_ask.try_set(found.persistent == Some(false));
            place.show(|| facts(found));
        });
    };
    look(false);
    let ask = button("plain", text().ask_persist, move || look(true));
    let ask = ask.hidden_when(move || !may_ask.get());
    el("section").class("card").with([counted(), found, ask])
}

fn counted() -> El {
    let app = app();
    let t = text();
    el("p").class("row").say_live(move || {
        let count = app.journal.with(Journal::count);
        t.count(t.entries_one, t.entries_many, count)
    })
}

fn facts(found: Standing) -> El {
    let t = text();
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
    let installed = if found.installed {
        t.installed
    } else {
        t.not_installed
    };
    let offline = if found.offline_ready {
        t.offline_ready
    } else {
        t.not_offline_ready
    };
    for words in [persistence, installed, offline] {
        lines.push(para("row", words));
    }
    group(lines)
}
