//! Much at once: a copy taken in, put in place of everything, and all deleted.

use super::data::{entry, goal, today};
use crate::domain::journal::Journal;
use crate::domain::merge::{Merged, as_changed};
use crate::domain::record::{self, Loaded};
use crate::domain::stamp::Stamp;
use crate::platform::storage::{Mirror, StoreError};
use crate::store::saver::Input;
use crate::store::simulator::shell::SimPage;
use crate::store::simulator::world::Random;
use std::rc::Rc;

/// How many files there are: each may be opened more than once.
const FILES: u64 = 3;
/// The number of the phone that wrote them.
const OTHER_PHONE: u32 = 0xffff_ffff;

/// The records of a copy, as the other phone's clock stamped them.
fn copy(random: &Random) -> Vec<Loaded> {
    let number = random.below(FILES);
    let of_file = Random::new(number + 77);
    let mut journal = Journal::default();
    // The first file comes from a phone with its clock ahead.
    let from = match number {
        0 => 1_795_000_000_000 + 3 * 86_400_000,
        1 => 1_795_000_000_000 - 86_400_000,
        _ => 1_795_000_000_000,
    };
    for place in 0..3 {
        let made = if place == 0 {
            journal.make_goal(&goal(&of_file), today(), of_file.next())
        } else {
            journal.log(
                today().before(place),
                &entry(&of_file),
                today(),
                of_file.next(),
            )
        };
        // The last counter there is: a damaged file, or somebody who wants to win for ever.
        let count = if number == 2 && place == 2 {
            u32::MAX
        } else {
            0
        };
        if let Ok(made) = made {
            journal.apply(&made, Stamp::from((from + place, count, OTHER_PHONE)));
        }
    }
    let texts = record::stored_keys(&journal).into_iter().filter_map(|key| {
        let text = record::write(&journal, &key)?;
        record::read(&key, &text).ok()
    });
    texts.collect()
}

/// Takes in a copy, as `App::take_in` does.
pub(super) fn import(page: &Rc<SimPage>, random: &Random) {
    let Some(tab) = page.tab() else { return };
    if !page.is_open() || tab.is_read_only() {
        return;
    }
    let now = page.device.now_ms();
    let records = page.journal.borrow().receive(copy(random), now);
    let mut merged = Merged::new();
    let mut keys = Vec::new();
    let mut oracle = page.device.oracle.borrow_mut();
    for (key, row) in records.iter().flat_map(|loaded| &loaded.rows) {
        oracle.came(page.device.world.now(), key, row.stamp, row.body.as_ref());
    }
    drop(oracle);
    let mut journal = page.journal.borrow_mut();
    for loaded in records {
        keys.extend(loaded.stored_key());
        merged.extend(journal.absorb(loaded));
    }
    for change in &merged {
        if let Some(row) = journal.row(&change.key) {
            let mut changed = page.changed.borrow_mut();
            changed.insert(change.key.clone(), row.stamp);
        }
    }
    drop(journal);
    tab.see_latest();
    page.undo.replace(Some(as_changed(merged).inverse()));
    tab.feed(Input::Changed(keys));
}

/// Puts a copy in place of everything.
pub(super) fn replace_all(page: &Rc<SimPage>, random: &Random) {
    let Some(tab) = page.tab() else { return };
    if !page.is_open() || page.is_busy.get() {
        return;
    }
    let now = page.device.now_ms();
    let records = Journal::default().receive(copy(random), now);
    let opener = page.opener.borrow().clone();
    let began = page.begins(opener, true);
    let mut journal = Journal::default();
    for loaded in records.clone() {
        journal.absorb(loaded);
    }
    let page = Rc::clone(page);
    let device = Rc::clone(&page.device);
    let work = async move {
        // Nothing of before may be found in what is put in its place.
        for (key, row) in records.iter().flat_map(|loaded| &loaded.rows) {
            let mut oracle = page.device.oracle.borrow_mut();
            oracle.came(page.device.world.now(), key, row.stamp, row.body.as_ref());
        }
        let replaced = tab.replace_all(journal).await;
        page.is_replaced(began, &replaced);
        if replaced.is_ok() {
            let mut oracle = page.device.oracle.borrow_mut();
            for (key, row) in records.iter().flat_map(|loaded| &loaded.rows) {
                oracle.came(page.device.world.now(), key, row.stamp, row.body.as_ref());
            }
            oracle.holds(&page);
        }
    };
    let owner = began.1;
    device.world.spawn(owner, Box::pin(work));
}

/// Deletes everything.
pub(super) fn wipe(page: &Rc<SimPage>) {
    let Some(tab) = page.tab() else { return };
    if !page.said.borrow().drawable || page.is_covered.get() || page.is_busy.get() {
        return;
    }
    let began = page.begins(None, true);
    let page = Rc::clone(page);
    let device = Rc::clone(&page.device);
    let work = async move {
        let wiped = tab.wipe().await.map(drop);
        page.is_replaced(began, &wiped);
        if wiped.is_ok() {
            page.opener.replace(None);
        }
    };
    device.world.spawn(began.1, Box::pin(work));
}

impl SimPage {
    /// A step begins that puts everything in place of everything: when, and on which page.
    pub(super) fn begins(
        &self,
        opener: crate::store::simulator::oracle::Opener,
        deletes: bool,
    ) -> (u64, u32) {
        self.is_busy.set(true);
        let now = self.device.world.now();
        let generation = self.device.disk.vault_generation();
        let mut oracle = self.device.oracle.borrow_mut();
        oracle
            .locks
            .begin(opener, deletes, self.owner, now, generation);
        (now, self.owner)
    }

    /// Such a step has ended.
    pub(super) fn ended_well(&self) {
        let now = self.device.world.now();
        let tab = self.tab();
        let with_vault = tab.filter(|tab| tab.has_vault() && !self.is_mirror_only());
        let generation = with_vault.map(|tab| tab.replicas().generation);
        self.is_busy.set(false);
        let mut oracle = self.device.oracle.borrow_mut();
        oracle.locks.acknowledge(self.owner, now, generation);
    }

    /// Such a step has failed.
    pub(super) fn ended_badly(&self) {
        self.is_busy.set(false);
        let mut oracle = self.device.oracle.borrow_mut();
        oracle.page_ended(&self.device, self.owner);
    }

    fn is_replaced(&self, (began, _): (u64, u32), outcome: &Result<(), StoreError>) {
        self.device
            .note(|| format!("page {} ends that: {outcome:?}", self.owner));
        if outcome.is_ok() {
            let mut oracle = self.device.oracle.borrow_mut();
            oracle.replaced(self, began);
            drop(oracle);
            self.ended_well();
        } else {
            // Where the quick copy stands alone its number goes first, and what had not been removed yet is of before it.
            let known = self.tab().map(|tab| tab.replicas().generation);
            let now = self.device.disk.mirror().generation().ok().flatten();
            let is_begun = self.is_mirror_only() && now > known;
            let mut oracle = self.device.oracle.borrow_mut();
            oracle.may_be_replaced(is_begun, self.device.world.now());
            drop(oracle);
            self.ended_badly();
        }
    }
}
