//! A small thing a person means to do, under one or more Ways.

use super::about::About;
use super::day::Day;
use super::rhythm::Rhythm;
use super::way::Ways;
use serde::{Deserialize, Serialize};

/// A goal as it stands now. What was ticked on past days is kept in those days and does not follow changes here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The person's words, or the idea's.
    pub words: String,
    /// The Ways that a tick touches.
    pub ways: Ways,
    /// How often.
    pub rhythm: Rhythm,
    /// Since when it stands on the day's page.
    pub made: Day,
    /// Whether it is still kept.
    #[serde(default, skip_serializing_if = "Status::is_current")]
    pub status: Status,
    /// The idea it was made from: an id of the bank, or of an idea of the person's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idea: Option<String>,
    /// The answer to the optional question.
    #[serde(default, skip_serializing_if = "is_default")]
    pub about: About,
    /// Part of the recovery parts: shown only while they are on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub recovery: bool,
}

impl Goal {
    /// The stored names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &[
        "words", "ways", "rhythm", "made", "status", "idea", "about", "recovery",
    ];

    /// Whether it has a place on `day`'s page, ticked or not.
    #[must_use]
    pub fn is_for(&self, day: Day) -> bool {
        let kept = match self.status {
            Status::Current => true,
            Status::Finished(last) | Status::Dropped(last) => day < last,
        };
        kept && self.made <= day && self.rhythm.is_for(day)
    }
}

/// Whether a goal is kept, finished or let go. All three are fine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Kept.
    #[default]
    Current,
    /// Done with, since this day.
    Finished(Day),
    /// Let go, since this day.
    Dropped(Day),
}

impl Status {
    /// Whether the goal is still kept.
    #[must_use]
    pub fn is_current(&self) -> bool {
        *self == Self::Current
    }
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
