//! A small thing a person means to do, under one or more Ways.

mod details;
mod rest;
mod step;

pub use details::{Amount, Details, SURE_ENOUGH};
pub use rest::Rest;
pub use step::{STEPS, Step};

use super::about::About;
use super::day::Day;
use super::fields::{
    Fields, Stored, has_other_name, object_with, put, put_unless_default, take, take_name,
    take_or_default,
};
use super::rhythm::Rhythm;
use super::way::Ways;
use serde_json::Value;

/// A goal as it stands now. What was ticked on past days is kept in those days and does not follow changes here.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub status: Status,
    /// The idea it was made from: an id of the bank, or of an idea of the person's own.
    pub idea: Option<String>,
    /// The answer to the optional question.
    pub about: About,
    /// Part of the recovery parts: shown only while they are on.
    pub recovery: bool,
    /// What the person added to it.
    pub details: Details,
    /// When it rests, oldest first.
    pub rests: Vec<Rest>,
    /// Small steps towards it, in the person's order.
    pub steps: Vec<Step>,
    /// When the calendar reminds of it, in minutes after midnight; `None` is never.
    pub at: Option<u16>,
}

impl Goal {
    /// Whether it has a place on `day`'s page, ticked or not.
    #[must_use]
    pub fn is_for(&self, day: Day) -> bool {
        let kept = match self.status {
            Status::Current => true,
            Status::Finished(last) | Status::Dropped(last) => day < last,
        };
        kept && self.made <= day && !self.rests_on(day) && self.rhythm.is_for(day)
    }

    /// Whether it rests on this day.
    #[must_use]
    pub fn rests_on(&self, day: Day) -> bool {
        self.rests.iter().any(|rest| rest.has(day))
    }

    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            words: take(from, "words")?,
            ways: take(from, "ways")?,
            rhythm: take(from, "rhythm")?,
            made: take(from, "made")?,
            status: take_name(from, "status", Status::Current)?,
            idea: take_or_default(from, "idea")?,
            about: About::take(from)?,
            recovery: take_or_default(from, "recovery")?,
            details: Details::take(from)?,
            rests: take_or_default(from, "rests")?,
            steps: take_or_default(from, "steps")?,
            at: take_or_default(from, "at")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "words", &self.words);
        put(to, "ways", &self.ways);
        put(to, "rhythm", &self.rhythm);
        put(to, "made", &self.made);
        put_unless_default(to, "status", &self.status);
        put_unless_default(to, "idea", &self.idea);
        put_unless_default(to, "about", &self.about);
        put_unless_default(to, "recovery", &self.recovery);
        self.details.put(to);
        put_unless_default(to, "rests", &self.rests);
        put_unless_default(to, "steps", &self.steps);
        put_unless_default(to, "at", &self.at);
    }
}

/// Whether a goal is kept, finished or let go. All three are fine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// `"current"`, `{"finished":"2026-11-21"}` or `{"dropped":"2026-11-21"}`.
impl Stored for Status {
    fn read(value: &Value) -> Option<Self> {
        if let Value::Object(fields) = value {
            let (name, value) = fields.iter().next()?;
            let day = Day::read(value).filter(|_| fields.len() == 1)?;
            return match name.as_str() {
                "finished" => Some(Self::Finished(day)),
                "dropped" => Some(Self::Dropped(day)),
                _ => None,
            };
        }
        (value.as_str()? == "current").then_some(Self::Current)
    }

    fn form(&self) -> Value {
        match self {
            Self::Current => "current".into(),
            Self::Finished(day) => object_with("finished", day.form()),
            Self::Dropped(day) => object_with("dropped", day.form()),
        }
    }

    fn has_name(value: &Value) -> bool {
        has_other_name(value, &["finished", "dropped"])
    }
}
