//! Both copies together, under every fault: whatever stops, and wherever, a change is there whole or not at all, what
//! said "Saved" is there, and what was there before still is.

use super::*;
use crate::domain::change::{Changed, Key};
use crate::domain::commands::EntryDraft;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::stamp::Stamp;
use crate::domain::way::Way;
use crate::platform::storage::{Fault, Faults, MemoryMirror, MemoryVault, load_mirror};
use crate::store::reserved_keys::{ASIDE, DRAFT, MENDED, META};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

mod damage;
mod faults;
mod news;
mod starts;

/// Memory stores are always ready.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a memory store has to be ready"),
    }
}

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn draft(words: &str, note: &str) -> EntryDraft {
    EntryDraft {
        words: words.into(),
        ways: Way::Connect.into(),
        note: note.into(),
        ..EntryDraft::default()
    }
}

/// One device, and the app on it.
struct Device {
    mirror: Option<MemoryMirror>,
    vault: Option<MemoryVault>,
    faults: Faults,
}

/// The app, started.
struct Running {
    replicas: Replicas,
    journal: Journal,
    too_new: bool,
    set_aside: usize,
    rescued: usize,
    unmended: Vec<String>,
    clock: u64,
}

impl Device {
    fn new() -> Self {
        let faults = Faults::default();
        Self {
            mirror: Some(MemoryMirror::with(&faults)),
            vault: Some(MemoryVault::with(&faults)),
            faults,
        }
    }

    fn with_mirror_alone() -> Self {
        Self {
            vault: None,
            ..Self::new()
        }
    }

    /// What an app that starts now finds and mends.
    fn start(&self) -> Running {
        let mirror = self.mirror.clone();
        let mirror = mirror.map(|mirror| Rc::new(mirror) as Rc<dyn Mirror>);
        let (mut replicas, boot) = Replicas::open(mirror, 7);
        let boot = RefCell::new(boot);
        let mut unmended = Vec::new();
        if let Some(vault) = self.vault.clone() {
            let joined = replicas.join(Rc::new(vault), &boot, |_| (), async || ());
            match now(joined).unwrap() {
                Joined::Mended { unmended: left } => unmended = left,
                Joined::Locked => panic!("nobody locked it"),
            }
        } else {
            replicas.go_on_alone(&mut boot.borrow_mut());
        }
        let boot = boot.take();
        Running {
            replicas,
            too_new: boot.too_new,
            set_aside: boot.aside_keys().len(),
            rescued: boot.rescued,
            unmended,
            clock: boot.journal.latest().ms,
            journal: boot.journal,
        }
    }

    /// Puts a text under a key of both copies, as damage might.
    fn put(&self, key: &str, text: &str) {
        self.put_into_mirror(key, text);
        self.put_into_vault(key, text);
    }

    fn put_into_mirror(&self, key: &str, text: &str) {
        let mirror = self.mirror.as_ref().unwrap();
        let generation = mirror.generation().unwrap().unwrap_or_default();
        mirror
            .write(generation, &[Put::new(key, text)], |_, new| {
                Some(new.into())
            })
            .unwrap();
    }

    fn put_into_vault(&self, key: &str, text: &str) {
        let vault = self.vault.as_ref().unwrap();
        let generation = now(vault.generation()).unwrap().unwrap_or_default();
        let puts = vec![Put::new(key, text)].into();
        now(vault.write(generation, puts, |_, new| Some(new.into()))).unwrap();
    }

    fn mirrored(&self) -> Vec<(String, String)> {
        load_mirror(self.mirror.as_ref().unwrap()).unwrap()
    }

    fn stored(&self) -> Vec<(String, String)> {
        now(self.vault.as_ref().unwrap().load(None, 1_000_000)).unwrap()
    }
}

impl Running {
    /// Applies a change and writes it, as the app does.
    fn keep(&mut self, changed: &Changed) -> Result<Wrote, StoreError> {
        self.clock += 1;
        self.journal.apply(changed, Stamp::from((self.clock, 0, 1)));
        let mut keys = Vec::new();
        for change in &changed.0 {
            keys.push(record::stored_key(&change.key));
        }
        keys.dedup();
        now(self.replicas.write(texts(&self.journal, keys)))
    }

    fn log(&mut self, day: Day, words: &str, note: &str) -> Result<Wrote, StoreError> {
        let id = self.journal.count() as u64 + 1000;
        let changed = self.journal.log(day, &draft(words, note), today(), id);
        self.keep(&changed.unwrap())
    }

    /// Adds the records of another journal.
    fn import(&mut self, other: &Journal) -> (Changed, Result<Wrote, StoreError>) {
        let before = self.journal.clone();
        self.journal.join(other.clone());
        self.clock = self.journal.latest().ms;
        let keys = record::stored_keys(other);
        let wrote = now(self.replicas.write(texts(&self.journal, keys)));
        let mut undo = Changed::default();
        for key in other.keys() {
            undo.0.push(crate::domain::change::Change {
                key: key.clone(),
                before: self.journal.body(key).cloned(),
                after: before.body(key).cloned(),
            });
        }
        (undo, wrote)
    }
}

fn texts(journal: &Journal, keys: Vec<String>) -> Vec<Put> {
    let text = |key: String| Put::new(key.clone(), record::write(journal, &key).unwrap());
    keys.into_iter().map(text).collect()
}

fn all_texts(journal: &Journal) -> Vec<Put> {
    texts(journal, record::stored_keys(journal))
}

/// A journal of so many days, each with an entry and a note, stamped at this time.
fn journal(days: u64, ms: u64, words: &str) -> Journal {
    let mut journal = Journal::default();
    for ago in 0..days {
        let changed = journal.log(
            today().before(ago),
            &draft(words, "a note"),
            today(),
            ms + ago,
        );
        journal.apply(&changed.unwrap(), Stamp::from((ms, 0, 1)));
    }
    journal
}

/// What a person sees: everything but deletions and stamps.
fn seen(journal: &Journal) -> Vec<(Key, crate::domain::change::Body)> {
    let body = |key: &Key| Some((key.clone(), journal.body(key)?.clone()));
    journal.keys().filter_map(body).collect()
}
