//! Locked stores under every fault, with an independent implementation of the encryption: what is locked stays whole,
//! opens with what it was locked with and with nothing else, and has nothing readable in it.

mod crypto;
mod device;
mod races;
mod steps;
mod vectors;

use super::keys::{self, Made};
use super::vault::SealedVault;
use super::*;
use crate::domain::commands::EntryDraft;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamp;
use crate::domain::way::Way;
use crate::exchange::sealed::{By, Lock, code};
use crate::platform::storage::StoreError;
use crate::platform::storage::{Faults, MemoryMirror, MemoryVault, Mirror, Put, Vault, newest};
use crate::store::boot::{Boot, wanted_in_mirror};
use crate::store::replicas::{Joined, Replicas, Revisions};
use crate::store::reserved_keys::{DRAFT, LOCK, LOCK_AGAIN};
use crypto::Quick;
use device::Device;
use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What no locked store may have in it.
const MARKER: &str = "Tea with Mx Quill";
const DAY: &str = "2026-11-21";

/// Memory stores, and this encryption, are always ready.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it has to be ready"),
    }
}

fn newest_lock(boot: &Boot) -> Option<Lock> {
    let locks = boot.locks.iter().filter_map(|text| Lock::read(text).ok());
    locks.max_by_key(|lock| lock.generation)
}

fn journal() -> Journal {
    let mut journal = Journal::default();
    let today = Day::parse(DAY).unwrap();
    for (place, words) in [MARKER, "A walk"].into_iter().enumerate() {
        let draft = EntryDraft {
            words: words.into(),
            ways: Way::Connect.into(),
            note: MARKER.into(),
            ..EntryDraft::default()
        };
        let changed = journal.log(today, &draft, today, place as u64 + 1);
        journal.apply(&changed.unwrap(), Stamp::from((1000 + place as u64, 0, 1)));
    }
    let settings = Settings {
        recovery: true,
        ..Settings::default()
    };
    let changed = journal.set(settings);
    journal.apply(&changed, Stamp::from((2000, 0, 1)));
    journal
}

/// What [`App::everything`] gives: the records, and a draft.
fn everything(journal: &Journal) -> Vec<Put> {
    let mut puts = Vec::new();
    for key in record::stored_keys(journal) {
        puts.push(Put::new(key.clone(), record::write(journal, &key).unwrap()));
    }
    puts.push(Put::new([DRAFT, "#/goal"].concat(), MARKER));
    puts
}

#[test]
fn a_locked_device_opens_with_its_passcode_alone() {
    let (device, journal) = Device::locked();
    device.is_unreadable();
    assert!(device.unlock("open sesam").is_none());
    assert!(device.unlock("").is_none());
    let (replicas, boot, _) = device.unlock("open sesame").unwrap();
    assert_eq!(boot.journal, journal);
    let draft = now(replicas.read(vec![[DRAFT, "#/goal"].concat()])).unwrap();
    assert_eq!(draft, [([DRAFT, "#/goal"].concat(), MARKER.to_owned())]);
}

#[test]
fn what_is_saved_while_it_is_open_is_sealed_too() {
    let (device, mut journal) = Device::locked();
    let (replicas, _, _) = device.unlock("open sesame").unwrap();
    let today = Day::parse("2026-11-22").unwrap();
    let draft = EntryDraft {
        words: MARKER.into(),
        ways: Way::Give.into(),
        ..EntryDraft::default()
    };
    let changed = journal.log(today, &draft, today, 77).unwrap();
    journal.apply(&changed, Stamp::from((3000, 0, 1)));
    let key = record::stored_key(&changed.0[0].key);
    let put = Put::new(key.clone(), record::write(&journal, &key).unwrap());
    now(replicas.write(vec![put])).unwrap();
    device.is_unreadable();
    assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);
    // The entry is taken away again: two writes of one record, merged.
    journal.apply(&changed.inverse(), Stamp::from((4000, 0, 1)));
    let put = Put::new(key.clone(), record::write(&journal, &key).unwrap());
    now(replicas.write(vec![put])).unwrap();
    assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);
}

#[test]
fn either_copy_alone_opens_whole() {
    let (device, journal) = Device::locked();
    let mut without_vault = device.as_it_is();
    without_vault.vault = MemoryVault::default();
    let (replicas, boot, sealed) = without_vault.unlock("open sesame").unwrap();
    assert_eq!(boot.journal, journal);
    // It is mended: what was lacking is written with the next word, and the lock with it.
    let mut puts = Vec::new();
    for Put { key, .. } in sealed.lacking() {
        if let Some(text) = record::write(&journal, &key) {
            puts.push(Put::new(key, text));
        }
    }
    assert!(!puts.is_empty());
    now(replicas.write(puts)).unwrap();
    let mut mended = without_vault.as_it_is();
    mended.mirror = MemoryMirror::default();
    assert_eq!(mended.unlock("open sesame").unwrap().1.journal, journal);

    let mut without_mirror = device.as_it_is();
    without_mirror.mirror = MemoryMirror::default();
    let (_, boot, sealed) = without_mirror.unlock("open sesame").unwrap();
    assert_eq!(boot.journal, journal);
    now(sealed.tidy_mirror(wanted_in_mirror(&journal))).unwrap();
    without_mirror.vault = MemoryVault::default();
    assert_eq!(
        without_mirror.unlock("open sesame").unwrap().1.journal,
        journal
    );
}

#[test]
fn any_bit_of_any_copy_of_the_lock_may_flip() {
    let (device, journal) = Device::locked();
    let length = now(device.vault.read(vec![LOCK.into()])).unwrap()[0]
        .1
        .len();
    for store in 0..2 {
        for key in [LOCK, LOCK_AGAIN] {
            for place in (0..length).step_by(7) {
                let device = device.as_it_is();
                let lock = now(device.vault.read(vec![key.into()]))
                    .unwrap()
                    .remove(0)
                    .1;
                let mut bytes = lock.into_bytes();
                bytes[place] ^= 1;
                let put = Put::new(key, String::from_utf8(bytes).unwrap());
                if store == 0 {
                    let generation = now(device.vault.generation()).unwrap().unwrap();
                    now(device.vault.write(generation, Rc::new(vec![put]), newest)).unwrap();
                } else {
                    let generation = device.mirror.generation().unwrap().unwrap();
                    device.mirror.write(generation, &[put], newest).unwrap();
                }
                let opened = device.unlock("open sesame");
                assert_eq!(opened.unwrap().1.journal, journal, "{key} {place}");
            }
        }
    }
}

#[test]
fn a_record_that_was_changed_or_moved_hides_no_other() {
    let (device, journal) = Device::locked();
    let sealed: Vec<_> = now(device.vault.load(Some("s/".into()), 99)).unwrap();
    assert!(sealed.len() > 3);
    let generation = now(device.vault.generation()).unwrap().unwrap();
    let count = journal.count();
    for (place, (name, text)) in sealed.iter().enumerate() {
        let other = &sealed[(place + 1) % sealed.len()].1;
        let half = &text[..text.len() / 2];
        for put in [
            Put::new(name, other),
            Put::new(name, half),
            Put::new(name, ""),
        ] {
            let mut device = device.as_it_is();
            device.mirror = MemoryMirror::default();
            now(device.vault.write(generation, Rc::new(vec![put]), newest)).unwrap();
            let (_, boot, _) = device.unlock("open sesame").unwrap();
            assert!(
                boot.journal.count() + 2 >= count,
                "more than one record is hidden"
            );
            assert_eq!(boot.aside_keys().len(), 1);
            device.is_unreadable();
        }
    }
}

#[test]
fn a_wipe_leaves_the_number_alone() {
    let (device, _) = Device::locked();
    // Locked or open: it is the stores below that are wiped.
    let (mut replicas, _, is_locked) = device.open();
    assert!(is_locked);
    now(replicas.wipe()).unwrap();
    assert_eq!(device.all_text(), "");
    let (_, boot, is_locked) = device.open();
    assert!(!is_locked && boot.journal.is_new());
}
