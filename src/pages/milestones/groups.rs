//! The groups of the bank in the person's order, and what they do not want to see.

use crate::content::milestones::{self as bank, BankMilestone, Group};
use crate::domain::settings::Settings;

/// The ids of all groups: first those that the person put in order, then the rest by their titles. Ids that this
/// version does not know keep their places.
#[must_use]
pub(super) fn order(settings: &Settings) -> Vec<String> {
    let mut order = settings.group_order.clone();
    for group in by_title() {
        if !order.iter().any(|id| id == group.id) {
            order.push(group.id.to_owned());
        }
    }
    order
}

/// Put in order one by one: for so few that is smaller than a sort.
fn by_title() -> Vec<&'static Group> {
    let mut groups: Vec<&Group> = Vec::new();
    for group in bank::groups() {
        let place = groups.partition_point(|before| before.title <= group.title);
        groups.insert(place, group);
    }
    groups
}

/// The groups in their order, hidden ones too; those of the recovery parts only while they are on.
#[must_use]
pub(super) fn all(settings: &Settings) -> Vec<&'static Group> {
    let mut groups = Vec::new();
    for id in order(settings) {
        groups.extend(group_if_on(settings, &id));
    }
    groups
}

/// The groups that are shown, in their order.
#[must_use]
pub(super) fn shown(settings: &Settings) -> Vec<&'static Group> {
    let mut groups = all(settings);
    groups.retain(|group| !is_hidden(settings, group.id));
    groups
}

/// The order after a group was moved by one place among those that can be seen.
#[must_use]
pub(super) fn moved(settings: &Settings, id: &str, up: bool) -> Vec<String> {
    let mut order = order(settings);
    let seen = |id: &String| group_if_on(settings, id).is_some();
    let Some(from) = order.iter().position(|other| other == id) else {
        return order;
    };
    let to = if up {
        order[..from].iter().rposition(seen)
    } else {
        let after = order[from + 1..].iter().position(seen);
        after.map(|place| from + 1 + place)
    };
    if let Some(to) = to {
        let group = order.remove(from);
        order.insert(to, group);
    }
    order
}

/// The group of this id, unless its part is off.
fn group_if_on(settings: &Settings, id: &str) -> Option<&'static Group> {
    bank::group(id).filter(|group| settings.recovery || !group.recovery)
}

/// Whether the person does not want to see this group or milestone.
#[must_use]
pub(in crate::pages) fn is_hidden(settings: &Settings, id: &str) -> bool {
    settings.hidden.iter().any(|hidden| hidden == id)
}

/// Whether a milestone may be offered: neither it nor its group is hidden, and its part is on.
#[must_use]
pub(super) fn offers(settings: &Settings, milestone: &BankMilestone) -> bool {
    group_if_on(settings, milestone.group).is_some()
        && !is_hidden(settings, milestone.id)
        && !is_hidden(settings, milestone.group)
}

/// The milestones that were hidden one by one, as far as their part is on, in the order they were hidden.
#[must_use]
pub(super) fn hidden_milestones(settings: &Settings) -> Vec<&'static BankMilestone> {
    let mut hidden = Vec::new();
    for id in &settings.hidden {
        let found = bank::milestone(id);
        hidden.extend(found.filter(|found| group_if_on(settings, found.group).is_some()));
    }
    hidden
}

/// Hides a group or a milestone, or shows it again.
pub(super) fn hide(settings: &mut Settings, id: &str, hidden: bool) {
    settings.hidden.retain(|other| other != id);
    if hidden {
        settings.hidden.push(id.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(recovery: bool, order: &[&str]) -> Settings {
        Settings {
            recovery,
            group_order: order.iter().map(|id| (*id).to_owned()).collect(),
            ..Settings::default()
        }
    }

    fn ids(groups: &[&Group]) -> Vec<&'static str> {
        groups.iter().map(|group| group.id).collect()
    }

    #[test]
    fn groups_go_by_title_until_they_are_put_in_order() {
        let titles: Vec<_> = all(&settings(true, &[])).iter().map(|g| g.title).collect();
        assert_eq!(titles.len(), 15);
        assert!(titles.is_sorted(), "{titles:?}");
        assert!(
            all(&settings(false, &[]))
                .iter()
                .all(|group| !group.recovery)
        );
        let own = ids(&all(&settings(false, &["J", "A", "new", "H1"])));
        assert_eq!(own[..2], ["J", "A"]);
        assert_eq!(own.len(), 9);
    }

    #[test]
    fn a_move_goes_past_what_is_out_of_sight() {
        let off = settings(false, &["A", "H1", "new", "B"]);
        assert_eq!(moved(&off, "B", true)[..4], ["B", "A", "H1", "new"]);
        assert_eq!(moved(&off, "A", false)[..4], ["H1", "new", "B", "A"]);
        assert_eq!(moved(&off, "A", true)[..4], ["A", "H1", "new", "B"]);
        let on = settings(true, &["A", "H1", "B"]);
        assert_eq!(moved(&on, "B", true)[..3], ["A", "B", "H1"]);
        let last = order(&on).pop().unwrap();
        assert_eq!(moved(&on, &last, false), order(&on));
        assert_eq!(moved(&on, "none", true), order(&on));
    }

    #[test]
    fn what_is_hidden_is_not_offered() {
        let mut settings = settings(false, &[]);
        let key = bank::milestone("MA09").unwrap();
        assert!(offers(&settings, key));
        assert!(!offers(&settings, bank::milestone("MH303").unwrap()));
        hide(&mut settings, "MA09", true);
        hide(&mut settings, "MA09", true);
        hide(&mut settings, "MH303", true);
        assert!(!offers(&settings, key));
        assert_eq!(hidden_milestones(&settings), [key]);
        hide(&mut settings, "MA09", false);
        assert!(offers(&settings, key));
        hide(&mut settings, "A", true);
        assert!(!offers(&settings, key));
        assert!(!ids(&shown(&settings)).contains(&"A"));
        assert!(ids(&all(&settings)).contains(&"A"));
        settings.recovery = true;
        assert_eq!(hidden_milestones(&settings)[0].id, "MH303");
    }
}
