//! Deleting everything, at two separate taps.

use super::below;
use crate::content::text::{locking, text};
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::apart::Diary;
use crate::state::device::{clear_copied, focus_on, forget_app, start_anew};
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
    /// It was done, and this came of it.
    done: RwSignal<Option<Gone>>,
}

/// What is gone, so that no more is said of it than is so.
#[derive(Clone, Copy)]
struct Gone {
    /// Both places where entries are kept could be reached.
    everything: bool,
    /// The app's own files.
    files: bool,
    /// What this page had copied; `None` when it had copied nothing.
    copied: Option<bool>,
}

/// Asks twice, then deletes.
#[must_use]
pub fn delete() -> El {
    let app = app();
    let t = text();
    let steps = Steps {
        sure: RwSignal::new(false),
        failed: RwSignal::new(false),
        done: RwSignal::new(None),
    };
    if app.diary != Diary::Own {
        // It is in memory alone, and what is on the device is another one.
        return group([below(t.delete), para("told", locking().not_own_delete)]);
    }
    // Only the end draws the page anew: the second button must keep the focus when deleting fails.
    let body = move || match steps.done.get() {
        Some(gone) => group([
            el("div").attr("role", "status").with(told(gone)),
            button("big", locking().start_anew, start_anew),
        ]),
        None => questions(app, steps),
    };
    group([below(t.delete), live(body)])
}

fn told(gone: Gone) -> Vec<El> {
    let l = locking();
    let mut words = vec![
        if gone.everything {
            text().deleted
        } else {
            l.deleted_reached
        },
        if gone.files {
            l.deleted_files
        } else {
            l.files_stay
        },
    ];
    words.extend(gone.copied.map(|is_gone| {
        if is_gone {
            l.deleted_copied
        } else {
            l.copied_stays
        }
    }));
    words.push(l.deleted_stays);
    words.into_iter().map(|words| para("", words)).collect()
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
        // First of all: some browsers let a page empty the clipboard only while a tap is fresh.
        let copied = clear_copied().await;
        if let Ok(everything) = app.delete_everything().await {
            let files = forget_app().await;
            steps.done.set(Some(Gone {
                everything,
                files,
                copied,
            }));
        } else {
            steps.failed.set(true);
        }
    });
}
