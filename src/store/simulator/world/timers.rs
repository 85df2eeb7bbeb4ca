//! What will happen at a set time.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// When it is due, and its number: things due at the same time happen in the order in which they were made.
pub(super) type Due = (u64, u64);

/// One thing that will happen.
pub(super) struct Timer {
    pub(super) owner: u32,
    pub(super) call: Box<dyn FnOnce()>,
}

/// All that will happen.
#[derive(Default)]
pub(super) struct Timers(RefCell<BTreeMap<Due, Timer>>);

impl Timers {
    pub(super) fn add(&self, due: Due, timer: Timer) {
        self.0.borrow_mut().insert(due, timer);
    }

    pub(super) fn are_none(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The next one that is due by then.
    pub(super) fn next_by(&self, end: u64) -> Option<(Due, Timer)> {
        let mut timers = self.0.borrow_mut();
        let next = timers.first_entry()?;
        (next.key().0 <= end).then(|| next.remove_entry())
    }

    /// Takes away all of an owner, for the caller to drop when nothing is borrowed.
    pub(super) fn take_of(&self, owner: u32) -> Vec<Timer> {
        let mut timers = self.0.borrow_mut();
        let of_owner: Vec<Due> = timers
            .iter()
            .filter(|(_, timer)| timer.owner == owner)
            .map(|(due, _)| *due)
            .collect();
        let taken = of_owner.iter().filter_map(|due| timers.remove(due));
        taken.collect()
    }

    /// Takes away everything, in the same way.
    pub(super) fn take_all(&self) -> BTreeMap<Due, Timer> {
        self.0.take()
    }
}
