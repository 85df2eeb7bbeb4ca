//! Something a person did on a day, and what they wrote beside it.

use super::day::Day;
use super::fields::{Fields, put, put_unless_default, take, take_or_default};
use super::way::Ways;

/// One act on one day. It may touch several Ways, and keeps the Ways it had that day.
///
/// A tick of a goal has the goal's id and no words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The Ways it touched.
    pub ways: Ways,
    /// What was done, in the person's words or the idea's; none for a tick.
    pub words: Option<String>,
    /// The idea it came from.
    pub idea: Option<String>,
    /// Part of the recovery parts: shown only while they are on.
    pub recovery: bool,
    /// How much, in thousandths of its goal's unit. Anything above 0 fills the petals.
    pub amount: Option<i64>,
    /// The unit of the amount, as its goal had it that day; may be empty.
    pub unit: String,
}

impl Entry {
    /// Whether it is the tick of a goal.
    #[must_use]
    pub fn is_tick(&self) -> bool {
        self.words.is_none()
    }

    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            ways: take(from, "ways")?,
            words: take_or_default(from, "words")?,
            idea: take_or_default(from, "idea")?,
            recovery: take_or_default(from, "recovery")?,
            amount: take_or_default(from, "amount")?,
            unit: take_or_default(from, "unit")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "ways", &self.ways);
        put_unless_default(to, "words", &self.words);
        put_unless_default(to, "idea", &self.idea);
        put_unless_default(to, "recovery", &self.recovery);
        put_unless_default(to, "amount", &self.amount);
        put_unless_default(to, "unit", &self.unit);
    }
}

/// What a person wrote, beside a day (its id is the date) or beside an entry (its id is the entry's).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The day it belongs to.
    pub day: Day,
    /// The text, at most [`super::words::NOTE`] characters.
    pub text: String,
}

impl Note {
    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            day: take(from, "day")?,
            text: take(from, "text")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "day", &self.day);
        put(to, "text", &self.text);
    }
}
