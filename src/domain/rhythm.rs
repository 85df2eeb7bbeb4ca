//! How often a goal is meant to happen.

use super::day::{Day, WeekdayNumber};
use super::fields::{Stored, has_other_name, object_with};
use serde_json::Value;

/// How often. It says when a goal stands on a day's page; it never says that a day was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every day.
    Daily,
    /// On chosen days of the week.
    Weekdays(Weekdays),
    /// This many times a week, 1 to 7, on any days.
    Weekly(u8),
    /// Once, by this day.
    Once(Day),
}

impl Rhythm {
    /// Whether a goal with this rhythm has a place on `day`'s page.
    #[must_use]
    pub fn is_for(self, day: Day) -> bool {
        match self {
            Self::Daily | Self::Weekly(_) => true,
            Self::Weekdays(days) => days.has(day.weekday()),
            Self::Once(by) => day <= by,
        }
    }

    /// Whether it can be kept as it is: at least one weekday, 1 to 7 times.
    #[must_use]
    pub fn is_complete(self) -> bool {
        match self {
            Self::Daily | Self::Once(_) => true,
            Self::Weekdays(days) => !days.is_empty(),
            Self::Weekly(times) => (1..=7).contains(&times),
        }
    }
}

/// A set of days of the week, stored as ISO 8601 numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Whether the day is in the set.
    #[must_use]
    pub fn has(self, day: WeekdayNumber) -> bool {
        (1..=7).contains(&day) && self.0 & (1 << day) != 0
    }

    /// The set with the day added when it was out, taken away when it was in.
    #[must_use]
    pub fn toggled(self, day: WeekdayNumber) -> Self {
        Self(self.0 ^ (1 << day.clamp(1, 7)))
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days in it, Monday first.
    pub fn iter(self) -> impl Iterator<Item = WeekdayNumber> {
        (1..=7).filter(move |day| self.has(*day))
    }
}

/// `"daily"`, `{"weekdays":[1,3]}`, `{"weekly":2}` or `{"once":"2026-11-21"}`.
impl Stored for Rhythm {
    fn read(value: &Value) -> Option<Self> {
        if let Value::Object(fields) = value {
            let (name, value) = fields.iter().next().filter(|_| fields.len() == 1)?;
            return match name.as_str() {
                "weekdays" => Weekdays::read(value).map(Self::Weekdays),
                "weekly" => u8::read(value).map(Self::Weekly),
                "once" => Day::read(value).map(Self::Once),
                _ => None,
            };
        }
        (value.as_str()? == "daily").then_some(Self::Daily)
    }

    fn form(&self) -> Value {
        match self {
            Self::Daily => "daily".into(),
            Self::Weekdays(days) => object_with("weekdays", days.form()),
            Self::Weekly(times) => object_with("weekly", times.form()),
            Self::Once(day) => object_with("once", day.form()),
        }
    }

    fn has_name(value: &Value) -> bool {
        has_other_name(value, &["weekdays", "weekly", "once"])
    }
}

impl Stored for Weekdays {
    fn read(value: &Value) -> Option<Self> {
        let mut set = Self::default();
        for day in value.as_array()? {
            let day = u8::read(day).filter(|day| (1..=7).contains(day))?;
            set.0 |= 1 << day;
        }
        Some(set)
    }

    fn form(&self) -> Value {
        let mut days = Vec::new();
        for day in self.iter() {
            days.push(day.form());
        }
        Value::Array(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_rhythm_says_which_days_it_is_for() {
        let weekend = Weekdays::default().toggled(6).toggled(7);
        let saturday = day("2026-11-21");
        for (rhythm, on, expected) in [
            (Rhythm::Daily, saturday, true),
            (Rhythm::Weekly(3), saturday, true),
            (Rhythm::Weekdays(weekend), saturday, true),
            (Rhythm::Weekdays(weekend), saturday.after(2), false),
            (Rhythm::Once(saturday), saturday, true),
            (Rhythm::Once(saturday), saturday.before(3), true),
            (Rhythm::Once(saturday), saturday.after(1), false),
        ] {
            assert_eq!(rhythm.is_for(on), expected, "{rhythm:?} on {on}");
        }
    }

    #[test]
    fn stored_forms_are_plain() {
        let stored = |rhythm: Rhythm| {
            assert_eq!(Rhythm::read(&rhythm.form()), Some(rhythm));
            rhythm.form().to_string()
        };
        assert_eq!(stored(Rhythm::Daily), r#""daily""#);
        assert_eq!(stored(Rhythm::Weekly(3)), r#"{"weekly":3}"#);
        assert_eq!(
            stored(Rhythm::Weekdays(Weekdays::default().toggled(1).toggled(5))),
            r#"{"weekdays":[1,5]}"#
        );
        assert_eq!(
            stored(Rhythm::Once(day("2026-11-21"))),
            r#"{"once":"2026-11-21"}"#
        );
        for wrong in [
            r#"{"weekdays":[8]}"#,
            r#"{"weekdays":[0]}"#,
            r#"{"weekdays":3}"#,
            r#"{"weekly":3,"once":"2026-11-21"}"#,
            r#"{"weekly":300}"#,
            r#"{"once":"2026-02-30"}"#,
            r#"{"yearly":1}"#,
            r#""weekly""#,
            "{}",
            "1",
        ] {
            let value: Value = serde_json::from_str(wrong).unwrap();
            assert_eq!(Rhythm::read(&value), None, "{wrong}");
        }
        assert!(!Rhythm::Weekdays(Weekdays::default()).is_complete());
        assert!(!Rhythm::Weekly(0).is_complete() && !Rhythm::Weekly(8).is_complete());
    }
}
