//! Which copy counts at a start, and how a wipe, an older version and a cleared store come out.

use super::*;

#[test]
fn a_wipe_stays_wiped_even_when_the_working_copy_rolls_back() {
    let mut device = Device::new();
    let mut app = device.start();
    app.log(today(), "Tea", "a note").unwrap();
    let before = device.mirror.as_ref().unwrap().as_it_is();
    now(app.replicas.wipe()).unwrap();
    assert_eq!((device.mirrored(), device.stored()), (vec![], vec![]));
    device.mirror = Some(before);
    assert_eq!(seen(&device.start().journal), []);
    assert!(device.mirrored().iter().all(|(key, _)| key == META));
    assert!(device.stored().iter().all(|(key, _)| key == META));
}

#[test]
fn a_copy_that_a_wipe_could_not_reach_is_said_and_is_emptied_by_the_next_start() {
    for without_vault in [true, false] {
        let device = Device::new();
        let mut app = device.start();
        app.log(today(), "Tea", "a note").unwrap();
        let hidden = if without_vault {
            app.replicas.vault.take().is_some()
        } else {
            app.replicas.mirror.take().is_some()
        };
        assert!(hidden);
        assert_eq!(now(app.replicas.wipe()), Ok(false));
        let left = [device.mirrored(), device.stored()].concat();
        assert!(left.iter().any(|(_, text)| text.contains("Tea")));
        let mut again = device.start();
        assert_eq!(seen(&again.journal), []);
        let left = [device.mirrored(), device.stored()].concat();
        assert!(left.iter().all(|(key, _)| key == META), "{left:?}");
        assert_eq!(now(again.replicas.wipe()), Ok(true));
    }
}

#[test]
fn a_tab_that_slept_through_a_wipe_writes_nothing() {
    let device = Device::new();
    let mut app = device.start();
    let mut slept = device.start();
    app.log(today(), "Tea", "").unwrap();
    now(app.replicas.wipe()).unwrap();
    assert_eq!(slept.log(today(), "Bread", ""), Err(StoreError::Stale));
    assert_eq!(seen(&device.start().journal), []);
}

#[test]
fn an_older_version_is_refused_once_a_newer_one_has_written() {
    let device = Device::new();
    let mut older = device.start();
    older.log(today(), "Tea", "").unwrap();
    device.put(META, r#"{"min_reader":999}"#);
    let before = (device.mirrored(), device.stored());
    // One record, several, and one under a key of its own.
    assert_eq!(older.log(today(), "Bread", ""), Err(StoreError::TooNew));
    assert_eq!(
        older.log(today(), "Bread", "and butter"),
        Err(StoreError::TooNew)
    );
    let day = today().before(3);
    assert_eq!(older.log(day, "Jam", ""), Err(StoreError::TooNew));
    assert_eq!((device.mirrored(), device.stored()), before);
    let again = device.start();
    assert!(again.too_new);
    assert_eq!(again.journal.entries(today(), today()).count(), 1);
}

#[test]
fn a_store_that_was_cleared_says_so_and_takes_all_of_it_again() {
    let device = Device::new();
    let mut app = device.start();
    app.log(today(), "Tea", "").unwrap();
    let cleared = Device::new();
    app.replicas.mirror = cleared.mirror.clone().map(|mirror| Rc::new(mirror) as _);
    app.replicas.vault = cleared.vault.clone().map(|vault| Rc::new(vault) as _);
    assert_eq!(app.log(today(), "Bread", ""), Ok(Wrote::Anew));
    assert_eq!(app.log(today(), "Jam", ""), Ok(Wrote::Down));
    now(app.replicas.write(all_texts(&app.journal))).unwrap();
    assert_eq!(cleared.start().journal, app.journal);
}

#[test]
fn a_full_store_gives_back_its_ballast() {
    let device = Device::new();
    let mut app = device.start();
    app.log(today(), "Tea", "").unwrap();
    now(app.replicas.lay_ballast(7));
    let has_ballast = || {
        let held = |texts: Vec<(String, String)>| texts.iter().any(|(key, _)| key == BALLAST);
        (held(device.mirrored()), held(device.stored()))
    };
    assert_eq!(has_ballast(), (true, true));
    let again = device.start();
    assert_eq!(seen(&again.journal), seen(&app.journal));
    device.faults.set(Some(Fault::FullAfter(0)));
    assert_eq!(app.log(today(), "Bread", ""), Err(StoreError::Full));
    assert_eq!(
        has_ballast(),
        (false, false),
        "room for what must be written"
    );
}

#[test]
fn much_at_once_reaches_the_working_copy_at_the_next_start() {
    let device = Device::new();
    let mut app = device.start();
    let long = journal(1500, 50, "Tea with everyone");
    app.import(&long).1.unwrap();
    assert!(device.mirrored().iter().all(|(key, _)| key == META));
    let again = device.start();
    assert_eq!(seen(&again.journal), seen(&long));
    assert!(device.mirrored().len() > 1000);
}

#[test]
fn a_form_that_was_begun_is_in_the_durable_copy_alone() {
    let device = Device::new();
    let app = device.start();
    let key = [DRAFT, "/goals/new"].concat();
    now(app
        .replicas
        .write_beside(Put::new(&*key, "words\u{1f}Walk\u{1e}")))
    .unwrap();
    let read = now(app.replicas.read(vec![key.clone()])).unwrap();
    assert_eq!(read.len(), 1);
    assert!(device.mirrored().iter().all(|(held, _)| *held != key));
    let again = device.start();
    assert_eq!((again.set_aside, again.journal.count()), (0, 0));
    // A store that was cleared says so to whoever writes to it first.
    let mut app = app;
    app.replicas.vault = Device::new().vault.map(|vault| Rc::new(vault) as _);
    let put = Put::new(&*key, "more");
    assert_eq!(now(app.replicas.write_beside(put.clone())), Ok(true));
    assert_eq!(now(app.replicas.write_beside(put)), Ok(false));
    let app = device.start();
    now(app.replicas.write_beside(Put::removal(key))).unwrap();
    assert!(device.stored().iter().all(|(key, _)| key == META));
}

#[test]
fn a_full_durable_copy_is_read_all_the_same() {
    let device = Device::new();
    let mut app = device.start();
    app.log(today(), "Tea", "").unwrap();
    let other = journal(1, 900, "Only in the working copy");
    device
        .mirror
        .as_ref()
        .unwrap()
        .write(0, &all_texts(&other), merge)
        .unwrap();
    device.faults.set(Some(Fault::FullAfter(0)));
    let found = device.start();
    assert_eq!(found.unmended, record::stored_keys(&other));
    assert_eq!(found.journal.entries(today(), today()).count(), 2);
    device.faults.set(None);
    now(found.replicas.write(texts(&found.journal, found.unmended))).unwrap();
    assert_eq!(device.start().unmended, [""; 0]);
}

#[test]
fn what_the_person_was_told_of_is_kept_without_a_word() {
    let device = Device::new();
    device.start().log(today(), "Tea", "").unwrap();
    device.put("goal/x1", "garbage");
    assert_eq!(device.start().set_aside, 1);
    let (key, text) = device
        .stored()
        .into_iter()
        .find(|(key, _)| key.starts_with(ASIDE))
        .unwrap();
    let told = key.replacen(ASIDE, MENDED, 1);
    let app = device.start();
    now(app
        .replicas
        .write(vec![Put::new(told, text), Put::removal(key)]))
    .unwrap();
    for _ in 0..2 {
        assert_eq!(device.start().set_aside, 0);
        let kept = device.stored();
        assert!(
            kept.iter()
                .any(|(key, text)| key.starts_with(MENDED) && text == "garbage")
        );
    }
}

#[test]
fn the_working_copy_gets_what_another_tab_wrote() {
    let device = Device::new();
    let mut one = device.start();
    let two = device.start();
    one.log(today(), "Tea", "").unwrap();
    let before = device.mirror.as_ref().unwrap();
    before
        .write(0, &[Put::removal("day/2026-11-21")], merge)
        .unwrap();
    two.replicas.even_out(&all_texts(&one.journal));
    assert_eq!(device.mirrored().len(), device.stored().len());
}

#[test]
fn nothing_of_what_a_full_durable_copy_did_not_take_is_let_go() {
    let device = Device::new();
    device.start().log(today(), "Tea", "").unwrap();
    // A text that was set aside is let go here once the durable copy has it.
    let mut puts = all_texts(&journal(1, 900, "Only in the working copy"));
    puts.push(Put::new([ASIDE, "0/goal/x1"].concat(), "garbage"));
    let mirror = device.mirror.as_ref().unwrap();
    mirror.write(0, &puts, merge).unwrap();
    device.faults.set(Some(Fault::FullAfter(0)));
    let before = device.mirrored();
    assert!(!device.start().unmended.is_empty());
    assert_eq!(device.mirrored(), before);
}
