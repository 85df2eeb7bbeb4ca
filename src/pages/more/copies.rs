//! A copy as a file: saved, shared and checked.

use super::open_copy::{Look, choose_copy};
use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::state::App;
use crate::state::copies::ShareError;
use crate::state::device::{DayStyle, can_share, focus_on_heading, say_day};
use crate::ui::dom::{El, el, nothing};
use crate::ui::heading::{button, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The buttons that save a copy and, where the device has a sheet for that, share it. Once a copy is kept, `wanted` is
/// not so any more.
#[must_use]
pub(in crate::pages) fn keep_copy(wanted: RwSignal<bool>) -> El {
    let app = app();
    let t = text();
    let one = |class, label, share| button(class, label, move || keep(app, wanted, share));
    let share = if can_share() {
        one("pill", t.share_copy, true)
    } else {
        nothing()
    };
    el("div")
        .class("actions")
        .with([one("pill strong", t.save_copy, false), share])
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
        keep_copy(RwSignal::new(false)),
        choose_copy(t.check_copy, Look::Check),
    ])
}
