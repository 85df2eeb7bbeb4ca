//! Set, change and remove, stopped at every write: the old or the new, whole, and nothing in between.

use super::*;
use crate::platform::storage::Fault;

/// How many writes a step may have at most.
const MANY: usize = 60;

/// Does `step` on a device that stops after so many writes, for every number; `after` looks at what a start finds then.
/// `done`: whether the step said that it had worked.
fn at_every_write(device: &Device, step: impl Fn(&Device) -> bool, after: impl Fn(&Device, bool)) {
    let mut finished = 0;
    for writes in 0..MANY {
        for fault in [Fault::StopsAfter(writes), Fault::FullAfter(writes)] {
            let device = device.as_it_is();
            let (before, boot, _) = device.open();
            drop((before, boot));
            device.faults.set(Some(fault));
            let done = step(&device);
            finished += usize::from(done && !device.faults.struck());
            device.faults.set(None);
            after(&device.as_it_is(), done);
        }
    }
    assert!(finished > 0, "it never came to its end");
}

#[test]
fn setting_it_stopped_anywhere() {
    let (device, journal) = Device::plain();
    let step = |device: &Device| {
        let (before, boot, _) = device.open();
        let puts = everything(&boot.journal);
        device.lock(&before, puts, "open sesame").is_ok()
    };
    at_every_write(&device, step, |device, done| {
        let (_, boot, is_locked) = device.open();
        assert!(is_locked || !done, "it said that it was locked");
        if is_locked {
            device.is_unreadable();
            assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);
        } else {
            assert_eq!(boot.journal, journal);
            // And it opens without a word the next time.
            assert!(!device.open().2);
        }
    });
}

#[test]
fn changing_it_stopped_anywhere() {
    let (device, journal) = Device::locked();
    let step = |device: &Device| {
        let Some((before, boot, _)) = device.unlock("open sesame") else {
            return false;
        };
        let puts = everything(&boot.journal);
        device.lock(&before, puts, "another one").is_ok()
    };
    at_every_write(&device, step, |device, done| {
        device.is_unreadable();
        let (old, new) = (device.unlock("open sesame"), device.unlock("another one"));
        assert!(old.is_some() != new.is_some(), "one of them opens it");
        assert!(new.is_some() || !done, "it said that it was changed");
        assert_eq!(old.or(new).unwrap().1.journal, journal);
    });
}

#[test]
fn removing_it_stopped_anywhere() {
    let (device, journal) = Device::locked();
    let step = |device: &Device| {
        let Some((before, boot, sealed)) = device.unlock("open sesame") else {
            return false;
        };
        let Stores { vault, mirror } = sealed.stores();
        let mut after = Replicas {
            mirror,
            vault,
            ..before
        };
        now(after.replace(everything(&boot.journal), None)).is_ok()
    };
    at_every_write(&device, step, |device, done| {
        let (_, boot, is_locked) = device.open();
        assert!(!is_locked || !done, "it said that it was off");
        if is_locked {
            device.is_unreadable();
            assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);
        } else {
            assert_eq!(boot.journal, journal);
        }
    });
}

#[test]
fn what_found_no_room_has_changed_nothing() {
    let mut refused = 0;
    for writes in 0..MANY {
        let (device, journal) = Device::plain();
        let (before, boot, _) = device.open();
        device.faults.set(Some(Fault::FullAfter(writes)));
        let set = device.lock(&before, everything(&boot.journal), "open sesame");
        device.faults.set(None);
        if set.is_err() {
            refused += 1;
            let (_, boot, is_locked) = device.open();
            assert!(!is_locked && boot.journal == journal, "{writes}");
        }
        let (device, journal) = Device::locked();
        let (before, boot, _) = device.unlock("open sesame").unwrap();
        device.faults.set(Some(Fault::FullAfter(writes)));
        let changed = device.lock(&before, everything(&boot.journal), "another one");
        device.faults.set(None);
        if changed.is_err() {
            refused += 1;
            assert!(device.unlock("another one").is_none(), "{writes}");
            let (_, boot, _) = device.unlock("open sesame").unwrap();
            assert_eq!(boot.journal, journal);
        }
    }
    assert!(refused > 4, "it always found room");
}

#[test]
fn a_wipe_of_a_locked_device_stopped_anywhere() {
    let (device, journal) = Device::locked();
    let step = |device: &Device| {
        let (mut replicas, _, _) = device.open();
        now(replicas.wipe()).is_ok()
    };
    at_every_write(&device, step, |device, done| {
        let (_, boot, is_locked) = device.open();
        if is_locked {
            assert!(!done);
            assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);
        } else {
            assert!(boot.journal.is_new());
        }
    });
}

#[test]
fn what_was_in_plain_words_in_the_quick_copy_goes() {
    // The browser took back the last seconds of the quick copy, with the mark in it.
    let (device, journal) = Device::plain();
    let before_the_lock = device.as_it_is();
    let (before, boot, _) = device.open();
    device
        .lock(&before, everything(&boot.journal), "open sesame")
        .unwrap();
    let torn = Device {
        mirror: before_the_lock.mirror,
        ..device
    };
    let (_, boot, is_locked) = torn.open();
    assert!(is_locked && boot.journal.is_new());
    torn.is_unreadable();
    assert_eq!(torn.unlock("open sesame").unwrap().1.journal, journal);
}

#[test]
fn a_store_that_is_nearly_full_keeps_the_lock_it_has() {
    let (device, journal) = Device::locked();
    let (before, boot, _) = device.unlock("open sesame").unwrap();
    now(before.lay_ballast(7));
    device.faults.set(Some(Fault::FullOver(800)));
    let puts = everything(&boot.journal);
    let changed = device.lock(&before, puts, "another one");
    assert_eq!(changed.err(), Some(StoreError::Full));
    device.faults.set(None);
    assert!(device.unlock("another one").is_none());
    assert_eq!(device.unlock("open sesame").unwrap().1.journal, journal);

    let (device, journal) = Device::plain();
    let (before, boot, _) = device.open();
    now(before.lay_ballast(7));
    device.faults.set(Some(Fault::FullOver(800)));
    let set = device.lock(&before, everything(&boot.journal), "open sesame");
    assert_eq!(set.err(), Some(StoreError::Full));
    device.faults.set(None);
    let (_, boot, is_locked) = device.open();
    assert!(!is_locked);
    assert_eq!(boot.journal, journal);
}

#[test]
fn a_damaged_number_makes_nothing_unreadable() {
    for number in [Some(0), Some(7), None] {
        let (device, mut journal) = Device::locked();
        device.vault.renumber_as(number);
        let (replicas, _, _) = device.unlock("open sesame").unwrap();
        let today = Day::parse(DAY).unwrap();
        let draft = EntryDraft {
            words: "Tea".into(),
            ways: Way::Give.into(),
            ..EntryDraft::default()
        };
        let changed = journal.log(today, &draft, today, 55).unwrap();
        journal.apply(&changed, Stamp::from((9000, 0, 1)));
        let key = record::stored_key(&changed.0[0].key);
        let put = Put::new(key.clone(), record::write(&journal, &key).unwrap());
        now(replicas.write(vec![put])).unwrap();
        let found = device.unlock("open sesame").unwrap().1;
        assert_eq!(found.journal, journal, "{number:?}");
    }
}
