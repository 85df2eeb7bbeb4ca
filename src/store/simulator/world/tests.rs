use super::*;

type Trace = Rc<RefCell<Vec<String>>>;

fn note(trace: &Trace, world: &World, what: &str) {
    trace.borrow_mut().push(format!("{} {what}", world.now()));
}

/// Notes something after each pause.
fn walker(world: &World, trace: &Trace, name: &'static str, pauses: &[u64]) -> LocalFuture<()> {
    let (world, trace, pauses) = (world.clone(), Rc::clone(trace), pauses.to_vec());
    Box::pin(async move {
        for pause in pauses {
            world.sleep(pause).await;
            note(&trace, &world, name);
        }
    })
}

fn told(trace: &Trace) -> String {
    trace.borrow().join(", ")
}

#[test]
fn what_is_due_comes_in_order_of_time_and_then_of_creation() {
    let (world, trace) = (World::new(1), Trace::default());
    for (ms, what) in [(20, "late"), (10, "first"), (10, "second"), (0, "now")] {
        let (at, to) = (world.clone(), Rc::clone(&trace));
        world.after(1, ms, Box::new(move || note(&to, &at, what)));
    }
    world.run_for(15);
    assert_eq!(told(&trace), "0 now, 10 first, 10 second");
    assert_eq!(world.now(), 15);
    assert!(world.run_until_idle(100));
    assert_eq!(told(&trace), "0 now, 10 first, 10 second, 20 late");
    assert_eq!(world.now(), 20);
}

#[test]
fn tasks_take_turns_and_a_pause_of_nothing_lets_others_go_first() {
    let (world, trace) = (World::new(1), Trace::default());
    world.spawn(1, walker(&world, &trace, "a", &[0, 10]));
    world.spawn(2, walker(&world, &trace, "b", &[0, 5]));
    world.run_for(100);
    assert_eq!(told(&trace), "0 a, 0 b, 5 b, 10 a");
}

#[test]
fn a_frozen_owner_makes_up_for_it_in_order_when_it_is_thawed() {
    let (world, trace) = (World::new(1), Trace::default());
    world.spawn(1, walker(&world, &trace, "a", &[10, 10]));
    world.spawn(1, walker(&world, &trace, "b", &[5, 30]));
    world.spawn(2, walker(&world, &trace, "other", &[12]));
    world.freeze(1);
    world.run_for(50);
    assert_eq!(told(&trace), "12 other");
    world.thaw(1);
    world.run_for(8);
    assert_eq!(told(&trace), "12 other, 55 b");
    world.freeze(1);
    world.run_for(100);
    assert_eq!(told(&trace), "12 other, 55 b");
    world.thaw(1);
    world.run_for(100);
    assert_eq!(told(&trace), "12 other, 55 b, 158 a, 158 b, 168 a");
}

#[test]
fn what_is_killed_is_dropped_at_once_and_never_runs_again() {
    struct Dropped(Trace, World);
    impl Drop for Dropped {
        fn drop(&mut self) {
            note(&self.0, &self.1, "dropped");
            // What is dropped may use the world.
            self.1.spawn(3, walker(&self.1, &self.0, "after", &[1]));
        }
    }
    let (world, trace) = (World::new(1), Trace::default());
    let (held, walk) = (
        Dropped(Rc::clone(&trace), world.clone()),
        walker(&world, &trace, "a", &[10, 10]),
    );
    world.spawn(
        1,
        Box::pin(async move {
            let _held = held;
            walk.await;
        }),
    );
    let (at, to) = (world.clone(), Rc::clone(&trace));
    world.after(1, 30, Box::new(move || note(&to, &at, "timer")));
    world.run_for(15);
    world.kill(1);
    assert_eq!(told(&trace), "10 a, 15 dropped");
    world.run_for(100);
    assert_eq!(told(&trace), "10 a, 15 dropped, 16 after");
}

#[test]
fn a_task_may_kill_or_freeze_its_own_owner() {
    let (world, trace) = (World::new(1), Trace::default());
    let (at, to) = (world.clone(), Rc::clone(&trace));
    world.spawn(
        1,
        Box::pin(async move {
            at.spawn(1, walker(&at, &to, "never", &[0]));
            at.kill(1);
            note(&to, &at, "still here");
            at.sleep(0).await;
            note(&to, &at, "never");
        }),
    );
    let (at, to) = (world.clone(), Rc::clone(&trace));
    world.spawn(
        2,
        Box::pin(async move {
            at.freeze(2);
            at.sleep(1).await;
            note(&to, &at, "thawed");
        }),
    );
    world.run_for(10);
    assert_eq!(told(&trace), "0 still here");
    world.thaw(2);
    world.run_for(10);
    assert_eq!(told(&trace), "0 still here, 10 thawed");
}

#[test]
fn the_same_seed_gives_the_same_life() {
    let life = |seed| {
        let (world, trace) = (World::new(seed), Trace::default());
        for (owner, name) in [(1, "a"), (2, "b"), (3, "c")] {
            let pauses: Vec<u64> = (0..20).map(|_| world.random().below(50)).collect();
            world.spawn(owner, walker(&world, &trace, name, &pauses));
        }
        world.run_for(10_000);
        told(&trace)
    };
    assert_eq!(life(7), life(7));
    assert_ne!(life(7), life(8));
}

#[test]
fn chance_stays_within_its_bounds_and_reaches_them() {
    let random = Random::new(5);
    let drawn: Vec<u64> = (0..1_000).map(|_| random.between((3, 6))).collect();
    for number in 3..=6 {
        assert!(drawn.contains(&number));
    }
    assert!(drawn.iter().all(|number| (3..=6).contains(number)));
    assert!(!(0..100).any(|_| random.one_in(0)));
    assert!((0..100).all(|_| random.one_in(1)));
    assert_eq!(random.pick::<u8>(&[]), None);
    assert_eq!(random.pick(&[4]), Some(&4));
    assert_ne!(random.fork().next(), random.next());
}

#[test]
fn nothing_is_left_in_memory_after_the_end() {
    let (world, trace) = (World::new(1), Trace::default());
    world.spawn(1, walker(&world, &trace, "a", &[10, 10]));
    world.run_for(1);
    world.end();
    assert_eq!(Rc::strong_count(&trace), 1);
    assert_eq!(Rc::strong_count(&world.0), 1);
}
