//! Every screen's address: what stands after `#`. Pure; `parse` and `Display` undo each other.
//!
//! Addresses are seen by people who look over a shoulder, so none has a word of what was written.

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::way::Way;
use std::fmt;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Today, or the first visit.
    Today,
    /// Any other day.
    Day(Day),
    /// "I did something else" on a day, perhaps under a Way.
    Log(Day, Option<Way>),
    /// Something noted on a day, to change or take away.
    Entry(Day, Id),
    /// The goals by Way.
    Goals,
    /// A new goal, perhaps from an idea.
    NewGoal(Option<Id>),
    /// A goal, to change, finish or drop.
    Goal(Id),
    /// The ideas, perhaps of one Way.
    Ideas(Option<Way>),
    /// The milestones that were reached.
    Milestones,
    /// The bank of milestones.
    Bank,
    /// One group of the bank.
    Group(Id),
    /// A milestone to mark, perhaps from the bank.
    NewMilestone(Option<Id>),
    /// A milestone that was reached.
    Milestone(Id),
    /// The week that has this day.
    Week(Option<Day>),
    /// The month that has this day.
    Month(Option<Day>),
    /// Someone to talk to.
    Help,
    /// Everything else.
    More,
    /// Colours and size of text.
    Appearance,
    /// When days end and weeks start.
    Days,
    /// The recovery parts, on or off.
    Parts,
    /// What is kept on this device; copies.
    Kept,
    /// Moving to another phone.
    Moving,
    /// Delete everything.
    Delete,
    /// About this app.
    About,
    /// No such screen.
    Nowhere,
}

impl Route {
    /// Reads what stands after `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('/').unwrap_or(hash);
        let mut parts = path.splitn(4, '/');
        let mut part = || parts.next().filter(|part| !part.is_empty());
        let found = match (part(), part(), part(), part()) {
            (None, None, None, None) => Some(Self::Today),
            (Some(screen), None, None, None) => Self::top(screen),
            (Some(screen), Some(id), None, None) => Self::second(screen, id),
            (Some("day"), Some(day), Some("add"), way) => Day::parse(day).and_then(|day| {
                way.map_or(Some(Self::Log(day, None)), |slug| {
                    Some(Self::Log(day, Some(Way::from_slug(slug)?)))
                })
            }),
            (Some("day"), Some(day), Some(id), None) => Day::parse(day)
                .zip(Id::parse(id))
                .map(|(day, id)| Self::Entry(day, id)),
            (Some("goals"), Some("new"), Some(idea), None) => {
                Id::parse(idea).map(|idea| Self::NewGoal(Some(idea)))
            }
            (Some("milestones"), Some("group"), Some(id), None) => Id::parse(id).map(Self::Group),
            (Some("milestones"), Some("new"), Some(bank), None) => {
                Id::parse(bank).map(|bank| Self::NewMilestone(Some(bank)))
            }
            (Some("look-back"), Some("month"), Some(day), None) => {
                Day::parse(day).map(|day| Self::Month(Some(day)))
            }
            (Some("look-back"), Some("week"), Some(day), None) => {
                Day::parse(day).map(|day| Self::Week(Some(day)))
            }
            _ => None,
        };
        found.unwrap_or(Self::Nowhere)
    }

    fn top(screen: &str) -> Option<Self> {
        Some(match screen {
            "goals" => Self::Goals,
            "ideas" => Self::Ideas(None),
            "milestones" => Self::Milestones,
            "look-back" => Self::Week(None),
            "help" => Self::Help,
            "more" => Self::More,
            _ => return None,
        })
    }

    fn second(screen: &str, id: &str) -> Option<Self> {
        match (screen, id) {
            ("day", day) => Day::parse(day).map(Self::Day),
            ("goals", "new") => Some(Self::NewGoal(None)),
            ("goals", id) => Id::parse(id).map(Self::Goal),
            ("ideas", slug) => Way::from_slug(slug).map(|way| Self::Ideas(Some(way))),
            ("milestones", "add") => Some(Self::Bank),
            ("milestones", "new") => Some(Self::NewMilestone(None)),
            ("milestones", id) => Id::parse(id).map(Self::Milestone),
            ("look-back", "month") => Some(Self::Month(None)),
            ("more", "look") => Some(Self::Appearance),
            ("more", "days") => Some(Self::Days),
            ("more", "parts") => Some(Self::Parts),
            ("more", "kept") => Some(Self::Kept),
            ("more", "moving") => Some(Self::Moving),
            ("more", "delete") => Some(Self::Delete),
            ("more", "about") => Some(Self::About),
            _ => None,
        }
    }

    /// The address as a link needs it, with `#`.
    #[must_use]
    pub fn href(&self) -> String {
        ["#", &self.to_string()].concat()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut write = |parts: &[&str]| parts.iter().try_for_each(|part| to.write_str(part));
        match self {
            Self::Today => write(&["/"]),
            Self::Day(day) => write(&["/day/", &day.to_string()]),
            Self::Log(day, None) => write(&["/day/", &day.to_string(), "/add"]),
            Self::Log(day, Some(way)) => write(&["/day/", &day.to_string(), "/add/", way.slug()]),
            Self::Entry(day, id) => write(&["/day/", &day.to_string(), "/", id.as_str()]),
            Self::Goals => write(&["/goals"]),
            Self::NewGoal(None) => write(&["/goals/new"]),
            Self::NewGoal(Some(idea)) => write(&["/goals/new/", idea.as_str()]),
            Self::Goal(id) => write(&["/goals/", id.as_str()]),
            Self::Ideas(None) => write(&["/ideas"]),
            Self::Ideas(Some(way)) => write(&["/ideas/", way.slug()]),
            Self::Milestones => write(&["/milestones"]),
            Self::Bank => write(&["/milestones/add"]),
            Self::Group(id) => write(&["/milestones/group/", id.as_str()]),
            Self::NewMilestone(None) => write(&["/milestones/new"]),
            Self::NewMilestone(Some(bank)) => write(&["/milestones/new/", bank.as_str()]),
            Self::Milestone(id) => write(&["/milestones/", id.as_str()]),
            Self::Week(None) => write(&["/look-back"]),
            Self::Week(Some(day)) => write(&["/look-back/week/", &day.to_string()]),
            Self::Month(None) => write(&["/look-back/month"]),
            Self::Month(Some(day)) => write(&["/look-back/month/", &day.to_string()]),
            Self::Help => write(&["/help"]),
            Self::More => write(&["/more"]),
            Self::Appearance => write(&["/more/look"]),
            Self::Days => write(&["/more/days"]),
            Self::Parts => write(&["/more/parts"]),
            Self::Kept => write(&["/more/kept"]),
            Self::Moving => write(&["/more/moving"]),
            Self::Delete => write(&["/more/delete"]),
            Self::About => write(&["/more/about"]),
            Self::Nowhere => write(&["/nowhere"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_address_leads_to_its_screen_and_back() {
        for address in [
            "/",
            "/day/2026-11-21",
            "/day/2026-11-21/add",
            "/day/2026-11-21/add/give",
            "/day/2026-11-21/00abc",
            "/goals",
            "/goals/new",
            "/goals/new/C01",
            "/goals/00abc",
            "/ideas",
            "/ideas/notice",
            "/milestones",
            "/milestones/add",
            "/milestones/group/H1",
            "/milestones/new",
            "/milestones/new/MA01",
            "/milestones/00abc",
            "/look-back",
            "/look-back/week/2026-11-21",
            "/look-back/month",
            "/look-back/month/2026-11-21",
            "/help",
            "/more",
            "/more/look",
            "/more/days",
            "/more/parts",
            "/more/kept",
            "/more/moving",
            "/more/delete",
            "/more/about",
        ] {
            let route = Route::parse(address);
            assert_ne!(route, Route::Nowhere, "{address}");
            assert_eq!(route.to_string(), address);
        }
        assert_eq!(Route::parse(""), Route::Today);
    }

    #[test]
    fn wrong_addresses_lead_nowhere() {
        for address in [
            "x",
            "/day",
            "/day/2026-02-30",
            "/day/today",
            "/goals/a b",
            "/goals/new/<b>",
            "/more/other",
            "/ideas/sleep",
            "/day/2026-11-21/add/sleep",
            "/a/b/c/d/e",
            "/milestones/group/../x",
            "//",
        ] {
            let route = Route::parse(address);
            assert!(
                matches!(route, Route::Nowhere | Route::Today),
                "{address}: {route:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_an_address(hash in "\\PC{0,40}") {
            let route = Route::parse(&hash);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}
