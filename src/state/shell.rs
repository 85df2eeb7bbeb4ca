//! What the store is told to do with the page: signals, the address, the other tabs and the worker. It decides nothing.

use super::apart::Diary;
use super::device::keep_for_good;
use super::{App, Notice, Said, Saving};
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::platform::storage::LocalFuture;
use crate::platform::tabs::Tabs;
use crate::platform::{address, clock, leave, sight, timers, updates};
use crate::store::page::{Page, Told};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The page as the store knows it: the app's signals.
#[derive(Clone)]
pub(super) struct Shell {
    pub(super) diary: Diary,
    pub(super) journal: RwSignal<Journal>,
    pub(super) saving: RwSignal<Saving>,
    pub(super) said: RwSignal<Option<Said>>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) loaded: RwSignal<bool>,
    pub(super) locked: RwSignal<bool>,
    pub(super) drawable: RwSignal<bool>,
    pub(super) unkept_notes: StoredValue<Vec<(Day, String)>>,
    pub(super) beside: Rc<Beside>,
}

/// What the page holds that is no signal.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The forms that were sent and are not saved yet.
    pub(super) forms: RefCell<Vec<Sent>>,
    /// What was typed and is not on its way yet.
    pub(super) typing: super::typing::Typing,
    /// The line to the other tabs.
    pub(super) tabs: RefCell<Option<Tabs>>,
    /// Whether this page asked the browser to keep what is stored.
    pub(super) asked: Cell<bool>,
}

/// A form that was sent and is not saved yet.
#[derive(Debug)]
pub(super) struct Sent {
    /// What takes back what it changed.
    pub(super) undo: crate::domain::change::Changed,
    /// The address of the form.
    pub(super) from: String,
    /// Where to go once it is saved.
    pub(super) home: String,
}

impl Shell {
    /// What was sent is saved: goes on from the form that is open, if it is one of them.
    fn close_forms(&self) {
        for sent in self.beside.forms.take() {
            if address::hash() == sent.from {
                address::replace(sent.home.trim_start_matches('#'));
            }
        }
    }

    fn add_notice(&self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// Only where something is kept can it be said to be saved.
    fn say(&self, saving: Saving) {
        let is_own = self.diary == Diary::Own;
        self.saving.set(if saving == Saving::Saved && !is_own {
            Saving::NotKept
        } else {
            saving
        });
    }

    fn set_locked(&self, locked: bool) {
        self.locked.set(locked);
        if locked {
            updates::waits();
        }
    }

    fn forget_done(&self) {
        self.said.set(None);
        self.beside.forms.take();
        self.unkept_notes.set_value(Vec::new());
    }
}

impl Page for Shell {
    fn journal(&self, look: &mut dyn FnMut(&mut Journal) -> bool) {
        self.journal.maybe_update(|journal| look(journal));
    }

    fn tell(&self, told: Told) {
        match told {
            Told::Drawable(locked) => {
                self.set_locked(locked);
                self.drawable.set(true);
            }
            Told::Loaded(loaded) => self.loaded.set(loaded),
            Told::Locked(locked) => self.set_locked(locked),
            Told::Works => updates::booted(),
            Told::Saving(saving) => self.say(saving),
            Told::Notices(notices) => self.notices.set(notices),
            Told::Notice(notice) => self.add_notice(notice),
            Told::CloseForms => self.close_forms(),
            Told::ForgetDone => self.forget_done(),
            Told::Reload => address::reload(),
            Told::Uncover => sight::uncover(),
        }
    }

    fn call_tabs(&self) {
        if let Some(tabs) = &*self.beside.tabs.borrow() {
            tabs.call();
        }
    }

    fn is_left(&self) -> bool {
        leave::covered()
    }

    fn now_ms(&self) -> u64 {
        clock::now_ms()
    }

    fn breathe(&self) -> LocalFuture<()> {
        Box::pin(timers::breathe())
    }

    fn after(&self, ms: i32, act: Box<dyn FnOnce()>) {
        timers::after(ms, act).forget();
    }

    fn spawn(&self, work: LocalFuture<()>) {
        spawn_local(work);
    }
}

impl App {
    /// Asks the browser, once, at the tap of the first save, to keep what is stored.
    pub(super) fn ask_to_persist(self) {
        if self.diary == Diary::Own && !self.beside().asked.replace(true) {
            spawn_local(keep_for_good(self));
        }
    }
}
