//! What the stores do not do, and what is left then.

use super::*;

fn older_refuses(stored: Option<&str>, new: &str) -> Option<String> {
    (stored != Some("newer")).then(|| new.to_owned())
}

#[test]
fn a_write_answers_what_stands_under_its_first_key() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    let longest = |stored: Option<&str>, new: &str| {
        let stored = stored.filter(|stored| stored.len() > new.len());
        Some(stored.unwrap_or(new).to_owned())
    };
    let write = |text| bench.done(vault.write(1, puts(&[("a", text), ("b", "x")]), longest));
    let written = |was_new, first: &str| {
        let first = Some(first.to_owned());
        Ok(Written { was_new, first })
    };
    assert_eq!(write("long text"), written(true, "long text"));
    assert_eq!(write("short"), written(false, "long text"));
    let removed = vault.write(1, Rc::new(vec![Put::removal("a")]), newest);
    assert_eq!(bench.done(removed), Ok(Written::default()));
}

#[test]
fn one_write_may_put_a_key_several_times() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    let join = |stored: Option<&str>, new: &str| Some(stored.unwrap_or("").to_owned() + new);
    let write = |puts| bench.done(vault.write(1, Rc::new(puts), join));
    let (one, none) = (|| Put::new("a", "1"), || Put::removal("a"));
    let first = |puts| write(puts).unwrap().first;
    assert_eq!(first(vec![one(), one()]).as_deref(), Some("11"));
    assert_eq!(first(vec![one(), none(), one()]).as_deref(), Some("1"));
    assert_eq!(first(vec![one(), none()]), None);
}

#[test]
fn generations_are_kept_apart() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    let write = |generation, key| bench.done(vault.write(generation, puts(&[(key, "x")]), newest));
    assert!(write(2, "a").is_ok());
    assert_eq!(write(1, "b"), Err(StoreError::Stale));
    assert!(write(3, "c").is_ok());
    assert_eq!(bench.done(vault.generation()), Ok(Some(3)));
    let all = bench.done(vault.load(None, 10)).unwrap();
    assert_eq!(all, [("c".to_owned(), "x".to_owned())]);
}

#[test]
fn loading_goes_on_after_a_key() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    let stored = vault.write(1, puts(&[("c", "3"), ("a", "1"), ("b", "2")]), newest);
    assert!(bench.done(stored).is_ok());
    let load = |after: Option<&str>, limit| {
        let found = bench.done(vault.load(after.map(str::to_owned), limit));
        let keys = found.unwrap().into_iter().map(|(key, _)| key);
        keys.collect::<String>()
    };
    assert_eq!(load(None, 2), "ab");
    assert_eq!(load(Some("b"), 2), "c");
    assert_eq!(load(Some("c"), 2), "");
}

#[test]
fn what_is_too_new_stays_and_so_does_everything_beside_it() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    assert!(
        bench
            .done(vault.write(1, puts(&[("b", "newer")]), newest))
            .is_ok()
    );
    let written = vault.write(1, puts(&[("a", "1"), ("b", "2")]), older_refuses);
    assert_eq!(bench.done(written), Err(StoreError::TooNew));
    assert_eq!(bench.record("a"), None);
    assert_eq!(bench.record("b").as_deref(), Some("newer"));
}

#[test]
fn all_is_replaced_only_where_the_condition_holds() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    assert!(
        bench
            .done(vault.write(1, puts(&[("r", "7"), ("a", "1")]), newest))
            .is_ok()
    );
    let replace = |generation, texts: &[(&str, &str)], only_if| {
        bench.done(vault.replace(generation, puts(texts), only_if))
    };
    let other = replace(2, &[("b", "2")], Some(Put::new("r", "6")));
    assert_eq!(other, Err(StoreError::Changed));
    assert_eq!(
        replace(2, &[], Some(Put::removal("r"))),
        Err(StoreError::Changed)
    );
    assert_eq!(bench.record("a").as_deref(), Some("1"));
    assert_eq!(replace(1, &[("b", "2")], None), Err(StoreError::Stale));
    assert_eq!(replace(2, &[("b", "2")], Some(Put::new("r", "7"))), Ok(()));
    assert_eq!(bench.disk.all_text(), "b\n2\n");
    assert_eq!(replace(2, &[], Some(Put::removal("r"))), Ok(()));
    assert_eq!(bench.disk.all_text(), "");
    assert_eq!(bench.disk.vault_generation(), Some(2));
}

#[test]
fn a_full_vault_keeps_what_it_has_and_can_be_emptied() {
    let bench = Bench::new(1);
    let vault = bench.disk.vault(1);
    let write = |put| bench.done(vault.write(1, Rc::new(vec![put]), newest));
    assert!(write(Put::new("a", "12345")).is_ok());
    bench.weather(|weather| weather.vault_room = Some(8));
    assert_eq!(write(Put::new("b", "12")), Err(StoreError::Full));
    assert_eq!(write(Put::new("a", "12345678")), Err(StoreError::Full));
    assert_eq!(bench.record("a").as_deref(), Some("12345"));
    assert!(write(Put::new("b", "1")).is_ok());
    bench.weather(|weather| weather.vault_room = Some(0));
    assert_eq!(write(Put::new("a", "1")), Err(StoreError::Full));
    assert!(write(Put::removal("a")).is_ok());
    assert_eq!(bench.done(vault.replace(2, puts(&[]), None)), Ok(()));
    assert_eq!(bench.disk.faults(), 3);
}

#[test]
fn a_full_mirror_keeps_the_first_texts_and_removes_nothing() {
    let bench = Bench::new(1);
    bench.mirror_write(&[("a", "1"), ("old", "x")]).unwrap();
    bench.weather(|weather| weather.mirror_room = Some(20));
    let all = [
        Put::removal("old"),
        Put::new("a", "2"),
        Put::new("b", "3"),
        Put::new("c", "a text that does not fit"),
        Put::new("d", "4"),
    ];
    let mirror = bench.disk.mirror();
    assert_eq!(mirror.write(1, &all, newest), Err(StoreError::Full));
    assert_eq!(bench.disk.all_text(), "1/a\n2\n1/b\n3\n1/old\nx\ngen\n1\n");
    assert_eq!(mirror.write(1, &all[..1], newest), Ok(()));
    assert_eq!(bench.mirrored().len(), 2);
    bench.weather(|weather| weather.mirror_room = Some(0));
    assert_eq!(bench.mirror_write(&[("a", "22")]), Err(StoreError::Full));
    // What does not grow fits even so.
    assert_eq!(bench.mirror_write(&[("a", "5")]), Ok(()));
}

#[test]
fn a_full_mirror_can_be_wiped() {
    let bench = Bench::new(1);
    let mirror = bench.disk.mirror();
    mirror.write(9, &[Put::new("a", "1")], newest).unwrap();
    let bytes = "9/a1gen9".len();
    bench.weather(|weather| weather.mirror_room = Some(bytes));
    // The number grows by a digit, for which there is room only after everything else is gone.
    assert_eq!(mirror.wipe(10), Ok(()));
    assert_eq!(bench.disk.all_text(), "gen\n10\n");
    assert_eq!(bench.disk.faults(), 1);
}

#[test]
fn the_mirror_keeps_generations_apart_and_finds_a_lost_number() {
    let bench = Bench::new(1);
    let mirror = bench.disk.mirror();
    bench.mirror_write(&[("a", "1")]).unwrap();
    mirror.write(2, &[Put::new("b", "2")], newest).unwrap();
    assert_eq!(mirror.write(1, &[], newest), Err(StoreError::Stale));
    assert_eq!(mirror.wipe(1), Err(StoreError::Stale));
    assert_eq!(bench.mirrored().len(), 1);
    assert!(mirror.holds_older());
    mirror.sweep(2).unwrap();
    assert!(!mirror.holds_older());
    bench
        .disk
        .0
        .change_item("gen", Some("spoilt".into()))
        .unwrap();
    assert_eq!(mirror.generation(), Ok(Some(2)));
    mirror.renumber(5).unwrap();
    assert_eq!(mirror.generation(), Ok(Some(5)));
    assert_eq!(bench.mirrored(), []);
}

#[test]
fn calls_fail_before_or_after_the_commit() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.fail_one_in = 1);
    bench.write(1, &[("a", "1")]);
    bench.world.run_for(10);
    assert_eq!(bench.record("a"), None);
    bench.weather(|weather| {
        weather.fail_one_in = 0;
        weather.fail_after_commit_one_in = 1;
    });
    bench.write(1, &[("a", "2")]);
    bench.world.run_for(10);
    assert_eq!(bench.record("a").as_deref(), Some("2"));
    assert_eq!(bench.told().matches("UnknownError").count(), 2);
    bench.disk.set_weather(Weather {
        mirror_fail_one_in: 1,
        ..Weather::default()
    });
    assert_eq!(bench.mirror_write(&[("a", "1")]), Err(failed()));
    assert_eq!(bench.disk.faults(), 3);
}

#[test]
fn slow_calls_count_as_faults() {
    let bench = Bench::new(1);
    for (latency, faults) in [(2_499, 0), (2_500, 1)] {
        bench.weather(|weather| weather.latency = (latency, latency));
        bench.write(1, &[("a", "1")]);
        bench.world.run_for(3_000);
        assert_eq!(bench.disk.faults(), faults);
    }
}

#[test]
fn the_vault_opens_unless_it_is_blocked() {
    let bench = Bench::new(1);
    let open = || bench.done(bench.disk.open_vault(1));
    let vault = open().ok().unwrap();
    bench.weather(|weather| weather.blocked = true);
    assert_eq!(open().err(), Some(StoreError::Blocked));
    // What is open stays open.
    assert_eq!(bench.done(vault.generation()), Ok(None));
}
