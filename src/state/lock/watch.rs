//! When an open lock shuts again: at a tap, after a time without one, when the page is hidden, and at Leave. The page is
//! covered at once; it loads anew when all that was typed is kept, and nothing is left in memory.

use super::super::App;
use super::super::replicas::Replicas;
use super::look_of;
use crate::domain::journal::Journal;
use crate::domain::settings::Settings;
use crate::platform::{address, clock, leave, sight, timers, updates};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::cell::Cell;
use std::rc::Rc;

/// The minutes without a tap that can be chosen; 0 is never.
pub const AFTER: [u8; 5] = [1, 5, 15, 60, 0];
/// Typing is kept after half a second (`pages/draft.rs`), and this is a little more, in milliseconds.
const UNTIL_TYPING_IS_KEPT: i32 = 700;
/// How often to look whether all is saved, and how many times at most.
const LOOK_AGAIN: i32 = 100;
const MOST_LOOKS: u32 = 30;
const MINUTE: u64 = 60_000;

impl App {
    /// Shuts the lock now.
    pub fn lock_now(self) {
        sight::cover();
        timers::after(UNTIL_TYPING_IS_KEPT, move || {
            self.lock_when_saved(MOST_LOOKS);
        })
        .forget();
    }

    fn lock_when_saved(self, looks: u32) {
        let (busy, unsaved) = self.keeper.with_value(|keeper| {
            let busy = keeper.under_way + keeper.drafts > 0;
            (busy, !keeper.waiting.is_empty())
        });
        if !busy && !unsaved {
            return address::reload();
        }
        if looks == 0 {
            // Locking would lose it. It is said what could not be saved, and why.
            if unsaved {
                sight::uncover();
            } else {
                address::reload();
            }
            return;
        }
        if unsaved && !busy {
            self.flush();
        }
        timers::after(LOOK_AGAIN, move || self.lock_when_saved(looks - 1)).forget();
    }

    /// From now on the lock shuts by itself, and nothing of the person's goes into the address.
    pub(super) fn watch_lock(self) {
        thread_local! { static WATCHED: Cell<bool> = const { Cell::new(false) }; }
        address::hush();
        updates::keep_tools();
        if WATCHED.replace(true) {
            return;
        }
        leave::on_leave(move || self.forget_all());
        let used = Rc::new(Cell::new(clock::now_ms()));
        sight::on_use({
            let used = Rc::clone(&used);
            move || {
                // A device may have slept with the page in sight: its first tap is not a use.
                if self.is_unused_since(used.get()) {
                    self.lock_now();
                } else {
                    used.set(clock::now_ms());
                }
            }
        });
        sight::on_hidden(move || {
            if self.is_lock_on() && self.settings_now().lock_hidden {
                self.lock_now();
            }
        });
        clock::on_new_time(move || {
            if self.is_unused_since(used.get()) {
                self.lock_now();
            }
        });
        let follow = RenderEffect::new(move |_: Option<()>| {
            let look = look_of(&self.journal.with(Journal::settings));
            self.keeper.with_value(|keeper| {
                if let Some(sealed) = &keeper.sealed {
                    sealed.set_look(look);
                }
            });
        });
        StoredValue::new_local(follow);
    }

    /// Whether an open lock was last used so long ago that it has to shut.
    fn is_unused_since(self, used: u64) -> bool {
        let after = self.settings_now().lock_after;
        let unused = clock::now_ms().abs_diff(used);
        self.is_lock_on() && after > 0 && unused >= u64::from(after) * MINUTE
    }

    fn settings_now(self) -> Settings {
        self.journal.with_untracked(Journal::settings)
    }

    /// The page is going and stays covered: what is on its way to the device still has its key, nobody else.
    fn forget_all(self) {
        if !self.is_lock_on() {
            return;
        }
        self.keeper.update_value(|keeper| {
            keeper.replicas = Replicas::default();
            keeper.sealed = None;
        });
        *self.journal.write_untracked() = Journal::default();
    }
}
