use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::platform::storage::load_mirror;

#[allow(clippy::unnecessary_wraps, reason = "a merge may refuse")]
fn join(stored: Option<&str>, new: &str) -> Option<String> {
    let Some(stored) = stored else {
        return Some(new.to_owned());
    };
    Some([stored, "+", new].concat())
}

fn put(key: &str, text: &str) -> Put {
    Put::new(key, text)
}

fn remove(key: &str) -> Put {
    Put::removal(key)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

/// The memory stores never wait, so one look is enough.
fn now<T>(future: LocalFuture<T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a memory store waited"),
    }
}

fn all(vault: &MemoryVault) -> Vec<(String, String)> {
    now(vault.load(None, 1_000)).unwrap()
}

#[test]
fn a_new_store_has_no_generation_and_no_records() {
    assert_eq!(MemoryMirror::default().generation(), Ok(None));
    assert_eq!(load_mirror(&MemoryMirror::default()), Ok(Vec::new()));
    assert_eq!(now(MemoryVault::default().generation()), Ok(None));
    assert_eq!(all(&MemoryVault::default()), pairs(&[]));
}

#[test]
fn a_text_is_merged_with_what_is_there() {
    let mirror = MemoryMirror::default();
    let vault = MemoryVault::default();
    for puts in [
        vec![put("a", "1")],
        vec![put("a", "2"), put("b", "3"), put("b", "4")],
    ] {
        mirror.write(0, &puts, join).unwrap();
        now(vault.write(0, puts.into(), join)).unwrap();
    }
    let expected = pairs(&[("a", "1+2"), ("b", "3+4")]);
    assert_eq!(load_mirror(&mirror).unwrap(), expected);
    assert_eq!(all(&vault), expected);
}

#[test]
fn what_may_not_be_written_over_stays() {
    let refuse: Merge = |stored, new| stored.is_none().then(|| new.to_owned());
    let (mirror, vault) = (MemoryMirror::default(), MemoryVault::default());
    let puts = vec![put("new", "1"), put("a", "2"), remove("b")];
    for text in ["a", "b"].map(|key| put(key, "1")) {
        mirror
            .write(0, std::slice::from_ref(&text), refuse)
            .unwrap();
        now(vault.write(0, vec![text].into(), refuse)).unwrap();
    }
    assert_eq!(mirror.write(0, &puts, refuse), Err(StoreError::TooNew));
    assert_eq!(
        now(vault.write(0, puts.into(), refuse)),
        Err(StoreError::TooNew)
    );
    assert_eq!(all(&vault), pairs(&[("a", "1"), ("b", "1")]));
    assert_eq!(
        load_mirror(&mirror).unwrap(),
        pairs(&[("a", "1"), ("b", "1"), ("new", "1")])
    );
}

#[test]
fn an_older_tab_is_refused_and_changes_nothing() {
    let (mirror, vault) = (MemoryMirror::default(), MemoryVault::default());
    mirror.write(2, &[put("a", "1")], join).unwrap();
    now(vault.write(2, vec![put("a", "1")].into(), join)).unwrap();
    assert_eq!(
        mirror.write(1, &[remove("a")], join),
        Err(StoreError::Stale)
    );
    assert_eq!(
        now(vault.write(1, vec![remove("a")].into(), join)),
        Err(StoreError::Stale)
    );
    assert_eq!(mirror.wipe(1), Err(StoreError::Stale));
    assert_eq!(
        now(vault.replace(1, Puts::default(), None)),
        Err(StoreError::Stale)
    );
    assert_eq!(load_mirror(&mirror).unwrap(), all(&vault));
    assert_eq!(all(&vault), pairs(&[("a", "1")]));
}

#[test]
fn a_newer_generation_does_not_see_older_records() {
    let (mirror, vault) = (MemoryMirror::default(), MemoryVault::default());
    for generation in [1, 2] {
        mirror.write(generation, &[put("a", "1")], join).unwrap();
        now(vault.write(generation, vec![put("a", "1")].into(), join)).unwrap();
    }
    assert_eq!(load_mirror(&mirror).unwrap(), pairs(&[("a", "1")]));
    assert_eq!(all(&vault), pairs(&[("a", "1")]));
}

#[test]
fn a_wipe_leaves_the_bare_generation() {
    let (mirror, vault) = (MemoryMirror::default(), MemoryVault::default());
    mirror.write(1, &[put("a", "1")], join).unwrap();
    now(vault.write(1, vec![put("a", "1")].into(), join)).unwrap();
    mirror.wipe(2).unwrap();
    now(vault.replace(2, Puts::default(), None)).unwrap();
    assert_eq!(
        (mirror.generation(), load_mirror(&mirror)),
        (Ok(Some(2)), Ok(Vec::new()))
    );
    assert_eq!(
        (now(vault.generation()), all(&vault)),
        (Ok(Some(2)), Vec::new())
    );
}

#[test]
fn the_vault_loads_in_batches() {
    let vault = MemoryVault::default();
    let keys: Vec<String> = (0..25).map(|n| format!("k{n:02}")).collect();
    now(vault.write(
        0,
        keys.iter()
            .map(|key| put(key, "x"))
            .collect::<Vec<_>>()
            .into(),
        join,
    ))
    .unwrap();
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let batch = now(vault.load(after.take(), 10)).unwrap();
        let more = batch.len() == 10;
        seen.extend(batch.into_iter().map(|(key, _)| key));
        if !more {
            break;
        }
        after = seen.last().cloned();
    }
    assert_eq!(seen, keys);
}

#[test]
fn a_fault_at_any_write_keeps_the_vault_whole_and_every_old_text() {
    let old = [put("a", "1"), put("old", "1")];
    let new = [put("a", "2"), put("b", "2"), remove("old")];
    for fault in 0..=2 {
        let faults = Faults::default();
        let (mirror, vault) = (MemoryMirror::with(&faults), MemoryVault::with(&faults));
        mirror.write(0, &old, join).unwrap();
        now(vault.write(0, old.to_vec().into(), join)).unwrap();
        let before = all(&vault);
        let off = Err(StoreError::Failed("off".to_owned()));
        faults.set(Some(Fault::StopsAfter(fault)));
        assert_eq!(mirror.write(0, &new, join), off);
        faults.set(Some(Fault::StopsAfter(fault)));
        assert_eq!(
            now(vault.write(0, new.to_vec().into(), join)).map(drop),
            off
        );
        assert_eq!(all(&vault), before);
        assert!(
            load_mirror(&mirror)
                .unwrap()
                .contains(&("old".to_owned(), "1".to_owned()))
        );
        faults.set(None);
        now(vault.write(0, new.to_vec().into(), join)).unwrap();
        assert_eq!(all(&vault), pairs(&[("a", "1+2"), ("b", "2")]));
    }
}

#[test]
fn a_full_store_still_removes_and_a_single_failure_passes() {
    let faults = Faults::default();
    let vault = MemoryVault::with(&faults);
    now(vault.write(0, vec![put("a", "1")].into(), join)).unwrap();
    faults.set(Some(Fault::FullAfter(0)));
    let full = now(vault.write(0, vec![put("b", "1")].into(), join));
    assert_eq!(full, Err(StoreError::Full));
    now(vault.write(0, vec![remove("a")].into(), join)).unwrap();
    faults.set(Some(Fault::FailsOnceAfter(0)));
    assert!(now(vault.write(0, vec![put("b", "1")].into(), join)).is_err());
    now(vault.write(0, vec![put("b", "1")].into(), join)).unwrap();
    assert_eq!(all(&vault), pairs(&[("b", "1")]));
}

#[test]
fn a_vault_says_whether_it_was_new() {
    let vault = MemoryVault::default();
    let write = || now(vault.write(0, Puts::default(), join));
    let was_new = || write().map(|written| written.was_new);
    assert_eq!((was_new(), was_new()), (Ok(true), Ok(false)));
}

#[test]
fn clones_share_one_store() {
    let mirror = MemoryMirror::default();
    mirror.clone().write(0, &[put("a", "1")], join).unwrap();
    assert_eq!(load_mirror(&mirror).unwrap(), pairs(&[("a", "1")]));
}
