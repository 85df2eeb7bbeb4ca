//! A copy as a file: saved, shared and checked.

use super::open_copy::{Look, choose_copy};
use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::state::App;
use crate::state::copies::ShareError;
use crate::state::device::{DayStyle, can_share, focus_on_heading, say_day};
use crate::ui::dom::{El, el};
use crate::ui::heading::{button, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button that saves a copy, in a row for more of them. Once a copy is kept, `wanted` is not so any more.
#[must_use]
pub(in crate::pages) fn save_button(wanted: RwSignal<bool>) -> El {
    let app = app();
    let save = move || keep(app, wanted, false);
    el("div")
        .class("actions")
        .with([button("pill strong", text().save_copy, save)])
}

/// The buttons that save a copy and, where the device has a sheet for that, share it.
#[must_use]
pub(super) fn keep_copy() -> El {
    let app = app();
    let wanted = RwSignal::new(false);
    let save = save_button(wanted);
    if can_share() {
        let share = move || keep(app, wanted, true);
        return save.with([button("pill", text().share_copy, share)]);
    }
    save
}

fn keep(app: App, wanted: RwSignal<bool>, share: bool) {
    spawn_local(async move {
        let t = text();
        let kept = app.keep_copy(share).await;
        app.say(match kept {
            Ok(()) if share => t.copy_shared,
            Ok(()) => t.copy_saved,
            Err(ShareError::Cancelled) => return,
            Err(ShareError::Failed) => t.copy_failed,
        });
        // The page may have gone while the sheet was open.
        if kept.is_ok() && wanted.try_get_untracked() == Some(true) {
            wanted.set(false);
            focus_on_heading();
        }
    });
}

/// When the last copy was kept.
#[must_use]
pub(super) fn last_copy() -> String {
    let t = text();
    match app().journal.with(Journal::settings).last_copy {
        Some(day) => fill(t.last_copy, &[&say_day(day, DayStyle::Long)]),
        None => t.no_copy_yet.to_owned(),
    }
}

/// Saving a copy, and checking one.
#[must_use]
pub(super) fn save_copy() -> El {
    let t = text();
    el("section").class("card pad").with([
        el("h2").say(t.save_copy),
        el("p").say_live(last_copy),
        para("hint", t.copy_warning),
        keep_copy(),
        choose_copy(t.check_copy, Look::Check),
    ])
}
