//! What the person's own calendar can remind them of: goals, meetings, the weekly review and check-ups, each at a time
//! of day of the person's choosing. Which days a reminder is for is worked out here; `exchange/calendar.rs` writes it.

mod choices;
mod collect;

pub use choices::Choices;
pub use collect::{Now, reminders};

use super::day::{Day, WeekdayNumber};
use super::goal::Rest;
use super::rhythm::{Rhythm, Weekdays};

/// The time offered first for anything: nine in the morning.
pub const USUAL: u16 = 9 * 60;
/// A rest longer than this is written as an end, rather than day by day: the file is saved anew after it anyway.
const LONGEST_REST: u64 = 366;

/// Something to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its name: the id of the record it stands for, or a word where there is no record. It never changes.
    pub key: String,
    /// What it stands for.
    pub about: Subject,
    /// The person's words for it; may be empty.
    pub words: String,
    /// Minutes after midnight.
    pub at: u16,
    /// Whether that time belongs to the night behind the day, for a person whose day ends after midnight.
    pub by_night: bool,
    /// How often.
    pub repeats: Repeats,
    /// The first day it may be on.
    pub first: Day,
    /// The last day it may be on.
    pub last: Option<Day>,
    /// When it rests: from a day, to a day or until further notice.
    pub rests: Vec<Rest>,
}

/// What a reminder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A goal.
    Goal,
    /// A meeting with someone.
    Meeting,
    /// The weekly review.
    Review,
    /// A check-up.
    CheckUp,
}

/// How often a reminder comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// As a goal does; see [`Repeats::weekdays`] for one that is meant so many times a week.
    As(Rhythm),
    /// Every so many weeks, from the first day on.
    Weeks(u8),
}

impl Repeats {
    /// The days of the week it keeps to. A goal for so many times a week has that many nudges, spread over the week:
    /// one a day would ask for more than the person wants, and one a week would be forgotten.
    #[must_use]
    pub fn weekdays(self) -> Option<Weekdays> {
        match self {
            Self::As(Rhythm::Weekdays(days)) => Some(days),
            Self::As(Rhythm::Weekly(times)) if times < 7 => Some(spread(times)),
            _ => None,
        }
    }
}

/// So many days of a week, Monday first: Wednesday; Monday and Thursday; Monday, Wednesday and Friday; and so on.
fn spread(times: u8) -> Weekdays {
    let days: &[WeekdayNumber] = match times {
        0 => &[],
        1 => &[3],
        2 => &[1, 4],
        3 => &[1, 3, 5],
        4 => &[1, 3, 5, 7],
        5 => &[1, 2, 4, 5, 7],
        _ => &[1, 2, 3, 4, 5, 6],
    };
    let mut set = Weekdays::default();
    for day in days {
        set = set.toggled(*day);
    }
    set
}

/// The days of a reminder, as a calendar file says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first.
    pub start: Day,
    /// None is later than this.
    pub until: Option<Day>,
    /// Days that would be among them, but for a rest.
    pub left_out: Vec<Day>,
}

impl Reminder {
    /// Its days from now on; `None` when there is not one.
    #[must_use]
    pub fn dates(&self) -> Option<Dates> {
        let until = self.until();
        let mut start = self.first;
        while !self.is_on(start) || self.rests_on(start) {
            start = self.next_to_try(start, until)?;
        }
        if until.is_some_and(|until| until < start) {
            return None;
        }
        let mut left_out = Vec::new();
        for Rest { from, to } in &self.rests {
            let Some(to) = to else { continue };
            let mut day = (*from).max(start);
            let last = until.map_or(*to, |until| until.min(*to));
            while day <= last {
                if self.is_on(day) && !left_out.contains(&day) {
                    left_out.push(day);
                }
                let next = day.after(1);
                if next == day {
                    break; // the last day there is
                }
                day = next;
            }
        }
        Some(Dates {
            start,
            until,
            left_out,
        })
    }

    /// The day to look at behind one that it is not on; `None` when there is no use in looking further.
    fn next_to_try(&self, day: Day, until: Option<Day>) -> Option<Day> {
        let next = match self.repeats {
            Repeats::As(Rhythm::Once(by)) if by > day => by,
            Repeats::As(Rhythm::Once(_)) => return None,
            Repeats::Weeks(weeks) if self.is_on(day) => day.after(u64::from(weeks) * 7),
            _ => day.after(1),
        };
        let nothing = self.repeats.weekdays().is_some_and(Weekdays::is_empty);
        (next > day && !nothing && until.is_none_or(|until| next <= until)).then_some(next)
    }

    /// Whether a day is one of its own, rests aside.
    fn is_on(&self, day: Day) -> bool {
        match self.repeats {
            Repeats::As(Rhythm::Once(by)) => day == by,
            Repeats::Weeks(weeks) => {
                let every = i64::from(weeks.max(1)) * 7;
                day.days_since(self.first) % every == 0
            }
            Repeats::As(_) => self
                .repeats
                .weekdays()
                .is_none_or(|days| days.has(day.weekday())),
        }
    }

    fn rests_on(&self, day: Day) -> bool {
        self.rests.iter().any(|rest| rest.has(day))
    }

    /// The last day it may be on, a rest without an end included.
    fn until(&self) -> Option<Day> {
        let mut until = self.last;
        for Rest { from, to } in &self.rests {
            let is_over = to.is_some_and(|to| to < self.first);
            let is_short = to.is_some_and(|to| to <= from.after(LONGEST_REST));
            if !is_over && !is_short {
                let before = from.before(1);
                until = Some(until.map_or(before, |until| until.min(before)));
            }
        }
        until
    }

    /// What a calendar knows of it, in a few letters: another mark, and the file has to be saved again. `words`: those
    /// that the calendar shows. It does not say which day it is now.
    #[must_use]
    pub fn mark(&self, words: &str) -> String {
        let night = if self.by_night { "n|" } else { "|" };
        let mut text = ["{", words, "|", &self.at.to_string(), night].concat();
        match self.repeats {
            Repeats::As(Rhythm::Once(by)) => text.push_str(&by.to_string()),
            Repeats::Weeks(weeks) => text.push_str(&weeks.to_string()),
            Repeats::As(_) => match self.repeats.weekdays() {
                None => text.push_str("daily"),
                Some(days) => text.extend(days.iter().map(|day| char::from(b'a' + day))),
            },
        }
        let day = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        text.push_str(&["|", &day(self.last)].concat());
        for Rest { from, to } in &self.rests {
            text.push_str(&["|", &from.to_string(), ">", &day(*to)].concat());
        }
        let summed = super::record::with_sum(&text);
        let sum = super::record::sum_of(&summed).unwrap_or_default();
        sum.to_owned()
    }
}

#[cfg(test)]
#[path = "reminder/tests.rs"]
mod tests;
