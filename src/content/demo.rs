//! The made-up people of the demo: six weeks of each, told by days before today.
//!
//! A file for each of them stands in `en/demo/`; `docs/demo-people.md` says how to change one. Their journals are made by
//! the commands that make any other, so whatever a screen does with a journal it does with theirs.
//! May import `domain` only.

mod line;
mod story;

use self::line::Line;
use self::story::Story;
use crate::domain::day::Day;
use crate::domain::journal::Journal;

/// Their names in addresses and their files, in the order in which they are shown.
const FILES: [(&str, &str); 6] = [
    ("1", include_str!("en/demo/1.txt")),
    ("2", include_str!("en/demo/2.txt")),
    ("3", include_str!("en/demo/3.txt")),
    ("4", include_str!("en/demo/4.txt")),
    ("5", include_str!("en/demo/5.txt")),
    ("6", include_str!("en/demo/6.txt")),
];

/// Someone who does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// "1" to "6": what stands in an address.
    pub id: &'static str,
    /// A first name.
    pub name: &'static str,
    /// Who it is, in one short sentence that anyone may read.
    pub about: &'static str,
    /// Whether the recovery parts are on.
    pub recovery: bool,
}

/// All six.
#[must_use]
pub fn people() -> [Person; 6] {
    FILES.map(|(id, file)| {
        let line = lines(file).next().unwrap_or_default();
        Person {
            id,
            name: line.words,
            about: line.get("who").unwrap_or_default(),
            recovery: line.has("word"),
        }
    })
}

/// The journal of one of them as it stands on `today`; `None` when there is nobody of this id. It is the same whenever
/// it is made on the same day, and nothing in it but an appointment lies behind that day.
///
/// Their milestones come from the bank, so that has to be here (see [`super::milestones::is_here`]): those that it does
/// not have are left out.
#[must_use]
pub fn journal(id: &str, today: Day) -> Option<Journal> {
    let (_, file) = FILES.into_iter().find(|(known, _)| *known == id)?;
    let mut story = Story::new(today);
    for line in lines(file) {
        // The tests let nothing ship that cannot be told.
        let _ = story.tell(&line);
    }
    Some(story.journal)
}

/// The lines of a file, without remarks and empty ones.
fn lines(file: &'static str) -> impl Iterator<Item = Line> {
    let kept = |line: &&str| !line.is_empty() && !line.starts_with('#');
    file.lines().filter(kept).map(Line::read)
}

#[cfg(test)]
mod tests;
