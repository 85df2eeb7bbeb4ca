//! When to be reminded of what.

use super::{Outcome, Refusal};
use crate::domain::change::{Body, Key};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::settings::DAY_MINUTES;

impl Journal {
    /// Sets when to be reminded of a goal, in minutes after midnight, or (`None`) not at all.
    ///
    /// # Errors
    /// When it is gone.
    pub fn remind(&self, id: &Id, at: Option<u16>) -> Outcome {
        let mut goal = self.goal(id).ok_or(Refusal::NotThere)?.clone();
        goal.at = at.filter(|at| *at < DAY_MINUTES);
        Ok(self.one(Key::Goal(id.clone()), Some(Body::Goal(goal))))
    }
}
