//! One person's device: its clock, its stores, and the pages that are open in its browser.

use super::crypto::Toy;
use super::disk::Disk;
use super::oracle::Oracle;
use super::shell::SimPage;
use super::world::{NOBODY, World};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the clock shows at the beginning of every life: a day in November 2026.
const BEGINNING: u64 = 1_795_000_000_000;
/// How long another tab's call is on its way, in milliseconds.
const CHANNEL_MS: u64 = 3;

/// A device with its person.
pub(super) struct Device {
    pub(super) world: World,
    pub(super) disk: Disk,
    pub(super) toy: Toy,
    pub(super) oracle: RefCell<Oracle>,
    pages: RefCell<Vec<Rc<SimPage>>>,
    pages_ever: Cell<u32>,
    /// By how much the clock is wrong, in milliseconds.
    clock: Cell<i64>,
    /// What happened, in words, where somebody wants to know.
    diary: RefCell<Option<Vec<String>>>,
}

impl Device {
    /// A new one. `tells`: it keeps a diary of what happens.
    pub(super) fn new(seed: u64, tells: bool) -> Rc<Self> {
        Toy::start_over();
        let world = World::new(seed);
        Rc::new(Self {
            disk: Disk::new(&world),
            toy: Toy::new(&world),
            world,
            oracle: RefCell::default(),
            pages: RefCell::default(),
            pages_ever: Cell::new(0),
            clock: Cell::new(0),
            diary: RefCell::new(tells.then(Vec::new)),
        })
    }

    /// What its clock shows, in milliseconds since 1970.
    pub(super) fn now_ms(&self) -> u64 {
        (BEGINNING + self.world.now()).saturating_add_signed(self.clock.get())
    }

    /// Puts the clock this much wrong.
    pub(super) fn set_clock(&self, wrong_by: i64) {
        self.clock.set(wrong_by);
    }

    /// Writes something into the diary.
    pub(super) fn note(&self, words: impl FnOnce() -> String) {
        if let Some(diary) = &mut *self.diary.borrow_mut() {
            diary.push(format!("{:>9} ms  {}", self.world.now(), words()));
        }
    }

    /// The diary.
    pub(super) fn diary(&self) -> Vec<String> {
        self.diary.borrow().clone().unwrap_or_default()
    }

    /// The pages that are open.
    pub(super) fn pages(&self) -> Vec<Rc<SimPage>> {
        self.pages.borrow().clone()
    }

    /// Opens a page in a new tab.
    pub(super) fn open(self: &Rc<Self>) -> Rc<SimPage> {
        let owner = self.pages_ever.get() + 1;
        self.pages_ever.set(owner);
        self.note(|| format!("page {owner} is opened"));
        let page = SimPage::new(self, owner);
        self.pages.borrow_mut().push(Rc::clone(&page));
        page.start();
        page
    }

    /// Ends a page where it stands.
    pub(super) fn kill(&self, owner: u32) {
        let mut pages = self.pages.borrow_mut();
        let place = pages.iter().position(|page| page.owner == owner);
        let killed = place.map(|place| pages.remove(place));
        drop(pages);
        if let Some(page) = &killed {
            self.oracle.borrow_mut().page_ends(page);
        }
        self.world.kill(owner);
        if let Some(page) = killed {
            page.end();
            self.oracle.borrow_mut().page_ended(self, owner);
        }
    }

    /// Kills the whole browser.
    pub(super) fn crash(&self) {
        self.note(|| "the browser is killed".to_owned());
        for page in self.pages() {
            self.kill(page.owner);
        }
        self.disk.crash();
    }

    /// A page is loaded anew, in a moment: it goes on until then.
    pub(super) fn reload(self: &Rc<Self>, owner: u32) {
        let device = Rc::clone(self);
        let moment = self.world.random().below(40);
        let reload = Box::new(move || {
            if device.pages().iter().any(|page| page.owner == owner) {
                device.kill(owner);
                device.open();
            }
        });
        self.world.after(NOBODY, moment, reload);
    }

    /// Calls all other pages. One that is frozen hears it when it is thawed.
    pub(super) fn call_others(&self, from: u32) {
        for page in self.pages() {
            if page.owner != from {
                let owner = page.owner;
                let hear = Box::new(move || {
                    if let Some(tab) = page.tab() {
                        tab.wake();
                    }
                });
                self.world.after(owner, CHANNEL_MS, hear);
            }
        }
    }

    /// Lets go of everything: what knows each other stays in memory for ever otherwise.
    pub(super) fn end(&self) {
        for page in self.pages.take() {
            page.end();
        }
        self.world.end();
    }
}
