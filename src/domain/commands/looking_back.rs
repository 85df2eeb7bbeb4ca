//! How a day was, and the weekly review.

use super::{Outcome, Refusal, not_future, optional_note};
use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::mood::Mood;
use crate::domain::review::Review;

impl Journal {
    /// Keeps how a day was in one word; the same word once more takes it away.
    ///
    /// # Errors
    /// When the day is still to come.
    pub fn say_mood(&self, day: Day, mood: Mood, today: Day) -> Outcome {
        not_future(day, today)?;
        let id = Id::parse(&day.to_string()).ok_or(Refusal::NotThere)?;
        let after = (self.mood(day) != Some(mood)).then_some(Body::Mood(mood));
        Ok(self.one(Key::Mood(id), after))
    }

    /// Keeps the review of the week that begins on `week`, whole or half-done; an empty one is taken away.
    ///
    /// # Errors
    /// When what was written is too long, or the week is still to come.
    pub fn write_review(&self, week: Day, review: &Review, today: Day) -> Outcome {
        not_future(week, today)?;
        let id = Id::parse(&week.to_string()).ok_or(Refusal::NotThere)?;
        let kept = Review {
            went_well: optional_note(&review.went_well)?.unwrap_or_default(),
            ..review.clone()
        };
        let after = (kept != Review::default()).then_some(Body::Review(kept));
        Ok(self.one(Key::Review(id), after))
    }
}
