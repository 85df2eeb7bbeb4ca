//! What was found and what the person chose, as one change of the journal.
//!
//! Ids are made of the app and the name, so that the same file brings the same things: what is here already stays as it
//! is, and adding a file twice changes nothing.

mod notes;
mod things;

use super::values::in_full;
use super::{Found, Left, Mark, NO_THING, Thing, Why, leave};
use crate::domain::change::{Body, Change, Changed, Key};
use crate::domain::day::Day;
use crate::domain::entry::{Entry, Note};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::mood::Mood;
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
    /// How many moods of days are new.
    pub moods: usize,
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

/// Works out what would be added. `choices` has one for each thing, `moods` a word of ours, or none, for each of the
/// other app's.
#[must_use]
pub fn fit(
    journal: &Journal,
    found: &Found,
    choices: &[Choice],
    moods: &[(String, Option<Mood>)],
    today: Day,
) -> Plan {
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
        let kept = fitting.thing(place, thing, choice, today);
        fitting.kept.push(kept);
    }
    for ((day, place), mark) in &found.marks {
        fitting.mark(*day, *place, mark);
    }
    fitting.moods(moods);
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
    /// Keeps how days were, where nothing is said of it yet.
    fn moods(&mut self, chosen: &[(String, Option<Mood>)]) {
        for (day, word) in &self.found.moods {
            let mood = chosen.iter().find(|(known, _)| known == word);
            let Some((_, Some(mood))) = mood else {
                self.leave(Why::Mood, word);
                continue;
            };
            let Some(key) = Id::parse(&day.to_string()).map(Key::Mood) else {
                continue;
            };
            if self.is_new(&key) {
                self.plan.moods += 1;
                self.notes.push(added(key, None, Body::Mood(*mood)));
            }
        }
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
        let is_tick = found.origin.has_goals();
        if mark.rest && !is_tick {
            self.leave(Why::Rest, &words);
        }
        let id = if is_tick {
            goal
        } else {
            self.id(thing, Some(day))
        };
        // A goal that came along before may have come to be about the recovery parts.
        let here = self.journal.goal(&id).filter(|_| is_tick);
        let is_recovery = here.is_some_and(|goal| goal.recovery);
        if mark.done {
            let key = Key::Entry(day, id.clone());
            let entry = Entry {
                ways,
                words: (!is_tick).then(|| with_amount(&words, mark.amount)),
                idea: None,
                recovery: is_recovery,
                amount: mark.amount.filter(|_| is_tick),
                unit: if is_tick && mark.amount.is_some() {
                    unit_of(thing)
                } else {
                    String::new()
                },
            };
            let other = self.journal.entry(day, &id).filter(|_| !is_tick);
            if other.is_some_and(|other| other.words != entry.words) {
                // Of another table, most likely; or the person has changed its words here.
                self.leave(Why::Taken, &words);
            } else if self.is_new(&key) {
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

/// The unit of a thing's amounts, as far as there is room for it.
fn unit_of(thing: &Thing) -> String {
    fitting_text(&thing.unit, words::line, words::LINE).map_or(String::new(), |(unit, _)| unit)
}

/// A text of a file as a screen may show it: one line, nothing in it that hides or turns text.
#[must_use]
pub fn shown(text: &str) -> String {
    fitting_text(text, words::line, words::LINE).map_or(String::new(), |(text, _)| text)
}

/// Something that was done, with how much: only goals have amounts of their own.
fn with_amount(name: &str, amount: Option<i64>) -> String {
    match amount {
        Some(amount) if name.chars().count() + 20 < words::LINE => {
            [name, ": ", &in_full(amount)].concat()
        }
        _ => name.to_owned(),
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

#[cfg(test)]
#[path = "fit/coming_tests.rs"]
mod coming_tests;
#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
