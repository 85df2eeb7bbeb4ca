//! A world of one thread with a time and a chance of its own: the same seed gives the same life.
//!
//! What runs in it has an owner, a tab for instance, that can be frozen, thawed and killed. Between two points of
//! time everything that can go on goes on, in the order in which it was woken. Nothing of the world is borrowed
//! while a task or a timer runs or is dropped, so these may do to the world whatever they like.

mod random;
mod slot;
mod tasks;
mod timers;

pub(crate) use random::{Random, mixed};
pub(crate) use slot::Slot;

use crate::platform::storage::LocalFuture;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use tasks::Tasks;
use timers::{Due, Timer, Timers};

/// The owner of what no tab owns: the browser itself, which is never frozen or killed.
pub(crate) const NOBODY: u32 = u32::MAX;

/// So many steps without a millisecond going by are a loop that never ends.
const MOST_STEPS_AT_ONCE: u32 = 1_000_000;

/// What is called with an owner that is killed.
type AtKill = Rc<dyn Fn(u32)>;

/// The world. Clones are the same one.
#[derive(Clone)]
pub(crate) struct World(Rc<Inner>);

struct Inner {
    now: Cell<u64>,
    random: Random,
    numbers: Cell<u64>,
    tasks: Tasks,
    timers: Timers,
    frozen: RefCell<BTreeMap<u32, Held>>,
    /// Whose task or timer runs just now.
    running: Cell<u32>,
    is_running: Cell<bool>,
    at_kill: RefCell<Vec<AtKill>>,
}

/// What a frozen owner would have done.
#[derive(Default)]
struct Held {
    tasks: Vec<u64>,
    timers: Vec<(Due, Timer)>,
}

impl World {
    /// A world in which nothing has happened.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Rc::new(Inner {
            now: Cell::new(0),
            random: Random::new(seed),
            numbers: Cell::new(0),
            tasks: Tasks::default(),
            timers: Timers::default(),
            frozen: RefCell::default(),
            running: Cell::new(NOBODY),
            is_running: Cell::new(false),
            at_kill: RefCell::default(),
        }))
    }

    /// The true time in milliseconds, whatever the clocks of the tabs say.
    pub(crate) fn now(&self) -> u64 {
        self.0.now.get()
    }

    /// The chance of this world.
    pub(crate) fn random(&self) -> &Random {
        &self.0.random
    }

    /// Starts a task.
    pub(crate) fn spawn(&self, owner: u32, task: LocalFuture<()>) {
        self.0.tasks.add(self.number(), owner, task);
    }

    /// Calls something later.
    pub(crate) fn after(&self, owner: u32, ms: u64, call: Box<dyn FnOnce()>) {
        let due = (self.now().saturating_add(ms), self.number());
        self.0.timers.add(due, Timer { owner, call });
    }

    /// Waits, from when it is first polled. Even with 0 everybody else who can go on does so first.
    pub(crate) fn sleep(&self, ms: u64) -> LocalFuture<()> {
        let world = self.clone();
        Box::pin(async move {
            let slot = Slot::new();
            let over = slot.clone();
            let owner = world.0.running.get();
            world.after(owner, ms, Box::new(move || over.fill(())));
            slot.await;
        })
    }

    /// Ends everything of an owner where it stands. The owner may start anew.
    pub(crate) fn kill(&self, owner: u32) {
        let at_kill = self.0.at_kill.borrow().clone();
        for call in at_kill {
            call(owner);
        }
        let held = self.0.frozen.borrow_mut().remove(&owner);
        let tasks = self.0.tasks.take_of(owner);
        let timers = self.0.timers.take_of(owner);
        // Only now, with nothing borrowed: what is dropped may do things.
        drop((held, tasks, timers));
    }

    /// From now on this is called with every owner that is killed, before its tasks are dropped.
    pub(crate) fn at_kill(&self, call: AtKill) {
        self.0.at_kill.borrow_mut().push(call);
    }

    /// From now on nothing of this owner runs, the rest of what runs just now aside.
    pub(crate) fn freeze(&self, owner: u32) {
        self.0.frozen.borrow_mut().entry(owner).or_default();
    }

    /// Lets an owner go on. What it missed happens at once, in its order.
    pub(crate) fn thaw(&self, owner: u32) {
        let held = self.0.frozen.borrow_mut().remove(&owner);
        let Held { tasks, timers } = held.unwrap_or_default();
        self.0.tasks.again(tasks);
        for (due, timer) in timers {
            self.0.timers.add(due, timer);
        }
    }

    /// Runs everything that becomes due within this time, and lets all of the time go by.
    pub(crate) fn run_for(&self, ms: u64) {
        let end = self.now().saturating_add(ms);
        self.run_by(end);
        self.0.now.set(end);
    }

    /// Runs until nothing is left to wait for but what is frozen or never answers; `false` when it took longer.
    pub(crate) fn run_until_idle(&self, max_ms: u64) -> bool {
        let end = self.now().saturating_add(max_ms);
        self.run_by(end);
        let is_idle = self.0.timers.are_none();
        if !is_idle {
            self.0.now.set(end);
        }
        is_idle
    }

    /// Drops everything. Tasks that know their world keep it in memory for ever otherwise.
    pub(crate) fn end(&self) {
        self.0.at_kill.take();
        loop {
            let left = (
                self.0.tasks.take_all(),
                self.0.timers.take_all(),
                self.0.frozen.take(),
            );
            if left.0.is_empty() && left.1.is_empty() {
                return;
            }
        }
    }

    fn number(&self) -> u64 {
        self.0.numbers.set(self.0.numbers.get() + 1);
        self.0.numbers.get()
    }

    fn run_by(&self, end: u64) {
        let was_running = self.0.is_running.replace(true);
        assert!(!was_running, "the world is run from within");
        let mut steps = 0;
        loop {
            if let Some((task, owner)) = self.0.tasks.next_ready() {
                self.run_task(task, owner);
            } else if let Some((due, timer)) = self.0.timers.next_by(end) {
                // One that was held is due in the past.
                if due.0 > self.now() {
                    self.0.now.set(due.0);
                    steps = 0;
                }
                self.run_timer(due, timer);
            } else {
                break;
            }
            steps += 1;
            assert!(steps < MOST_STEPS_AT_ONCE, "this would never end");
        }
        self.0.is_running.set(false);
    }

    fn run_task(&self, task: u64, owner: u32) {
        if let Some(held) = self.0.frozen.borrow_mut().get_mut(&owner) {
            held.tasks.push(task);
            return;
        }
        self.0.running.set(owner);
        self.0.tasks.poll(task);
        self.0.running.set(NOBODY);
    }

    fn run_timer(&self, due: Due, timer: Timer) {
        if let Some(held) = self.0.frozen.borrow_mut().get_mut(&timer.owner) {
            held.timers.push((due, timer));
            return;
        }
        self.0.running.set(timer.owner);
        (timer.call)();
        self.0.running.set(NOBODY);
    }
}

#[cfg(test)]
mod tests;
