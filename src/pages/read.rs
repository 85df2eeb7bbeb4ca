//! Pages to read: kinds of support, and what can be asked for.

use super::nowhere::nowhere;
use crate::domain::id::Id;
use crate::ui::dom::El;

/// Kinds of support.
#[must_use]
pub fn support() -> El {
    nowhere()
}

/// A page by its name.
#[must_use]
pub fn page(_name: &Id) -> El {
    nowhere()
}
