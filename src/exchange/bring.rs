//! History that comes along from other apps: their files, read into one plain form, and what of it is kept here.
//!
//! Nothing is changed while a file is read. A file is read in small steps ([`Work`]), so that a page can show how far it
//! is and stop it; what was found ([`Found`]) and what the person chose become one change of the journal ([`fit`]).
//! What cannot come along is counted with its reason ([`Left`]).

mod csv;
mod daylio;
mod fit;
#[cfg(test)]
mod formats_tests;
mod gather;
mod loop_zip;
#[cfg(test)]
mod making;
mod marks;
mod sheet;
mod values;
mod work;
mod zip;

pub use fit::{Choice, Plan, fit, shown};
pub use sheet::{Columns, Sheet};
pub use values::DateOrder;
pub use work::{Opened, Work, open};
pub use zip::ZipError;

use crate::domain::day::Day;
use crate::domain::rhythm::Rhythm;
use std::collections::BTreeMap;

/// The most bytes a file may have: 20 MB.
pub const MOST_BYTES: usize = 20_000_000;
/// The most rows that are read of a file: 30 things a day over 40 years.
pub const MOST_ROWS: usize = 450_000;
/// The most different things a file may have.
pub const MOST_THINGS: usize = 1000;

/// Why a file was not read. Nothing has been changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BringError {
    /// Nothing in it.
    Empty,
    /// More than [`MOST_BYTES`], [`MOST_ROWS`] or [`MOST_THINGS`].
    TooMuch,
    /// Not text.
    NotText,
    /// An archive that is not read; why.
    Zip(ZipError),
    /// An archive or a table in which nothing was found.
    NothingFound,
}

/// The app a file is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Loop Habit Tracker's archive of tables.
    Loop,
    /// `HabitBull`'s table.
    HabitBull,
    /// Daylio's table.
    Daylio,
    /// Any other table.
    Table,
}

impl Origin {
    /// Whether what it has are goals that are ticked; otherwise they are things that were done.
    #[must_use]
    pub fn has_goals(self) -> bool {
        matches!(self, Self::Loop | Self::HabitBull)
    }
}

/// How often something is meant to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Often {
    /// The nearest rhythm that there is here.
    pub rhythm: Rhythm,
    /// Whether it is the very same.
    pub is_same: bool,
}

/// Something that was noted again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is called, as the file has it. The id it gets here is made of this.
    pub name: String,
    /// Which one of that name it is, counted from nought.
    pub which: usize,
    /// The unit of its amounts; may be empty.
    pub unit: String,
    /// How much is aimed at, in thousandths.
    pub target: Option<i64>,
    /// How often, when the file says.
    pub often: Option<Often>,
    /// Put away in the other app.
    pub archived: bool,
    /// Whether what was noted are amounts.
    pub has_amounts: bool,
    /// On how many days it was done.
    pub done: usize,
    /// How many days it rested.
    pub rests: usize,
    /// The first day of either.
    pub first: Option<Day>,
    /// The last day of either.
    pub last: Option<Day>,
}

/// What was noted of a thing on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// It was done.
    pub done: bool,
    /// It was left out on purpose.
    pub rest: bool,
    /// How much, in thousandths, more than nothing.
    pub amount: Option<i64>,
    /// What was written beside it; may be empty.
    pub note: String,
}

/// What was noted, by day and by place of the thing. What belongs to no thing has the place [`NO_THING`].
pub type Marks = BTreeMap<(Day, usize), Mark>;

/// The place of what was written for a day as a whole.
pub const NO_THING: usize = usize::MAX;

/// Everything that was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The app it is from.
    pub origin: Origin,
    /// The different things, in the order of the file.
    pub things: Vec<Thing>,
    /// What was noted of them.
    pub marks: Marks,
    /// What was said of how days were, in the words of the other app.
    pub moods: Vec<(Day, String)>,
    /// What cannot come along, whatever the person chooses.
    pub left: Vec<Left>,
}

impl Found {
    /// The different words for how days were, in the order of their first day.
    #[must_use]
    pub fn mood_words(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for (_, word) in &self.moods {
            if !words.contains(word) {
                words.push(word.clone());
            }
        }
        words
    }
}

/// Something that does not come along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Why.
    pub why: Why,
    /// How often.
    pub count: usize,
    /// A few of them, as the file has them.
    pub examples: Vec<String>,
}

/// Why something does not come along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A row with no date that can be read.
    NoDate,
    /// A day that is still to come.
    Ahead,
    /// A row that does not say what was done.
    NoName,
    /// A day on which it was noted that something was not done.
    NotDone,
    /// A day that the other app filled in by itself.
    ByItself,
    /// A value that says neither yes nor no nor how much.
    Value,
    /// The end of a name that is too long.
    LongName,
    /// The end of a note that is too long.
    LongNote,
    /// A note for a day whose note has no room left.
    NoRoom,
    /// Numbers on scales of a person's own.
    Scales,
    /// A question or description.
    About,
    /// A group.
    Group,
    /// An aim of at most so much.
    AtMost,
    /// A rhythm that there is not here; the nearest one comes.
    Rhythm,
    /// A second mood of a day.
    SecondMood,
    /// A mood that the person left out.
    Mood,
    /// A day of rest of what is no goal, or one of very many.
    Rest,
    /// A thing that the person left out.
    Out,
    /// Something else with the same name that is here on that day.
    Taken,
}

/// Counts one more that does not come along.
fn leave(left: &mut Vec<Left>, why: Why, example: &str) {
    const EXAMPLES: usize = 3;
    const LONGEST: usize = 60;
    let place = left.iter().position(|left| left.why == why);
    let place = place.unwrap_or_else(|| {
        left.push(Left {
            why,
            count: 0,
            examples: Vec::new(),
        });
        left.len() - 1
    });
    let left = &mut left[place];
    left.count += 1;
    let known = left.examples.iter().any(|known| known == example);
    if left.examples.len() < EXAMPLES && !example.is_empty() && !known {
        left.examples.push(example.chars().take(LONGEST).collect());
    }
}
