//! The screen of a locked diary. It says nothing about whose it is, or what is in it.

use super::passcode::Secret;
use super::{problem, working};
use crate::content::text::{fill, locking, text};
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{after, focus_on, focus_on_heading, go};
use crate::state::lock::{By, LockProblem, hush_address, note_wrong, seconds_to_wait};
use crate::ui::dom::{El, el, group};
use crate::ui::field::About;
use crate::ui::heading::{details, heading, link, para, send};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One second, in milliseconds.
const SECOND: i32 = 1000;

/// A way in: what is typed, and how it stands.
#[derive(Clone, Copy)]
struct Door {
    app: App,
    by: By,
    secret: Secret,
    busy: RwSignal<bool>,
    /// So many seconds to wait before the next try.
    wait: RwSignal<u32>,
}

/// The screen.
#[must_use]
pub(super) fn shut() -> El {
    let app = app();
    let l = locking();
    let wait = RwSignal::new(0);
    let door = |by| Door {
        app,
        by,
        secret: Secret::default(),
        busy: RwSignal::new(false),
        wait,
    };
    count_down(wait, seconds_to_wait());
    hush_address();
    let passcode = door(By::Passcode);
    let about = About {
        id: "passcode",
        label: l.passcode,
        hint: "",
    };
    group([
        heading(l.locked),
        el("form")
            .class("card pad")
            .on_send(move || passcode.open())
            .with([
                passcode.secret.field(about, "current-password"),
                passcode.secret.show(),
                working(passcode.busy),
                send("big", l.open),
            ]),
        details("card pad", l.forgot, false, forgot(app, &door(By::Code))),
    ])
}

fn forgot(app: App, door: &Door) -> El {
    let door = *door;
    let l = locking();
    let by_code = if app.has_recovery_code() {
        let about = About {
            id: "code",
            label: l.code,
            hint: l.typed_code_hint,
        };
        el("form").on_send(move || door.open()).with([
            door.secret.field(about, "off"),
            working(door.busy),
            send("pill wide", l.open),
        ])
    } else {
        para("", l.no_code)
    };
    group([
        by_code,
        para("", l.no_code_next),
        link("plain", &Route::Delete.href(), text().delete),
        link("plain", "./rescue.html", l.save_locked),
    ])
}

impl Door {
    fn open(self) {
        let l = locking();
        if self.busy.get_untracked() {
            return;
        }
        let wait = self.wait.get_untracked();
        if wait > 0 {
            return self.refuse(&fill(l.wait, &[&wait.to_string()]));
        }
        self.busy.set(true);
        let typed = self.secret.get();
        spawn_local(async move {
            let opened = self.app.unlock(self.by, &typed).await;
            self.busy.try_set(false);
            match opened {
                Ok(()) if self.by == By::Code => {
                    self.app.say(l.opened_by_code);
                    go(&Route::Lock.href());
                }
                Ok(()) => focus_on_heading(),
                Err(LockProblem::Wrong) => self.slow_down(),
                Err(why) => self.refuse(problem(&why)),
            }
        });
    }

    /// Every wrong try makes the next wait longer. Nothing is ever deleted for it.
    fn slow_down(self) {
        let l = locking();
        let seconds = note_wrong();
        if seconds > 0 {
            count_down(self.wait, seconds);
            self.refuse(&fill(l.wait, &[&seconds.to_string()]));
        } else {
            self.refuse(l.wrong);
        }
    }

    fn refuse(self, words: &str) {
        self.secret.refuse(words);
        focus_on(if self.by == By::Code {
            "code"
        } else {
            "passcode"
        });
    }
}

fn count_down(wait: RwSignal<u32>, seconds: u32) {
    // The screen may have gone.
    if wait.try_set(seconds).is_some() || seconds == 0 {
        return;
    }
    after(SECOND, move || count_down(wait, seconds - 1)).forget();
}
