//! When an open lock shuts again: at a tap, after a time without one, when the page is hidden, and at Leave. The page is
//! covered at once; it loads anew when all that was typed is kept, and nothing is left in memory.

use super::look_of;
use crate::domain::journal::Journal;
use crate::domain::settings::Settings;
use crate::platform::{address, clock, leave, sight, timers, updates};
use crate::state::App;
use crate::store::saver::Input;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::cell::Cell;
use std::rc::Rc;

/// The minutes without a tap that can be chosen; 0 is never.
pub const AFTER: [u8; 5] = [1, 5, 15, 60, 0];
/// Typing is kept after half a second (`pages/draft.rs`), and this is a little more, in milliseconds.
const UNTIL_TYPING_IS_KEPT: i32 = 700;
const MINUTE: u64 = 60_000;

impl App {
    /// Shuts the lock now.
    pub fn lock_now(self) {
        sight::cover();
        let tab = self.tab();
        timers::after(UNTIL_TYPING_IS_KEPT, move || tab.feed(Input::Shut)).forget();
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
        sight::on_open(move || self.tab().feed(Input::Reopened));
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
            if let Some(sealed) = self.tab().sealed() {
                sealed.set_look(look);
            }
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
        self.tab().forget_all();
        *self.journal.write_untracked() = Journal::default();
    }
}
