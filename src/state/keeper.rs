//! The one place that writes: two copies on a device, read at the start and written at every change.

mod loading;

use super::boot::Boot;
use super::device::keep_for_good;
use super::{App, Said, Saving};
use crate::domain::change::Changed;
use crate::domain::journal::Journal;
use crate::domain::merge::{Merged, as_changed, merge_texts};
use crate::domain::record::{self, Loaded};
use crate::domain::stamp::{Stamp, Stamps};
use crate::platform::storage::{Mirror, Put, StoreError, Vault};
use crate::platform::tabs::Tabs;
use crate::platform::{address, clock};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// What the other tabs are told when everything was deleted.
const WIPED: &str = "wiped";

/// The stores, and what is waiting for them.
pub(super) struct Keeper {
    mirror: Option<Rc<dyn Mirror>>,
    vault: Option<Rc<dyn Vault>>,
    tabs: Option<Tabs>,
    generation: u64,
    stamps: Stamps,
    boot: Rc<RefCell<Boot>>,
    /// Keys of records that changed and are not on their way to the durable copy.
    waiting: Vec<String>,
    /// Writes that have not ended.
    under_way: u32,
    /// Whether this page asked the browser to keep what is stored.
    asked: bool,
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
        let stamp = self.next_stamp();
        self.journal.update(|journal| journal.apply(changed, stamp));
        let mut keys = Vec::new();
        for change in &changed.0 {
            keys.push(record::stored_key(&change.key));
        }
        // The entries of a day are in one record.
        keys.dedup();
        self.save(keys);
    }

    fn next_stamp(self) -> Stamp {
        self.keeper
            .try_update_value(|keeper| keeper.stamps.next(clock::now_ms()))
            .unwrap_or_default()
    }

    /// Takes in records from a file, with an undo; with `bring_back` also those that were taken away here since.
    /// Returns how many things that changed.
    pub fn take_in(
        self,
        mut records: Vec<Loaded>,
        bring_back: bool,
        words: impl Into<String>,
    ) -> usize {
        if self.is_read_only() {
            return 0;
        }
        if bring_back {
            let stamp = self.next_stamp();
            self.journal
                .with_untracked(|journal| journal.bring_back(&mut records, stamp));
        }
        let mut merged = Merged::new();
        let mut keys = Vec::new();
        self.journal.update(|journal| {
            for loaded in records {
                keys.extend(loaded.stored_key());
                merged.extend(journal.absorb(loaded));
            }
        });
        let latest = self.journal.with_untracked(Journal::latest);
        self.keeper.update_value(|keeper| keeper.stamps.see(latest));
        let changed = as_changed(merged);
        let count = changed.0.len();
        self.said.set(Some(Said {
            words: words.into(),
            undo: changed.inverse(),
        }));
        self.save(keys);
        count
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

    /// Writes what is waiting: at once to the working copy, then to the durable one.
    pub fn flush(self) {
        if !self.loaded.get_untracked() || self.is_read_only() {
            return;
        }
        let keys = self
            .keeper
            .try_update_value(|keeper| std::mem::take(&mut keeper.waiting))
            .unwrap_or_default();
        if keys.is_empty() {
            return;
        }
        let mut puts = Vec::new();
        self.journal.with_untracked(|journal| {
            for key in &keys {
                let text = record::write(journal, key);
                if text.is_some() {
                    let key = key.clone();
                    puts.push(Put { key, text });
                }
            }
        });
        let (mirror, vault, generation) = self.keeper.with_value(|keeper| {
            (
                keeper.mirror.clone(),
                keeper.vault.clone(),
                keeper.generation,
            )
        });
        let quick = mirror.map(|mirror| mirror.write(generation, &puts, merge_texts));
        let Some(vault) = vault else {
            self.saving.set(match quick {
                Some(Ok(())) => Saving::Saved,
                Some(Err(error)) => {
                    self.wait(keys);
                    Saving::NotSaved(error)
                }
                None => Saving::NotKept,
            });
            return;
        };
        self.keeper.update_value(|keeper| keeper.under_way += 1);
        spawn_local(async move {
            let written = vault.write(generation, puts, merge_texts).await;
            self.after_write(keys, written);
        });
        self.ask_to_persist();
    }

    fn after_write(self, keys: Vec<String>, written: Result<(), StoreError>) {
        let under_way = self
            .keeper
            .try_update_value(|keeper| {
                keeper.under_way = keeper.under_way.saturating_sub(1);
                if let (Ok(()), Some(tabs)) = (&written, &keeper.tabs) {
                    tabs.tell(&keys);
                }
                keeper.under_way
            })
            .unwrap_or_default();
        if written.is_err() {
            self.wait(keys);
        }
        match written {
            Ok(()) if under_way == 0 => self.saving.set(Saving::Saved),
            Ok(()) => {}
            // Everything was deleted in another tab: what this one shows is gone.
            Err(StoreError::Stale) => address::reload(),
            Err(error) => self.saving.set(Saving::NotSaved(error)),
        }
    }

    /// Asks the browser, once, at the tap of the first save, to keep what is stored.
    fn ask_to_persist(self) {
        let asked = self
            .keeper
            .try_update_value(|keeper| std::mem::replace(&mut keeper.asked, true));
        if asked == Some(false) {
            spawn_local(keep_for_good(self));
        }
    }

    /// Another tab changed these records: shows what it did.
    fn hear(self, keys: Vec<String>) {
        if keys.iter().any(|key| key == WIPED) {
            address::reload();
            return;
        }
        let Some(vault) = self.keeper.with_value(|keeper| keeper.vault.clone()) else {
            return;
        };
        spawn_local(async move {
            let Ok(records) = vault.read(keys).await else {
                return;
            };
            self.journal.update(|journal| {
                for (key, text) in records {
                    if let Ok(loaded) = record::read(&key, &text) {
                        journal.absorb(loaded);
                    }
                }
            });
            let latest = self.journal.with_untracked(Journal::latest);
            self.keeper.update_value(|keeper| keeper.stamps.see(latest));
        });
    }

    /// Deletes everything from both copies. Only the bare number of the generation stays, so that nothing can
    /// come back.
    ///
    /// # Errors
    /// What stopped it. It may be tried again.
    pub async fn delete_everything(self) -> Result<(), StoreError> {
        let (mirror, vault, generation) = self.keeper.with_value(|keeper| {
            (
                keeper.mirror.clone(),
                keeper.vault.clone(),
                keeper.generation + 1,
            )
        });
        if let Some(vault) = vault {
            vault.wipe(generation).await?;
        }
        if let Some(mirror) = mirror {
            mirror.wipe(generation)?;
        }
        self.keeper.update_value(|keeper| {
            keeper.generation = generation;
            keeper.waiting.clear();
            if let Some(tabs) = &keeper.tabs {
                tabs.tell(&[WIPED.to_owned()]);
            }
        });
        self.said.set(None);
        self.saving.set(Saving::Idle);
        self.journal.set(Journal::default());
        Ok(())
    }
}
