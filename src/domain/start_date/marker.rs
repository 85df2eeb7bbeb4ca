//! Markers of time: each can be switched on, and stands on a calendar day.

use super::months_between;
use crate::domain::day::Day;
use crate::domain::fields::{Stored, has_texts};
use serde_json::Value;

/// A marker that can be switched on: a length of time, or every year from the second on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerKind {
    /// 24 hours: the next day, since no time of day is kept.
    OneDay,
    /// 3 days.
    ThreeDays,
    /// 1 week.
    OneWeek,
    /// 2 weeks.
    TwoWeeks,
    /// 30 days.
    ThirtyDays,
    /// 60 days.
    SixtyDays,
    /// 90 days.
    NinetyDays,
    /// 6 months.
    SixMonths,
    /// 9 months.
    NineMonths,
    /// 1 year.
    OneYear,
    /// 18 months.
    EighteenMonths,
    /// Every year after the first.
    EveryYear,
}

/// A marker on its own day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its kind.
    pub kind: MarkerKind,
    /// How many of its unit: 30 for 30 days, 2 for two years.
    pub count: u32,
}

impl MarkerKind {
    /// All, in order of time.
    pub const ALL: [Self; 12] = [
        Self::OneDay,
        Self::ThreeDays,
        Self::OneWeek,
        Self::TwoWeeks,
        Self::ThirtyDays,
        Self::SixtyDays,
        Self::NinetyDays,
        Self::SixMonths,
        Self::NineMonths,
        Self::OneYear,
        Self::EighteenMonths,
        Self::EveryYear,
    ];

    /// Its stored name.
    fn name(self) -> &'static str {
        [
            "24h", "3d", "1w", "2w", "30d", "60d", "90d", "6m", "9m", "1y", "18m", "years",
        ][self as usize]
    }

    /// Its number of days, weeks, months or years; 0 for every year.
    #[must_use]
    pub fn count(self) -> u32 {
        [24, 3, 1, 2, 30, 60, 90, 6, 9, 1, 18, 0][self as usize]
    }

    /// The markers of this kind that may have been reached by a day.
    pub(super) fn markers(self, since: Day, last: Day) -> impl Iterator<Item = Marker> {
        let (first, last) = if self == Self::EveryYear {
            (2, months_between(since, last) / 12)
        } else {
            (self.count(), self.count())
        };
        (first..=last).map(move |count| Marker { kind: self, count })
    }
}

impl Marker {
    /// The day on which it is reached.
    #[must_use]
    pub fn day(self, since: Day) -> Day {
        use MarkerKind as Kind;
        match self.kind {
            Kind::OneDay => since.after(1),
            Kind::OneWeek | Kind::TwoWeeks => since.after(u64::from(self.count) * 7),
            Kind::ThreeDays | Kind::ThirtyDays | Kind::SixtyDays | Kind::NinetyDays => {
                since.after(u64::from(self.count))
            }
            Kind::SixMonths | Kind::NineMonths | Kind::EighteenMonths => {
                since.months_later(self.count)
            }
            Kind::OneYear | Kind::EveryYear => since.months_later(self.count * 12),
        }
    }
}

/// A set of kinds of markers, stored as their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Markers(u16);

impl Markers {
    /// Whether a kind is switched on.
    #[must_use]
    pub fn has(self, kind: MarkerKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The set with a kind switched on when it was off, and off when it was on.
    #[must_use]
    pub fn toggled(self, kind: MarkerKind) -> Self {
        Self(self.0 ^ (1 << kind as u16))
    }
}

impl Stored for Markers {
    fn read(value: &Value) -> Option<Self> {
        let mut set = Self::default();
        for name in value.as_array()? {
            let name = name.as_str()?;
            let kind = MarkerKind::ALL
                .into_iter()
                .find(|kind| kind.name() == name)?;
            set.0 |= 1 << kind as u16;
        }
        Some(set)
    }

    fn form(&self) -> Value {
        let mut names = Vec::new();
        for kind in MarkerKind::ALL {
            if self.has(kind) {
                names.push(kind.name().into());
            }
        }
        Value::Array(names)
    }

    fn has_name(value: &Value) -> bool {
        has_texts(value)
    }
}
