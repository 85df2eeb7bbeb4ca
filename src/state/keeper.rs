//! The one place that writes: two copies on a device, read at the start and written at every change.

use super::boot::Boot;
use super::{App, Notice, Said, Saving};
use crate::domain::change::Changed;
use crate::domain::journal::Journal;
use crate::domain::merge::{Merged, as_changed, merge_texts};
use crate::domain::record::{self, Loaded};
use crate::domain::stamp::Stamps;
use crate::platform::storage::{
    IndexedVault, LocalMirror, Mirror, Put, StoreError, Vault, ask_to_persist, prefix,
};
use crate::platform::tabs::Tabs;
use crate::platform::{address, chance, clock, timers};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many records are read at a time, so that the page can answer taps in between.
const BATCH: u32 = 400;
/// How long the durable copy may take to open before the app goes on without it, in milliseconds.
const PATIENCE: i32 = 3000;
/// How many wipes the durable copy may have missed (while the browser kept it from us) before the working copy's
/// number is not believed.
const FEW_WIPES: u64 = 16;
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
    waiting: BTreeSet<String>,
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

impl Keeper {
    /// Opens the working copy and reads it.
    pub(super) fn open() -> (Self, Journal) {
        let mut boot = Boot::default();
        let mut generation = 0;
        let mirror = LocalMirror::open(prefix()).ok().filter(|mirror| {
            generation = mirror.generation().ok().flatten().unwrap_or_default();
            boot.read_mirror(mirror).is_ok()
        });
        // A number for this page alone: two tabs never make the same stamp.
        let mut stamps = Stamps::new(chance::seed());
        stamps.see(boot.journal.latest());
        let journal = boot.journal.clone();
        let keeper = Self {
            mirror: mirror.map(|mirror| Rc::new(mirror) as Rc<dyn Mirror>),
            vault: None,
            tabs: None,
            generation,
            stamps,
            boot: Rc::new(RefCell::new(boot)),
            waiting: BTreeSet::new(),
            under_way: 0,
            asked: false,
        };
        (keeper, journal)
    }
}

/// Reads the durable copy in batches.
async fn read_all(vault: &dyn Vault, boot: &RefCell<Boot>) -> Result<(), StoreError> {
    let mut last = None;
    loop {
        let batch = vault.load(last, BATCH).await?;
        let more = batch.len() == BATCH as usize;
        last = batch.last().map(|(key, _)| key.clone());
        boot.borrow_mut().read_batch(batch);
        if !more {
            return Ok(());
        }
        timers::pause().await;
    }
}

impl App {
    /// Reads the durable copy, mends both, and from then on writes.
    pub(super) fn load_rest(self) {
        spawn_local(async move {
            let opened = IndexedVault::open(prefix()).await;
            let joined = match opened {
                Ok(vault) => self.join_vault(Rc::new(vault)).await,
                Err(error) => Err(error),
            };
            if joined.is_err() {
                self.go_on_without_vault();
            }
        });
        timers::after(PATIENCE, move || self.go_on_without_vault()).forget();
        let tabs = Tabs::open(&prefix(), move |keys| self.hear(keys));
        self.keeper.update_value(|keeper| keeper.tabs = Some(tabs));
    }

    async fn join_vault(self, vault: Rc<dyn Vault>) -> Result<(), StoreError> {
        let (boot, mine) = self
            .keeper
            .with_value(|keeper| (keeper.boot.clone(), keeper.generation));
        let stored = vault.generation().await?.unwrap_or_default();
        // A wipe raises the number by one. A number far ahead is damage, and must not delete the durable copy.
        let generation = if mine > stored.saturating_add(FEW_WIPES) {
            stored
        } else {
            stored.max(mine)
        };
        if stored > mine {
            // Everything was deleted, and the working copy rolled back to before: it does not count.
            boot.replace(Boot::default());
            self.journal.set(Journal::default());
        }
        if stored == generation {
            read_all(&*vault, &boot).await?;
        }
        let repairs = boot.borrow_mut().repairs_for_vault();
        if !repairs.is_empty() {
            vault.write(generation, repairs, merge_texts).await?;
        }
        let repairs = boot.borrow_mut().repairs_for_mirror();
        let read = boot.replace(Boot::default());
        self.keeper.update_value(|keeper| {
            keeper.vault = Some(vault);
            keeper.generation = generation;
            keeper.stamps.see(read.journal.latest());
            if let Some(mirror) = &keeper.mirror {
                // The working copy is only the quick one: when it is full, the durable one carries on.
                let _ = mirror.write(generation, &repairs, merge_texts);
                let _ = mirror.sweep(generation);
            }
        });
        self.journal.update(|journal| {
            journal.join(read.journal);
        });
        let mut notices = Vec::new();
        if read.too_new {
            notices.push(Notice::TooNew);
        }
        if read.set_aside > 0 {
            notices.push(Notice::SetAside(read.set_aside));
        }
        self.notices.set(notices);
        self.loaded.set(true);
        self.flush();
        Ok(())
    }

    fn go_on_without_vault(self) {
        if self.loaded.get_untracked() {
            return;
        }
        let (mirror, too_new) = self
            .keeper
            .with_value(|keeper| (keeper.mirror.is_some(), keeper.boot.borrow().too_new));
        let mut notices = vec![if mirror {
            Notice::OneCopy
        } else {
            Notice::NoCopy
        }];
        if too_new {
            notices.push(Notice::TooNew);
        }
        self.notices.set(notices);
        self.loaded.set(true);
        self.flush();
    }

    /// Applies a change and saves it.
    pub(super) fn apply(self, changed: &Changed) {
        if changed.is_empty() {
            return;
        }
        let stamp = self
            .keeper
            .try_update_value(|keeper| keeper.stamps.next(clock::now_ms()))
            .unwrap_or_default();
        self.journal.update(|journal| journal.apply(changed, stamp));
        let keys = changed
            .0
            .iter()
            .map(|change| record::stored_key(&change.key));
        self.save(keys.collect());
    }

    /// Takes in records from a file, with an undo. Returns how many things that changed.
    pub fn take_in(self, records: Vec<Loaded>, words: impl Into<String>) -> usize {
        if self.is_read_only() {
            return 0;
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
        self.keeper
            .update_value(|keeper| keeper.waiting.extend(keys));
        self.flush();
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
        let puts: Vec<Put> = self.journal.with_untracked(|journal| {
            let put = |key: &String| Put {
                key: key.clone(),
                text: record::write(journal, key),
            };
            keys.iter()
                .map(put)
                .filter(|put| put.text.is_some())
                .collect()
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
                    self.keeper
                        .update_value(|keeper| keeper.waiting.extend(keys));
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

    fn after_write(self, keys: BTreeSet<String>, written: Result<(), StoreError>) {
        let under_way = self
            .keeper
            .try_update_value(|keeper| {
                keeper.under_way = keeper.under_way.saturating_sub(1);
                match (&written, &keeper.tabs) {
                    (Ok(()), Some(tabs)) => tabs.tell(&keys.into_iter().collect::<Vec<_>>()),
                    (Ok(()), None) => {}
                    (Err(_), _) => keeper.waiting.extend(keys),
                }
                keeper.under_way
            })
            .unwrap_or_default();
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
            spawn_local(async {
                ask_to_persist().await;
            });
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
