//! How often a goal is meant to happen.

use super::day::{Day, WeekdayNumber};
use serde::{Deserialize, Serialize};

/// How often. It says when a goal stands on a day's page; it never says that a day was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
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

impl TryFrom<Vec<u8>> for Weekdays {
    type Error = &'static str;

    fn try_from(days: Vec<u8>) -> Result<Self, Self::Error> {
        days.into_iter().try_fold(Self::default(), |set, day| {
            (1..=7)
                .contains(&day)
                .then(|| Self(set.0 | (1 << day)))
                .ok_or("not a weekday")
        })
    }
}

impl From<Weekdays> for Vec<u8> {
    fn from(days: Weekdays) -> Self {
        days.iter().collect()
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
        let stored = |rhythm| serde_json::to_string(&rhythm).unwrap();
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
        assert!(serde_json::from_str::<Rhythm>(r#"{"weekdays":[8]}"#).is_err());
        assert!(!Rhythm::Weekdays(Weekdays::default()).is_complete());
        assert!(!Rhythm::Weekly(0).is_complete() && !Rhythm::Weekly(8).is_complete());
    }
}
