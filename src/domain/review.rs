//! The weekly review: what went well, and the one to three goals of the week that comes.

use super::fields::{Fields, put_unless_default, take_or_default};

/// The most goals a week is given.
pub const NEXT: usize = 3;

/// The review of a week, whole or half-done. What was done with each goal stands in the goals themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What went well, in the person's words; may be empty.
    pub went_well: String,
    /// The ids of the goals for the week that comes.
    pub next: Vec<String>,
    /// Whether the person came to its end.
    pub done: bool,
}

impl Review {
    /// Takes one out of a stored object. `None`: a field has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            went_well: take_or_default(from, "went_well")?,
            next: take_or_default(from, "next")?,
            done: take_or_default(from, "done")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put_unless_default(to, "went_well", &self.went_well);
        put_unless_default(to, "next", &self.next);
        put_unless_default(to, "done", &self.done);
    }
}
