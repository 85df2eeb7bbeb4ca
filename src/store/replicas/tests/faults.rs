//! A fault at every point of every kind of write.

use super::*;

/// What a person may do that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// One record.
    Tap,
    /// An entry with a note: two records.
    Entry,
    Import,
    UndoImport,
    /// A copy in place of everything.
    Restore,
    Wipe,
}

const ACTS: [Act; 6] = [
    Act::Tap,
    Act::Entry,
    Act::Import,
    Act::UndoImport,
    Act::Restore,
    Act::Wipe,
];

/// A device on which something is kept already, and the app on it, about to act.
fn prepared(act: Act, device: &Device) -> (Running, Changed) {
    let mut app = device.start();
    for ago in 0..3 {
        app.log(today().before(ago), "Tea", "warm").unwrap();
    }
    let mut undo = Changed::default();
    if act == Act::UndoImport {
        undo = app.import(&other()).0;
    }
    (app, undo)
}

fn other() -> Journal {
    journal(4, 900, "From the copy")
}

/// Does it, and says whether the person was told that it is saved.
fn perform(act: Act, app: &mut Running, undo: &Changed) -> bool {
    match act {
        Act::Tap => app.log(today(), "Bread", "").is_ok(),
        Act::Entry => app.log(today(), "Bread", "and butter").is_ok(),
        Act::Import => app.import(&other()).1.is_ok(),
        Act::UndoImport => app.keep(undo).is_ok(),
        Act::Restore | Act::Wipe => {
            let journal = if act == Act::Wipe {
                Journal::default()
            } else {
                other()
            };
            let done = if act == Act::Wipe {
                now(app.replicas.wipe()).is_ok()
            } else {
                now(app.replicas.replace(all_texts(&journal), None)).is_ok()
            };
            app.journal = journal;
            done
        }
    }
}

/// Where the working copy may stand after a crash: as it is, or as it was before the act (`localStorage` writes late).
fn after_the_crash(device: &Device, before: &MemoryMirror) -> [Device; 2] {
    [device.mirror.as_ref().unwrap(), before].map(|mirror| Device {
        mirror: Some(mirror.as_it_is()),
        vault: device.vault.as_ref().map(MemoryVault::as_it_is),
        faults: device.faults.clone(),
    })
}

fn try_every_point(new_device: fn() -> Device, fault: fn(usize) -> Fault) -> usize {
    let mut points = 0;
    for act in ACTS {
        for point in 0.. {
            let device = new_device();
            let (mut app, undo) = prepared(act, &device);
            let old = seen(&app.journal);
            let before = device.mirror.as_ref().unwrap().as_it_is();
            device.faults.set(Some(fault(point)));
            let saved = perform(act, &mut app, &undo);
            let struck = device.faults.struck();
            device.faults.set(None);
            let new = seen(&app.journal);
            let rolled_back_counts = device.vault.is_some();
            let devices = after_the_crash(&device, &before);
            for (place, device) in devices.into_iter().enumerate() {
                if place == 1 && !rolled_back_counts {
                    // With one copy only there is nothing to bring back what it had not written down.
                    continue;
                }
                let found = device.start();
                let what = format!("{act:?}, {:?}, rolled back: {}", fault(point), place == 1);
                let found_seen = seen(&found.journal);
                assert!(
                    found_seen == new || (found_seen == old && !saved),
                    "{what}: neither before nor after, or said to be saved and lost"
                );
                assert_eq!((found.set_aside, found.rescued), (0, 0), "{what}");
                let again = device.start();
                assert_eq!(
                    again.journal, found.journal,
                    "{what}: a second start differs"
                );
            }
            points += 1;
            if !struck {
                break;
            }
        }
    }
    points
}

#[test]
fn the_power_goes_at_every_write() {
    let points = try_every_point(Device::new, Fault::StopsAfter);
    assert!(points > 60, "only {points} points were tried");
}

#[test]
fn the_store_is_full_at_every_write() {
    assert!(try_every_point(Device::new, Fault::FullAfter) > 30);
}

#[test]
fn any_one_write_fails() {
    assert!(try_every_point(Device::new, Fault::FailsOnceAfter) > 60);
}

#[test]
fn the_power_goes_where_there_is_only_the_working_copy() {
    assert!(try_every_point(Device::with_mirror_alone, Fault::StopsAfter) > 10);
}

#[test]
fn the_store_is_full_where_there_is_only_the_working_copy() {
    assert!(try_every_point(Device::with_mirror_alone, Fault::FullAfter) > 10);
}

#[test]
fn what_was_not_saved_can_be_saved_later() {
    for point in 0..8 {
        for fault in [Fault::FullAfter, Fault::FailsOnceAfter] {
            let device = Device::new();
            let (mut app, _) = prepared(Act::Import, &device);
            device.faults.set(Some(fault(point)));
            let (_, wrote) = app.import(&other());
            device.faults.set(None);
            if wrote.is_err() {
                now(app.replicas.write(all_texts(&app.journal))).unwrap();
            }
            assert_eq!(seen(&device.start().journal), seen(&app.journal));
        }
    }
}

#[test]
fn a_full_store_can_still_delete_and_still_gives_a_copy() {
    let device = Device::new();
    let (mut app, _) = prepared(Act::Tap, &device);
    let everything = seen(&app.journal);
    device.faults.set(Some(Fault::FullAfter(0)));
    assert_eq!(app.log(today(), "Bread", ""), Err(StoreError::Full));
    // The old values are intact, so a copy has them.
    assert_eq!(seen(&device.start().journal), everything);
    now(app.replicas.wipe()).unwrap();
    assert_eq!((device.mirrored(), device.stored()), (vec![], vec![]));
}
