//! An idea a person added to the ones that are built in.

use super::fields::{Fields, put, take};
use super::way::Way;

/// An idea in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIdea {
    /// The words.
    pub words: String,
    /// The Way it is kept under.
    pub way: Way,
}

impl OwnIdea {
    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            words: take(from, "words")?,
            way: take(from, "way")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "words", &self.words);
        put(to, "way", &self.way);
    }
}
