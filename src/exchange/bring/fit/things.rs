//! What each thing becomes: a goal, or words for what was done.

use super::{Choice, Fitting, Kept, fitting_text};
use crate::domain::about::About;
use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::goal::{Amount, Details, Goal, Rest, Status};
use crate::domain::rhythm::Rhythm;
use crate::domain::words;
use crate::exchange::bring::{Thing, Why};

/// How many rests of a goal come along: one record holds them all.
pub(super) const MOST_RESTS: usize = 100;

impl Fitting<'_> {
    /// What a thing becomes, with its goal when it has one; `None`: it is left out.
    pub(super) fn thing(
        &mut self,
        place: usize,
        thing: &Thing,
        choice: Choice,
        today: Day,
    ) -> Option<Kept> {
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
            details: Details {
                amount: thing.target.map(|thousandths| Amount {
                    thousandths,
                    unit: self.unit(thing),
                }),
                ..Details::default()
            },
            rests: self.rests(place),
            steps: Vec::new(),
            at: None,
        };
        if self.is_new(&key) {
            self.plan.goals += 1;
            self.add(key, Body::Goal(Box::new(goal)));
        } else if let Some(here) = self.journal.goal(&kept.id) {
            // The goal stays as it is here: days of rest that it does not have stay behind.
            for rest in goal.rests {
                if !here.rests_on(rest.from) {
                    self.leave(Why::Rest, &rest.from.to_string());
                }
            }
        }
        Some(kept)
    }

    fn unit(&mut self, thing: &Thing) -> String {
        let unit = fitting_text(&thing.unit, words::line, words::LINE);
        let (unit, is_whole) = unit.unwrap_or((String::new(), true));
        if !is_whole {
            self.leave(Why::LongName, &thing.unit);
        }
        unit
    }

    /// The days on which a thing rested, those that follow each other as one; the latest when they are very many.
    fn rests(&mut self, place: usize) -> Vec<Rest> {
        let mut rests: Vec<Rest> = Vec::new();
        for ((day, of), mark) in &self.found.marks {
            if *of != place || !mark.rest {
                continue;
            }
            match rests.last_mut() {
                Some(rest) if rest.to.is_some_and(|to| to.after(1) == *day) => rest.to = Some(*day),
                _ => rests.push(Rest {
                    from: *day,
                    to: Some(*day),
                }),
            }
        }
        while rests.len() > MOST_RESTS {
            let first = rests.remove(0);
            self.leave(Why::Rest, &first.from.to_string());
        }
        rests
    }
}
