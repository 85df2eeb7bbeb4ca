//! What was found and what the person chose, as one change of the journal.
//!
//! Ids are made of the app and the name, so that the same file brings the same things: what is here already stays as it
//! is, and adding a file twice changes nothing.

use super::{Found, Left, Mark, NO_THING, Thing, Why, leave};
use crate::domain::about::About;
use crate::domain::change::{Body, Change, Changed, Key};
use crate::domain::day::Day;
use crate::domain::entry::{Entry, Note};
use crate::domain::goal::{Goal, Status};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;
use crate::domain::words::{self, WordsError};

/// What the person wants done with a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The Ways it belongs to; none: it is left out.
    pub ways: Ways,
    /// Whether it goes on as a goal, where it is one.
    pub goes_on: bool,
}

/// What would be added, and what would not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The whole of it.
    pub changed: Changed,
    /// How many goals are new.
    pub goals: usize,
    /// How many things on days are new.
    pub entries: usize,
    /// How many notes are new or longer.
    pub notes: usize,
    /// How much is here already.
    pub same: usize,
    /// The latest of what is new: its day and its words.
    pub latest: Vec<(Day, String)>,
    /// What stays behind.
    pub left: Vec<Left>,
}

/// How many of the latest are shown.
const LATEST: usize = 3;

/// Works out what would be added. `choices` has one for each thing.
#[must_use]
pub fn fit(journal: &Journal, found: &Found, choices: &[Choice], today: Day) -> Plan {
    let mut fitting = Fitting {
        journal,
        found,
        kept: Vec::new(),
        plan: Plan {
            left: found.left.clone(),
            ..Plan::default()
        },
        lines: Vec::new(),
        notes: Vec::new(),
    };
    for (place, thing) in found.things.iter().enumerate() {
        let choice = choices.get(place).copied().unwrap_or_default();
        let kept = fitting.thing(thing, choice, today);
        fitting.kept.push(kept);
    }
    for ((day, place), mark) in &found.marks {
        fitting.mark(*day, *place, mark);
    }
    fitting.day_notes();
    // The entries of a day stand one after the other, so that each day is written once.
    let notes = std::mem::take(&mut fitting.notes);
    fitting.plan.changed.0.extend(notes);
    fitting.plan
}

/// What a thing becomes.
struct Kept {
    id: Id,
    words: String,
    ways: Ways,
}

struct Fitting<'a> {
    journal: &'a Journal,
    found: &'a Found,
    /// What each thing becomes; `None`: it is left out.
    kept: Vec<Option<Kept>>,
    plan: Plan,
    /// What goes into the notes of days.
    lines: Vec<(Day, String)>,
    /// Notes, which are records of their own.
    notes: Vec<Change>,
}

impl Fitting<'_> {
    fn thing(&mut self, thing: &Thing, choice: Choice, today: Day) -> Option<Kept> {
        if choice.ways.is_empty() {
            self.leave(Why::Out, &thing.name);
            return None;
        }
        let (words, is_whole) = fitting_text(&thing.name, words::line, words::LINE)?;
        if !is_whole {
            self.leave(Why::LongName, &thing.name);
        }
        let kept = Kept {
            id: self.id(thing, None),
            words,
            ways: choice.ways,
        };
        if !self.found.origin.has_goals() {
            return Some(kept);
        }
        let key = Key::Goal(kept.id.clone());
        let goal = Goal {
            words: kept.words.clone(),
            ways: kept.ways,
            rhythm: thing.often.map_or(Rhythm::Daily, |often| often.rhythm),
            made: thing.first.unwrap_or(today),
            status: match thing.last {
                _ if choice.goes_on => Status::Current,
                Some(last) => Status::Finished(last.after(1).min(today)),
                None => Status::Finished(today),
            },
            idea: None,
            about: About::No,
            recovery: false,
        };
        if self.is_new(&key) {
            self.plan.goals += 1;
            self.add(key, Body::Goal(goal));
        }
        Some(kept)
    }

    fn mark(&mut self, day: Day, place: usize, mark: &Mark) {
        if place == NO_THING {
            self.line(day, &mark.note);
            return;
        }
        let found = self.found;
        let Some(thing) = found.things.get(place) else {
            return;
        };
        let Some(Some(kept)) = self.kept.get(place) else {
            return;
        };
        let (ways, words, goal) = (kept.ways, kept.words.clone(), kept.id.clone());
        if mark.rest {
            self.leave(Why::Rest, "");
        }
        if mark.amount.is_some() {
            self.leave(Why::Amount, "");
        }
        let is_tick = found.origin.has_goals();
        let id = if is_tick {
            goal
        } else {
            self.id(thing, Some(day))
        };
        if mark.done {
            let key = Key::Entry(day, id.clone());
            let entry = Entry {
                ways,
                words: (!is_tick).then(|| words.clone()),
                idea: None,
                recovery: false,
            };
            if self.is_new(&key) {
                self.plan.entries += 1;
                if self.plan.latest.len() == LATEST {
                    self.plan.latest.remove(0);
                }
                self.plan.latest.push((day, words.clone()));
                self.add(key, Body::Entry(entry));
            }
        }
        if mark.note.is_empty() {
            return;
        }
        if is_tick || !mark.done {
            // The id of a tick is its goal's on every day, so it can have no note of its own.
            let line = [&words, ": ", &mark.note].concat();
            self.line(day, &line);
        } else if let Some(text) = self.note(&mark.note)
            && self.is_new(&Key::Note(id.clone()))
        {
            self.plan.notes += 1;
            let note = Body::Note(Note { day, text });
            self.notes.push(added(Key::Note(id), None, note));
        }
    }

    /// A note as it may be kept; the end of one that is too long is left behind.
    fn note(&mut self, typed: &str) -> Option<String> {
        let (text, is_whole) = fitting_text(typed, words::note, words::NOTE)?;
        if !is_whole {
            self.leave(Why::LongNote, typed);
        }
        Some(text)
    }

    fn line(&mut self, day: Day, typed: &str) {
        if let Some(text) = self.note(typed) {
            self.lines.push((day, text));
        }
    }

    /// Adds lines to the notes of their days, below what stands there.
    fn day_notes(&mut self) {
        let mut lines = std::mem::take(&mut self.lines).into_iter().peekable();
        while let Some((day, first)) = lines.next() {
            let Some(id) = Id::parse(&day.to_string()) else {
                continue;
            };
            let before = self.journal.note(&id);
            let mut text = before.map(|note| note.text.clone()).unwrap_or_default();
            let mut length = text.chars().count();
            let mut new = Some(first);
            let mut grew = false;
            while let Some(line) = new {
                let more = line.chars().count() + 1;
                if has(&text, &line) {
                    self.plan.same += 1;
                } else if length + more > words::NOTE + 1 {
                    self.leave(Why::NoRoom, &line);
                } else {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&line);
                    length += more;
                    grew = true;
                }
                new = lines
                    .next_if(|(next, _)| *next == day)
                    .map(|(_, line)| line);
            }
            if grew {
                self.plan.notes += 1;
                let before = before.cloned().map(Body::Note);
                let note = Body::Note(Note { day, text });
                self.notes.push(added(Key::Note(id), before, note));
            }
        }
    }

    fn leave(&mut self, why: Why, example: &str) {
        leave(&mut self.plan.left, why, example);
    }

    /// Whether nothing is there under this key. What is there is counted.
    fn is_new(&mut self, key: &Key) -> bool {
        let is_new = self.journal.body(key).is_none();
        self.plan.same += usize::from(!is_new);
        is_new
    }

    fn add(&mut self, key: Key, body: Body) {
        self.plan.changed.0.push(added(key, None, body));
    }

    /// The id of a thing, or of what was noted of it on a day.
    fn id(&self, thing: &Thing, day: Option<Day>) -> Id {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let origin = self.found.origin as u8;
        let which = thing.which.to_string();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for part in [
            &[origin][..],
            thing.name.as_bytes(),
            which.as_bytes(),
            day.as_bytes(),
        ] {
            // No text has the byte that stands between.
            for byte in part.iter().chain(&[0xFF]) {
                // FNV-1a, 64 bits.
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        // An id takes the lower 50 bits.
        Id::new(usize::MAX, hash ^ (hash >> 50))
    }
}

fn added(key: Key, before: Option<Body>, after: Body) -> Change {
    Change {
        key,
        before,
        after: Some(after),
    }
}

/// A text that may be kept, and whether it is the whole of it: what is too long ends in dots. `None`: nothing is left.
fn fitting_text(
    typed: &str,
    safe: fn(&str) -> Result<String, WordsError>,
    most: usize,
) -> Option<(String, bool)> {
    match safe(typed) {
        Ok(text) => Some((text, true)),
        Err(WordsError::Empty) => None,
        Err(WordsError::TooLong(_)) => {
            let start: String = typed.chars().take(most - 1).collect();
            Some(([safe(&start).ok()?.as_str(), "\u{2026}"].concat(), false))
        }
    }
}

/// Whether a text is in another. (The standard library's search costs 5 kB.)
fn has(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    text.as_bytes()
        .windows(part.len().max(1))
        .any(|window| window == part)
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
