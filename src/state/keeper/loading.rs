//! The start: the working copy at once, so that the first paint has data, and then the durable one.

use super::Keeper;
use crate::domain::journal::Journal;
use crate::domain::merge::merge_texts;
use crate::domain::stamp::Stamps;
use crate::platform::storage::{IndexedVault, LocalMirror, Mirror, StoreError, Vault, prefix};
use crate::platform::tabs::Tabs;
use crate::platform::{chance, timers};
use crate::state::boot::Boot;
use crate::state::{App, Notice};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// How many records are read at a time, so that the page can answer taps in between.
const BATCH: u32 = 400;
/// How long the durable copy may take to open before the app goes on without it, in milliseconds.
const PATIENCE: i32 = 3000;
/// How many wipes the durable copy may have missed (while the browser kept it from us) before the working copy's
/// number is not believed.
const FEW_WIPES: u64 = 16;
impl Keeper {
    /// Opens the working copy and reads it.
    pub(in crate::state) fn open() -> (Self, Journal) {
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
            waiting: Vec::new(),
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
    pub(in crate::state) fn load_rest(self) {
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
        self.follow_vault(vault, generation, boot.take());
        Ok(())
    }

    /// The durable copy is read and mended: mends the working copy, and from now on writes to both.
    fn follow_vault(self, vault: Rc<dyn Vault>, generation: u64, mut read: Boot) {
        let repairs = read.repairs_for_mirror();
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
        let set_aside = read.set_aside();
        self.journal.update(|journal| {
            // The smaller one, with what was tapped meanwhile, goes into the larger one.
            let shown = std::mem::replace(journal, read.journal);
            journal.join(shown);
        });
        let mut notices = Vec::new();
        if read.too_new {
            notices.push(Notice::TooNew);
        }
        if set_aside > 0 {
            notices.push(Notice::SetAside(set_aside));
        }
        self.begin(notices);
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
        self.begin(notices);
    }

    /// What was changed meanwhile is written now.
    fn begin(self, notices: Vec<Notice>) {
        self.notices.set(notices);
        self.loaded.set(true);
        crate::platform::updates::booted();
        self.flush();
    }
}
