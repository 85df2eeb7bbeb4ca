//! A form that was begun keeps what was typed, and says when what it shows was changed elsewhere.

use super::app;
use crate::content::text::{fill, text};
use crate::state::device::{Timer, after, here, pause};
use crate::ui::dom::{El, el, fill_in, group, typed_in};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// How long after the last letter what is typed is kept, in milliseconds.
const PAUSE: i32 = 500;

/// The form, with what was typed into it at an earlier visit and not sent.
#[must_use]
pub(super) fn keeps_draft(form: El) -> El {
    let app = app();
    let address = here();
    let untouched = typed_in(&form);
    let found = RwSignal::new(String::new());
    // Not tied to the page: what was typed last is kept when the person is gone already.
    let timer = Rc::new(RefCell::new(None::<Timer>));
    let (sent, fields) = (Rc::clone(&timer), form.clone());
    let (from, first) = (address.clone(), untouched.clone());
    let keep = move || {
        let (fields, address, untouched) = (fields.clone(), address.clone(), untouched.clone());
        let keep_now = move || {
            let typed = typed_in(&fields);
            app.keep_draft(&address, (typed != untouched).then_some(typed));
        };
        timer.replace(Some(after(PAUSE, keep_now)));
    };
    let again = form.clone();
    spawn_local(async move {
        let typed = app.read_draft(&from).await;
        if !typed.is_empty() && typed != first && typed_in(&again) == first {
            fill_in(&again, &typed, pause).await;
            found.try_set(text().typed_before.to_owned());
        }
    });
    group([
        el("p").attr("role", "status").say_live(move || found.get()),
        form.on("input", move |_| keep())
            // It is saved now, or it says that it is not.
            .on("submit", move |_| drop(sent.take())),
    ])
}

/// Says what something was changed to in another tab while its form was open.
#[must_use]
pub(super) fn changed_elsewhere(
    old: String,
    typed: RwSignal<String>,
    now: impl Fn() -> Option<String> + 'static,
) -> El {
    let now: Box<dyn Fn() -> Option<String>> = Box::new(now);
    let told = move || match now() {
        Some(now) if now != old && now != typed.get() => fill(text().changed_elsewhere, &[&now]),
        _ => String::new(),
    };
    el("p").class("wrong").attr("role", "status").say_live(told)
}
