//! The start: the working copy at once, so that the first paint has data, and then the durable one.

use super::{Keeper, PATIENCE};
use crate::domain::journal::Journal;
use crate::domain::stamp::{Stamp, Stamps};
use crate::platform::storage::{IndexedVault, LocalMirror, Mirror, Vault, prefix};
use crate::platform::tabs::Tabs;
use crate::platform::{address, chance, clock, timers, updates};
use crate::state::apart::Diary;
use crate::state::boot::Boot;
use crate::state::replicas::{Joined, Replicas};
use crate::state::{App, Notice};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// How long a start may take that is believed to work although a store hangs, in milliseconds.
const LONG: i32 = 20_000;

impl Keeper {
    /// Opens the working copy and reads it. A diary apart has none.
    pub(in crate::state) fn open(diary: Diary) -> (Self, Journal) {
        let mirror = (diary == Diary::Own).then(|| LocalMirror::open(prefix()).ok());
        let mirror = mirror.flatten();
        let (replicas, boot) =
            Replicas::open(mirror.map(|mirror| Rc::new(mirror) as Rc<dyn Mirror>));
        // A number for this page alone: two tabs never make the same stamp.
        let mut stamps = Stamps::new(chance::seed());
        stamps.see(boot.journal.latest());
        let locks = boot.locks.clone();
        let journal = if locks.is_empty() {
            boot.journal.clone()
        } else {
            // Of before the lock was set, if there is anything at all.
            Journal::default()
        };
        let keeper = Self {
            replicas,
            locks,
            sealed: None,
            tabs: None,
            stamps,
            boot: Rc::new(RefCell::new(boot)),
            waiting: Vec::new(),
            alone: Vec::new(),
            opening: true,
            under_way: 0,
            drafts: 0,
            asked: false,
            forms: Vec::new(),
            read_at: clock::now_ms(),
        };
        (keeper, journal)
    }

    /// Whether the working copy says that this device is locked.
    pub(in crate::state) fn is_locked(&self) -> bool {
        !self.locks.is_empty()
    }

    /// Uses a store in memory and no other. `latest`: the latest stamp of what is in it.
    pub(in crate::state) fn use_memory(&mut self, vault: Rc<dyn Vault>, latest: Stamp) {
        self.replicas.vault = Some(vault);
        self.opening = false;
        self.stamps.see(latest);
    }
}

impl App {
    /// Reads the durable copy, mends both, and from then on writes.
    pub(in crate::state) fn load_rest(self) {
        spawn_local(async move {
            if !self.join_vault().await {
                self.keeper.update_value(|keeper| keeper.opening = false);
                self.go_on_alone();
            }
            updates::booted();
        });
        timers::after(PATIENCE, move || self.go_on_alone()).forget();
        // A version that works without a store that hangs still works.
        timers::after(LONG, updates::booted).forget();
        let tabs = Tabs::open(&prefix(), move |keys| self.hear(keys));
        self.keeper.update_value(|keeper| keeper.tabs = Some(tabs));
    }

    /// Whether the durable copy is there, read and mended.
    async fn join_vault(self) -> bool {
        let Ok(vault) = IndexedVault::open(prefix()).await else {
            return false;
        };
        let mut replicas = self.replicas();
        let before = replicas.generation;
        let boot = self.keeper.with_value(|keeper| Rc::clone(&keeper.boot));
        let outdated = move || self.journal.set(Journal::default());
        let alone = replicas.mirror.is_none();
        let joined = replicas
            .join(Rc::new(vault), &boot, outdated, timers::pause)
            .await;
        let Ok(joined) = joined else {
            return false;
        };
        if self.is_lock_on() {
            // Opened from the working copy alone, since this took so long: the next start brings both together.
            return true;
        }
        let Joined::Mended { unmended } = joined else {
            self.keeper.update_value(|keeper| {
                keeper.replicas = replicas;
                keeper.opening = false;
                keeper.locks = boot.take().locks;
                keeper.waiting.clear();
                keeper.alone.clear();
                keeper.forms.clear();
            });
            // What was noted while the store did not answer is not of this diary.
            self.loaded.set(false);
            self.said.set(None);
            self.notices.set(Vec::new());
            self.journal.set(Journal::default());
            // Not drawn anew while somebody types the passcode.
            if !self.locked.get_untracked() {
                self.locked.set(true);
            }
            return true;
        };
        if self.replicas().generation != before {
            // Everything was deleted meanwhile, and what was just read may be from before.
            address::reload();
            return true;
        }
        self.take_over(replicas, boot.take(), unmended, alone).await;
        true
    }

    /// Goes on with what was read. `alone`: there is one copy only.
    pub(in crate::state) async fn take_over(
        self,
        replicas: Replicas,
        read: Boot,
        unmended: Vec<String>,
        alone: bool,
    ) {
        self.keeper.update_value(|keeper| {
            keeper.replicas = replicas;
            keeper.opening = false;
            keeper.locks.clear();
            keeper.stamps.see(read.journal.latest());
        });
        if self.locked.get_untracked() {
            self.locked.set(false);
        }
        let mut notices = Vec::new();
        if alone {
            notices.push(Notice::OneCopy);
        }
        if read.too_new {
            notices.push(Notice::TooNew);
        }
        if read.set_aside() > 0 {
            notices.push(Notice::SetAside(read.set_aside()));
        }
        if read.rescued > 0 {
            notices.push(Notice::Rescued);
        }
        let lay = !read.ballast && !read.too_new;
        self.journal.update(|journal| {
            // The smaller one, with what was tapped meanwhile, goes into the larger one.
            let shown = std::mem::replace(journal, read.journal);
            journal.join(shown);
        });
        // What was written while there was no durable copy goes there now.
        let mut keys = unmended;
        self.keeper
            .update_value(|keeper| keys.append(&mut keeper.alone));
        self.wait(keys);
        self.begin(notices);
        if lay && !self.journal.with_untracked(Journal::is_new) {
            self.replicas().lay_ballast(chance::seed()).await;
        }
    }

    /// Goes on with the working copy, or with none, until the durable one is there after all.
    fn go_on_alone(self) {
        if self.loaded.get_untracked() || self.locked.get_untracked() {
            return;
        }
        let (replicas, boot) = self
            .keeper
            .with_value(|keeper| (keeper.replicas.clone(), Rc::clone(&keeper.boot)));
        let mut boot = boot.borrow_mut();
        let mut notices = vec![if replicas.mirror.is_some() {
            Notice::OneCopy
        } else {
            Notice::NoCopy
        }];
        replicas.go_on_alone(&mut boot);
        if boot.too_new {
            notices.push(Notice::TooNew);
        }
        if boot.set_aside() > 0 {
            notices.push(Notice::SetAside(boot.set_aside()));
        }
        self.begin(notices);
    }

    /// What was changed meanwhile is written now.
    fn begin(self, notices: Vec<Notice>) {
        self.notices.set(notices);
        self.loaded.set(true);
        let waiting = self.keeper.with_value(|keeper| !keeper.waiting.is_empty());
        if waiting {
            self.flush();
        }
    }
}
