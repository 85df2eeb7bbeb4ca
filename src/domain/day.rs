//! A civil date: the day a person says a thing belongs to. No time of day, no time zone.

use super::fields::Stored;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde_json::Value;
use std::fmt;

/// A day from 1900 to 9999, stored and written as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A day of the week by its ISO 8601 number: 1 is Monday, 7 is Sunday.
pub type WeekdayNumber = u8;

impl Day {
    /// 1 January 1970: the day shown when the clock is too wrong to be used.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The first day that can be kept.
    pub const EARLIEST: Self = Self(match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The last day that can be kept.
    pub const LATEST: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The day, when there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (1900..=9999).contains(&year).then_some(Self(date))
    }

    /// The day that a local clock shows, for a person whose day ends `ends_at` hours after midnight (0 to 6).
    ///
    /// This is the only rule that knows of hours: an entry made at 02:00 by someone whose day ends at 4 belongs to
    /// the day before. Once made, an entry's day never depends on this again.
    #[must_use]
    pub fn at(year: i32, month: u32, day: u32, hour: u32, ends_at: u8) -> Option<Self> {
        let date = Self::new(year, month, day)?;
        Some(if hour < u32::from(ends_at.min(6)) {
            date.before(1)
        } else {
            date
        })
    }

    /// Reads `YYYY-MM-DD` and no other form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Self::new(
            i32::try_from(number(&bytes[..4])?).ok()?,
            number(&bytes[5..7])?,
            number(&bytes[8..])?,
        )
    }

    /// The day `count` days later (stays put at the end of time).
    #[must_use]
    pub fn after(self, count: u64) -> Self {
        self.0
            .checked_add_days(Days::new(count))
            .filter(|date| date.year() <= 9999)
            .map_or(self, Self)
    }

    /// The day `count` days earlier (stays put at the beginning of time).
    #[must_use]
    pub fn before(self, count: u64) -> Self {
        self.0
            .checked_sub_days(Days::new(count))
            .filter(|date| date.year() >= 1900)
            .map_or(self, Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> WeekdayNumber {
        u8::try_from(self.0.weekday().number_from_monday()).unwrap_or(1)
    }

    /// The first day of its week, for weeks that start on `starts`.
    #[must_use]
    pub fn week_start(self, starts: WeekdayNumber) -> Self {
        let since = (self.weekday() + 7 - starts.clamp(1, 7)) % 7;
        self.before(since.into())
    }

    /// The seven days of its week.
    #[must_use]
    pub fn week(self, starts: WeekdayNumber) -> [Self; 7] {
        let first = self.week_start(starts);
        [0, 1, 2, 3, 4, 5, 6].map(|count| first.after(count))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.before(u64::from(self.day_of_month() - 1))
    }

    /// The first day of the month `count` months later (negative: earlier).
    #[must_use]
    pub fn month_after(self, count: i32) -> Self {
        let first = self.month_start();
        let months = Months::new(count.unsigned_abs());
        let moved = if count < 0 {
            first.0.checked_sub_months(months)
        } else {
            first.0.checked_add_months(months)
        };
        moved
            .filter(|date| (1900..=9999).contains(&date.year()))
            .map_or(first, Self)
    }

    /// The same day of the month `count` months later, or the last day of a month that is too short for it: a month
    /// after 31 January is the end of February.
    #[must_use]
    pub fn months_later(self, count: u32) -> Self {
        self.0
            .checked_add_months(Months::new(count))
            .filter(|date| date.year() <= 9999)
            .map_or(self, Self)
    }

    /// The days of its month, first to last.
    #[must_use]
    pub fn days_of_month(self) -> Vec<Self> {
        let month = self.month();
        let mut days = vec![self.month_start()];
        while let Some(next) = days.last().map(|day| day.after(1))
            && next.month() == month
            && days.len() < 31
        {
            days.push(next);
        }
        days
    }

    /// How many days after `earlier` it is; negative when it is before.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

/// A run of ASCII digits as a number: no sign, no other script's digits.
pub(crate) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl Stored for Day {
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
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn only_real_days_in_one_form_are_read() {
        for good in ["2026-11-21", "2024-02-29", "1900-01-01", "9999-12-31"] {
            assert_eq!(day(good).to_string(), good);
        }
        for bad in [
            "",
            "2026-02-30",
            "2025-02-29",
            "0000-01-01",
            "1899-12-31",
            "2026-1-5",
            "2026-01-5x",
            "2026/01/05",
            "+026-01-05",
            "٢٠٢٦-٠١-٠٥",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            " 2026-01-05",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_day_ends_when_the_person_says() {
        for (hour, ends_at, expected) in [
            (0, 0, "2026-03-01"),
            (3, 4, "2026-02-28"),
            (4, 4, "2026-03-01"),
            (5, 6, "2026-02-28"),
            (6, 6, "2026-03-01"),
            (6, 200, "2026-03-01"),
            (23, 6, "2026-03-01"),
        ] {
            let found = Day::at(2026, 3, 1, hour, ends_at).unwrap();
            assert_eq!(found, day(expected), "{hour} h, ends at {ends_at}");
        }
    }

    #[test]
    fn weeks_start_where_the_person_says() {
        let saturday = day("2026-11-21");
        assert_eq!(saturday.weekday(), 6);
        assert_eq!(saturday.week_start(1), day("2026-11-16"));
        assert_eq!(saturday.week_start(6), saturday);
        assert_eq!(saturday.week_start(7), day("2026-11-15"));
    }

    #[test]
    fn months_have_their_days() {
        assert_eq!(day("2024-02-10").days_of_month().len(), 29);
        assert_eq!(day("2026-12-31").days_of_month().len(), 31);
        assert_eq!(day("9999-12-31").days_of_month().len(), 31);
        assert_eq!(day("2026-01-31").month_after(1), day("2026-02-01"));
        assert_eq!(day("2026-01-31").month_after(-1), day("2025-12-01"));
        assert_eq!(day("1900-01-31").month_after(-1), day("1900-01-01"));
        assert_eq!(day("2026-01-31").months_later(1), day("2026-02-28"));
        assert_eq!(day("2024-02-29").months_later(12), day("2025-02-28"));
        assert_eq!(day("9999-12-31").months_later(1), day("9999-12-31"));
    }

    proptest! {
        #[test]
        fn text_is_never_misread(text in "\\PC{0,12}") {
            if let Some(day) = Day::parse(&text) {
                prop_assert_eq!(day.to_string(), text);
            }
        }

        #[test]
        fn a_week_holds_its_day(offset in 0_u64..40_000, starts in 1_u8..=7) {
            let day = day("1950-01-01").after(offset);
            let week = day.week(starts);
            prop_assert!(week.contains(&day));
            prop_assert_eq!(week[0].weekday(), starts);
            prop_assert_eq!(week[6].days_since(week[0]), 6);
            prop_assert_eq!(day.after(offset).before(offset), day);
        }
    }
}
