//! A form that was begun keeps what was typed, and says when what it shows was changed elsewhere.

use super::app;
use crate::content::text::{fill, text};
use crate::state::device::{after, here, pause};
use crate::state::typing::Keep;
use crate::state::{App, Saving};
use crate::ui::dom::{El, el, fill_in, follow, group, typed_in};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long to wait before looking again whether a form is saved, in milliseconds.
const MOMENT: i32 = 50;

/// The form, with what was typed into it at an earlier visit and not sent.
#[must_use]
pub(super) fn keeps_draft(form: El) -> El {
    keeps_draft_of(form, here())
}

/// Forgets what was typed into a form that stays on its page, once what it held is saved; until then it may still be
/// needed. A form that goes on to another page does this by itself.
pub(super) fn forget_draft(app: App, address: String) {
    // Not at once: the form tells its letters once more when it is sent.
    let saved = move || match app.saving.get_untracked() {
        Saving::Saving => forget_draft(app, address),
        Saving::NotSaved(_) => {}
        _ => app.keep_draft(&address, None),
    };
    after(MOMENT, saved).forget();
}

/// The same for one of several forms of a page: `address` is that of the page, and more.
#[must_use]
pub(super) fn keeps_draft_of(form: El, address: String) -> El {
    let app = app();
    let untouched = typed_in(&form);
    let found = RwSignal::new(String::new());
    let (again, from, first) = (form.clone(), address.clone(), untouched.clone());
    follow(move || {
        // The durable copy has it, and that opens after the page is drawn.
        if !app.loaded.get() {
            return;
        }
        let (again, from, first) = (again.clone(), from.clone(), first.clone());
        spawn_local(async move {
            let typed = app.read_draft(&from).await;
            if !typed.is_empty() && typed != first && typed_in(&again) == first {
                fill_in(&again, &typed, pause).await;
                found.try_set(text().typed_before.to_owned());
            }
        });
    });
    let fields = form.clone();
    // Not tied to the page: what was typed last is kept when the person is gone already.
    let keep: Keep = Rc::new(move || {
        let typed = typed_in(&fields);
        app.keep_draft(&address, (typed != untouched).then_some(typed));
    });
    let typed = move || app.keep_soon(&keep);
    group([
        el("p").attr("role", "status").say_live(move || found.get()),
        form.on("input", move |_| typed())
            // Sent is not saved yet.
            .on("submit", move |_| app.keep_typed()),
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
