//! What the rows of a file say, gathered into the one plain form.

use super::values::{DateOrder, Value, day};
use super::{
    BringError, Found, Left, MOST_ROWS, MOST_THINGS, Mark, Marks, NO_THING, Origin, Thing, Why,
    leave,
};
use crate::domain::day::Day;

/// What has been found so far.
#[derive(Debug)]
pub(super) struct Gather {
    found: Found,
    today: Day,
    rows: usize,
    /// The places of the things, in the order of their names. They are so few that a map, which costs 5 kB, gains nothing.
    places: Vec<(String, usize)>,
    /// What was left behind once for a thing, in order, too.
    left_once: Vec<(String, usize)>,
    /// How days were: the word stands as a note.
    moods: Marks,
}

impl Gather {
    pub(super) fn new(origin: Origin, today: Day) -> Self {
        Self {
            found: Found {
                origin,
                things: Vec::new(),
                marks: Marks::new(),
                moods: Vec::new(),
                left: Vec::new(),
            },
            today,
            rows: 0,
            places: Vec::new(),
            left_once: Vec::new(),
            moods: Marks::new(),
        }
    }

    /// Counts a row.
    pub(super) fn row(&mut self) -> Result<(), BringError> {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return Err(BringError::TooMuch);
        }
        Ok(())
    }

    pub(super) fn leave(&mut self, why: Why, example: &str) {
        leave(&mut self.found.left, why, example);
    }

    /// Counts what a file says of a thing again in each row, once for the thing.
    pub(super) fn leave_once(&mut self, why: Why, thing: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let key = [&(why as u8).to_string(), thing].concat();
        if let Err(at) = find(&self.left_once, &key)
            // Of names that no thing has, there may be very many.
            && self.left_once.len() < 2 * MOST_THINGS
        {
            self.left_once.insert(at, (key, 0));
            self.leave(why, text);
        }
    }

    /// A new thing, even where one has the same name.
    pub(super) fn new_thing(&mut self, name: &str) -> Result<usize, BringError> {
        let things = &mut self.found.things;
        if things.len() >= MOST_THINGS {
            return Err(BringError::TooMuch);
        }
        let which = things.iter().filter(|thing| thing.name == name).count();
        things.push(Thing {
            name: name.to_owned(),
            which,
            unit: String::new(),
            target: None,
            often: None,
            archived: false,
            has_amounts: false,
            done: 0,
            rests: 0,
            first: None,
            last: None,
        });
        Ok(things.len() - 1)
    }

    /// The thing of this name.
    pub(super) fn thing_named(&mut self, name: &str) -> Result<usize, BringError> {
        let at = match find(&self.places, name) {
            Ok(at) => return Ok(self.places[at].1),
            Err(at) => at,
        };
        let place = self.new_thing(name)?;
        self.places.insert(at, (name.to_owned(), place));
        Ok(place)
    }

    pub(super) fn thing(&mut self, place: usize) -> Option<&mut Thing> {
        self.found.things.get_mut(place)
    }

    /// The day that a text says; one that cannot be is left behind.
    pub(super) fn day(&mut self, text: &str, order: DateOrder) -> Option<Day> {
        let day = day(text, order);
        match day {
            None => self.leave(Why::NoDate, text),
            Some(day) if day > self.today => self.leave(Why::Ahead, text),
            Some(day) => return Some(day),
        }
        None
    }

    /// Notes what a value says of a thing on a day.
    pub(super) fn put(&mut self, day: Day, thing: usize, value: Value, note: &str) {
        let mut mark = Mark {
            note: note.to_owned(),
            ..Mark::default()
        };
        match value {
            Value::Done => mark.done = true,
            Value::Rest => mark.rest = true,
            Value::Amount(amount) => {
                mark.done = true;
                mark.amount = Some(amount);
            }
            // What was written beside it comes all the same.
            Value::NotDone => self.leave(Why::NotDone, ""),
            Value::Unknown => {}
        }
        self.mark(day, thing, mark);
    }

    fn mark(&mut self, day: Day, thing: usize, new: Mark) {
        if new == Mark::default() {
            return;
        }
        if let Some(amount) = new.amount
            && amount != 1000
            && let Some(thing) = self.found.things.get_mut(thing)
        {
            thing.has_amounts = true;
        }
        let mark = self.found.marks.entry((day, thing)).or_default();
        mark.done |= new.done;
        mark.rest |= new.rest;
        if let Some(amount) = new.amount {
            mark.amount = Some(mark.amount.unwrap_or_default().saturating_add(amount));
        }
        if mark.note.is_empty() {
            mark.note = new.note;
        } else if !new.note.is_empty() && mark.note != new.note {
            mark.note.push('\n');
            mark.note.push_str(&new.note);
        }
    }

    /// Keeps what was written for a day as a whole.
    pub(super) fn note(&mut self, day: Day, note: &str) {
        self.put(day, NO_THING, Value::Unknown, note);
    }

    /// Keeps how a day was. The first one in the file counts: the latest of the day, as apps write the newest first.
    pub(super) fn mood(&mut self, day: Day, mood: &str) {
        if mood.is_empty() {
            return;
        }
        let kept = self.moods.entry((day, 0)).or_default();
        if kept.note.is_empty() {
            mood.clone_into(&mut kept.note);
        } else {
            self.leave(Why::SecondMood, "");
        }
    }

    /// Everything, once all rows have been seen.
    pub(super) fn finish(mut self) -> Result<Found, BringError> {
        for ((day, _), mark) in std::mem::take(&mut self.moods) {
            self.found.moods.push((day, mark.note));
        }
        let Found {
            things,
            marks,
            left,
            ..
        } = &mut self.found;
        for ((day, place), mark) in marks.iter_mut() {
            let Some(thing) = things.get_mut(*place) else {
                continue;
            };
            if !thing.has_amounts {
                // A yes that was written as 1.
                mark.amount = None;
            }
            // Done is done, whatever else was noted.
            mark.rest &= !mark.done;
            thing.done += usize::from(mark.done);
            thing.rests += usize::from(mark.rest);
            if mark.done || mark.rest {
                thing.first.get_or_insert(*day);
                thing.last = Some(*day);
            }
        }
        sort_left(left);
        if things.is_empty() && marks.is_empty() && self.found.moods.is_empty() {
            return Err(BringError::NothingFound);
        }
        Ok(self.found)
    }
}

/// Where a name stands; where it would, when it does not.
fn find(names: &[(String, usize)], name: &str) -> Result<usize, usize> {
    names.binary_search_by(|(known, _)| known.as_str().cmp(name))
}

/// In the order of the reasons, so that the same file is always told in the same words.
fn sort_left(left: &mut Vec<Left>) {
    let mut sorted: Vec<Left> = Vec::new();
    for one in left.drain(..) {
        let place = sorted.partition_point(|other| other.why as u8 <= one.why as u8);
        sorted.insert(place, one);
    }
    *left = sorted;
}
