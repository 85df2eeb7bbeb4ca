//! The one place that changes what is kept: applies a change, writes it, and says how that went.

mod bulk;
mod forms;
mod loading;
mod tabs;
mod unread;

use super::apart::Diary;
use super::boot::Boot;
use super::device::keep_for_good;
use super::lock::SealedStore;
use super::replicas::{Replicas, Wrote};
use super::{App, Notice, Saving};
use crate::domain::change::Changed;
use crate::domain::record;
use crate::domain::stamp::{Stamp, Stamps};
use crate::platform::storage::{Put, StoreError};
use crate::platform::tabs::Tabs;
use crate::platform::{address, clock, timers};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the durable copy may take to open, or to write, before the person is told, in milliseconds.
const PATIENCE: i32 = 2500;

/// The stores, and what is waiting for them.
pub(super) struct Keeper {
    pub(super) replicas: Replicas,
    /// The locks of a device that is locked, damaged ones too.
    pub(super) locks: Vec<String>,
    /// What seals and opens, while a locked device is open.
    pub(super) sealed: Option<Rc<dyn SealedStore>>,
    pub(super) tabs: Option<Tabs>,
    pub(super) stamps: Stamps,
    boot: Rc<RefCell<Boot>>,
    /// Keys of records that changed and are not on their way to the device.
    pub(super) waiting: Vec<String>,
    /// Keys of records that were written while there was no durable copy.
    pub(super) alone: Vec<String>,
    /// Whether the durable copy may still open.
    pub(super) opening: bool,
    /// Writes that have not ended.
    pub(super) under_way: u32,
    /// The same, of forms that are kept as they are typed.
    pub(super) drafts: u32,
    /// Whether this page asked the browser to keep what is stored.
    asked: bool,
    /// The forms that were sent and are not saved yet.
    forms: Vec<forms::Sent>,
    /// When this page last read all that the device holds, in milliseconds.
    read_at: u64,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Keeper")
    }
}

impl App {
    /// Applies a change and saves it.
    pub(super) fn apply(self, changed: &Changed) {
        if changed.is_empty() {
            return;
        }
        let keys = self.show(changed);
        self.save(keys);
    }

    /// Applies a change to what is shown. The storage keys of the records it changed.
    fn show(self, changed: &Changed) -> Vec<String> {
        let stamp = self.next_stamp();
        self.journal.update(|journal| journal.apply(changed, stamp));
        let mut keys = Vec::new();
        for change in &changed.0 {
            keys.push(record::stored_key(&change.key));
        }
        // The entries of a day are in one record.
        keys.dedup();
        keys
    }

    fn next_stamp(self) -> Stamp {
        self.keeper
            .try_update_value(|keeper| keeper.stamps.next(clock::now_ms()))
            .unwrap_or_default()
    }

    pub(super) fn replicas(self) -> Replicas {
        self.keeper.with_value(|keeper| keeper.replicas.clone())
    }

    fn save(self, keys: Vec<String>) {
        self.saving.set(Saving::Saving);
        self.wait(keys);
        self.flush();
    }

    /// Remembers that these records are still to be written.
    fn wait(self, keys: Vec<String>) {
        self.keeper.update_value(|keeper| {
            keeper.waiting.retain(|key| !keys.contains(key));
            keeper.waiting.extend(keys);
        });
    }

    /// Writes what is waiting.
    pub fn flush(self) {
        if !self.loaded.get_untracked() {
            return;
        }
        if self.is_read_only() {
            self.saving.set(Saving::NotSaved(StoreError::TooNew));
            return;
        }
        let keys = self
            .keeper
            .try_update_value(|keeper| std::mem::take(&mut keeper.waiting))
            .unwrap_or_default();
        let puts = self.texts(&keys);
        if puts.is_empty() {
            if *self.saving.read_untracked() == Saving::Saving {
                self.saving.set(Saving::Idle);
            }
            return;
        }
        self.keeper.update_value(|keeper| keeper.under_way += 1);
        let counted = Rc::new(Cell::new(true));
        let replicas = self.replicas();
        self.warn_when_slow(keys.clone(), Rc::clone(&counted));
        spawn_local(async move {
            let wrote = replicas.write(puts).await;
            self.end_write(&counted);
            self.after_write(keys, wrote, replicas.vault.is_none());
        });
        self.ask_to_persist();
    }

    /// A write has ended, or is not waited for any more.
    fn end_write(self, counted: &Cell<bool>) {
        if counted.replace(false) {
            self.keeper
                .update_value(|keeper| keeper.under_way = keeper.under_way.saturating_sub(1));
        }
    }

    /// The records under these keys as they are stored.
    pub(super) fn texts(self, keys: &[String]) -> Vec<Put> {
        self.journal.with_untracked(|journal| {
            let mut puts = Vec::new();
            for key in keys {
                if let Some(text) = record::write(journal, key) {
                    puts.push(Put::new(key.clone(), text));
                }
            }
            puts
        })
    }

    /// Every record as it is stored.
    pub(super) fn all_texts(self) -> Vec<Put> {
        let keys = self.journal.with_untracked(record::stored_keys);
        self.texts(&keys)
    }

    /// A store that never answers must not leave anyone believing that all is well.
    fn warn_when_slow(self, keys: Vec<String>, counted: Rc<Cell<bool>>) {
        timers::after(PATIENCE, move || {
            if counted.get() {
                self.end_write(&counted);
                self.wait(keys);
                self.saving.set(Saving::NotSaved(StoreError::Blocked));
            }
        })
        .forget();
    }

    fn after_write(self, keys: Vec<String>, wrote: Result<Wrote, StoreError>, alone: bool) {
        let wrote = match wrote {
            Ok(wrote) => wrote,
            // Everything was deleted in another tab: what this one shows is gone.
            Err(StoreError::Stale) => return address::reload(),
            Err(error) => {
                self.wait(keys);
                if error == StoreError::TooNew {
                    self.tell(Notice::TooNew);
                }
                return self.saving.set(Saving::NotSaved(error));
            }
        };
        let mut all_saved = false;
        self.keeper.update_value(|keeper| {
            if let Some(tabs) = &keeper.tabs {
                tabs.tell(&keys);
            }
            // One that was given up as slow may have ended after all.
            keeper.waiting.retain(|key| !keys.contains(key));
            all_saved = keeper.waiting.is_empty() && keeper.under_way == 0;
            if alone {
                keeper.alone.extend(keys);
            }
        });
        if wrote == Wrote::Anew {
            self.tell(Notice::Cleared);
        }
        if all_saved {
            self.saving
                .set(if wrote == Wrote::Nowhere || self.diary != Diary::Own {
                    Saving::NotKept
                } else {
                    Saving::Saved
                });
            self.close_form();
        }
    }

    /// Adds a notice that is not there yet.
    fn tell(self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// Asks the browser, once, at the tap of the first save, to keep what is stored.
    fn ask_to_persist(self) {
        if self.diary != Diary::Own {
            return;
        }
        let asked = self
            .keeper
            .try_update_value(|keeper| std::mem::replace(&mut keeper.asked, true));
        if asked == Some(false) {
            spawn_local(keep_for_good(self));
        }
    }
}
