//! "How was today?" in one of five words. It is shown back as the word it is: never a number, a mean or a line.

use super::fields::{Fields, Stored, put, take};
use serde_json::Value;

/// How a day was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// A hard day.
    Hard,
    /// A low day.
    Low,
    /// Neither good nor bad.
    Between,
    /// A good day.
    Good,
    /// A great day.
    Great,
}

impl Mood {
    /// Every word, in the order offered.
    pub const ALL: [Self; 5] = [
        Self::Hard,
        Self::Low,
        Self::Between,
        Self::Good,
        Self::Great,
    ];

    /// Its stored name.
    fn name(self) -> &'static str {
        ["hard", "low", "between", "good", "great"][self as usize]
    }

    /// Takes one out of a stored object. `None`: the field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        take(from, "word")
    }

    /// Puts it into a stored object.
    pub(super) fn put(self, to: &mut Fields) {
        put(to, "word", &self);
    }
}

impl Stored for Mood {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|mood| mood.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}
