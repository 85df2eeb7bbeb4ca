//! A start date: since when something is so, in the person's own words, counted only in the way they want.
//!
//! The app never changes one by itself. What was is never taken away but by the person: a date that ended is a chapter
//! of their story ("Those 41 days happened."). Time is counted in calendar days, weeks, months and years of local
//! dates; it is never negative.

mod marker;

pub use marker::{Marker, MarkerKind, Markers};

use super::about::About;
use super::day::Day;
use super::fields::{Fields, Stored, put, put_unless_default, take, take_name, take_or_default};
use serde_json::Value;

/// A start date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartDate {
    /// The person's words, such as "since I came home".
    pub label: String,
    /// The first day.
    pub since: Day,
    /// How time is shown.
    pub unit: Unit,
    /// The markers that are switched on.
    pub markers: Markers,
    /// The answer to the optional question: which safety cards stand beside it.
    pub about: About,
    /// The day on which it ended, when it is a chapter of the story.
    pub until: Option<Day>,
    /// Since when the counter rests.
    pub paused: Option<Day>,
    /// Whether it is out of sight.
    pub hidden: bool,
}

impl StartDate {
    /// Time since the first day, up to `today` or the day it ended.
    #[must_use]
    pub fn time(&self, today: Day) -> Time {
        Time::between(
            self.since,
            self.until.map_or(today, |until| until.min(today)),
        )
    }

    /// Whether it counts now: neither ended, resting nor out of sight.
    #[must_use]
    pub fn is_counting(&self) -> bool {
        self.until.is_none() && self.paused.is_none() && !self.hidden
    }

    /// The markers it has reached by `today`, latest first, each with its day. None is reached while it rests.
    #[must_use]
    pub fn reached(&self, today: Day) -> Vec<(Marker, Day)> {
        let mut reached = Vec::new();
        let ended = self.until.or(self.paused);
        let last = ended.map_or(today, |ended| ended.min(today));
        for kind in MarkerKind::ALL {
            if !self.markers.has(kind) {
                continue;
            }
            for marker in kind.markers(self.since, last) {
                let day = marker.day(self.since);
                if day <= last {
                    let place = reached.partition_point(|(_, other)| *other > day);
                    reached.insert(place, (marker, day));
                }
            }
        }
        reached
    }

    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            label: take(from, "label")?,
            since: take(from, "since")?,
            unit: take_name(from, "unit", Unit::Hidden)?,
            markers: take_name(from, "markers", Markers::default())?,
            about: About::take(from)?,
            until: take_or_default(from, "until")?,
            paused: take_or_default(from, "paused")?,
            hidden: take_or_default(from, "hidden")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "label", &self.label);
        put(to, "since", &self.since);
        put_unless_default(to, "unit", &self.unit);
        put_unless_default(to, "markers", &self.markers);
        put_unless_default(to, "about", &self.about);
        put_unless_default(to, "until", &self.until);
        put_unless_default(to, "paused", &self.paused);
        put_unless_default(to, "hidden", &self.hidden);
    }
}

/// How much time has passed, in whole units. The first day is 0 of everything: the screen says "Today".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Days.
    pub days: u32,
    /// Whole weeks.
    pub weeks: u32,
    /// Whole calendar months.
    pub months: u32,
}

impl Time {
    /// From one day to another; nothing when the other is before it (a clock that was set back).
    #[must_use]
    pub fn between(first: Day, last: Day) -> Self {
        let days = u32::try_from(last.days_since(first)).unwrap_or(0);
        Self {
            days,
            weeks: days / 7,
            months: months_between(first, last),
        }
    }
}

/// Whole calendar months: the 31st of January and a month is the last of February.
fn months_between(first: Day, last: Day) -> u32 {
    let index = |day: Day| day.year() * 12 + i32::try_from(day.month()).unwrap_or(1);
    let months = u32::try_from(index(last) - index(first)).unwrap_or(0);
    if months > 0 && first.months_later(months) > last {
        return months - 1;
    }
    months
}

/// How time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Not at all: the date alone.
    #[default]
    Hidden,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Markers alone.
    Markers,
}

impl Unit {
    /// Every choice, in the order offered.
    pub const ALL: [Self; 5] = [
        Self::Hidden,
        Self::Days,
        Self::Weeks,
        Self::Months,
        Self::Markers,
    ];

    fn name(self) -> &'static str {
        ["hidden", "days", "weeks", "months", "markers"][self as usize]
    }
}

impl Stored for Unit {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}

#[cfg(test)]
#[path = "start_date_tests.rs"]
mod tests;
