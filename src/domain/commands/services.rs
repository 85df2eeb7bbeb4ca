//! Taking in what a link offers, and taking a service away again.

use super::{GoalDraft, Outcome, Refusal, goal_from};
use crate::domain::change::{Body, Changed, Key};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::service::Service;

/// What a person chose of what a link offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The service that the link is from; a plan and an idea are from nobody.
    pub service: Option<Service>,
    /// The goals, perhaps in other words than the link's.
    pub goals: Vec<GoalDraft>,
    /// Whether the recovery parts are to be shown.
    pub recovery: bool,
    /// The nation for Help, unless the person has chosen one.
    pub nation: Option<String>,
    /// The groups of milestones to stand first, unless the person has put them in order.
    pub groups: Vec<String>,
}

impl Journal {
    /// Adds what was chosen of a link, all of it at once. It adds and never replaces; what is there already is not added
    /// again.
    ///
    /// # Errors
    /// When words of a goal are missing or too long.
    pub fn take_in(&self, chosen: &Chosen, today: Day, random: u64) -> Outcome {
        let mut changed = Changed::default();
        if let Some(service) = &chosen.service
            && !self.has_service(service)
        {
            let id = Id::new(self.ever(Key::Service), random);
            let body = Body::Service(Box::new(service.clone()));
            changed.0.extend(self.one(Key::Service(id), Some(body)).0);
        }
        let mut place = self.goals().len();
        for draft in &chosen.goals {
            let mut goal = goal_from(draft, today)?;
            if let Rhythm::Once(by) = &mut goal.rhythm {
                // The link may be older than the plan was meant for.
                *by = (*by).max(today);
            }
            let is_new = |change: &super::Change| !matches!(&change.after, Some(Body::Goal(other)) if other.words == goal.words);
            if !self.has_goal(draft) && changed.0.iter().all(is_new) {
                let id = Id::new(place, random.wrapping_add(place as u64));
                changed
                    .0
                    .extend(self.one(Key::Goal(id), Some(Body::Goal(Box::new(goal)))).0);
                place += 1;
            }
        }
        let mut settings = self.settings();
        let parts = chosen.recovery && !settings.recovery;
        let nation = chosen.nation.is_some() && settings.nation.is_none();
        let groups = !chosen.groups.is_empty() && settings.group_order.is_empty();
        if parts {
            settings.recovery = true;
        }
        if nation {
            settings.nation.clone_from(&chosen.nation);
        }
        if groups {
            settings.group_order.clone_from(&chosen.groups);
        }
        if parts || nation || groups {
            changed.0.extend(self.set(settings).0);
        }
        Ok(changed)
    }

    /// Whether this service was taken in already, as it is.
    #[must_use]
    pub fn has_service(&self, service: &Service) -> bool {
        let mut services = self.services().into_iter();
        services.any(|(_, one)| one.is_same(service))
    }

    /// Whether this goal is kept already: made of the same idea, or in the same words.
    #[must_use]
    pub fn has_goal(&self, draft: &GoalDraft) -> bool {
        self.goals().iter().any(|(_, goal)| {
            goal.status.is_current()
                && (goal.words == draft.words || (goal.idea.is_some() && goal.idea == draft.idea))
        })
    }

    /// Takes a service away. Goals that came with it stay.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn remove_service(&self, id: &Id) -> Outcome {
        let key = Key::Service(id.clone());
        self.body(&key).ok_or(Refusal::NotThere)?;
        Ok(self.one(key, None))
    }
}

#[cfg(test)]
#[path = "services_tests.rs"]
mod tests;
