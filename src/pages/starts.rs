//! Start dates, and what to do when something changed.

use super::nowhere::nowhere;
use crate::domain::id::Id;
use crate::ui::dom::El;

/// The start dates.
#[must_use]
pub fn starts() -> El {
    nowhere()
}

/// A new start date.
#[must_use]
pub fn new() -> El {
    nowhere()
}

/// A start date.
#[must_use]
pub fn edit(_id: &Id) -> El {
    nowhere()
}

/// "Something changed".
#[must_use]
pub fn changed(_id: &Id) -> El {
    nowhere()
}

/// Three short screens after a lapse.
#[must_use]
pub fn still_here(_step: u8, _start: Option<&Id>) -> El {
    nowhere()
}

/// The person's own words for recovery.
#[must_use]
pub fn my_words() -> El {
    nowhere()
}
