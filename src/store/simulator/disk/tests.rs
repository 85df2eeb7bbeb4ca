use super::*;
use crate::platform::storage::{Mirror, Put, Puts, Written, load_mirror, newest};

mod crashes;
mod from_within;
mod queueing;
mod refusals;

type Trace = Rc<RefCell<Vec<String>>>;

/// A device, and what its tabs were told.
struct Bench {
    world: World,
    disk: Disk,
    trace: Trace,
}

fn puts(texts: &[(&str, &str)]) -> Puts {
    let puts = texts.iter().map(|(key, text)| Put::new(*key, *text));
    Rc::new(puts.collect())
}

impl Bench {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let disk = Disk::new(&world);
        let trace = Trace::default();
        Self { world, disk, trace }
    }

    /// A tab asks for something; what it is told is noted with the time.
    fn ask<T: std::fmt::Debug + 'static>(&self, owner: u32, asked: LocalFuture<T>) {
        let (world, trace) = (self.world.clone(), Rc::clone(&self.trace));
        let task = async move {
            let answer = asked.await;
            let line = format!("{} tab {owner}: {answer:?}", world.now());
            trace.borrow_mut().push(line);
        };
        self.world.spawn(owner, Box::pin(task));
    }

    fn write(&self, owner: u32, texts: &[(&str, &str)]) {
        let written = self.disk.vault(owner).write(1, puts(texts), newest);
        let is_ok = async move { written.await.map(drop) };
        self.ask(owner, Box::pin(is_ok));
    }

    /// What comes of something that no tab asks for.
    fn done<T: 'static>(&self, asked: LocalFuture<T>) -> T {
        let answer = Rc::new(Cell::new(None));
        let to = Rc::clone(&answer);
        let task = async move { to.set(Some(asked.await)) };
        self.world.spawn(99, Box::pin(task));
        assert!(self.world.run_until_idle(600_000));
        answer.take().unwrap()
    }

    fn weather(&self, change: impl FnOnce(&mut Weather)) {
        let mut weather = self.disk.weather();
        change(&mut weather);
        self.disk.set_weather(weather);
    }

    fn told(&self) -> String {
        self.trace.borrow().join(", ")
    }

    fn record(&self, key: &str) -> Option<String> {
        self.disk.vault_record(key)
    }

    fn mirror_write(&self, texts: &[(&str, &str)]) -> Result<(), StoreError> {
        self.disk.mirror().write(1, &puts(texts), newest)
    }

    fn mirrored(&self) -> Vec<(String, String)> {
        load_mirror(&self.disk.mirror()).unwrap()
    }
}

fn failed_once(told: &str) -> bool {
    told.contains("UnknownError")
}

#[test]
fn the_same_seed_gives_the_same_life() {
    let life = |seed| {
        let bench = Bench::new(seed);
        bench.weather(|weather| {
            weather.latency = (0, 4_000);
            weather.hang_one_in = 9;
            weather.fail_one_in = 5;
            weather.fail_after_commit_one_in = 5;
            weather.tear_one_in = 2;
        });
        for round in 0..50 {
            let text = round.to_string();
            let tab = 1 + round % 3;
            bench.write(tab, &[("a", &text), ("b", &text)]);
            let _ = bench.mirror_write(&[("a", &text), ("b", &text)]);
            bench.world.run_for(1_000);
            if round % 20 == 19 {
                bench.world.kill(1);
                bench.disk.crash();
            }
        }
        bench.world.run_for(300_000);
        (bench.told(), bench.disk.all_text(), bench.disk.faults())
    };
    assert_eq!(life(1), life(1));
    assert_ne!(life(1).0, life(2).0);
    assert!(life(1).2 > 0);
}
