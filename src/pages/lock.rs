//! The lock: turning it on, what it does by itself, changing it, taking it off; and the screen of a locked diary.

mod copy;
mod on;
mod passcode;
mod shut;

use super::app;
use crate::content::text::{locking, text};
use crate::route::Route;
use crate::state::apart::Diary;
use crate::state::lock::{LockProblem, StoreError};
use crate::ui::dom::{El, el, follow, group, live, nothing};
use crate::ui::heading::{details, heading, para, up};
pub use copy::copies;
use leptos::prelude::*;
use passcode::NewLock;

/// The page: all about the lock.
#[must_use]
pub fn lock() -> El {
    let app = app();
    if app.locked.get_untracked() {
        return shut::shut();
    }
    let l = locking();
    // Drawn anew when it is turned on or off.
    let on = RwSignal::new(app.is_lock_on());
    // Whether there is a durable copy is known a moment later. Only once: a form that is sent must stay.
    let ready = RwSignal::new(false);
    follow(move || {
        if app.loaded.get() && !ready.get_untracked() {
            ready.set(true);
        }
    });
    let body = move || {
        if on.get() {
            return on::on(app, on);
        }
        let form = if !ready.get() {
            nothing()
        } else if app.can_lock() {
            NewLock::default().first(app, on)
        } else {
            para(
                "told",
                if app.diary == Diary::Own {
                    l.not_here
                } else {
                    l.not_own
                },
            )
        };
        group([para("", l.intro), limits(), form])
    };
    group([
        up(&Route::More.href(), text().more),
        heading(l.title),
        live(body),
    ])
}

/// What a lock can and cannot do, in plain words, before one is set.
fn limits() -> El {
    let l = locking();
    let lines = [
        l.limit_forgotten,
        l.limit_short,
        l.limit_open,
        l.limit_remembered,
        l.limit_app,
        l.limit_before,
        l.limit_old,
    ];
    let list = el("ul").with(lines.map(|line| el("li").say(line)));
    details("card pad", l.limits, true, list)
}

/// Why something about the lock did not work; nothing when it did.
fn problem(problem: &LockProblem) -> &'static str {
    let l = locking();
    match problem {
        LockProblem::Wrong => l.wrong,
        LockProblem::Damaged => l.damaged,
        LockProblem::TooNew => l.newer,
        LockProblem::NotSaved => l.not_saved,
        LockProblem::NotHere => l.not_here,
        LockProblem::Store(StoreError::Full) => l.full,
        LockProblem::Store(_) => l.failed,
    }
}

/// Says that something is being worked on, which takes a while on an old phone.
fn working(busy: RwSignal<bool>) -> El {
    el("p")
        .attr("role", "status")
        .say_live(move || if busy.get() { locking().working } else { "" }.to_owned())
}
