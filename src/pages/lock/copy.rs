//! Copies that only a passcode opens.

use super::passcode::Secret;
use super::{problem, working};
use crate::content::text::{locking, text};
use crate::pages::app;
use crate::pages::more::{Look, copy_error, found_in, say_kept};
use crate::route::Route;
use crate::state::App;
use crate::state::lock::{LockedCopy, is_long_enough, locked_copy};
use crate::ui::dom::{El, Slot, el, group, nothing, slot};
use crate::ui::field::About;
use crate::ui::heading::{heading, link, para, send, up};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The page: saving such a copy, and opening one.
#[must_use]
pub fn copies() -> El {
    let app = app();
    let l = locking();
    let chosen = app.locked_copy.get_value();
    let (place, found) = slot();
    let opens = if chosen.is_empty() {
        link("pill wide", &Route::Kept.href(), text().open_copy)
    } else {
        place.show(|| match locked_copy(&chosen) {
            Ok(shut) => open_locked(shut, place.clone()),
            Err(error) => para("wrong", copy_error(error)),
        });
        nothing()
    };
    let saves = if app.is_lock_on() {
        nothing()
    } else {
        el("section").class("card pad").with([save(app)])
    };
    group([
        up(&Route::Kept.href(), text().kept),
        heading(l.locked_copies),
        el("div").attr("role", "status").with([found]),
        opens,
        saves,
    ])
}

/// Saving a copy under a passcode of its own, for a diary that has no lock.
fn save(app: App) -> El {
    let l = locking();
    let secret = Secret::default();
    let busy = RwSignal::new(false);
    let send_it = move || {
        let passcode = secret.get();
        if busy.get_untracked() {
            return;
        }
        if !is_long_enough(&passcode) {
            return secret.refuse(l.too_short);
        }
        busy.set(true);
        spawn_local(async move {
            say_kept(app, app.keep_locked_copy(&passcode).await, false);
            busy.try_set(false);
            secret.value.try_set(String::new());
        });
    };
    let about = About {
        id: "copy-passcode",
        label: l.new,
        hint: l.passcode_hint,
    };
    el("form").on_send(send_it).with([
        el("h2").say(l.lock_copy),
        para("hint", l.lock_copy_hint),
        para("hint", l.copy_forgotten),
        secret.field(about, "new-password"),
        secret.show(),
        working(busy),
        send("pill wide", l.lock_copy),
    ])
}

/// Asks for what opens an encrypted copy, and shows in the same place what is in it.
fn open_locked(shut: LockedCopy, place: Slot) -> El {
    let app = app();
    let l = locking();
    let secret = Secret::default();
    let busy = RwSignal::new(false);
    let shut = Rc::new(shut);
    let send_it = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (shut, place) = (Rc::clone(&shut), place.clone());
        spawn_local(async move {
            let opened = app.open_locked_copy(&shut, &secret.get()).await;
            busy.try_set(false);
            match opened {
                Ok((opened, preview)) => {
                    app.locked_copy.set_value(String::new());
                    place.show(|| found_in(app, opened, preview, Look::Open, place.clone()));
                }
                Err(why) => secret.refuse(problem(&why)),
            }
        });
    };
    let about = About {
        id: "copy-opens",
        label: l.copy_passcode,
        hint: "",
    };
    el("form").on_send(send_it).with([
        para("", l.copy_locked),
        secret.field(about, "off"),
        secret.show(),
        working(busy),
        send("pill wide", l.open),
    ])
}
