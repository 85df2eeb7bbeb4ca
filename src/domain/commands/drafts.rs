//! What a person typed and chose, and how it becomes what is kept.

use super::Refusal;
use crate::domain::about::About;
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::goal::{Details, Goal, Status};
use crate::domain::milestone::{Milestone, When};
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;
use crate::domain::words::{self, WordsError};

/// What a person typed and chose for something they did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryDraft {
    /// What was done.
    pub words: String,
    /// The Ways it touched.
    pub ways: Ways,
    /// The idea it came from.
    pub idea: Option<String>,
    /// Part of the recovery parts.
    pub recovery: bool,
    /// What they wrote beside it; may be empty.
    pub note: String,
}

/// What a person typed and chose for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalDraft {
    /// The words.
    pub words: String,
    /// The Ways a tick touches.
    pub ways: Ways,
    /// How often.
    pub rhythm: Rhythm,
    /// The idea it came from.
    pub idea: Option<String>,
    /// The answer to the optional question.
    pub about: About,
    /// Part of the recovery parts.
    pub recovery: bool,
    /// What they added to it.
    pub details: Details,
}

/// What a person typed and chose for a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MilestoneDraft {
    /// The words.
    pub words: String,
    /// Its id in the bank.
    pub bank: Option<String>,
    /// When it was reached.
    pub when: Option<When>,
    /// A private note; may be empty.
    pub note: String,
    /// The answer to the optional question.
    pub about: About,
    /// Part of the recovery parts.
    pub recovery: bool,
    /// Among what the person is proud of.
    pub proud: bool,
}

/// The entry that a draft makes.
pub(super) fn entry_from(draft: &EntryDraft) -> Result<Entry, Refusal> {
    let words = words::line(&draft.words).map_err(Refusal::Words)?;
    some_way(draft.ways)?;
    Ok(Entry {
        ways: draft.ways,
        words: Some(words),
        idea: draft.idea.clone(),
        recovery: draft.recovery,
        amount: None,
        unit: String::new(),
    })
}

/// The goal that a draft makes.
pub(super) fn goal_from(draft: &GoalDraft, made: Day) -> Result<Goal, Refusal> {
    let words = words::line(&draft.words).map_err(Refusal::Words)?;
    some_way(draft.ways)?;
    if !draft.rhythm.is_complete() {
        return Err(Refusal::NoRhythm);
    }
    Ok(Goal {
        words,
        ways: draft.ways,
        rhythm: draft.rhythm,
        made,
        status: Status::Current,
        idea: draft.idea.clone(),
        about: draft.about,
        recovery: draft.recovery || draft.about != About::No,
        details: draft.details.tidied()?,
        rests: Vec::new(),
        steps: Vec::new(),
        at: None,
    })
}

/// The milestone that a draft makes.
pub(super) fn milestone_from(draft: &MilestoneDraft, marked: Day) -> Result<Milestone, Refusal> {
    Ok(Milestone {
        words: words::line(&draft.words).map_err(Refusal::Words)?,
        marked,
        bank: draft.bank.clone(),
        when: draft.when,
        note: optional_note(&draft.note)?,
        about: draft.about,
        recovery: draft.recovery || draft.about != About::No,
        proud: draft.proud,
    })
}

/// The text of a note; none when nothing was typed.
pub(super) fn optional_note(typed: &str) -> Result<Option<String>, Refusal> {
    match words::note(typed) {
        Ok(text) => Ok(Some(text)),
        Err(WordsError::Empty) => Ok(None),
        Err(error) => Err(Refusal::Note(error)),
    }
}

fn some_way(ways: Ways) -> Result<(), Refusal> {
    if ways.is_empty() {
        return Err(Refusal::NoWay);
    }
    Ok(())
}
