//! The transactions of the durable copy, one after another as in `IndexedDB`.
//!
//! A transaction that writes starts when all that were started before it have ended; one that reads, when all that
//! write have. It is carried out as a whole at the end of its latency. Until then nothing of it is on the device.

use super::records::{Done, Work};
use super::weather::{Fate, is_fault};
use super::{Device, NOBODY, Slot};
use crate::platform::storage::{LocalFuture, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// The answer to a call.
pub(super) type Answer = Result<Done, StoreError>;

/// All transactions that have been started and have not ended, in that order.
#[derive(Default)]
pub(super) struct Queue {
    waiting: RefCell<VecDeque<Transaction>>,
    numbers: Cell<u64>,
}

impl Queue {
    /// How many have been started.
    pub(super) fn started(&self) -> u64 {
        self.numbers.get()
    }
}

struct Transaction {
    number: u64,
    owner: u32,
    work: Work,
    /// Whether it has come to its turn, and what becomes of it.
    fate: Option<Fate>,
    slot: Slot<Answer>,
}

/// A transaction that is undone when it is dropped before its end.
struct Started {
    device: Rc<Device>,
    number: u64,
}

impl Drop for Started {
    fn drop(&mut self) {
        let number = self.number;
        self.device
            .leave(|transaction| transaction.number == number);
    }
}

impl Device {
    /// One transaction, from when it is first polled.
    pub(super) fn transaction(self: &Rc<Self>, owner: u32, work: Work) -> LocalFuture<Answer> {
        let device = Rc::clone(self);
        Box::pin(async move {
            let slot = Slot::new();
            let number = device.queue.numbers.get();
            device.queue.numbers.set(number + 1);
            device.queue.waiting.borrow_mut().push_back(Transaction {
                number,
                owner,
                work,
                fate: None,
                slot: slot.clone(),
            });
            let _started = Started {
                device: Rc::clone(&device),
                number,
            };
            device.start_what_can();
            slot.await
        })
    }

    /// Drops the transactions of an owner that was killed.
    pub(super) fn leave_of(self: &Rc<Self>, owner: u32) {
        self.leave(|transaction| transaction.owner == owner);
    }

    /// Drops all transactions. Without an error they are never answered: nobody is there any more.
    pub(super) fn leave_all(&self, error: Option<&StoreError>) {
        for transaction in self.queue.waiting.take() {
            if let Some(error) = error {
                transaction.slot.fill(Err(error.clone()));
            }
        }
    }

    fn leave(self: &Rc<Self>, leaves: impl Fn(&Transaction) -> bool) {
        let mut waiting = self.queue.waiting.borrow_mut();
        let before = waiting.len();
        waiting.retain(|transaction| !leaves(transaction));
        let has_left = waiting.len() < before;
        drop(waiting);
        if has_left {
            self.start_what_can();
        }
    }

    fn start_what_can(self: &Rc<Self>) {
        let mut is_first = true;
        for transaction in self.queue.waiting.borrow_mut().iter_mut() {
            let is_write = transaction.work.is_write();
            if is_write && !is_first {
                return;
            }
            if transaction.fate.is_none() {
                let drawn = self.weather.borrow().fate(self.world.random());
                self.count_fault(is_fault(drawn));
                let (fate, latency) = drawn;
                transaction.fate = Some(fate);
                let (device, number) = (Rc::clone(self), transaction.number);
                let end = Box::new(move || device.end(number));
                self.world.after(NOBODY, latency, end);
            }
            if is_write {
                return;
            }
            is_first = false;
        }
    }

    fn end(self: &Rc<Self>, number: u64) {
        let mut waiting = self.queue.waiting.borrow_mut();
        // It may have left before its end.
        let place = waiting.iter().position(|one| one.number == number);
        let ended = place.and_then(|place| waiting.remove(place));
        drop(waiting);
        let Some(Transaction {
            work, fate, slot, ..
        }) = ended
        else {
            return;
        };
        if let Some(answer) = self.carried_out(&work, fate.unwrap_or(Fate::Done)) {
            slot.fill(answer);
        }
        self.start_what_can();
    }

    /// `None`: there is no answer.
    fn carried_out(&self, work: &Work, fate: Fate) -> Option<Answer> {
        let run = || {
            let room = self.weather.borrow().vault_room;
            let done = work.run(&mut self.records.borrow_mut(), room);
            self.count_fault(matches!(done, Err(StoreError::Full)));
            done
        };
        match fate {
            Fate::Done => Some(run()),
            Fate::Fails => Some(Err(failed())),
            Fate::FailsAfterCommit => Some(run().and_then(|_| Err(failed()))),
            Fate::Hangs { is_done } => {
                if is_done {
                    drop(run());
                }
                None
            }
        }
    }
}

/// What a browser says when it does not know either.
pub(super) fn failed() -> StoreError {
    StoreError::Failed("UnknownError".to_owned())
}
