//! Lines of lists, check-ups, and what a person is proud of.

use super::{Outcome, Refusal, not_future, optional_note};
use crate::domain::change::{Body, Key};
use crate::domain::checkup::CheckUp;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::line::{Line, List};
use crate::domain::words;

/// What a person typed for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// The list it stands in.
    pub list: List,
    /// The words.
    pub words: String,
    /// A telephone number; may be empty.
    pub number: String,
    /// The day it belongs to.
    pub day: Option<Day>,
}

impl Journal {
    /// Adds a line to a list.
    ///
    /// # Errors
    /// When words are missing or too long, or the number is none.
    pub fn add_line(&self, draft: &LineDraft, random: u64) -> Outcome {
        let id = Id::new(self.ever(Key::Line), random);
        let line = line_from(draft)?;
        Ok(self.one(Key::Line(id), Some(Body::Line(line))))
    }

    /// Changes a line.
    ///
    /// # Errors
    /// As [`Journal::add_line`], and when it is gone.
    pub fn change_line(&self, id: &Id, draft: &LineDraft) -> Outcome {
        self.line(id).ok_or(Refusal::NotThere)?;
        let line = line_from(draft)?;
        Ok(self.one(Key::Line(id.clone()), Some(Body::Line(line))))
    }

    /// Takes a line away.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn remove_line(&self, id: &Id) -> Outcome {
        self.line(id).ok_or(Refusal::NotThere)?;
        Ok(self.one(Key::Line(id.clone()), None))
    }

    /// Keeps a check-up, whole or half-done; one in which nothing is answered is taken away.
    ///
    /// # Errors
    /// When a sentence is too long or the day is still to come.
    pub fn write_checkup(&self, day: Day, checkup: &CheckUp, today: Day) -> Outcome {
        not_future(day, today)?;
        let id = Id::parse(&day.to_string()).ok_or(Refusal::NotThere)?;
        let sentence = |typed: &str| optional_note(typed).map(Option::unwrap_or_default);
        let kept = CheckUp {
            helped: sentence(&checkup.helped)?,
            hindered: sentence(&checkup.hindered)?,
            next: sentence(&checkup.next)?,
            ..checkup.clone()
        };
        let after = (kept != CheckUp::default()).then_some(Body::CheckUp(kept));
        Ok(self.one(Key::CheckUp(id), after))
    }

    /// Puts a milestone among what the person is proud of, or takes it out again.
    ///
    /// # Errors
    /// When it is gone.
    pub fn set_proud(&self, id: &Id, proud: bool) -> Outcome {
        let mut milestone = self.milestone(id).ok_or(Refusal::NotThere)?.clone();
        milestone.proud = proud;
        Ok(self.one(Key::Milestone(id.clone()), Some(Body::Milestone(milestone))))
    }
}

fn line_from(draft: &LineDraft) -> Result<Line, Refusal> {
    Ok(Line {
        list: Some(draft.list),
        words: words::line(&draft.words).map_err(Refusal::Words)?,
        number: words::phone_number(&draft.number).ok_or(Refusal::Number)?,
        day: draft.day,
    })
}
