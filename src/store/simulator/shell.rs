//! A page with plain values in place of signals: what it shows, and what it was told.

use super::device::Device;
use super::oracle::Opener;
use super::world::mixed;
use crate::domain::change::{Changed, Key};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::stamp::Stamp;
use crate::platform::storage::LocalFuture;
use crate::store::page::{Notice, Page, Told};
use crate::store::saver::{Input, Saving};
use crate::store::tab::Tab;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// One load of the app in one tab.
pub(super) struct SimPage {
    pub(super) device: Rc<Device>,
    /// Its number, which no other page has.
    pub(super) owner: u32,
    /// When it was opened.
    pub(super) opened: u64,
    /// How often something had gone wrong by then.
    pub(super) faults_at_first: u64,
    pub(super) journal: RefCell<Journal>,
    pub(super) said: RefCell<Said>,
    /// Whether a long step is under way: a lock set, everything deleted.
    pub(super) is_busy: Cell<bool>,
    pub(super) is_frozen: Cell<bool>,
    pub(super) is_covered: Cell<bool>,
    /// Whether the person has tapped "Open" on the cover.
    pub(super) has_tapped_open: Cell<bool>,
    pub(super) is_left: Cell<bool>,
    is_reloading: Cell<bool>,
    /// Whether the lock was to be shut when it was opened, and whether it has been opened since.
    pub(super) was_unlocked: Cell<bool>,
    /// What was changed on this page, with the latest stamp of each.
    pub(super) changed: RefCell<BTreeMap<Key, Stamp>>,
    /// What the lock was opened or set with on this page.
    pub(super) opener: RefCell<Opener>,
    /// What takes back what was just done.
    pub(super) undo: RefCell<Option<Changed>>,
    /// How often it has let others have the processor.
    pub(super) breaths: Cell<u64>,
    tab: RefCell<Option<Tab>>,
}

/// What it was told last.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) saving: Saving,
    pub(super) notices: Vec<Notice>,
    pub(super) loaded: bool,
    pub(super) locked: bool,
    pub(super) drawable: bool,
}

impl SimPage {
    pub(super) fn new(device: &Rc<Device>, owner: u32) -> Rc<Self> {
        Rc::new(Self {
            device: Rc::clone(device),
            owner,
            opened: device.world.now(),
            faults_at_first: device.disk.faults(),
            journal: RefCell::default(),
            said: RefCell::new(Said {
                saving: Saving::Idle,
                notices: Vec::new(),
                loaded: false,
                locked: false,
                drawable: false,
            }),
            is_busy: Cell::new(false),
            is_frozen: Cell::new(false),
            is_covered: Cell::new(false),
            has_tapped_open: Cell::new(false),
            is_left: Cell::new(false),
            is_reloading: Cell::new(false),
            was_unlocked: Cell::new(false),
            changed: RefCell::default(),
            opener: RefCell::default(),
            undo: RefCell::default(),
            breaths: Cell::new(0),
            tab: RefCell::default(),
        })
    }

    /// Starts the app on it.
    pub(super) fn start(self: &Rc<Self>) {
        let mirror = Rc::new(self.device.disk.mirror());
        // Two pages never have the same one, whatever comes of the other bits.
        let chance = u32::try_from(mixed(u64::from(self.owner)) >> 44).unwrap_or_default();
        let seed = chance << 12 | self.owner & 0xfff;
        let tab = Tab::open(Rc::clone(self) as Rc<dyn Page>, Some(mirror), seed);
        self.tab.replace(Some(tab.clone()));
        tab.start(self.device.disk.open_vault(self.owner));
    }

    /// Its tab, until it ends.
    pub(super) fn tab(&self) -> Option<Tab> {
        self.tab.borrow().clone()
    }

    /// It is gone.
    pub(super) fn end(&self) {
        let tab = self.tab.take();
        drop(tab);
    }

    /// Whether the person can see and tap what is in the journal.
    pub(super) fn is_open(&self) -> bool {
        let said = self.said.borrow();
        said.drawable
            && !said.locked
            && !self.is_covered.get()
            && !self.is_left.get()
            && !self.is_reloading.get()
    }

    /// Whether it can be used at all.
    pub(super) fn is_there(&self) -> bool {
        !self.is_frozen.get() && !self.is_reloading.get() && !self.is_left.get()
    }

    /// Whether what it says is saved stands in the quick copy alone, and it says so.
    pub(super) fn is_mirror_only(&self) -> bool {
        let said = self.said.borrow();
        let alone = [Notice::OneCopy, Notice::NoCopy];
        alone.iter().any(|notice| said.notices.contains(notice))
    }

    /// Shows a change and has it saved, as `App::apply` does. The stamp it has.
    pub(super) fn apply(&self, changed: &Changed) -> Option<Stamp> {
        let tab = self.tab()?;
        if changed.is_empty() || tab.is_read_only() {
            return None;
        }
        let stamp = tab.next_stamp();
        let mut keys = Vec::new();
        let mut oracle = self.device.oracle.borrow_mut();
        for change in &changed.0 {
            oracle.made(self, &change.key, stamp, change.after.as_ref());
            self.changed.borrow_mut().insert(change.key.clone(), stamp);
            keys.push(record::stored_key(&change.key));
        }
        drop(oracle);
        self.journal(&mut |journal| {
            journal.apply(changed, stamp);
            true
        });
        keys.dedup();
        self.device
            .note(|| format!("page {} changes {keys:?} at {stamp:?}", self.owner));
        tab.feed(Input::Changed(keys));
        Some(stamp)
    }

    /// What is shown is looked at by the oracle.
    fn is_seen(&self) {
        let said = self.said.borrow();
        if said.drawable && !said.locked && !self.is_covered.get() && !self.is_left.get() {
            drop(said);
            let mut oracle = self.device.oracle.borrow_mut();
            oracle.sees(self, &self.journal.borrow());
        }
    }
}

impl Page for SimPage {
    fn journal(&self, look: &mut dyn FnMut(&mut Journal) -> bool) {
        let is_drawn = look(&mut self.journal.borrow_mut());
        if is_drawn {
            self.is_seen();
        }
    }

    fn tell(&self, told: Told) {
        let Device { oracle, .. } = &*self.device;
        self.device
            .note(|| format!("page {} is told {told:?}", self.owner));
        match told {
            Told::Drawable(locked) => {
                let mut said = self.said.borrow_mut();
                said.drawable = true;
                said.locked = locked;
                drop(said);
                self.is_seen();
            }
            Told::Loaded(loaded) => {
                self.said.borrow_mut().loaded = loaded;
                if loaded && self.said.borrow().locked {
                    oracle
                        .borrow_mut()
                        .fail("5 all is read while the lock is shut");
                }
            }
            Told::Locked(locked) => {
                self.said.borrow_mut().locked = locked;
                if !locked {
                    self.was_unlocked.set(true);
                    self.is_seen();
                }
            }
            Told::Works => {
                if self.said.borrow().locked || !self.said.borrow().drawable {
                    oracle
                        .borrow_mut()
                        .fail("5 it works while the lock is shut");
                }
            }
            Told::Saving(saving) => {
                let is_saved = saving == Saving::Saved;
                self.said.borrow_mut().saving = saving;
                if is_saved {
                    oracle
                        .borrow_mut()
                        .saved(self, "5 \"Saved\" is said too early");
                }
            }
            Told::Notices(notices) => self.said.borrow_mut().notices = notices,
            Told::Notice(notice) => self.said.borrow_mut().notices.push(notice),
            Told::CloseForms => {
                let is_idle = self.said.borrow().saving == Saving::Idle;
                if !is_idle {
                    oracle.borrow_mut().saved(self, "5 a form closes too early");
                }
            }
            Told::ForgetDone => {
                self.changed.take();
                self.undo.take();
            }
            Told::Reload => {
                if !self.is_reloading.replace(true) {
                    self.device.reload(self.owner);
                }
            }
            Told::Uncover => {
                if !self.has_tapped_open.get() {
                    oracle.borrow_mut().fail("3 the cover goes by itself");
                }
                self.is_covered.set(false);
                self.is_seen();
            }
        }
    }

    fn call_tabs(&self) {
        self.device.call_others(self.owner);
    }

    fn is_left(&self) -> bool {
        self.is_left.get()
    }

    fn now_ms(&self) -> u64 {
        self.device.now_ms()
    }

    fn breathe(&self) -> LocalFuture<()> {
        self.breaths.set(self.breaths.get() + 1);
        let ms = self.device.world.random().below(4);
        self.device.world.sleep(ms)
    }

    fn after(&self, ms: i32, act: Box<dyn FnOnce()>) {
        let ms = u64::try_from(ms).unwrap_or_default();
        self.device.world.after(self.owner, ms, act);
    }

    fn spawn(&self, work: LocalFuture<()>) {
        self.device.world.spawn(self.owner, work);
    }
}
