//! Choosing a passcode, and what helps when it is forgotten.

use super::{problem, working};
use crate::content::text::{fill, locking, text};
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{DayStyle, focus_on_heading, on_hidden, say_day};
use crate::state::lock::{is_long_enough, new_code};
use crate::ui::dom::{El, el, group, live, steady};
use crate::ui::field::{About, Wrong, around, choices, error, pick_chip, toggle_tick};
use crate::ui::heading::{link, para, send};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;

/// A passcode that is typed. It is in no draft: nothing of it is kept.
#[derive(Clone, Copy, Default)]
pub(super) struct Secret {
    pub(super) value: RwSignal<String>,
    pub(super) wrong: Wrong,
    /// Whether what is typed is shown.
    pub(super) shown: RwSignal<bool>,
}

impl Secret {
    /// The field. `complete`: what a password manager may do with it.
    pub(super) fn field(self, about: About, complete: &'static str) -> El {
        let input = el("input")
            .attr("type", "password")
            .attr("autocomplete", complete)
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false");
        around(about, input, self.value, self.wrong).with([self.in_sight(about.id)])
    }

    /// What is typed, beside its field `of`: of a field that shows it itself, browsers keep it on the disk to restore the
    /// tab.
    fn in_sight(self, of: &'static str) -> El {
        let seen = steady(move || {
            if self.shown.get() {
                self.value.get()
            } else {
                String::new()
            }
        });
        el("output")
            .attr("for", of)
            .attr("aria-label", locking().typed)
            // Its letters are not to be read out one by one.
            .attr("aria-live", "off")
            .hidden_when(move || seen.read().is_empty())
            .say_live(move || seen.get())
    }

    /// The switch that shows what is typed, until it is sent or the page gets out of sight.
    pub(super) fn show(self) -> El {
        hide_with_the_page(self.shown);
        tick_row(locking().show, self.shown)
    }

    /// What was typed, as it is sent.
    pub(super) fn get(self) -> String {
        self.shown.try_set(false);
        self.value.get_untracked()
    }

    /// Says what is wrong with it.
    pub(super) fn refuse(self, words: &str) {
        self.wrong.set(Some(words.to_owned()));
    }
}

thread_local! {
    /// The switch on the page that is open.
    static SHOWN: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
}

/// Takes the tick away when the page gets out of sight. The document is listened to once, not for each page.
fn hide_with_the_page(shown: RwSignal<bool>) {
    if SHOWN.replace(Some(shown)).is_none() {
        on_hidden(|| {
            if let Some(shown) = SHOWN.get() {
                shown.try_set(false);
            }
        });
    }
}

/// Words that are ticked.
fn tick_row(words: &str, on: RwSignal<bool>) -> El {
    el("label")
        .class("row")
        .with([el("span").say(words), toggle_tick(on)])
}

/// A passcode that is being chosen.
#[derive(Clone, Copy)]
pub(super) struct NewLock {
    first: Secret,
    again: Secret,
    /// 0: a recovery code; 1: a copy.
    in_case: RwSignal<usize>,
    code: RwSignal<String>,
    code_kept: RwSignal<bool>,
    copy_kept: RwSignal<bool>,
    wrong: Wrong,
    busy: RwSignal<bool>,
}

impl Default for NewLock {
    fn default() -> Self {
        let first = Secret::default();
        Self {
            first,
            again: Secret {
                shown: first.shown,
                ..Secret::default()
            },
            in_case: RwSignal::new(0),
            code: RwSignal::new(new_code().unwrap_or_default()),
            code_kept: RwSignal::new(false),
            copy_kept: RwSignal::new(false),
            wrong: RwSignal::default(),
            busy: RwSignal::new(false),
        }
    }
}

impl NewLock {
    /// The form that turns the lock on.
    pub(super) fn first(self, app: App, on: RwSignal<bool>) -> El {
        let l = locking();
        let set = move || self.set(app, move || on.set(true), l.is_on);
        el("form")
            .class("card pad")
            .on_send(set)
            .with([self.fields(app, l.passcode), send("big", l.turn_on)])
    }

    /// The fields of a new passcode.
    pub(super) fn fields(self, app: App, label: &'static str) -> El {
        let l = locking();
        let about = |id, label, hint| About { id, label, hint };
        group([
            self.first
                .field(about("passcode", label, l.passcode_hint), "new-password"),
            self.again
                .field(about("again", l.again, ""), "new-password"),
            self.first.show(),
            choices(
                l.in_case,
                l.in_case_hint,
                vec![
                    pick_chip("in-case", l.by_code, self.in_case, 0),
                    pick_chip("in-case", l.by_copy, self.in_case, 1),
                ],
            ),
            live(move || {
                if self.in_case.get() == 0 {
                    self.by_code()
                } else {
                    self.by_copy(app)
                }
            }),
            error("lock", self.wrong),
            working(self.busy),
        ])
    }

    fn by_code(self) -> El {
        let l = locking();
        group([
            el("p")
                .class("recovery-code")
                .attr("id", "new-code")
                .say_live(move || self.code.get()),
            para("hint", l.code_hint),
            tick_row(l.code_kept, self.code_kept),
        ])
    }

    fn by_copy(self, app: App) -> El {
        let l = locking();
        let copied = app.journal.with(Journal::settings).last_copy;
        let Some(day) = copied else {
            return group([
                para("hint", text().no_copy_yet),
                link("pill", &Route::Kept.href(), l.copy_first),
            ]);
        };
        group([
            para(
                "hint",
                &fill(text().last_copy, &[&say_day(day, DayStyle::Long)]),
            ),
            tick_row(l.copy_kept, self.copy_kept),
        ])
    }

    /// Nothing of it stays on the screen.
    fn forget(self) {
        for typed in [self.first.value, self.again.value] {
            typed.try_set(String::new());
        }
        self.code_kept.try_set(false);
        self.code.try_set(new_code().unwrap_or_default());
    }

    /// Sets the lock; `then` when it is on.
    pub(super) fn set(self, app: App, then: impl FnOnce() + 'static, words: &'static str) {
        let l = locking();
        let passcode = self.first.get();
        if self.busy.get_untracked() {
            return;
        }
        if !is_long_enough(&passcode) {
            return self.first.refuse(l.too_short);
        }
        if passcode != self.again.get() {
            return self.again.refuse(l.not_same);
        }
        let by_code = self.in_case.get_untracked() == 0;
        let kept = if by_code {
            self.code_kept
        } else {
            self.copy_kept
        };
        if !kept.get_untracked() {
            return self.wrong.set(Some(l.first_tick.to_owned()));
        }
        self.wrong.set(None);
        self.busy.set(true);
        let code = by_code.then(|| self.code.get_untracked());
        spawn_local(async move {
            let set = app.set_lock(&passcode, code.as_deref()).await;
            self.busy.try_set(false);
            match set {
                Ok(()) => {
                    self.forget();
                    then();
                    app.say(words);
                    focus_on_heading();
                }
                Err(why) => {
                    self.wrong.try_set(Some(problem(&why).to_owned()));
                }
            }
        });
    }
}
