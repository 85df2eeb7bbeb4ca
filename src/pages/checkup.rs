//! Check-ups: how things are every few weeks.

use super::nowhere::nowhere;
use crate::domain::id::Id;
use crate::ui::dom::El;

/// The check-ups over time.
#[must_use]
pub fn over_time() -> El {
    nowhere()
}

/// A part of the check-up of a day.
#[must_use]
pub fn part(_day: crate::domain::day::Day, _part: u8) -> El {
    nowhere()
}

/// Ideas and milestones of a resource.
#[must_use]
pub fn resource(_name: &Id) -> El {
    nowhere()
}
