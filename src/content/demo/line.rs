//! One line of a made-up person's file: `kind words | name value | name value`.

use crate::domain::day::{Day, number};
use crate::domain::fields::Stored;
use crate::domain::way::{Way, Ways};
use serde_json::Value;

/// A line, and the parts that follow it.
#[derive(Default)]
pub(super) struct Line {
    /// What it is about, such as `goal`.
    pub(super) kind: &'static str,
    /// The words behind that.
    pub(super) words: &'static str,
    /// What else is said, each with its name.
    pub(super) parts: Vec<(&'static str, &'static str)>,
}

impl Line {
    /// Takes a line apart. What its parts mean is for others to say.
    pub(super) fn read(line: &'static str) -> Self {
        let mut parts = Vec::new();
        for part in line.split('|') {
            let part = part.trim();
            parts.push(part.split_once(' ').unwrap_or((part, "")));
        }
        let (kind, words) = parts.remove(0);
        Self { kind, words, parts }
    }

    /// The value of a part; none when the line does not have it.
    pub(super) fn get(&self, name: &str) -> Option<&'static str> {
        self.all(name).next()
    }

    /// Whether the line has a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value of a part as it is; empty when the line does not have it.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }

    /// The values of a part that may come more than once.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'static str> {
        let named = self.parts.iter().filter(move |part| part.0 == name);
        named.map(|part| part.1)
    }

    /// The value of a part under the name it has in records, or what it is by default.
    pub(super) fn stored<T: Stored + Default>(&self, name: &str) -> Option<T> {
        self.get(name)
            .map_or(Some(T::default()), |name| stored(name))
    }
}

/// A value under the name, or the names, it has in records.
pub(super) fn stored<T: Stored>(name: impl Into<Value>) -> Option<T> {
    T::read(&name.into())
}

/// A run of digits.
pub(super) fn count(digits: &str) -> Option<u64> {
    if digits.is_empty() || digits.len() > 5 {
        return None;
    }
    number(digits.as_bytes()).map(u64::from)
}

/// A number below 256.
pub(super) fn small(digits: &str) -> Option<u8> {
    u8::try_from(count(digits)?).ok()
}

/// A day by how many days ago it was. `12.6` is 12 days ago, or the last Saturday before that: weekdays have the
/// numbers of ISO 8601.
pub(super) fn day(ago: &str, today: Day) -> Option<Day> {
    let (ago, weekday) = ago.split_once('.').unwrap_or((ago, ""));
    let day = today.before(count(ago)?);
    if weekday.is_empty() {
        return Some(day);
    }
    let weekday = small(weekday).filter(|weekday| (1..=7).contains(weekday))?;
    Some(day.week_start(weekday))
}

/// Ways by the first letters of their ideas.
pub(super) fn ways(letters: &str) -> Option<Ways> {
    let mut ways = Ways::NONE;
    for letter in letters.chars() {
        let place = "CATLG".chars().position(|known| known == letter)?;
        ways = ways.with(Way::ALL[place]);
    }
    Some(ways)
}
