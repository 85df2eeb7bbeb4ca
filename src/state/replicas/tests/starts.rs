//! Which copy counts at a start, and how a wipe, an older version and a cleared store come out.

use super::*;

#[test]
fn numbers_are_agreed_on() {
    let case = |mirror, vault, generation, mirror_counts, vault_counts| {
        let expected = Agreed {
            generation,
            mirror_counts,
            vault_counts,
        };
        assert_eq!(agree(mirror, vault), expected, "{mirror:?} {vault:?}");
    };
    case(None, None, 0, true, true);
    case(Some(3), Some(3), 3, true, true);
    // One of them is new, or lost its number: its records are still read.
    case(Some(3), None, 3, true, true);
    case(None, Some(3), 3, true, true);
    // Everything was deleted; the other copy had not heard.
    case(Some(3), Some(4), 4, false, true);
    case(Some(4), Some(3), 4, true, false);
    case(Some(0), Some(16), 16, false, true);
    // Nobody deletes everything so often: damage. Nothing is deleted for it.
    case(Some(1 << 40), Some(3), 3, true, true);
    case(Some(3), Some(1 << 40), 1 << 40, true, true);
}

#[test]
fn a_wipe_stays_wiped_even_when_the_working_copy_rolls_back() {
    let mut device = Device::new();
    let mut app = device.start();
    app.log(today(), "Tea", "a note").unwrap();
    let before = device.mirror.as_ref().unwrap().as_it_is();
    now(app.replicas.replace(Vec::new())).unwrap();
    assert_eq!((device.mirrored(), device.stored()), (vec![], vec![]));
    device.mirror = Some(before);
    assert_eq!(seen(&device.start().journal), []);
    assert!(device.mirrored().iter().all(|(key, _)| key == META));
    assert!(device.stored().iter().all(|(key, _)| key == META));
}

#[test]
fn a_tab_that_slept_through_a_wipe_writes_nothing() {
    let device = Device::new();
    let mut app = device.start();
    let mut slept = device.start();
    app.log(today(), "Tea", "").unwrap();
    now(app.replicas.replace(Vec::new())).unwrap();
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
