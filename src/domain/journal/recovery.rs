//! What can be read of lines, services, start dates, check-ups, reviews and how days were.

use super::{Journal, Row};
use crate::domain::change::{Body, Key};
use crate::domain::checkup::CheckUp;
use crate::domain::day::Day;
use crate::domain::entry::Note;
use crate::domain::id::Id;
use crate::domain::line::{Line, List};
use crate::domain::mood::Mood;
use crate::domain::review::Review;
use crate::domain::service::Service;
use crate::domain::start_date::StartDate;

impl Journal {
    /// The line with this id.
    #[must_use]
    pub fn line(&self, id: &Id) -> Option<&Line> {
        match self.body(&Key::Line(id.clone()))? {
            Body::Line(line) => Some(line),
            _ => None,
        }
    }

    /// The lines of a list: by their days, those without one first, and then as they were added.
    #[must_use]
    pub fn lines(&self, list: List) -> Vec<(&Id, &Line)> {
        let mut lines: Vec<(&Id, &Line)> = Vec::new();
        for (key, body) in self.of_kind(Key::Line) {
            if let (Key::Line(id), Body::Line(line)) = (key, body)
                && line.list == Some(list)
            {
                let place = lines.partition_point(|(_, other)| other.day <= line.day);
                lines.insert(place, (id, line));
            }
        }
        lines
    }

    /// The services whose links were taken in, oldest first.
    #[must_use]
    pub fn services(&self) -> Vec<(&Id, &Service)> {
        let mut services: Vec<(&Id, &Service)> = Vec::new();
        for (key, body) in self.of_kind(Key::Service) {
            if let (Key::Service(id), Body::Service(service)) = (key, body) {
                services.push((id, service));
            }
        }
        services
    }

    /// The start date with this id, shown or not.
    #[must_use]
    pub fn start(&self, id: &Id) -> Option<&StartDate> {
        match self.body(&Key::Start(id.clone()))? {
            Body::Start(start) => Some(start),
            _ => None,
        }
    }

    /// The start dates, latest first; none while the recovery parts are off.
    #[must_use]
    pub fn starts(&self) -> Vec<(&Id, &StartDate)> {
        let mut starts: Vec<(&Id, &StartDate)> = Vec::new();
        if !self.shows_recovery() {
            return starts;
        }
        for (key, body) in self.of_kind(Key::Start) {
            if let (Key::Start(id), Body::Start(start)) = (key, body) {
                let place = starts.partition_point(|(_, other)| other.since > start.since);
                starts.insert(place, (id, start));
            }
        }
        starts
    }

    /// The notes of a thing that may have several, oldest first: those whose ids begin with its own and a dot.
    #[must_use]
    pub fn notes_of(&self, id: &Id) -> Vec<(&Id, &Note)> {
        let mut notes = Vec::new();
        for (name, row) in self.note_rows(id) {
            if let Some(Body::Note(note)) = &row.body {
                notes.push((name, note));
            }
        }
        notes
    }

    /// How many notes a thing has had, those taken away included: so a new one sorts behind all of them.
    pub(in crate::domain) fn notes_ever(&self, id: &Id) -> usize {
        self.note_rows(id).count()
    }

    fn note_rows<'a>(&'a self, id: &Id) -> impl Iterator<Item = (&'a Id, &'a Row)> {
        let prefix = [id.as_str(), "."].concat();
        let first = Id::parse(&prefix).map(Key::Note);
        let rows = first.map(|first| self.rows.range(first..));
        rows.into_iter()
            .flatten()
            .map_while(move |(key, row)| match key {
                Key::Note(name) if name.as_str().starts_with(&prefix) => Some((name, row)),
                _ => None,
            })
    }

    /// The check-up of a day.
    #[must_use]
    pub fn checkup(&self, day: Day) -> Option<&CheckUp> {
        match self.body(&Key::CheckUp(Id::parse(&day.to_string())?))? {
            Body::CheckUp(checkup) => Some(checkup),
            _ => None,
        }
    }

    /// How a day was.
    #[must_use]
    pub fn mood(&self, day: Day) -> Option<Mood> {
        match self.body(&Key::Mood(Id::parse(&day.to_string())?))? {
            Body::Mood(mood) => Some(*mood),
            _ => None,
        }
    }

    /// The review of the week that begins on this day.
    #[must_use]
    pub fn review(&self, week: Day) -> Option<&Review> {
        match self.body(&Key::Review(Id::parse(&week.to_string())?))? {
            Body::Review(review) => Some(review),
            _ => None,
        }
    }

    /// The review that begins in this week, with its first day: weeks may have started on another day when it was kept.
    #[must_use]
    pub fn review_in(&self, week: [Day; 7]) -> Option<(Day, &Review)> {
        week.into_iter()
            .rev()
            .find_map(|day| Some((day, self.review(day)?)))
    }

    /// All reviews, oldest first, each with the first day of its week.
    #[must_use]
    pub fn reviews(&self) -> Vec<(Day, &Review)> {
        let mut reviews = Vec::new();
        for (key, body) in self.of_kind(Key::Review) {
            if let (Key::Review(id), Body::Review(review)) = (key, body)
                && let Some(week) = Day::parse(id.as_str())
            {
                reviews.push((week, review));
            }
        }
        reviews
    }

    /// All check-ups, oldest first.
    #[must_use]
    pub fn checkups(&self) -> Vec<(Day, &CheckUp)> {
        let mut checkups = Vec::new();
        for (key, body) in self.of_kind(Key::CheckUp) {
            if let (Key::CheckUp(id), Body::CheckUp(checkup)) = (key, body)
                && let Some(day) = Day::parse(id.as_str())
            {
                checkups.push((day, checkup));
            }
        }
        checkups
    }
}
