//! Strengths, the plan for hard days, and appointments.

use super::nowhere::nowhere;
use crate::ui::dom::El;

/// What the person already has.
#[must_use]
pub fn strengths() -> El {
    nowhere()
}

/// The plan for hard days.
#[must_use]
pub fn plan() -> El {
    nowhere()
}

/// The people the person works with, and when they meet next.
#[must_use]
pub fn worker() -> El {
    nowhere()
}
