use super::*;
use crate::domain::commands::EntryDraft;
use crate::domain::day::Day;
use crate::domain::stamp::Stamp;
use crate::domain::way::Way;
use crate::platform::storage::{MemoryMirror, MemoryVault, Vault, load_mirror};
use crate::store::reserved_keys::merge;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

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

fn journal(days: u64, ms: u64) -> Journal {
    let mut journal = Journal::default();
    for ago in 0..days {
        let draft = EntryDraft {
            words: "Tea with Sam".into(),
            ways: Way::Connect.into(),
            note: "x".repeat(300),
            ..EntryDraft::default()
        };
        let changed = journal.log(today().before(ago), &draft, today(), ms + ago);
        journal.apply(&changed.unwrap(), Stamp::from((ms, 0, 1)));
    }
    journal
}

fn puts(journal: &Journal) -> Vec<Put> {
    let put = |key: String| Put {
        text: record::write(journal, &key),
        key,
    };
    record::stored_keys(journal).into_iter().map(put).collect()
}

fn mirror_repairs(boot: &mut Boot) -> Vec<Put> {
    let mut repairs = boot.mirror_repairs();
    while boot.go_on_with(&mut repairs, 7) {}
    boot.end_repairs(repairs)
}

struct Device {
    mirror: MemoryMirror,
    vault: MemoryVault,
}

impl Device {
    fn with(mirror: &Journal, vault: &Journal) -> Self {
        let device = Self {
            mirror: MemoryMirror::default(),
            vault: MemoryVault::default(),
        };
        device.mirror.write(0, &puts(mirror), merge).unwrap();
        now(device.vault.write(0, puts(vault).into(), merge)).unwrap();
        device
    }

    fn put(&self, key: &str, text: &str) {
        let put = Put::new(key, text);
        self.mirror
            .write(0, std::slice::from_ref(&put), |_, new| Some(new.into()))
            .unwrap();
        now(self
            .vault
            .write(0, vec![put].into(), |_, new| Some(new.into())))
        .unwrap();
    }

    /// Starts once, as the app does, and mends both.
    fn boot(&self) -> Boot {
        let mut boot = Boot::default();
        boot.read_mirror(&(Rc::new(self.mirror.clone()) as Rc<dyn Mirror>))
            .unwrap();
        boot.read_all();
        boot.read_batch(now(self.vault.load(None, 100_000)).unwrap());
        now(self.vault.write(0, boot.repairs_for_vault(9).into(), merge)).unwrap();
        self.mirror
            .write(0, &mirror_repairs(&mut boot), merge)
            .unwrap();
        boot
    }

    fn vault_texts(&self) -> Vec<(String, String)> {
        now(self.vault.load(None, 100_000)).unwrap()
    }
}

#[test]
fn both_copies_come_together_and_are_mended() {
    let (one, two) = (journal(3, 10), journal(5, 20));
    let mut both = one.clone();
    both.join(two.clone());
    for (mirror, vault) in [
        (&one, &two),
        (&two, &one),
        (&Journal::default(), &both),
        (&both, &Journal::default()),
    ] {
        let device = Device::with(mirror, vault);
        assert_eq!(device.boot().journal, both);
        let again = device.boot();
        assert_eq!(again.journal, both);
        let held: Vec<_> = device
            .vault_texts()
            .into_iter()
            .filter(|(key, _)| key != META)
            .collect();
        assert_eq!(held.len(), record::stored_keys(&both).len());
        let mut mirrored = load_mirror(&device.mirror).unwrap();
        // Which has no revision.
        mirrored.retain(|(key, _)| key != META);
        assert_eq!(mirrored, held);
    }
}

#[test]
fn a_second_start_writes_nothing() {
    let device = Device::with(&journal(3, 10), &journal(5, 20));
    device.boot();
    let mut boot = Boot::default();
    boot.read_mirror(&(Rc::new(device.mirror.clone()) as Rc<dyn Mirror>))
        .unwrap();
    boot.read_batch(device.vault_texts());
    assert_eq!(boot.repairs_for_vault(9), []);
    assert_eq!(mirror_repairs(&mut boot), []);
}

#[test]
fn what_cannot_be_read_is_kept_aside_and_hides_nothing() {
    let device = Device::with(&journal(3, 10), &journal(3, 10));
    device.put("day/2026-11-20", "{\"sum\":\"00000000\",broken");
    let boot = device.boot();
    assert_eq!((boot.aside_keys().len(), boot.too_new), (1, false));
    assert_eq!(boot.journal.entries(today().before(5), today()).count(), 2);
    let aside = |texts: &[(String, String)]| {
        texts
            .iter()
            .filter(|(key, text)| key.starts_with(ASIDE) && text.ends_with("broken"))
            .count()
    };
    assert_eq!(aside(&device.vault_texts()), 1);
    assert_eq!(
        device.boot().aside_keys().len(),
        1,
        "kept once, though it is still in its place"
    );
    assert_eq!(aside(&device.vault_texts()), 1);
}

#[test]
fn damage_in_one_copy_is_mended_from_the_other() {
    let whole = journal(3, 10);
    let device = Device::with(&whole, &whole);
    let broken = Put::new("day/2026-11-20", "garbage");
    device
        .mirror
        .write(0, &[broken], |_, new| Some(new.into()))
        .unwrap();
    let boot = device.boot();
    assert_eq!(
        (&boot.journal, boot.rescued, boot.aside_keys().len()),
        (&whole, 1, 0)
    );
    let again = device.boot();
    assert_eq!((&again.journal, again.rescued), (&whole, 0));
    let kept = device.vault_texts();
    assert!(
        kept.iter()
            .any(|(key, text)| key.starts_with(MENDED) && text == "garbage")
    );
    let mended = load_mirror(&device.mirror).unwrap();
    assert!(mended.iter().all(|(_, text)| text != "garbage"));
}

#[test]
fn a_newer_version_makes_it_read_only() {
    for (key, text) in [
        (META, r#"{"min_reader":999}"#.to_owned()),
        (
            "goal/x1",
            record::with_sum(r#"{"d":{},"h":[1,0,1],"id":"x1","k":"goal","v":2}"#),
        ),
    ] {
        let device = Device::with(&journal(2, 10), &journal(1, 10));
        device.put(key, &text);
        let before = device.vault_texts();
        assert!(device.boot().too_new, "{key}");
        assert_eq!(device.vault_texts(), before);
    }
}

#[test]
fn the_working_copy_stays_small_and_has_the_newest_days() {
    let long = journal(4000, 10);
    let device = Device::with(&Journal::default(), &long);
    device.boot();
    let mirrored = load_mirror(&device.mirror).unwrap();
    let chars: usize = mirrored.iter().map(|(_, text)| text.len()).sum();
    assert!(chars <= MIRROR_CHARS + 100, "{chars}");
    assert!(mirrored.iter().any(|(key, _)| key == "day/2026-11-21"));
    assert!(mirrored.len() < record::stored_keys(&long).len());
    // A working copy that grew over time lets the oldest go, which the durable copy has.
    let full = Device::with(&long, &long);
    full.boot();
    assert_eq!(load_mirror(&full.mirror).unwrap().len(), mirrored.len());
    assert_eq!(full.boot().journal, long);
}

#[test]
fn the_newest_days_and_notes_are_kept_first() {
    let mut journal = journal(3, 10);
    let noted = [today().before(1), today().before(9)];
    for day in noted {
        let changed = journal.write_day_note(day, "Rain", today()).unwrap();
        journal.apply(&changed, Stamp::from((20, 0, 1)));
    }
    let id = journal.entries(today(), today()).next().unwrap().1.clone();
    let removed = journal.remove_entry(today(), &id).unwrap();
    journal.apply(&removed, Stamp::from((30, 0, 1)));
    let (keys, always) = wanted_in_mirror(&journal);
    assert_eq!(always, 0, "all of it belongs to days");
    let place = |key: &str| keys.iter().position(|found| found == key).unwrap();
    let order = [
        "day/2026-11-21",
        "note/2026-11-20",
        "day/2026-11-20",
        "day/2026-11-19",
        "note/2026-11-12",
    ]
    .map(place);
    assert!(order.is_sorted(), "{keys:?}");
    for key in record::stored_keys(&journal) {
        assert!(keys.contains(&key), "{key}");
    }
}
