//! What can be done to a journal. Each command checks, changes nothing itself, and returns what would change;
//! [`Journal::apply`] carries it out, and the inverse undoes it.

mod drafts;
mod goals;
mod lines;
mod looking_back;
mod services;
mod starts;

use super::change::{Body, Change, Changed, Key};
use super::day::Day;
use super::entry::{Entry, Note};
use super::goal::Goal;
use super::id::Id;
use super::journal::Journal;
use super::own_idea::OwnIdea;
use super::rhythm::Rhythm;
use super::settings::Settings;
use super::way::Way;
use super::words::{self, WordsError};
use drafts::{entry_from, goal_from, milestone_from, optional_note};

pub use drafts::{EntryDraft, GoalDraft, MilestoneDraft};
pub use lines::LineDraft;
pub use services::Chosen;
pub use starts::StartDraft;

/// Why a command was not carried out. The screen says it in plain words and keeps what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The words are empty or too long.
    Words(WordsError),
    /// The note is empty or too long.
    Note(WordsError),
    /// What was added to a goal is too long.
    Detail(WordsError),
    /// What was typed is no amount, or none above 0.
    Amount,
    /// There are as many steps as there may be.
    TooManySteps,
    /// A rest that would end before it begins.
    EndsBefore,
    /// No Way was chosen.
    NoWay,
    /// No weekday was chosen, or not 1 to 7 times a week.
    NoRhythm,
    /// The day is still to come.
    FutureDay,
    /// The day by which it is to be done has passed.
    PastDay,
    /// What was typed is not a telephone number.
    Number,
    /// The day is before the start date it follows, or behind the one that follows it.
    BeforeStart,
    /// It is no longer there: deleted in another tab, or a link that leads nowhere.
    NotThere,
}

type Outcome = Result<Changed, Refusal>;

impl Journal {
    /// Ticks a goal on a day, or takes the tick away. A tick keeps the Ways the goal has now.
    ///
    /// # Errors
    /// When the goal is gone or the day is still to come.
    pub fn tick(&self, day: Day, goal: &Id, today: Day) -> Outcome {
        not_future(day, today)?;
        let tick = if self.entry(day, goal).is_some() {
            None
        } else {
            let goal = self.goal(goal).ok_or(Refusal::NotThere)?;
            Some(Body::Entry(Entry {
                ways: goal.ways,
                words: None,
                idea: goal.idea.clone(),
                recovery: goal.recovery,
                amount: None,
                unit: String::new(),
            }))
        };
        Ok(self.one(Key::Entry(day, goal.clone()), tick))
    }

    /// Notes something that was done on a day.
    ///
    /// # Errors
    /// When words or Ways are missing, words or note are too long, or the day is still to come.
    pub fn log(&self, day: Day, draft: &EntryDraft, today: Day, random: u64) -> Outcome {
        let id = Id::new(self.rows_of(day).count(), random);
        self.put_entry(day, &id, draft, today)
    }

    /// Changes something noted earlier.
    ///
    /// # Errors
    /// As [`Journal::log`], and when it is gone.
    pub fn change_entry(&self, day: Day, id: &Id, draft: &EntryDraft, today: Day) -> Outcome {
        let amount = self.entry(day, id).ok_or(Refusal::NotThere)?.amount;
        let mut changed = self.put_entry(day, id, draft, today)?;
        for change in &mut changed.0 {
            if let Some(Body::Entry(entry)) = &mut change.after {
                entry.amount = amount;
            }
        }
        Ok(changed)
    }

    /// Takes away an entry and what was written beside it.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn remove_entry(&self, day: Day, id: &Id) -> Outcome {
        self.entry(day, id).ok_or(Refusal::NotThere)?;
        let mut changed = self.one(Key::Entry(day, id.clone()), None);
        changed.0.extend(self.one(Key::Note(id.clone()), None).0);
        Ok(changed)
    }

    /// Keeps the note of a day; an empty one takes it away.
    ///
    /// # Errors
    /// When it is too long or the day is still to come.
    pub fn write_day_note(&self, day: Day, typed: &str, today: Day) -> Outcome {
        not_future(day, today)?;
        let id = Id::parse(&day.to_string()).ok_or(Refusal::NotThere)?;
        self.put_note(day, id, typed)
    }

    /// Makes a goal.
    ///
    /// # Errors
    /// When words, Ways or days are missing, words are too long, or its only day has passed.
    pub fn make_goal(&self, draft: &GoalDraft, today: Day, random: u64) -> Outcome {
        if let Rhythm::Once(by) = draft.rhythm
            && by < today
        {
            return Err(Refusal::PastDay);
        }
        let id = Id::new(self.goals().len(), random);
        let goal = goal_from(draft, today)?;
        Ok(self.one(Key::Goal(id), Some(Body::Goal(Box::new(goal)))))
    }

    /// Changes a goal. Ticks of the past stay as they were.
    ///
    /// # Errors
    /// As [`Journal::make_goal`] (a day that has passed may stay), and when it is gone.
    pub fn change_goal(&self, id: &Id, draft: &GoalDraft, today: Day) -> Outcome {
        let old = self.goal(id).ok_or(Refusal::NotThere)?;
        if let Rhythm::Once(by) = draft.rhythm
            && by < today
            && old.rhythm != draft.rhythm
        {
            return Err(Refusal::PastDay);
        }
        let goal = Goal {
            status: old.status,
            rests: old.rests.clone(),
            steps: old.steps.clone(),
            at: old.at,
            ..goal_from(draft, old.made)?
        };
        Ok(self.one(Key::Goal(id.clone()), Some(Body::Goal(Box::new(goal)))))
    }

    /// Marks a milestone as reached.
    ///
    /// # Errors
    /// When words are missing, or words or note are too long.
    pub fn reach(&self, draft: &MilestoneDraft, today: Day, random: u64) -> Outcome {
        let id = Id::new(self.milestones().len(), random);
        let milestone = milestone_from(draft, today)?;
        Ok(self.one(Key::Milestone(id), Some(Body::Milestone(milestone))))
    }

    /// Changes a milestone's words, date or note.
    ///
    /// # Errors
    /// As [`Journal::reach`], and when it is gone.
    pub fn change_milestone(&self, id: &Id, draft: &MilestoneDraft) -> Outcome {
        let marked = self.milestone(id).ok_or(Refusal::NotThere)?.marked;
        let milestone = milestone_from(draft, marked)?;
        Ok(self.one(Key::Milestone(id.clone()), Some(Body::Milestone(milestone))))
    }

    /// Un-ticks a milestone.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn unreach(&self, id: &Id) -> Outcome {
        self.milestone(id).ok_or(Refusal::NotThere)?;
        Ok(self.one(Key::Milestone(id.clone()), None))
    }

    /// Keeps an idea of the person's own.
    ///
    /// # Errors
    /// When words are missing or too long.
    pub fn keep_idea(&self, typed: &str, way: Way, random: u64) -> Outcome {
        let words = words::line(typed).map_err(Refusal::Words)?;
        let id = Id::new(self.ideas().len(), random);
        Ok(self.one(Key::Idea(id), Some(Body::Idea(OwnIdea { words, way }))))
    }

    /// Takes away an idea of the person's own.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn forget_idea(&self, id: &Id) -> Outcome {
        self.body(&Key::Idea(id.clone())).ok_or(Refusal::NotThere)?;
        Ok(self.one(Key::Idea(id.clone()), None))
    }

    /// Keeps the person's choices.
    #[must_use]
    pub fn set(&self, settings: Settings) -> Changed {
        if settings == self.settings() {
            return Changed::default();
        }
        self.one(
            Key::Settings,
            Some(Body::Settings(Box::new(settings.bounded()))),
        )
    }

    fn put_entry(&self, day: Day, id: &Id, draft: &EntryDraft, today: Day) -> Outcome {
        not_future(day, today)?;
        let entry = entry_from(draft)?;
        let mut changed = self.one(Key::Entry(day, id.clone()), Some(Body::Entry(entry)));
        changed
            .0
            .extend(self.put_note(day, id.clone(), &draft.note)?.0);
        Ok(changed)
    }

    fn put_note(&self, day: Day, id: Id, typed: &str) -> Outcome {
        let note = optional_note(typed)?.map(|text| Body::Note(Note { day, text }));
        Ok(self.one(Key::Note(id), note))
    }

    /// The change that makes `key` be `after`; nothing when it is so already.
    fn one(&self, key: Key, after: Option<Body>) -> Changed {
        let before = self.body(&key).cloned();
        if before == after {
            return Changed::default();
        }
        Changed(vec![Change { key, before, after }])
    }
}

fn not_future(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::FutureDay);
    }
    Ok(())
}

#[cfg(test)]
#[path = "commands_tests.rs"]
mod tests;
