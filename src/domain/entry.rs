//! Something a person did on a day, and what they wrote beside it.

use super::day::Day;
use super::goal::is_default;
use super::way::Ways;
use serde::{Deserialize, Serialize};

/// One act on one day. It may touch several Ways, and keeps the Ways it had that day.
///
/// A tick of a goal has the goal's id and no words of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The Ways it touched.
    pub ways: Ways,
    /// What was done, in the person's words or the idea's; none for a tick.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The idea it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idea: Option<String>,
    /// Part of the recovery parts: shown only while they are on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub recovery: bool,
}

impl Entry {
    /// The stored names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &["ways", "words", "idea", "recovery"];

    /// Whether it is the tick of a goal.
    #[must_use]
    pub fn is_tick(&self) -> bool {
        self.words.is_none()
    }
}

/// What a person wrote, beside a day (its id is the date) or beside an entry (its id is the entry's).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The day it belongs to.
    pub day: Day,
    /// The text, at most [`super::words::NOTE`] characters.
    pub text: String,
}

impl Note {
    /// The stored names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &["day", "text"];
}
