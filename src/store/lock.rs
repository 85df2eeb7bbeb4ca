//! What is sealed, and how it is opened, set, changed and taken away. `docs/lock.md` has the form of what is stored, and
//! its limits.
//!
//! Setting, changing and removing are one step each: everything is put in place of everything, in one transaction, as
//! a new generation, and only where no other tab has written since it was read. A crash leaves all of the old or all of
//! the new, and a tab that still has the old one is refused.

pub(crate) mod copy;
pub(crate) mod keys;
mod mirror_only;
mod opening;
pub(crate) mod sealing;
mod setting;
mod vault;

pub(crate) use opening::open_by_either;
pub(crate) use vault::{SealedStore, Stores};

use crate::platform::storage::StoreError;

/// Why a lock was not set, opened or taken away. Everything is as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockProblem {
    /// It was something else that was typed.
    Wrong,
    /// The lock itself is damaged, wherever it is kept.
    Damaged,
    /// It is of a newer version.
    TooNew,
    /// Something is still being saved, or could not be.
    NotSaved,
    /// This page cannot encrypt, or has no durable copy.
    NotHere,
    /// A store refused.
    Store(StoreError),
}

#[cfg(test)]
mod tests;
