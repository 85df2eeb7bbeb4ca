//! How time that is counted is said, and the person's own word for recovery.

use super::OwnWords;
use crate::domain::day::Day;
use crate::domain::settings::Word;
use crate::domain::start_date::{Marker, MarkerKind, StartDate, Time, Unit};

impl OwnWords {
    /// The person's word for recovery, as a title; empty when they want none.
    #[must_use]
    pub fn word(self, word: Word) -> &'static str {
        match word {
            Word::Recovery => self.word_recovery,
            Word::Change => self.word_change,
            Word::GettingWell => self.word_getting_well,
            Word::Journey => self.word_journey,
            Word::Unnamed => "",
        }
    }

    /// What the recovery parts are called by a person with this word, within a sentence.
    #[must_use]
    pub fn parts(self, word: Word) -> &'static str {
        match word {
            Word::Recovery => self.parts_recovery,
            Word::Change => self.parts_change,
            Word::GettingWell => self.parts_getting_well,
            Word::Journey => self.parts_journey,
            Word::Unnamed => self.parts_unnamed,
        }
    }

    /// The same as a title.
    #[must_use]
    pub fn parts_title(self, word: Word) -> String {
        let mut title = self.parts(word).to_owned();
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        title
    }

    /// Time in a unit that counts, never as a nought; empty for the other units.
    #[must_use]
    pub fn time(self, time: Time, unit: Unit) -> String {
        let (one, many, count, before_one) = match unit {
            Unit::Hidden | Unit::Markers => return String::new(),
            Unit::Days => (self.one_day, self.many_days, time.days, self.today),
            Unit::Weeks => (self.one_week, self.many_weeks, time.weeks, self.first_week),
            Unit::Months => (
                self.one_month,
                self.many_months,
                time.months,
                self.first_month,
            ),
        };
        if time.days == 0 {
            self.today.to_owned()
        } else if count == 0 {
            before_one.to_owned()
        } else {
            self.count(one, many, count as usize)
        }
    }

    /// A marker: "30 days".
    #[must_use]
    pub fn marker(self, marker: Marker) -> String {
        use MarkerKind as Kind;
        let (one, many) = match marker.kind {
            Kind::OneDay => (self.many_hours, self.many_hours),
            Kind::OneWeek | Kind::TwoWeeks => (self.one_week, self.many_weeks),
            Kind::SixMonths | Kind::NineMonths | Kind::EighteenMonths => {
                (self.one_month, self.many_months)
            }
            Kind::OneYear | Kind::EveryYear => (self.one_year, self.many_years),
            Kind::ThreeDays | Kind::ThirtyDays | Kind::SixtyDays | Kind::NinetyDays => {
                (self.one_day, self.many_days)
            }
        };
        self.count(one, many, marker.count as usize)
    }

    /// What a start date that counts says: its time, or the marker that it has reached (just today, or ever, when it
    /// shows markers alone). Empty when it says nothing.
    #[must_use]
    pub fn counter(self, start: &StartDate, today: Day) -> String {
        if start.unit == Unit::Hidden {
            return String::new();
        }
        match start.reached(today).first() {
            Some((marker, day)) if *day == today || start.unit == Unit::Markers => {
                self.marker(*marker)
            }
            _ => self.time(start.time(today), start.unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use super::*;
    use crate::domain::about::About;
    use crate::domain::start_date::Markers;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn counted_time_is_never_a_nought() {
        for (unit, since, expected) in [
            (Unit::Days, "2026-11-21", "Today"),
            (Unit::Days, "2026-11-20", "1 day"),
            (Unit::Days, "2026-10-11", "41 days"),
            (Unit::Weeks, "2026-11-21", "Today"),
            (Unit::Weeks, "2026-11-15", "First week"),
            (Unit::Weeks, "2026-11-14", "1 week"),
            (Unit::Weeks, "2026-10-11", "5 weeks"),
            (Unit::Months, "2026-11-21", "Today"),
            (Unit::Months, "2026-10-22", "First month"),
            (Unit::Months, "2026-10-21", "1 month"),
            (Unit::Months, "2026-08-21", "3 months"),
            // A clock that was set back.
            (Unit::Days, "2026-11-25", "Today"),
            (Unit::Hidden, "2026-10-11", ""),
            (Unit::Markers, "2026-10-11", ""),
        ] {
            let time = Time::between(day(since), day("2026-11-21"));
            assert_eq!(text().time(time, unit), expected, "{unit:?} since {since}");
        }
    }

    #[test]
    fn a_counter_says_the_marker_of_its_day() {
        let mut markers = Markers::default();
        for kind in MarkerKind::ALL {
            markers = markers.toggled(kind);
        }
        let mut start = StartDate {
            label: "since I came home".to_owned(),
            since: day("2024-11-21"),
            unit: Unit::Days,
            markers,
            about: About::No,
            until: None,
            paused: None,
            hidden: false,
        };
        for (unit, today, expected) in [
            (Unit::Days, "2024-11-21", "Today"),
            (Unit::Days, "2024-11-22", "24 hours"),
            (Unit::Days, "2024-11-23", "2 days"),
            (Unit::Days, "2024-11-24", "3 days"),
            (Unit::Weeks, "2024-11-28", "1 week"),
            (Unit::Weeks, "2024-12-20", "4 weeks"),
            (Unit::Weeks, "2024-12-21", "30 days"),
            (Unit::Months, "2025-05-21", "6 months"),
            (Unit::Months, "2025-11-21", "1 year"),
            (Unit::Months, "2026-11-21", "2 years"),
            (Unit::Months, "2026-11-22", "24 months"),
            (Unit::Markers, "2024-11-21", ""),
            (Unit::Markers, "2024-12-30", "30 days"),
            (Unit::Markers, "2026-12-30", "2 years"),
            (Unit::Hidden, "2024-12-21", ""),
        ] {
            start.unit = unit;
            assert_eq!(
                text().counter(&start, day(today)),
                expected,
                "{unit:?} on {today}"
            );
        }
    }

    #[test]
    fn the_person_chooses_the_word() {
        for (word, title) in [
            (Word::Recovery, "Recovery parts"),
            (Word::Change, "Parts about change"),
            (Word::GettingWell, "Parts about getting well"),
            (Word::Journey, "Parts about my journey"),
            (Word::Unnamed, "Extra parts"),
        ] {
            assert_eq!(text().parts_title(word), title);
        }
        assert_eq!(text().word(Word::Unnamed), "");
    }
}
