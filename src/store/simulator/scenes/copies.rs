//! Two copies of which one does not answer, is full, or knows less than the other.

use super::*;
use crate::domain::journal::Journal;
use crate::platform::storage::{Put, Vault, newest};
use crate::store::reserved_keys::{LOCK, LOCK_AGAIN, is_lock};

/// How long the durable copy takes to answer where a page goes on without it at first.
const LATE: u64 = 4_000;
/// When that page has gone on without.
const ALONE: u64 = 3_000;
/// How many days a large diary has.
const DAYS: u64 = 400;

#[test]
fn what_a_locked_diary_saved_in_the_quick_copy_alone_stays_where_the_durable_one_is_full() {
    let scene = Scene::new();
    let page = scene.opened();
    let first = scene.logged(&page, 1);
    scene.lock(&page, PASSCODE).unwrap();
    scene.close_all();
    scene.weather(|weather| weather.blocked = true);
    let page = scene.opened();
    scene.unlock(&page, PASSCODE).unwrap();
    let alone = scene.logged(&page, 2);
    scene.close_all();
    scene.weather(|weather| weather.vault_room = Some(0));
    let page = scene.opened();
    scene.unlock(&page, PASSCODE).unwrap();
    assert!(!page.tab().unwrap().is_at_rest(), "it is not full");
    // It is killed before there is room.
    let page = scene.opened_anew();
    scene.unlock(&page, PASSCODE).unwrap();
    assert!(shows(&page, &first) && shows(&page, &alone));
    assert_eq!(scene.oracle.borrow().failed(), None);
}

/// The locks in a copy.
fn locks(texts: Vec<(String, String)>) -> Vec<Put> {
    let locks = texts.into_iter().filter(|(key, _)| is_lock(key));
    locks.map(|(key, text)| Put::new(key, text)).collect()
}

/// A device whose lock was changed, and whose quick copy has the lock of before.
fn with_an_older_lock() -> (Scene, Key) {
    let scene = Scene::new();
    let page = scene.opened();
    let key = scene.logged(&page, 1);
    scene.lock(&page, "the old one").unwrap();
    let old = locks(scene.mirrored());
    assert_eq!(old.len(), 2);
    scene.lock(&page, PASSCODE).unwrap();
    let mirror = scene.disk.mirror();
    mirror
        .write(scene.mirror_generation(), &old, newest)
        .unwrap();
    scene.close_all();
    (scene, key)
}

#[test]
fn the_newest_lock_is_the_one_that_counts() {
    let (scene, key) = with_an_older_lock();
    let page = scene.opened();
    let wrong = scene.unlock(&page, "the old one");
    assert_eq!(wrong, Err(LockProblem::Wrong));
    scene.unlock(&page, PASSCODE).unwrap();
    assert!(shows(&page, &key));
}

#[test]
fn a_lock_that_opens_nothing_is_not_put_over_what_is_sealed() {
    let (scene, _) = with_an_older_lock();
    let vault = scene.disk.vault(0);
    let generation = scene.disk.vault_generation().unwrap();
    let damaged = [LOCK, LOCK_AGAIN].map(|key| Put::new(key, "damaged"));
    let damage = vault.write(generation, Rc::new(damaged.into()), newest);
    let page = scene.open();
    scene.end(&page, damage).unwrap();
    let page = scene.opened_anew();
    let before = scene.disk.all_text();
    let opened = scene.unlock(&page, "the old one");
    assert_eq!(opened, Err(LockProblem::Damaged));
    assert!(page.said.borrow().locked);
    assert_eq!(scene.disk.all_text(), before);
}

#[test]
fn of_an_outdated_day_what_was_added_here_alone_is_kept() {
    let scene = Scene::new();
    let page = scene.opened();
    let deleted = scene.logged(&page, 1);
    // The quick copy keeps what the durable one has deleted.
    scene.weather(|weather| weather.mirror_fail_one_in = 1);
    let tab = page.tab().unwrap();
    let wiped = scene.end(&page, Box::pin(async move { tab.wipe().await }));
    assert!(wiped.is_err());
    scene.close_all();
    scene.weather(|weather| weather.latency = (LATE, LATE));
    let page = scene.open();
    scene.world.run_for(ALONE);
    assert!(shows(&page, &deleted), "nothing else is known yet");
    let added = scene.logged(&page, 2);
    for page in [Rc::clone(&page), scene.opened_anew()] {
        assert!(!shows(&page, &deleted), "what was deleted came back");
        assert!(shows(&page, &added));
    }
}

#[test]
fn a_large_diary_is_read_with_pauses() {
    let scene = Scene::new();
    let mut page = scene.opened();
    let mut journal = Journal::default();
    for ago in 0..DAYS {
        let changed = journal.log(day().before(ago), &draft(ago), day(), ago);
        let changed = changed.unwrap();
        let stamp = page.tab().unwrap().next_stamp();
        let mut oracle = scene.oracle.borrow_mut();
        oracle.came(0, &changed.0[0].key, stamp, changed.0[0].after.as_ref());
        journal.apply(&changed, stamp);
    }
    let tab = page.tab().unwrap();
    scene
        .end(
            &page,
            Box::pin(async move { tab.replace_all(journal).await }),
        )
        .unwrap();
    for is_locked in [false, true] {
        if is_locked {
            scene.lock(&page, PASSCODE).unwrap();
        }
        page = scene.opened_anew();
        if is_locked {
            page.breaths.set(0);
            scene.unlock(&page, PASSCODE).unwrap();
        }
        assert_eq!(page.journal.borrow().count() as u64, DAYS);
        assert!(page.breaths.get() > DAYS / 100, "{}", page.breaths.get());
    }
}
