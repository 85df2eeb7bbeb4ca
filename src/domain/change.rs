//! What a command did: the one form in which changes are applied, stored, shown to other tabs and undone.

use super::checkup::CheckUp;
use super::day::Day;
use super::entry::{Entry, Note};
use super::goal::Goal;
use super::id::Id;
use super::line::Line;
use super::milestone::Milestone;
use super::mood::Mood;
use super::own_idea::OwnIdea;
use super::review::Review;
use super::service::Service;
use super::settings::Settings;
use super::start_date::StartDate;

/// The name of one thing in the journal, in the order of their storage keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A check-up, by its day.
    CheckUp(Id),
    /// An entry in a day. All entries of a day are stored in one record, and merged one by one.
    Entry(Day, Id),
    /// A goal.
    Goal(Id),
    /// An idea of the person's own.
    Idea(Id),
    /// A line of a list.
    Line(Id),
    /// A milestone.
    Milestone(Id),
    /// How a day was, by its date.
    Mood(Id),
    /// A note.
    Note(Id),
    /// The review of a week, by its first day.
    Review(Id),
    /// A service whose link was taken in.
    Service(Id),
    /// The settings.
    Settings,
    /// A start date.
    Start(Id),
}

/// One thing in the journal. There are many entries and few settings and goals: those that are large stand elsewhere, so
/// that ten years of entries do not take the room of as many settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// See [`Settings`].
    Settings(Box<Settings>),
    /// See [`Goal`].
    Goal(Box<Goal>),
    /// See [`Milestone`].
    Milestone(Milestone),
    /// See [`OwnIdea`].
    Idea(OwnIdea),
    /// See [`Note`].
    Note(Note),
    /// See [`Entry`].
    Entry(Entry),
    /// See [`CheckUp`].
    CheckUp(CheckUp),
    /// See [`Line`].
    Line(Line),
    /// See [`StartDate`].
    Start(StartDate),
    /// See [`Mood`].
    Mood(Mood),
    /// See [`Review`].
    Review(Review),
    /// See [`Service`].
    Service(Box<Service>),
}

impl Body {
    /// The person's own words in it, to name it by; `None`: it has none of its own.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Entry(entry) => entry.words.as_deref(),
            Self::Goal(goal) => Some(&goal.words),
            Self::Milestone(milestone) => Some(&milestone.words),
            Self::Idea(idea) => Some(&idea.words),
            Self::Line(line) => Some(&line.words),
            Self::Note(note) => Some(&note.text),
            _ => None,
        }
    }
}

/// One thing, before and after. `None` is "not there".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub key: Key,
    /// As it was.
    pub before: Option<Body>,
    /// As it is to be.
    pub after: Option<Body>,
}

/// Everything one command changes, applied and undone together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed(pub Vec<Change>);

impl Changed {
    /// What takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let back = |change: &Change| Change {
            key: change.key.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Self(self.0.iter().rev().map(back).collect())
    }

    /// The same, without a copy of it: what takes back very much would take as much room again.
    #[must_use]
    pub fn into_inverse(mut self) -> Self {
        self.0.reverse();
        for change in &mut self.0 {
            std::mem::swap(&mut change.before, &mut change.after);
        }
        self
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_takes_the_room_of_an_entry_and_not_of_the_settings() {
        assert!(size_of::<Body>() <= 2 * size_of::<Entry>());
    }
}
