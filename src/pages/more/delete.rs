//! Deleting everything, at two separate taps.

use super::below;
use crate::content::text::{locking, text};
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{focus_on, forget_app, start_anew};
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far it has come.
#[derive(Clone, Copy)]
struct Steps {
    /// The first tap was made.
    sure: RwSignal<bool>,
    /// It was tried, and could not be done.
    failed: RwSignal<bool>,
    /// It was done.
    done: RwSignal<bool>,
}

/// Asks twice, then deletes.
#[must_use]
pub fn delete() -> El {
    let app = app();
    let t = text();
    let steps = Steps {
        sure: RwSignal::new(false),
        failed: RwSignal::new(false),
        done: RwSignal::new(false),
    };
    // Only the end draws the page anew: the second button must keep the focus when deleting fails.
    let body = move || {
        if steps.done.get() {
            let l = locking();
            let words = [t.deleted, l.deleted_all, l.deleted_stays].map(|words| para("", words));
            group([
                el("div").attr("role", "status").with(words),
                button("big", l.start_anew, start_anew),
            ])
        } else {
            questions(app, steps)
        }
    };
    group([below(t.delete), live(body)])
}

fn questions(app: App, steps: Steps) -> El {
    let t = text();
    let Steps { sure, failed, .. } = steps;
    let ask_again = move || {
        sure.set(true);
        focus_on("sure");
    };
    // Nothing can be shown of a locked diary; its copy stays locked, too.
    let copy = if app.locked.get_untracked() {
        link("plain", "./rescue.html", locking().save_locked)
    } else {
        link("plain", &Route::Kept.href(), t.save_copy)
    };
    let question = el("p").attr("id", "sure").attr("tabindex", "-1");
    let alert = el("p").class("wrong").attr("role", "alert");
    group([
        el("p").say(t.delete_words),
        el("p").say(t.delete_copies),
        el("p").with([copy]),
        button("pill wide", t.delete_first, ask_again).hidden_when(move || sure.get()),
        // Where the first button was stands the way back: on a slow phone a person taps twice in one place.
        el("div")
            .with([
                link("pill wide", &Route::More.href(), t.cancel),
                question.say(t.delete_sure),
                button("pill wide go", t.delete_second, move || {
                    delete_now(app, steps);
                }),
            ])
            .hidden_when(move || !sure.get()),
        alert.say_live(move || if failed.get() { t.delete_failed } else { "" }.to_owned()),
    ])
}

fn delete_now(app: App, steps: Steps) {
    spawn_local(async move {
        if app.delete_everything().await.is_ok() {
            forget_app().await;
            steps.done.set(true);
        } else {
            steps.failed.set(true);
        }
    });
}
