//! All of a person's records, and what can be read of them. `commands.rs` has what can be done to them.

mod apply;
mod recovery;

use super::change::{Body, Key};
use super::day::Day;
use super::entry::{Entry, Note};
use super::fields::Fields;
use super::goal::Goal;
use super::id::Id;
use super::milestone::Milestone;
use super::own_idea::OwnIdea;
use super::record::Extra;
use super::settings::Settings;
use super::stamp::Stamp;
use std::collections::BTreeMap;
use std::mem::discriminant;

/// One thing with its stamp; `None` in `body` is a tombstone, which keeps a deletion from coming back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When it was last written.
    pub stamp: Stamp,
    /// What it is, or that it was deleted.
    pub body: Option<Body>,
    /// Fields that a newer version wrote and this one does not know; kept as they are.
    pub extra: Option<Box<Extra>>,
}

/// A person's diary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    pub(super) rows: BTreeMap<Key, Row>,
    /// Unknown fields of the records that hold the entries of a day, in order of days.
    pub(super) day_extras: Vec<(Day, Extra)>,
    /// What only a newer version can read: whole records by their storage keys, and entries by their days' with their ids
    /// behind them; kept and copied as they are.
    pub(super) foreign: Fields,
}

impl Journal {
    /// The person's choices, or the quietest ones.
    #[must_use]
    pub fn settings(&self) -> Settings {
        match self.body(&Key::Settings) {
            Some(Body::Settings(settings)) => (**settings).clone(),
            _ => Settings::default(),
        }
    }

    /// Whether the recovery parts are shown.
    #[must_use]
    pub fn shows_recovery(&self) -> bool {
        matches!(self.body(&Key::Settings), Some(Body::Settings(settings)) if settings.recovery)
    }

    /// Whether something may be shown that does (`recovery`) or does not belong to the recovery parts.
    #[must_use]
    pub fn shows(&self, recovery: bool) -> bool {
        !recovery || self.shows_recovery()
    }

    /// The goal with this id, shown or not.
    #[must_use]
    pub fn goal(&self, id: &Id) -> Option<&Goal> {
        match self.body(&Key::Goal(id.clone()))? {
            Body::Goal(goal) => Some(goal),
            _ => None,
        }
    }

    /// All goals that may be shown, in the person's order; those that have no place in it follow, oldest first.
    #[must_use]
    pub fn goals(&self) -> Vec<(&Id, &Goal)> {
        let shown = self.shows_recovery();
        let order = match self.body(&Key::Settings) {
            Some(Body::Settings(settings)) => settings.goal_order.as_slice(),
            _ => &[],
        };
        let rank = |id: &Id| {
            let place = order.iter().position(|ordered| ordered == id.as_str());
            place.unwrap_or(order.len())
        };
        let mut goals: Vec<(&Id, &Goal)> = Vec::new();
        for (key, body) in self.of_kind(Key::Goal) {
            if let (Key::Goal(id), Body::Goal(goal)) = (key, body)
                && (shown || !goal.recovery)
            {
                // Rows are in order of ids, so behind those of the same day is the right place.
                let behind = (rank(id), goal.made);
                let place = goals.partition_point(|(id, other)| (rank(id), other.made) <= behind);
                goals.insert(place, (id, goal));
            }
        }
        goals
    }

    /// The milestone with this id, shown or not.
    #[must_use]
    pub fn milestone(&self, id: &Id) -> Option<&Milestone> {
        match self.body(&Key::Milestone(id.clone()))? {
            Body::Milestone(milestone) => Some(milestone),
            _ => None,
        }
    }

    /// All milestones that may be shown, newest first; each stands at its own date, or at the day it was marked.
    #[must_use]
    pub fn milestones(&self) -> Vec<(&Id, &Milestone)> {
        let shown = self.shows_recovery();
        let mut milestones: Vec<(&Id, &Milestone)> = Vec::new();
        for (key, body) in self.of_kind(Key::Milestone) {
            if let (Key::Milestone(id), Body::Milestone(milestone)) = (key, body)
                && (shown || !milestone.recovery)
            {
                let day = milestone.place();
                let place = milestones.partition_point(|(_, other)| other.place() > day);
                milestones.insert(place, (id, milestone));
            }
        }
        milestones
    }

    /// The person's own ideas, in a steady order.
    #[must_use]
    pub fn ideas(&self) -> Vec<(&Id, &OwnIdea)> {
        let mut ideas = Vec::new();
        for (key, body) in self.of_kind(Key::Idea) {
            if let (Key::Idea(id), Body::Idea(idea)) = (key, body) {
                ideas.push((id, idea));
            }
        }
        ideas
    }

    /// The note with this id: a day's (its date) or an entry's (the entry's id).
    #[must_use]
    pub fn note(&self, id: &Id) -> Option<&Note> {
        match self.body(&Key::Note(id.clone()))? {
            Body::Note(note) => Some(note),
            _ => None,
        }
    }

    /// One entry of a day, shown or not.
    #[must_use]
    pub fn entry(&self, day: Day, id: &Id) -> Option<&Entry> {
        match self.body(&Key::Entry(day, id.clone()))? {
            Body::Entry(entry) => Some(entry),
            _ => None,
        }
    }

    /// The entries that may be shown from `first` to `last`, both included, in order of days.
    pub fn entries(&self, first: Day, last: Day) -> impl Iterator<Item = (Day, &Id, &Entry)> {
        let shown = self.shows_recovery();
        self.rows_from(first)
            .take_while(move |(day, ..)| *day <= last)
            .filter_map(move |(day, id, row)| match &row.body {
                Some(Body::Entry(entry)) if shown || !entry.recovery => Some((day, id, entry)),
                _ => None,
            })
    }

    /// All rows of a day, tombstones and hidden ones included.
    pub(super) fn rows_of(&self, day: Day) -> impl Iterator<Item = (&Id, &Row)> {
        self.rows_from(day)
            .map_while(move |(found, id, row)| (found == day).then_some((id, row)))
    }

    /// Unknown fields of the record that holds the entries of a day.
    pub(super) fn day_extra(&self, day: Day) -> Option<&Extra> {
        let place = self.day_extras.binary_search_by_key(&day, |(day, _)| *day);
        self.day_extras.get(place.ok()?).map(|(_, extra)| extra)
    }

    fn rows_from(&self, first: Day) -> impl Iterator<Item = (Day, &Id, &Row)> {
        // "-" is the smallest id there can be.
        let from = Id::parse("-").map(|id| Key::Entry(first, id));
        let rows = from.map(|from| self.rows.range(from..));
        rows.into_iter()
            .flatten()
            .map_while(|(key, row)| match key {
                Key::Entry(day, id) => Some((*day, id, row)),
                _ => None,
            })
    }

    /// The first day with an entry that may be shown.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        let (first, last) = (Day::new(1900, 1, 1)?, Day::new(9999, 12, 31)?);
        self.entries(first, last).next().map(|(day, ..)| day)
    }

    /// Whether nothing has been kept yet: nothing but choices, services, ideas and notes.
    #[must_use]
    pub fn is_new(&self) -> bool {
        !self.live().any(|(key, _)| {
            !matches!(
                key,
                Key::Settings | Key::Service(_) | Key::Idea(_) | Key::Note(_)
            )
        })
    }

    /// The names of everything in it, deleted things included, in order.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Key> {
        self.rows.keys()
    }

    /// The raw row with this key, tombstones included.
    #[must_use]
    pub fn row(&self, key: &Key) -> Option<&Row> {
        self.rows.get(key)
    }

    /// The body with this key, when it is there.
    #[must_use]
    pub fn body(&self, key: &Key) -> Option<&Body> {
        self.rows.get(key)?.body.as_ref()
    }

    /// How many things are kept, deletions and the settings aside.
    #[must_use]
    pub fn count(&self) -> usize {
        let settings = usize::from(self.body(&Key::Settings).is_some());
        self.live().count() - settings + self.foreign.len()
    }

    /// What is there of a kind, from its first possible key on: ten years of entries must not slow down a look at a few
    /// goals.
    pub(super) fn of_kind(&self, kind: fn(Id) -> Key) -> impl Iterator<Item = (&Key, &Body)> {
        self.rows_of_kind(kind)
            .filter_map(|(key, row)| Some((key, row.body.as_ref()?)))
    }

    fn rows_of_kind(&self, kind: fn(Id) -> Key) -> impl Iterator<Item = (&Key, &Row)> {
        // "-" is the smallest id there can be.
        let first = Id::parse("-").map(kind);
        let of = first.as_ref().map(discriminant);
        let rows = first.map(|first| self.rows.range(first..));
        rows.into_iter()
            .flatten()
            .take_while(move |(key, _)| Some(discriminant(*key)) == of)
    }

    /// How many there have been of a kind, those taken away included: so a new one sorts behind all of them.
    pub(super) fn ever(&self, kind: fn(Id) -> Key) -> usize {
        self.rows_of_kind(kind).count()
    }

    fn live(&self) -> impl Iterator<Item = (&Key, &Body)> {
        self.rows
            .iter()
            .filter_map(|(key, row)| Some((key, row.body.as_ref()?)))
    }
}
