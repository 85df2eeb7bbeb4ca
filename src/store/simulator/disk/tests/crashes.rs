//! What is left after a crash, and after a browser threw something away.

use super::*;

#[test]
fn a_crash_drops_what_was_not_committed() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (10, 10));
    bench.write(1, &[("a", "1")]);
    bench.write(1, &[("b", "2")]);
    bench.world.run_for(15);
    bench.disk.crash();
    assert!(bench.world.run_until_idle(1_000));
    assert_eq!(bench.record("a").as_deref(), Some("1"));
    assert_eq!(bench.record("b"), None);
    assert_eq!(bench.told(), "10 tab 1: Ok(())");
    // The queue is free again.
    bench.write(2, &[("b", "3")]);
    bench.world.run_for(10);
    assert_eq!(bench.record("b").as_deref(), Some("3"));
}

/// What the working copy holds after a crash, for many seeds: numbers of writes that are still there.
fn left_after(tear_one_in: u32, prepare: impl Fn(&Bench)) -> Vec<Vec<(String, String)>> {
    let left = (0..60).map(|seed| {
        let bench = Bench::new(seed);
        bench.weather(|weather| weather.tear_one_in = tear_one_in);
        prepare(&bench);
        bench.disk.crash();
        bench.mirrored()
    });
    left.collect()
}

fn texts(of: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
    of.iter().map(owned).collect()
}

#[test]
fn a_crash_takes_the_mirror_back_but_never_behind_a_flush() {
    let all = left_after(0, |bench| {
        bench.mirror_write(&[("a", "old"), ("b", "old")]).unwrap();
        bench.world.run_for(65_000);
        bench.mirror_write(&[("a", "new"), ("c", "new")]).unwrap();
        bench
            .disk
            .mirror()
            .write(1, &[Put::removal("b")], newest)
            .unwrap();
    });
    let possible = [
        texts(&[("a", "old"), ("b", "old")]),
        texts(&[("a", "new"), ("b", "old"), ("c", "new")]),
        texts(&[("a", "new"), ("c", "new")]),
    ];
    for left in &possible {
        assert!(all.contains(left), "{left:?}");
    }
    assert!(all.iter().all(|left| possible.contains(left)));
}

#[test]
fn a_text_that_changed_twice_comes_back_as_it_was_first() {
    let all = left_after(0, |bench| {
        bench.mirror_write(&[("a", "1")]).unwrap();
        bench.disk.flush_mirror();
        bench.mirror_write(&[("a", "2")]).unwrap();
        bench.mirror_write(&[("a", "3")]).unwrap();
    });
    let possible = ["1", "2", "3"].map(|text| texts(&[("a", text)]));
    assert!(all.iter().all(|left| possible.contains(left)));
    for left in possible {
        assert!(all.contains(&left), "{left:?}");
    }
}

#[test]
fn a_call_is_torn_only_where_it_may_be() {
    let write = |bench: &Bench| bench.mirror_write(&[("a", "1"), ("b", "1")]).unwrap();
    let torn = texts(&[("a", "1")]);
    assert!(!left_after(0, write).contains(&torn));
    assert!(left_after(1, write).contains(&torn));
}

#[test]
fn the_mirror_is_not_written_down_within_5_seconds_and_always_within_65() {
    let after = |ms| {
        left_after(0, |bench| {
            bench.mirror_write(&[("a", "1")]).unwrap();
            bench.world.run_for(ms);
        })
    };
    let is_lost_sometimes = |ms| after(ms).contains(&Vec::new());
    assert!(is_lost_sometimes(4_999));
    assert!(is_lost_sometimes(30_000));
    assert!(!is_lost_sometimes(65_000));
    let closed = left_after(0, |bench| {
        bench.mirror_write(&[("a", "1")]).unwrap();
        bench.disk.flush_mirror();
    });
    assert!(!closed.contains(&Vec::new()));
}

#[test]
fn a_wipe_may_come_undone() {
    let all = left_after(0, |bench| {
        bench.mirror_write(&[("a", "1")]).unwrap();
        bench.disk.flush_mirror();
        bench.disk.mirror().wipe(2).unwrap();
        assert_eq!(bench.mirrored(), []);
    });
    assert!(all.contains(&texts(&[("a", "1")])));
    assert!(all.contains(&Vec::new()));
}

#[test]
fn what_the_browser_throws_away_is_gone_with_its_number() {
    let bench = Bench::new(1);
    bench.write(1, &[("a", "in the vault")]);
    bench.mirror_write(&[("a", "in the mirror")]).unwrap();
    bench.world.run_for(100);
    let text = bench.disk.all_text();
    assert!(text.contains("in the vault") && text.contains("1/a\nin the mirror"));
    bench.disk.lose_mirror();
    assert_eq!(bench.disk.mirror().generation(), Ok(None));
    bench.write(1, &[("b", "late")]);
    bench.world.run_for(0);
    bench.disk.lose_vault();
    bench.world.run_for(100);
    assert!(bench.told().contains("AbortError"));
    assert_eq!(bench.disk.vault_generation(), None);
    assert_eq!(bench.disk.all_text(), "");
    assert_eq!(bench.disk.faults(), 2);
}

#[test]
fn damage_changes_one_item() {
    let bench = Bench::new(1);
    bench
        .mirror_write(&[("a", "some text"), ("b", "more text")])
        .unwrap();
    let before = bench.disk.all_text();
    bench.disk.damage_mirror();
    let after = bench.disk.all_text();
    assert_ne!(before, after);
    let is_kept = |line: &&str| after.lines().any(|other| other == *line);
    assert!(before.lines().filter(is_kept).count() >= 4);
}
