//! A check-up: how things are every few weeks, in numbers that are never added up, and in the person's own words.
//!
//! The four questions are the personal well-being questions of the Office for National Statistics (Open Government
//! Licence v3.0); their wording is pinned in `content/checkup.rs`. Nothing here works out a sum, a band or an average,
//! and nothing compares a person with others.

use super::day::Day;
use super::fields::{Fields, Stored, put_unless_default, take_name, take_or_default};
use super::settings::Settings;
use serde_json::Value;

/// How many questions there are in the first part.
pub const QUESTIONS: usize = 4;
/// The highest answer; the lowest is 0.
pub const HIGHEST: u8 = 10;

/// What was answered in one check-up. Anything may be left out, and a half-done one is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckUp {
    /// Answers of 0 to 10 to the four questions, in their order. The fourth runs the other way.
    pub answers: [Option<u8>; QUESTIONS],
    /// How each resource is, in the order of [`Resource::ALL`].
    pub resources: [Option<Rating>; 6],
    /// What helped; may be empty.
    pub helped: String,
    /// What got in the way; may be empty.
    pub hindered: String,
    /// What the person wants next; may be empty.
    pub next: String,
    /// Whether more support would be good.
    pub support: Option<Support>,
}

impl CheckUp {
    /// Takes one out of a stored object. `None`: a field has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        let mut checkup = Self {
            helped: take_or_default(from, "helped")?,
            hindered: take_or_default(from, "hindered")?,
            next: take_or_default(from, "next")?,
            support: take_name(from, "support", None)?,
            ..Self::default()
        };
        for (answer, name) in checkup.answers.iter_mut().zip(ANSWERS) {
            *answer = take_or_default::<Option<u8>>(from, name)?;
            if answer.is_some_and(|answer| answer > HIGHEST) {
                return None;
            }
        }
        for (rating, resource) in checkup.resources.iter_mut().zip(Resource::ALL) {
            *rating = take_name(from, resource.name(), None)?;
        }
        Some(checkup)
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        for (answer, name) in self.answers.iter().zip(ANSWERS) {
            put_unless_default(to, name, answer);
        }
        for (rating, resource) in self.resources.iter().zip(Resource::ALL) {
            put_unless_default(to, resource.name(), rating);
        }
        put_unless_default(to, "helped", &self.helped);
        put_unless_default(to, "hindered", &self.hindered);
        put_unless_default(to, "next", &self.next);
        put_unless_default(to, "support", &self.support);
    }
}

/// The names of the four answers in a stored record.
const ANSWERS: [&str; QUESTIONS] = ["satisfied", "worthwhile", "happy", "anxious"];

/// The day from which a check-up is offered: a month after the first entry, then every few weeks, and a week after it
/// was put off. `None`: never, because the person turned it off or has noted nothing.
#[must_use]
pub fn offered_from(first: Option<Day>, last: Option<Day>, settings: &Settings) -> Option<Day> {
    if settings.checkup_weeks == 0 {
        return None;
    }
    let due = match last {
        Some(last) => last.after(u64::from(settings.checkup_weeks) * 7),
        None => first?.months_later(1),
    };
    let again = settings.checkup_put_off.map(|day| day.after(7));
    Some(again.map_or(due, |again| due.max(again)))
}

/// A resource: a part of life that a person can build on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Where I live.
    Where,
    /// Learning.
    Learning,
    /// Work or how I spend my days.
    Work,
    /// Family and people.
    People,
    /// Community and belonging.
    Community,
    /// Health and wellbeing.
    Health,
}

impl Resource {
    /// All six, in the order of the check-up.
    pub const ALL: [Self; 6] = [
        Self::Where,
        Self::Learning,
        Self::Work,
        Self::People,
        Self::Community,
        Self::Health,
    ];

    /// Its name in records, data files and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["where", "learning", "work", "people", "community", "health"][self as usize]
    }

    /// The resource of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|resource| resource.name() == name)
    }
}

/// How a resource is right now. Words, not points: nothing is worked out from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// Really hard.
    ReallyHard,
    /// Hard.
    Hard,
    /// In between.
    Between,
    /// OK.
    Okay,
    /// Good.
    Good,
    /// Not for me.
    NotForMe,
}

impl Rating {
    /// Every answer, in the order offered.
    pub const ALL: [Self; 6] = [
        Self::ReallyHard,
        Self::Hard,
        Self::Between,
        Self::Okay,
        Self::Good,
        Self::NotForMe,
    ];

    /// Its stored name.
    fn name(self) -> &'static str {
        ["really-hard", "hard", "between", "ok", "good", "not-for-me"][self as usize]
    }
}

impl Stored for Rating {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|rating| rating.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}

/// The answer to "Would more support be good right now?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// No.
    No,
    /// Maybe.
    Maybe,
    /// Yes.
    Yes,
    /// Yes, today.
    Today,
}

impl Support {
    /// Every answer, in the order offered.
    pub const ALL: [Self; 4] = [Self::No, Self::Maybe, Self::Yes, Self::Today];

    /// Its stored name.
    fn name(self) -> &'static str {
        ["no", "maybe", "yes", "today"][self as usize]
    }
}

impl Stored for Support {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}

/// What recovery research finds in people's own accounts (CHIME; Leamy and others, 2011). A tag on ideas and
/// milestones, and one plain question a month; never scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chime {
    /// Connectedness.
    Connection,
    /// Hope and optimism.
    Hope,
    /// Identity.
    Identity,
    /// Meaning and purpose.
    Meaning,
    /// Empowerment.
    Empowerment,
}

impl Chime {
    /// All five.
    pub const ALL: [Self; 5] = [
        Self::Connection,
        Self::Hope,
        Self::Identity,
        Self::Meaning,
        Self::Empowerment,
    ];

    /// Its letter in the data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["c", "h", "i", "m", "e"][self as usize]
    }

    /// The one whose question is asked in the month of this day: each in turn.
    #[must_use]
    pub fn of_month(day: Day) -> Self {
        let months = day.year().unsigned_abs() * 12 + day.month();
        Self::ALL[months as usize % Self::ALL.len()]
    }

    /// The list that holds the answers to its question.
    #[must_use]
    pub fn list(self) -> super::line::List {
        use super::line::List;
        [
            List::Connection,
            List::Hope,
            List::Identity,
            List::Worth,
            List::Empowerment,
        ][self as usize]
    }
}

#[cfg(test)]
#[path = "checkup_tests.rs"]
mod tests;
