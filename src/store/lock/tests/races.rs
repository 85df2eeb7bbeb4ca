//! Two tabs with one locked device.

use super::*;
use crate::platform::storage::{LocalFuture, Merge, Puts, Written};
use std::future::ready;

fn entry(journal: &mut Journal, number: u64) -> Put {
    let today = Day::parse(DAY).unwrap();
    let draft = EntryDraft {
        words: "Tea".into(),
        ways: Way::Connect.into(),
        ..EntryDraft::default()
    };
    let changed = journal.log(today, &draft, today, number).unwrap();
    journal.apply(&changed, Stamp::from((5000 + number, 0, 1)));
    let key = record::stored_key(&changed.0[0].key);
    let text = record::write(journal, &key).unwrap();
    Put::new(key, text)
}

#[test]
fn two_tabs_never_eat_each_others_entries() {
    let (device, journal) = Device::locked();
    let (one, _, _) = device.unlock("open sesame").unwrap();
    let (two, _, _) = device.unlock("open sesame").unwrap();
    let (mut mine, mut theirs) = (journal.clone(), journal.clone());
    for number in 0..40 {
        now(one.write(vec![entry(&mut mine, 100 + number)])).unwrap();
        now(two.write(vec![entry(&mut theirs, 200 + number)])).unwrap();
    }
    let found = device.unlock("open sesame").unwrap().1.journal;
    assert_eq!(found.count(), journal.count() + 80);
}

/// A store that lets another tab write between what is read and what is written.
struct Interrupted {
    vault: MemoryVault,
    between: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Vault for Interrupted {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        self.vault.generation()
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.vault.load(after, limit)
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let found = now(self.vault.read(keys));
        if let Some(between) = self.between.take() {
            between();
        }
        Box::pin(ready(found))
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        self.vault.write(generation, puts, merge)
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        self.vault.replace(generation, puts, only_if)
    }
}

#[test]
fn a_write_that_came_in_between_is_merged_with() {
    let (device, journal) = Device::locked();
    let (other, _, _) = device.unlock("open sesame").unwrap();
    let (mut mine, mut theirs) = (journal.clone(), journal.clone());
    let put = entry(&mut theirs, 300);
    let generation = other.generation;
    let interrupted = Interrupted {
        vault: device.vault.clone(),
        between: RefCell::new(Some(Box::new(move || {
            now(other.write(vec![put])).unwrap();
        }))),
    };
    let stores = Stores {
        vault: Some(Rc::new(interrupted)),
        mirror: None,
    };
    let lock = newest_lock(&device.open().1).unwrap();
    let typed = "open sesame".to_owned();
    let cipher = now(keys::open(&Quick, &lock, By::Passcode, typed)).unwrap();
    let sealed = SealedVault::new(stores, cipher, lock, true).unwrap();
    let puts = Rc::new(vec![entry(&mut mine, 301)]);
    now(sealed.write(generation, puts, crate::store::reserved_keys::merge)).unwrap();
    let found = device.unlock("open sesame").unwrap().1.journal;
    assert_eq!(found.count(), journal.count() + 2);
}

#[test]
fn a_tab_of_before_the_lock_writes_nothing() {
    let (device, journal) = Device::plain();
    let (old, _, _) = device.open();
    let (before, boot, _) = device.open();
    device
        .lock(&before, everything(&boot.journal), "open sesame")
        .unwrap();
    let put = Put::new("goal/x", MARKER);
    assert_eq!(now(old.write(vec![put])), Err(StoreError::Stale));
    device.is_unreadable();
    // And one of before the passcode was changed.
    let (old, _, _) = device.unlock("open sesame").unwrap();
    let (before, boot, _) = device.unlock("open sesame").unwrap();
    device
        .lock(&before, everything(&boot.journal), "another one")
        .unwrap();
    let put = entry(&mut journal.clone(), 400);
    assert_eq!(now(old.write(vec![put])), Err(StoreError::Stale));
    assert_eq!(device.unlock("another one").unwrap().1.journal, journal);
}

#[test]
fn an_older_version_only_looks() {
    let (device, _) = Device::locked();
    let meta = now(device.vault.read(vec!["meta".into()]))
        .unwrap()
        .remove(0)
        .1;
    // The versions before the lock read at most what needs version 1.
    assert!(crate::store::reserved_keys::min_reader(&meta) > Some(1));
}
