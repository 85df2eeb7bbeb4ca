//! What must hold of every life. It knows what was *said* to the person, and when; of the device it looks at no more
//! than it takes to see whether that was true.

mod ending;
mod locks;
mod marks;

pub(super) use locks::Opener;
pub(super) use marks::mark;

use super::device::Device;
use super::shell::SimPage;
use crate::domain::change::{Body, Key};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::stamp::Stamp;
use locks::Locks;
use marks::marks_in;
use std::collections::{BTreeMap, BTreeSet};

/// How long a start waits for the durable copy before it goes on without, in milliseconds.
const PATIENCE: u64 = 2_500;

/// The oracle of one life.
#[derive(Default)]
pub(super) struct Oracle {
    /// The first thing that was wrong.
    failed: Option<String>,
    /// Every state of every thing that any page ever gave it, or took from a file.
    made: BTreeMap<(Key, Stamp), Made>,
    /// The words in them, and those of drafts: when they were first written, and whether they are gone for good.
    words: BTreeMap<String, Made>,
    /// What was said to be saved.
    kept: BTreeMap<Key, Kept>,
    pub(super) locks: Locks,
    /// What was changed on pages that had the quick copy alone: others hear of it at their next start.
    alone: BTreeSet<Key>,
    /// The generation of the last time that everything was put in place of everything, and when that was acknowledged.
    replaced: (u64, u64),
    /// When that was tried last and failed, although the device changed.
    may_be_replaced: u64,
    /// When everything that was known ended: the browser threw the durable copy away.
    forgotten: Option<u64>,
}

/// When something was made, and deleted with everything.
#[derive(Clone, Copy, Default)]
struct Made {
    at: u64,
    /// The page that made it; 0 for what comes from elsewhere.
    owner: u32,
    /// When that was acknowledged.
    gone: Option<u64>,
}

/// What was said to be saved, last.
struct Kept {
    stamp: Stamp,
    /// The generation of the page that said so.
    generation: u64,
}

impl Oracle {
    /// Something is wrong. The first thing is what counts.
    pub(super) fn fail(&mut self, what: impl Into<String>) {
        self.failed.get_or_insert_with(|| what.into());
    }

    /// What was wrong: a rule's number, and words.
    pub(super) fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// A page gives a thing this state.
    pub(super) fn made(&mut self, page: &SimPage, key: &Key, stamp: Stamp, body: Option<&Body>) {
        let made = Made {
            at: page.device.world.now(),
            owner: page.owner,
            gone: None,
        };
        let earlier = self.made.insert((key.clone(), stamp), made);
        if earlier.is_some_and(|earlier| earlier.gone.is_none()) {
            self.fail(format!("1 two changes of {key:?} have the stamp {stamp:?}"));
        }
        if let Some(body) = body {
            self.wrote(page, &format!("{body:?}"));
        }
    }

    /// A thing gets this state from elsewhere: the older tab, or a file, which may be opened more than once.
    pub(super) fn came(&mut self, at: u64, key: &Key, stamp: Stamp, body: Option<&Body>) {
        let made = Made {
            at,
            ..Made::default()
        };
        self.made.insert((key.clone(), stamp), made);
        for word in marks_in(&format!("{body:?}")) {
            self.words.insert(word.to_owned(), made);
        }
    }

    /// The older tab says that a thing is saved.
    pub(super) fn saved_by_older(&mut self, opened: u64, key: Key, stamp: Stamp, generation: u64) {
        if self.is_replaced_since(opened, generation) {
            return;
        }
        let kept = Kept { stamp, generation };
        if self.kept.get(&key).is_none_or(|known| known.stamp <= stamp) {
            self.kept.insert(key, kept);
        }
    }

    /// A page writes these words, wherever they go.
    pub(super) fn wrote(&mut self, page: &SimPage, text: &str) {
        let at = page.device.world.now();
        for word in marks_in(text) {
            let made = self.words.entry(word.to_owned()).or_default();
            // What a page of before a wipe writes has nowhere to go: it is refused.
            if made.gone.is_none_or(|gone| gone <= page.opened) {
                *made = Made {
                    at,
                    ..Made::default()
                };
            }
        }
    }

    /// When the browser threw the durable copy away, last.
    pub(super) fn forgotten(&self) -> Option<u64> {
        self.forgotten
    }

    /// Whether what this page hears now was so before it was deleted with everything: it has not heard of either.
    fn is_replaced_since(&self, opened: u64, generation: u64) -> bool {
        generation <= self.replaced.0 && opened <= self.replaced.1
    }

    /// A page says that all is saved.
    pub(super) fn saved(&mut self, page: &SimPage, rule: &str) {
        let Some(tab) = page.tab() else { return };
        // What stands in the quick copy alone is lost with the next crash, and the notice says so.
        if page.is_mirror_only() {
            self.alone.extend(page.changed.borrow().keys().cloned());
            return;
        }
        let generation = tab.replicas().generation;
        if self.is_replaced_since(page.opened, generation) {
            return;
        }
        let disk = &page.device.disk;
        // Sealed texts are looked at in the end. After a wipe in another tab there is nothing to look at.
        let is_plain = tab.sealed().is_none() && disk.vault_generation() == Some(generation);
        let is_older = disk.vault_generation() > Some(generation);
        for (key, &stamp) in &*page.changed.borrow() {
            // It was there when it was written; a page that was frozen hears of that later than everybody.
            let made = self.made.get(&(key.clone(), stamp));
            if is_older && made.is_some_and(|made| made.at < self.may_be_replaced) {
                continue;
            }
            if is_plain {
                let stored = record::stored_key(key);
                let text = disk.vault_record(&stored).unwrap_or_default();
                let loaded = record::read(&stored, &text).unwrap_or_default();
                let mut rows = loaded.rows.iter();
                if !rows.any(|(there, row)| there == key && row.stamp >= stamp) {
                    self.fail(format!("{rule}: {key:?}"));
                }
            }
            let kept = Kept { stamp, generation };
            let known = self.kept.get(key);
            if known.is_none_or(|known| known.stamp <= stamp) {
                self.kept.insert(key.clone(), kept);
            }
        }
    }

    /// Everything was put in place of everything, or deleted, and that was acknowledged. What another page wrote since
    /// it began may be of after it, and is left out.
    pub(super) fn replaced(&mut self, page: &SimPage, began: u64) {
        let Some(tab) = page.tab() else { return };
        let now = page.device.world.now();
        if page.is_mirror_only() || !tab.has_vault() || self.forgotten >= Some(began) {
            // It does not reach the durable copy before that opens, and a crash takes it back until then: nothing can
            // be said of what there was.
            self.kept.clear();
            self.replaced = (tab.replicas().generation, now);
            return;
        }
        let generation = tab.replicas().generation;
        self.replaced = self.replaced.max((generation, now));
        self.kept.retain(|_, kept| kept.generation > generation);
        for made in self.made.values_mut().chain(self.words.values_mut()) {
            if made.at < began {
                made.gone.get_or_insert(now);
            }
        }
    }

    /// The same, but it may not have been done: `changed`, whether the device changed meanwhile.
    pub(super) fn may_be_replaced(&mut self, is_changed: bool, now: u64) {
        if is_changed {
            self.may_be_replaced = now;
            self.kept.clear();
        }
    }

    /// A page that put everything in place of everything holds this now.
    pub(super) fn holds(&mut self, page: &SimPage) {
        let Some(tab) = page.tab() else { return };
        if page.is_mirror_only() {
            return;
        }
        let generation = tab.replicas().generation;
        if self.is_replaced_since(page.opened, generation) {
            return;
        }
        let journal = page.journal.borrow();
        for key in journal.keys() {
            if let Some(row) = journal.row(key) {
                let kept = Kept {
                    stamp: row.stamp,
                    generation,
                };
                self.kept.insert(key.clone(), kept);
            }
        }
    }

    /// The browser threw the durable copy away. What it alone held is lost, that something was deleted, and that it
    /// was locked: no page can know any of it any more.
    pub(super) fn forget(&mut self, now: u64) {
        self.forgotten = Some(now);
        self.replaced = (0, 0);
        self.kept.clear();
        self.locks.forget();
        for made in self.made.values_mut().chain(self.words.values_mut()) {
            made.gone = None;
        }
    }

    /// A page is about to be killed: what it had not saved may stand in the quick copy alone, for the next start to find.
    pub(super) fn page_ends(&mut self, page: &SimPage) {
        if page.tab().is_some_and(|tab| !tab.is_at_rest()) {
            self.alone.extend(page.changed.borrow().keys().cloned());
        }
    }

    /// A page is gone, and with it what it was about to do.
    pub(super) fn page_ended(&mut self, device: &Device, owner: u32) {
        let generation = device.disk.vault_generation();
        let is_changed = self.locks.page_ended(owner, device.world.now(), generation);
        self.may_be_replaced(is_changed, device.world.now());
    }

    /// A page shows this to the person.
    pub(super) fn sees(&mut self, page: &SimPage, journal: &Journal) {
        let is_shut = self.locks.is_shut_since(page.opened) && !page.was_unlocked.get();
        let is_excused = is_excused(page);
        for key in journal.keys() {
            let Some(row) = journal.row(key) else {
                continue;
            };
            match self.made.get(&(key.clone(), row.stamp)) {
                None => self.fail(format!("1 {key:?} comes from nowhere: {:?}", row.stamp)),
                Some(Made {
                    gone: Some(gone), ..
                }) if *gone <= page.opened && !is_excused => {
                    self.fail(format!("2 what was deleted is shown: {key:?}"));
                }
                Some(made) if is_shut && !is_excused && made.owner != page.owner => {
                    self.fail(format!("3 a locked diary is shown: {key:?}"));
                }
                Some(_) => {}
            }
        }
    }

    /// Whatever is locked has nothing readable in the durable copy.
    pub(super) fn looks_at(&mut self, device: &Device) {
        if !self.locks.is_shut_since(device.world.now()) {
            return;
        }
        let text = device.disk.vault_text();
        let found: BTreeSet<&str> = marks_in(&text).collect();
        if let Some(word) = found.first() {
            self.fail(format!("3 {word} stands in a locked store"));
        }
    }
}

/// Where the durable copy does not answer, or fails, the quick one is shown, and a crash may have taken that back to
/// before a wipe or a lock: nothing on the device is known to say so.
fn is_excused(page: &SimPage) -> bool {
    let has_vault = page.tab().is_some_and(|tab| tab.has_vault());
    let is_late = page.device.world.now() >= page.opened + PATIENCE;
    let is_faulty = page.device.disk.faults() > page.faults_at_first;
    !has_vault && (is_late || is_faulty)
}
