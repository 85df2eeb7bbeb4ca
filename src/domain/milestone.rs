//! Something a person reached and wants to remember. In any order, with or without a date.

use super::about::About;
use super::day::{Day, number};
use super::fields::{Fields, Stored, put, put_unless_default, take, take_or_default};
use serde_json::Value;
use std::fmt;

/// A milestone that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// The words, from the bank or the person's own.
    pub words: String,
    /// The day it was marked: the order of those without a date.
    pub marked: Day,
    /// Its id in the bank, when it came from there.
    pub bank: Option<String>,
    /// When it was reached, as exactly as the person wants to say.
    pub when: Option<When>,
    /// A private note.
    pub note: Option<String>,
    /// The answer to the optional question.
    pub about: About,
    /// Part of the recovery parts: shown only while they are on.
    pub recovery: bool,
    /// Among what the person is proud of.
    pub proud: bool,
}

impl Milestone {
    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            words: take(from, "words")?,
            marked: take(from, "marked")?,
            bank: take_or_default(from, "bank")?,
            when: take_or_default(from, "when")?,
            note: take_or_default(from, "note")?,
            about: About::take(from)?,
            recovery: take_or_default(from, "recovery")?,
            proud: take_or_default(from, "proud")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "words", &self.words);
        put(to, "marked", &self.marked);
        put_unless_default(to, "bank", &self.bank);
        put_unless_default(to, "when", &self.when);
        put_unless_default(to, "note", &self.note);
        put_unless_default(to, "about", &self.about);
        put_unless_default(to, "recovery", &self.recovery);
        put_unless_default(to, "proud", &self.proud);
    }

    /// Its place in the timeline: its own date, or the day it was marked.
    #[must_use]
    pub fn place(&self) -> Day {
        self.when.map_or(self.marked, When::first)
    }
}

/// A date known to the day, the month or the year; stored as `2026-11-21`, `2026-11` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// This day.
    Day(Day),
    /// Some time in the month that starts on this day.
    Month(Day),
    /// Some time in the year that starts on this day.
    Year(Day),
}

/// Why typed date parts are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenError {
    /// A day without a month, a month without a year, or not numbers.
    Unclear,
    /// There is no such day: 30 February, month 13.
    NoSuchDay,
    /// After today.
    Future,
}

impl When {
    /// Reads what was typed into the three fields of a date; all empty is no date.
    ///
    /// # Errors
    /// When the parts are not a date, or one that is still to come.
    pub fn typed(
        day: &str,
        month: &str,
        year: &str,
        today: Day,
    ) -> Result<Option<Self>, WhenError> {
        let part = |typed: &str, most: usize| match typed.trim() {
            "" => Ok(None),
            digits if digits.len() <= most => number(digits.as_bytes())
                .map(Some)
                .ok_or(WhenError::Unclear),
            _ => Err(WhenError::Unclear),
        };
        let real = |year, month, day| {
            Day::new(i32::try_from(year).unwrap_or(0), month, day).ok_or(WhenError::NoSuchDay)
        };
        let when = match (part(day, 2)?, part(month, 2)?, part(year, 4)?) {
            (None, None, None) => return Ok(None),
            (None, None, Some(year)) => Self::Year(real(year, 1, 1)?),
            (None, Some(month), Some(year)) => Self::Month(real(year, month, 1)?),
            (Some(day), Some(month), Some(year)) => Self::Day(real(year, month, day)?),
            _ => return Err(WhenError::Unclear),
        };
        if when.first() > today {
            return Err(WhenError::Future);
        }
        Ok(Some(when))
    }

    /// The first day it may mean: its place in the timeline.
    #[must_use]
    pub fn first(self) -> Day {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let first = |rest: &str| Day::parse(&(text.to_owned() + rest));
        match text.len() {
            10 => first("").map(Self::Day),
            7 => first("-01").map(Self::Month),
            4 => first("-01-01").map(Self::Year),
            _ => None,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = match self {
            Self::Day(_) => 10,
            Self::Month(_) => 7,
            Self::Year(_) => 4,
        };
        let text = self.first().to_string();
        to.write_str(text.get(..length).unwrap_or_default())
    }
}

impl Stored for When {
    fn read(value: &Value) -> Option<Self> {
        Self::parse(value.as_str()?)
    }

    fn form(&self) -> Value {
        self.to_string().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_dates_are_read_or_explained() {
        let today = Day::parse("2026-11-21").unwrap();
        let case = |day, month, year, expected: Result<Option<&str>, WhenError>| {
            let found = When::typed(day, month, year, today).map(|w| w.map(|w| w.to_string()));
            assert_eq!(
                found,
                expected.map(|w| w.map(str::to_owned)),
                "{day}/{month}/{year}"
            );
        };
        case("", " ", "", Ok(None));
        case("", "", "2019", Ok(Some("2019")));
        case("", "3", "2019", Ok(Some("2019-03")));
        case("7", "03", "2019", Ok(Some("2019-03-07")));
        case("21", "11", "2026", Ok(Some("2026-11-21")));
        case("22", "11", "2026", Err(WhenError::Future));
        case("", "12", "2026", Err(WhenError::Future));
        case("30", "2", "2026", Err(WhenError::NoSuchDay));
        case("1", "13", "2026", Err(WhenError::NoSuchDay));
        case("1", "1", "26", Err(WhenError::NoSuchDay));
        case("7", "", "2019", Err(WhenError::Unclear));
        case("7", "3", "", Err(WhenError::Unclear));
        case("x", "3", "2019", Err(WhenError::Unclear));
        case("٧", "3", "2019", Err(WhenError::Unclear));
        case("1", "1", "99999", Err(WhenError::Unclear));
    }

    #[test]
    fn stored_dates_keep_how_exact_they_are() {
        for text in ["2026-11-21", "2026-11", "2026"] {
            assert_eq!(When::parse(text).unwrap().to_string(), text);
        }
        for bad in ["", "26", "2026-1", "2026-13", "2026-02-30", "abcd"] {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
    }
}
