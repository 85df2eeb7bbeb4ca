//! An idea a person added to the ones that are built in.

use super::way::Way;
use serde::{Deserialize, Serialize};

/// An idea in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnIdea {
    /// The words.
    pub words: String,
    /// The Way it is kept under.
    pub way: Way,
}

impl OwnIdea {
    /// The stored names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &["words", "way"];
}
