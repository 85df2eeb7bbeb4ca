//! Who waits for whom.

use super::*;

#[test]
fn writes_come_one_after_another_across_tabs() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (10, 10));
    bench.write(1, &[("a", "first")]);
    bench.write(2, &[("a", "second")]);
    bench.world.run_for(9);
    assert_eq!(bench.record("a"), None);
    bench.world.run_for(1);
    assert_eq!(bench.record("a").as_deref(), Some("first"));
    bench.world.run_for(10);
    assert_eq!(bench.record("a").as_deref(), Some("second"));
    assert_eq!(bench.told(), "10 tab 1: Ok(()), 20 tab 2: Ok(())");
}

#[test]
fn nothing_starts_before_it_is_awaited() {
    let bench = Bench::new(1);
    let never = bench.disk.vault(1).write(1, puts(&[("a", "1")]), newest);
    assert!(bench.world.run_until_idle(1_000));
    assert_eq!(bench.record("a"), None);
    drop(never);
}

#[test]
fn a_read_waits_for_earlier_writes_and_not_for_other_reads() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (10, 10));
    let read = |tab| bench.ask(tab, bench.disk.vault(tab).read(vec!["a".to_owned()]));
    read(1);
    read(2);
    bench.write(1, &[("a", "text")]);
    read(2);
    bench.world.run_for(100);
    let expected = [
        "10 tab 1: Ok([])",
        "10 tab 2: Ok([])",
        "20 tab 1: Ok(())",
        "30 tab 2: Ok([(\"a\", \"text\")])",
    ];
    assert_eq!(bench.told(), expected.join(", "));
}

#[test]
fn a_killed_tabs_write_is_never_done_and_holds_nobody_up() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (1_000, 1_000));
    bench.write(1, &[("a", "killed")]);
    bench.write(1, &[("a", "killed too")]);
    bench.write(2, &[("b", "kept")]);
    bench.world.run_for(500);
    bench.world.kill(1);
    bench.world.run_for(1_000);
    assert_eq!(bench.told(), "1500 tab 2: Ok(())");
    assert_eq!(bench.record("a"), None);
    assert_eq!(bench.record("b").as_deref(), Some("kept"));
}

#[test]
fn a_killed_tabs_write_is_not_done_even_if_somebody_still_holds_it() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (1_000, 1_000));
    // It is another task that waits for it.
    let written = bench.disk.vault(1).write(1, puts(&[("a", "1")]), newest);
    bench.ask(2, written);
    bench.world.run_for(500);
    bench.world.kill(1);
    assert!(bench.world.run_until_idle(10_000));
    assert_eq!(bench.record("a"), None);
}

#[test]
fn a_write_that_is_given_up_is_undone() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (10, 10));
    let (world, written) = (
        bench.world.clone(),
        bench.disk.vault(1).write(1, puts(&[("a", "1")]), newest),
    );
    let task = async move {
        let mut written = written;
        let polled_once = std::future::poll_fn(|context| {
            assert!(written.as_mut().poll(context).is_pending());
            std::task::Poll::Ready(())
        });
        polled_once.await;
        world.sleep(5).await;
        drop(written);
    };
    bench.world.spawn(1, Box::pin(task));
    bench.write(2, &[("b", "2")]);
    bench.world.run_for(100);
    assert_eq!(bench.told(), "15 tab 2: Ok(())");
    assert_eq!(bench.record("a"), None);
}

#[test]
fn a_frozen_tab_hears_of_its_write_later() {
    let bench = Bench::new(1);
    bench.weather(|weather| weather.latency = (10, 10));
    bench.write(1, &[("a", "1")]);
    bench.world.run_for(5);
    bench.world.freeze(1);
    bench.world.run_for(95);
    assert_eq!(bench.told(), "");
    assert_eq!(bench.record("a").as_deref(), Some("1"));
    bench.world.thaw(1);
    bench.world.run_for(1);
    assert_eq!(bench.told(), "100 tab 1: Ok(())");
}

#[test]
fn a_call_that_hangs_holds_up_its_own_tab_or_all_for_a_minute_at_most() {
    let (mut never, mut late) = (0, 0);
    for seed in 0..40 {
        let bench = Bench::new(seed);
        bench.weather(|weather| weather.hang_one_in = 1);
        bench.write(1, &[("a", "1")]);
        bench.world.run_for(1);
        bench.disk.set_weather(Weather::default());
        bench.write(2, &[("b", "2")]);
        bench.world.run_for(60_100);
        assert_eq!(bench.record("b").as_deref(), Some("2"), "seed {seed}");
        assert_eq!(bench.disk.faults(), 1);
        if failed_once(&bench.told()) {
            late += 1;
            assert_eq!(bench.record("a"), None);
        } else {
            never += 1;
            assert!(!bench.told().contains("tab 1"));
        }
    }
    assert!(never > 5 && late > 5, "{never} {late}");
}
