//! What becomes of a goal that is there: its ending, its rests, its steps, its amounts and its reminder.

use super::{Outcome, Refusal, not_future};
use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::fields::Fields;
use crate::domain::goal::{Goal, Rest, STEPS, Status, Step};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::words;

impl Journal {
    /// Finishes a goal, lets it go, or takes it up again.
    ///
    /// # Errors
    /// When it is gone.
    pub fn set_status(&self, id: &Id, status: Status) -> Outcome {
        self.with_goal(id, |goal| {
            goal.status = status;
            Ok(())
        })
    }

    /// Lets a goal rest from a day on, to a last day or until it is taken up again. With other rests that it meets it
    /// becomes one.
    ///
    /// # Errors
    /// When it is gone, or the rest would end before it begins.
    pub fn rest(&self, id: &Id, rest: Rest) -> Outcome {
        if rest.to.is_some_and(|to| to < rest.from) {
            return Err(Refusal::EndsBefore);
        }
        self.with_goal(id, |goal| {
            let mut whole = rest;
            goal.rests.retain(|old| {
                let meets = whole.has(old.from) || old.has(whole.from);
                if meets {
                    whole.from = whole.from.min(old.from);
                    // An end that was not known before is known now.
                    if let (Some(to), Some(old_to)) = (whole.to, old.to) {
                        whole.to = Some(to.max(old_to));
                    }
                }
                !meets
            });
            let place = goal.rests.partition_point(|old| old.from < whole.from);
            goal.rests.insert(place, whole);
            Ok(())
        })
    }

    /// Takes a resting goal up again as of a day: what it rested before that stays.
    ///
    /// # Errors
    /// When it is gone.
    pub fn take_up(&self, id: &Id, today: Day) -> Outcome {
        self.with_goal(id, |goal| {
            goal.rests
                .retain(|rest| !(rest.has(today) && rest.from == today));
            for rest in &mut goal.rests {
                if rest.has(today) {
                    rest.to = Some(today.before(1));
                }
            }
            Ok(())
        })
    }

    /// Takes a rest away, whether it is over or still to come.
    ///
    /// # Errors
    /// When the goal is gone.
    pub fn remove_rest(&self, id: &Id, from: Day) -> Outcome {
        self.with_goal(id, |goal| {
            goal.rests.retain(|rest| rest.from != from);
            Ok(())
        })
    }

    /// Adds a step at the end.
    ///
    /// # Errors
    /// When words are missing or too long, there are enough steps, or the goal is gone.
    pub fn add_step(&self, id: &Id, typed: &str) -> Outcome {
        let words = words::line(typed).map_err(Refusal::Words)?;
        self.with_goal(id, |goal| {
            if goal.steps.len() >= STEPS {
                return Err(Refusal::TooManySteps);
            }
            goal.steps.push(Step {
                words,
                done: None,
                extra: Fields::new(),
            });
            Ok(())
        })
    }

    /// Ticks a step as done on a day, or takes the tick away.
    ///
    /// # Errors
    /// When it is gone.
    pub fn tick_step(&self, id: &Id, place: usize, today: Day) -> Outcome {
        self.with_goal(id, |goal| {
            let step = goal.steps.get_mut(place).ok_or(Refusal::NotThere)?;
            step.done = if step.done.is_some() {
                None
            } else {
                Some(today)
            };
            Ok(())
        })
    }

    /// Takes a step away.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn remove_step(&self, id: &Id, place: usize) -> Outcome {
        self.with_goal(id, |goal| {
            if place >= goal.steps.len() {
                return Err(Refusal::NotThere);
            }
            goal.steps.remove(place);
            Ok(())
        })
    }

    /// Sets when the calendar reminds of a goal, in minutes after midnight; `None` is never.
    ///
    /// # Errors
    /// When it is gone.
    pub fn remind(&self, id: &Id, at: Option<u16>) -> Outcome {
        self.with_goal(id, |goal| {
            goal.at = at.filter(|minutes| *minutes < 24 * 60);
            Ok(())
        })
    }

    /// Notes how much of a goal was done on a day, in thousandths of its unit; 0 takes it away.
    ///
    /// # Errors
    /// When the goal is gone, the amount is below 0, or the day is still to come.
    pub fn measure(&self, day: Day, id: &Id, amount: i64, today: Day) -> Outcome {
        not_future(day, today)?;
        if amount < 0 {
            return Err(Refusal::Amount);
        }
        let goal = self.goal(id).ok_or(Refusal::NotThere)?;
        let before = self.entry(day, id);
        let unit = goal.details.amount.as_ref().map(|amount| &amount.unit);
        let unit = unit.cloned().unwrap_or_default();
        let after = (amount > 0).then(|| {
            Body::Entry(Entry {
                // An entry keeps the Ways it had.
                ways: before.map_or(goal.ways, |entry| entry.ways),
                words: None,
                idea: goal.idea.clone(),
                recovery: goal.recovery,
                amount: Some(amount),
                unit: unit.clone(),
            })
        });
        Ok(self.one(Key::Entry(day, id.clone()), after))
    }

    fn with_goal(&self, id: &Id, change: impl FnOnce(&mut Goal) -> Result<(), Refusal>) -> Outcome {
        let mut goal = self.goal(id).ok_or(Refusal::NotThere)?.clone();
        change(&mut goal)?;
        Ok(self.one(Key::Goal(id.clone()), Some(Body::Goal(Box::new(goal)))))
    }

    /// The order of the goals (for [`super::super::settings::Settings::goal_order`]) with one moved to right before, or
    /// after, another. Those that are out of sight keep their places.
    #[must_use]
    pub fn goal_moved(&self, id: &Id, beside: &Id, after: bool) -> Vec<String> {
        let mut order = self.settings().goal_order;
        for (shown, _) in self.goals() {
            if !order.iter().any(|ordered| ordered == shown.as_str()) {
                order.push(shown.to_string());
            }
        }
        let place = |order: &[String], id: &Id| order.iter().position(|one| one == id.as_str());
        if id == beside {
            return order;
        }
        if let Some(from) = place(&order, id) {
            let moved = order.remove(from);
            let to = place(&order, beside).map_or(from, |to| to + usize::from(after));
            order.insert(to, moved);
        }
        order
    }
}

#[cfg(test)]
#[path = "goals_tests.rs"]
mod tests;
