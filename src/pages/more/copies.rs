//! A copy as a file: saved, shared and checked.

use super::open_copy::{Look, choose_copy};
use crate::content::text::{fill, locking, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::copies::ShareError;
use crate::state::device::{DayStyle, can_share, focus_on_heading, say_day};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{button, para, row_link};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button that saves a copy, in a row for more of them. Once a copy is kept, `wanted` is not so any more.
#[must_use]
pub(in crate::pages) fn save_button(wanted: RwSignal<bool>) -> El {
    let app = app();
    let save = move || keep(app, wanted);
    el("div")
        .class("actions")
        .with([button("pill strong", text().save_copy, save)])
}

/// What a copy of a locked diary is, and one that anyone can open beside it; for one without a lock, the other way round.
fn other_kind(app: App) -> El {
    let l = locking();
    if app.is_lock_on() {
        let save = move || {
            spawn_local(async move { say_kept(app, app.keep_open_copy().await, false) });
        };
        return group([
            para("hint", l.copy_opens_by),
            button("plain", l.open_to_all, save),
        ]);
    }
    let locked = row_link(
        &Route::LockedCopies.href(),
        l.locked_copies,
        l.lock_copy_hint,
    );
    group([para("hint", text().copy_warning), locked])
}

/// Says what came of it.
pub(in crate::pages) fn say_kept(app: App, kept: Result<(), ShareError>, shared: bool) {
    let t = text();
    app.say(match kept {
        Ok(()) if shared => t.copy_shared,
        Ok(()) => t.copy_saved,
        Err(ShareError::Cancelled) => return,
        Err(ShareError::Failed) => t.copy_failed,
    });
}

/// The buttons that save a copy and, where the device has a sheet for that, share it.
#[must_use]
pub(super) fn keep_copy() -> El {
    let app = app();
    let wanted = RwSignal::new(false);
    let save = save_button(wanted);
    if can_share() {
        let share = move || {
            spawn_local(async move { came(app, wanted, app.share_copy().await, true) });
        };
        return save.with([button("pill", text().share_copy, share)]);
    }
    save
}

fn keep(app: App, wanted: RwSignal<bool>) {
    spawn_local(async move { came(app, wanted, app.keep_copy().await, false) });
}

/// Says what came of it, and that it is not wanted any more.
fn came(app: App, wanted: RwSignal<bool>, kept: Result<(), ShareError>, shared: bool) {
    say_kept(app, kept, shared);
    // The page may have gone while the sheet was open.
    if kept.is_ok() && wanted.try_get_untracked() == Some(true) {
        wanted.set(false);
        focus_on_heading();
    }
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
        keep_copy(),
        other_kind(app()),
        choose_copy(t.check_copy, Look::Check),
    ])
}
