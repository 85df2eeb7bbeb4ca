//! What a link carries in: a service's name, its contacts and starter goals, or goals chosen together, or one idea.
//! Everything stands behind `#`, so no server sees it. The format is in `docs/links.md`.

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;

/// What a link carries. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The service's name; empty for a plan and for an idea, which are from nobody.
    pub name: String,
    /// A greeting from the service.
    pub greeting: String,
    /// Local contacts, at most six.
    pub contacts: Vec<Contact>,
    /// The nation whose help lines are meant, by its name in their data.
    pub nation: Option<String>,
    /// The language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Goals to start with, at most five.
    pub goals: Vec<StarterGoal>,
    /// Ways to show first.
    pub ways: Vec<Way>,
    /// Groups of milestones to show first, by their ids.
    pub groups: Vec<String>,
    /// Whether the recovery parts are offered.
    pub recovery: bool,
    /// Whether the made-up people are offered.
    pub demo: bool,
    /// The day on which the service last checked what is in it.
    pub checked: Option<Day>,
}

/// A contact near the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// The number to dial, digits only; empty when there is none.
    pub number: String,
    /// A web page, `https`; empty when there is none.
    pub page: String,
    /// What for.
    pub what_for: String,
    /// When, in words.
    pub hours: String,
}

/// A goal that a link offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StarterGoal {
    /// An idea of the bank.
    Bank(Id, Option<Rhythm>),
    /// In words of its own.
    Own {
        /// What to do.
        words: String,
        /// Its Ways.
        ways: Vec<Way>,
        /// How often.
        rhythm: Option<Rhythm>,
    },
}
