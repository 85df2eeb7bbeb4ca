//! What is being done, and which of it can go on.

use crate::platform::storage::LocalFuture;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

/// The tasks that can go on, in the order in which they were woken.
type Ready = Arc<Mutex<VecDeque<u64>>>;

/// Every task that has not ended.
#[derive(Default)]
pub(super) struct Tasks {
    by_number: RefCell<BTreeMap<u64, Task>>,
    ready: Ready,
}

/// One task.
pub(super) struct Task {
    owner: u32,
    /// `None` while it is being polled.
    future: Option<LocalFuture<()>>,
    alarm: Arc<Alarm>,
}

/// What wakes one task.
struct Alarm {
    task: u64,
    /// Whether the task stands among the ready ones already.
    rung: AtomicBool,
    ready: Ready,
}

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        if !self.rung.swap(true, Ordering::Relaxed) {
            locked(&self.ready).push_back(self.task);
        }
    }
}

/// There is one thread, so nobody else ever holds it.
fn locked(ready: &Ready) -> MutexGuard<'_, VecDeque<u64>> {
    ready.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Tasks {
    pub(super) fn add(&self, task: u64, owner: u32, future: LocalFuture<()>) {
        let alarm = Arc::new(Alarm {
            task,
            rung: AtomicBool::new(false),
            ready: Arc::clone(&self.ready),
        });
        let added = Task {
            owner,
            future: Some(future),
            alarm: Arc::clone(&alarm),
        };
        self.by_number.borrow_mut().insert(task, added);
        alarm.wake();
    }

    /// The next task that can go on, and its owner.
    pub(super) fn next_ready(&self) -> Option<(u64, u32)> {
        loop {
            let task = locked(&self.ready).pop_front()?;
            // It may have been killed since it was woken.
            if let Some(found) = self.by_number.borrow().get(&task) {
                return Some((task, found.owner));
            }
        }
    }

    /// Puts tasks that [`Self::next_ready`] gave out back among the ready ones.
    pub(super) fn again(&self, tasks: Vec<u64>) {
        locked(&self.ready).extend(tasks);
    }

    /// Lets a task go on until it waits for something or ends.
    pub(super) fn poll(&self, task: u64) {
        let mut tasks = self.by_number.borrow_mut();
        let taken = tasks.get_mut(&task).and_then(|task| {
            let future = task.future.take()?;
            Some((future, Arc::clone(&task.alarm)))
        });
        drop(tasks);
        let Some((mut future, alarm)) = taken else {
            return;
        };
        alarm.rung.store(false, Ordering::Relaxed);
        let waker = Waker::from(alarm);
        let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
        let mut tasks = self.by_number.borrow_mut();
        if polled == Poll::Pending
            && let Some(task) = tasks.get_mut(&task)
        {
            task.future = Some(future);
            return;
        }
        // It has ended, or it was killed meanwhile. What it holds may do things when it is dropped.
        let ended = tasks.remove(&task);
        drop(tasks);
        drop((ended, future));
    }

    /// Takes away all tasks of an owner, for the caller to drop when nothing is borrowed.
    pub(super) fn take_of(&self, owner: u32) -> Vec<Task> {
        let mut tasks = self.by_number.borrow_mut();
        let of_owner: Vec<u64> = tasks
            .iter()
            .filter(|(_, task)| task.owner == owner)
            .map(|(number, _)| *number)
            .collect();
        let taken = of_owner.iter().filter_map(|number| tasks.remove(number));
        taken.collect()
    }

    /// Takes away everything, in the same way.
    pub(super) fn take_all(&self) -> BTreeMap<u64, Task> {
        self.by_number.take()
    }
}
