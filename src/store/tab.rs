//! One tab at work with the stores: what takes time, and what stands between the saver, the two copies and the page.

mod bulk;
mod forms;
mod loading;
mod others;

use super::boot::Boot;
use super::lock::SealedStore;
use super::page::{Notice, Page, Told};
use super::replicas::Replicas;
use super::saver::{Input, Output, Saver, Saving, Wrote};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::stamp::{Stamp, Stamps};
use crate::platform::storage::{Mirror, Put, StoreError};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the durable copy may take to open, or to write, before the person is told, in milliseconds.
pub(crate) const PATIENCE: i32 = 2500;
/// How often to look again whether a covered page can be shut, in milliseconds.
const LOOK_AGAIN: i32 = 3000;

/// A tab. Clones share it.
#[derive(Clone)]
pub(crate) struct Tab(Rc<Inner>);

struct Inner {
    page: Rc<dyn Page>,
    saver: RefCell<Saver>,
    replicas: RefCell<Replicas>,
    /// What seals and opens, while a locked device is open.
    sealed: RefCell<Option<Rc<dyn SealedStore>>>,
    /// The locks of a device that is locked, damaged ones too.
    locks: RefCell<Vec<String>>,
    boot: RefCell<Boot>,
    stamps: RefCell<Stamps>,
    /// A number for this page alone.
    seed: u32,
    /// Keys of records that were written while there was no durable copy.
    mirror_only: RefCell<Vec<String>>,
    /// The addresses of forms that were sent and are not saved yet.
    forms: RefCell<Vec<String>>,
    /// Keys under which texts are kept that could not be read.
    aside: RefCell<Vec<String>>,
    /// Whether the durable copy may still open.
    opening: Cell<bool>,
    /// When the look at what others did began that is under way, in milliseconds since 1970.
    looking: Cell<Option<u64>>,
    /// Whether there is a reason to look once more after it, or after the start.
    look_again: Cell<bool>,
    /// How far the start has come.
    steps: Cell<u32>,
    /// Whether anything has been shown.
    is_drawn: Cell<bool>,
    is_locked: Cell<bool>,
}

impl std::fmt::Debug for Tab {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Tab")
    }
}

impl Tab {
    /// Reads the first of the working copy. Nothing is shown yet. `seed`: a number for this page alone, so that two tabs
    /// never make the same stamp.
    pub(crate) fn open(page: Rc<dyn Page>, mirror: Option<Rc<dyn Mirror>>, seed: u32) -> Self {
        let (replicas, boot) = Replicas::open(mirror, seed);
        Self(Rc::new(Inner {
            page,
            saver: RefCell::new(Saver::new()),
            replicas: RefCell::new(replicas),
            sealed: RefCell::default(),
            locks: RefCell::new(boot.locks.clone()),
            boot: RefCell::new(boot),
            stamps: RefCell::new(Stamps::new(seed)),
            seed,
            mirror_only: RefCell::default(),
            forms: RefCell::default(),
            aside: RefCell::default(),
            opening: Cell::new(true),
            looking: Cell::new(None),
            look_again: Cell::new(false),
            steps: Cell::new(0),
            is_drawn: Cell::new(false),
            is_locked: Cell::new(false),
        }))
    }

    /// What the tab works for.
    pub(super) fn page(&self) -> &dyn Page {
        &*self.0.page
    }

    /// The stores in use.
    pub(crate) fn replicas(&self) -> Replicas {
        self.0.replicas.borrow().clone()
    }

    pub(super) fn use_replicas(&self, replicas: Replicas) {
        self.0.replicas.replace(replicas);
    }

    /// The lock that is open, if one is.
    pub(crate) fn sealed(&self) -> Option<Rc<dyn SealedStore>> {
        self.0.sealed.borrow().clone()
    }

    pub(super) fn use_sealed(&self, sealed: Option<Rc<dyn SealedStore>>) {
        self.0.sealed.replace(sealed);
    }

    /// The number for this page alone.
    pub(super) fn seed(&self) -> u32 {
        self.0.seed
    }

    /// The locks that were found at the start.
    pub(super) fn locks(&self) -> Vec<String> {
        self.0.locks.borrow().clone()
    }

    /// Whether all has been read, and changes are written.
    pub(crate) fn may_write(&self) -> bool {
        self.0.saver.borrow().may_write()
    }

    /// Whether all that was changed is on the device.
    pub(crate) fn is_at_rest(&self) -> bool {
        self.0.saver.borrow().is_at_rest()
    }

    /// Whether nothing is on its way to the device, a form as it is typed neither.
    pub(crate) fn is_quiet(&self) -> bool {
        self.0.saver.borrow().is_quiet()
    }

    /// Whether nothing may be changed, because a newer version has written here.
    pub(crate) fn is_read_only(&self) -> bool {
        self.0.saver.borrow().is_read_only()
    }

    /// Whether a durable copy is there.
    pub(crate) fn has_vault(&self) -> bool {
        self.0.replicas.borrow().vault.is_some()
    }

    /// Whether the lock is shut.
    pub(crate) fn is_locked(&self) -> bool {
        self.0.is_locked.get()
    }

    /// A stamp later than every one given and seen.
    pub(crate) fn next_stamp(&self) -> Stamp {
        let now = self.page().now_ms();
        self.0.stamps.borrow_mut().next(now)
    }

    /// The next stamp is later than every one in the journal.
    pub(crate) fn see_latest(&self) {
        let mut latest = Stamp::default();
        self.look(|journal| latest = journal.latest());
        self.see(latest);
    }

    /// The next stamp is later than this one.
    fn see(&self, latest: Stamp) {
        self.0.stamps.borrow_mut().see(latest);
    }

    /// Reads the journal that is shown.
    pub(super) fn look(&self, mut look: impl FnMut(&Journal)) {
        self.page().journal(&mut |journal| {
            look(journal);
            false
        });
    }

    /// Tells the saver what happened, and does what it answers.
    pub(crate) fn feed(&self, input: Input) {
        let is_ready = matches!(input, Input::Ready { .. });
        let outputs = self.0.saver.borrow_mut().update(input);
        for output in outputs {
            self.carry_out(output);
        }
        if is_ready {
            self.look_if_called();
        }
    }

    fn carry_out(&self, output: Output) {
        let told = match output {
            Output::Write { write, keys } => return self.write(write, keys),
            Output::LookAgain => {
                let tab = self.clone();
                let act = Box::new(move || tab.feed(Input::StillOpen));
                return self.page().after(LOOK_AGAIN, act);
            }
            Output::Say(saving) => Told::Saving(saving),
            Output::CloseForms => return self.close_forms(),
            Output::Reload => Told::Reload,
            Output::SayCleared => Told::Notice(Notice::Cleared),
            Output::SayTooNew => Told::Notice(Notice::TooNew),
            Output::Uncover => Told::Uncover,
        };
        self.page().tell(told);
    }

    fn write(&self, write: u64, keys: Vec<String>) {
        let puts = self.texts(&keys);
        let tab = self.clone();
        let replicas = self.replicas();
        if !puts.is_empty() {
            let tab = self.clone();
            let slow = Box::new(move || tab.feed(Input::Slow { write }));
            self.page().after(PATIENCE, slow);
        }
        self.page().spawn(Box::pin(async move {
            let outcome = if puts.is_empty() {
                Ok(Wrote::Nothing)
            } else {
                replicas.write(puts).await
            };
            if outcome.is_ok() {
                tab.note_written(keys, &replicas);
            }
            tab.feed(Input::Ended { write, outcome });
        }));
    }

    fn note_written(&self, keys: Vec<String>, replicas: &Replicas) {
        self.page().call_tabs();
        if replicas.vault.is_none() {
            self.0.mirror_only.borrow_mut().extend(keys);
        }
    }

    /// The records under these keys as they are stored.
    pub(crate) fn texts(&self, keys: &[String]) -> Vec<Put> {
        let mut puts = Vec::new();
        self.look(|journal| puts = texts(journal, keys));
        puts
    }

    /// Every record as it is stored.
    pub(crate) fn all_texts(&self) -> Vec<Put> {
        let mut puts = Vec::new();
        self.look(|journal| puts = all_texts(journal));
        puts
    }

    /// Drops what it knows: the page is going. What is on its way to the device still has its key, nobody else.
    pub(crate) fn forget_all(&self) {
        self.use_replicas(Replicas::default());
        self.use_sealed(None);
    }

    /// Says that it could not be kept, where nothing may be changed.
    pub(crate) fn refuse(&self) {
        let saving = Saving::NotSaved(StoreError::TooNew);
        self.page().tell(Told::Saving(saving));
    }
}

/// The records under these keys as they are stored.
pub(in crate::store) fn texts(journal: &Journal, keys: &[String]) -> Vec<Put> {
    let mut puts = Vec::new();
    for key in keys {
        if let Some(text) = record::write(journal, key) {
            puts.push(Put::new(key.clone(), text));
        }
    }
    puts
}

/// Every record as it is stored.
pub(super) fn all_texts(journal: &Journal) -> Vec<Put> {
    texts(journal, &record::stored_keys(journal))
}
