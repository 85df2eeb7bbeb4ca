//! How a store in memory fails when it is told to.

use crate::platform::storage::StoreError;
use std::cell::Cell;
use std::rc::Rc;

/// How a store goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// So many more writes succeed, then none: the device lost its power.
    StopsAfter(usize),
    /// So many more texts fit, then none; removing always works.
    FullAfter(usize),
    /// So many more writes succeed, the next one fails, and all later ones succeed.
    FailsOnceAfter(usize),
    /// Writes of at most so many bytes of text succeed, as in a store that is nearly full.
    FullOver(usize),
}

/// The fault of one device, for both of its stores. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Faults(pub(super) Rc<Cell<Option<Fault>>>);

impl Faults {
    /// From now on this goes wrong; `None`: nothing does.
    pub fn set(&self, fault: Option<Fault>) {
        self.0.set(fault);
    }

    /// Whether the fault has come about.
    #[must_use]
    pub fn struck(&self) -> bool {
        use Fault::{FailsOnceAfter, FullAfter, StopsAfter};
        matches!(
            self.0.get(),
            None | Some(StopsAfter(0) | FullAfter(0) | FailsOnceAfter(0))
        )
    }

    /// Counts one write, of a text or a removal.
    pub(super) fn spend(&self, text: bool) -> Result<(), StoreError> {
        use Fault::{FailsOnceAfter, FullAfter, StopsAfter};
        let (left, answer) = match self.0.get() {
            Some(StopsAfter(0)) => (Some(StopsAfter(0)), Err(StoreError::Failed("off".into()))),
            Some(StopsAfter(left)) => (Some(StopsAfter(left - 1)), Ok(())),
            Some(FullAfter(0)) if text => (Some(FullAfter(0)), Err(StoreError::Full)),
            Some(FullAfter(left)) if text => (Some(FullAfter(left - 1)), Ok(())),
            Some(FailsOnceAfter(0)) => (None, Err(StoreError::Failed("once".into()))),
            Some(FailsOnceAfter(left)) => (Some(FailsOnceAfter(left - 1)), Ok(())),
            other => (other, Ok(())),
        };
        self.0.set(left);
        answer
    }
}
