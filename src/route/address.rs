//! How a screen's address is written: the same tables are read both ways.

use super::Route;
use crate::domain::day::Day;
use crate::domain::id::Id;
use std::fmt;

/// The addresses that are always the same, and their screens.
static NAMED: &[(&str, Route)] = &[
    ("goals", Route::Goals),
    ("goals/new", Route::NewGoal(None)),
    ("goals/order", Route::OrderGoals),
    ("ideas", Route::Ideas(None)),
    ("milestones", Route::Milestones),
    ("milestones/add", Route::Bank),
    ("milestones/new", Route::NewMilestone(None)),
    ("milestones/proud", Route::Proud),
    ("milestones/arrange", Route::Arrange),
    ("starts", Route::Starts),
    ("starts/new", Route::NewStart),
    ("still-here", Route::StillHere(1, None)),
    ("strengths", Route::Strengths),
    ("plan", Route::Plan),
    ("worker", Route::Worker),
    ("support", Route::Support),
    ("checkup", Route::CheckUps),
    ("more/words", Route::MyWords),
    ("look-back", Route::Week(None)),
    ("look-back/month", Route::Month(None)),
    ("look-back/year", Route::Year(None)),
    ("look-back/ways", Route::Ways),
    ("look-back/find", Route::Find),
    ("together/look-back", Route::Together(false)),
    ("together/plan", Route::Together(true)),
    ("help", Route::Help),
    ("more", Route::More),
    ("more/look", Route::Appearance),
    ("more/days", Route::Days),
    ("more/parts", Route::Parts),
    ("more/kept", Route::Kept),
    ("more/moving", Route::Moving),
    ("more/reminders", Route::Reminders),
    ("more/lock", Route::Lock),
    ("more/locked", Route::LockedCopies),
    ("more/sight", Route::Sight),
    ("more/take", Route::Take),
    ("more/bring", Route::Bring),
    ("more/delete", Route::Delete),
    ("more/print", Route::Prints),
    ("demo", Route::Demo(None)),
    ("unsaved", Route::Unsaved),
    ("practitioner", Route::Practitioner),
    ("services", Route::Services),
    ("links", Route::LinkMaker),
    ("together/send", Route::SharePlan),
    ("more/about", Route::About),
];

/// What stands before and behind an id, and the screen.
type OfId = (&'static str, &'static str, fn(Id) -> Route);
/// What stands before a day, and the screen.
type OfDay = (&'static str, fn(Day) -> Route);

/// Of two that fit, the first is meant.
static OF_ID: &[OfId] = &[
    ("goals/new/", "", |idea| Route::NewGoal(Some(idea))),
    ("goals/", "", Route::Goal),
    ("milestones/group/", "", Route::Group),
    ("milestones/new/", "", |bank| {
        Route::NewMilestone(Some(bank))
    }),
    ("milestones/", "/reached", Route::Reached),
    ("milestones/", "/card", Route::Card),
    ("milestones/", "", Route::Milestone),
    ("starts/", "/changed", Route::Changed),
    ("starts/", "", Route::Start),
    ("line/", "", Route::Line),
    ("read/", "", Route::Read),
    ("resource/", "", Route::Resource),
    ("print/", "", |sheet| Route::Print(sheet, None)),
    ("demo/", "", |person| Route::Demo(Some(person))),
    ("ideas/share/", "", Route::ShareIdea),
];

static OF_DAY: &[OfDay] = &[
    ("day/", Route::Day),
    ("review/", Route::Review),
    ("look-back/week/", |day| Route::Week(Some(day))),
    ("look-back/month/", |day| Route::Month(Some(day))),
    ("look-back/year/", |day| Route::Year(Some(day))),
];

/// The screen of an address that is always the same.
pub(super) fn named(path: &str) -> Option<Route> {
    let mut all = NAMED.iter();
    all.find(|(address, _)| *address == path)
        .map(|(_, route)| route.clone())
}

/// The screen of an address that has an id in it.
pub(super) fn of_id(path: &str) -> Option<Route> {
    OF_ID.iter().find_map(|(before, behind, screen)| {
        let id = path.strip_prefix(before)?.strip_suffix(behind)?;
        Id::parse(id).map(screen)
    })
}

/// The screen of an address that ends in a day.
pub(super) fn of_day(path: &str) -> Option<Route> {
    OF_DAY
        .iter()
        .find_map(|(before, screen)| Day::parse(path.strip_prefix(before)?).map(screen))
}

impl Route {
    fn id(&self) -> Option<&Id> {
        match self {
            Self::NewGoal(id) | Self::NewMilestone(id) | Self::Demo(id) => id.as_ref(),
            Self::Goal(id)
            | Self::Group(id)
            | Self::Reached(id)
            | Self::Card(id)
            | Self::Milestone(id)
            | Self::Changed(id)
            | Self::Start(id)
            | Self::Line(id)
            | Self::Read(id)
            | Self::Resource(id)
            | Self::Print(id, None)
            | Self::ShareIdea(id) => Some(id),
            _ => None,
        }
    }

    fn day(&self) -> Option<Day> {
        match self {
            Self::Week(day) | Self::Month(day) | Self::Year(day) => *day,
            Self::Day(day) | Self::Review(day) => Some(*day),
            _ => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut write = |parts: &[&str]| parts.iter().try_for_each(|part| to.write_str(part));
        for (address, route) in NAMED {
            if route == self {
                return write(&["/", address]);
            }
        }
        if let Some(id) = self.id() {
            let mut all = OF_ID.iter();
            let found = all.find(|(_, _, screen)| screen(id.clone()) == *self);
            return found.map_or(Ok(()), |(before, behind, _)| {
                write(&["/", before, id.as_str(), behind])
            });
        }
        if let Some(day) = self.day() {
            let mut all = OF_DAY.iter();
            let found = all.find(|(_, screen)| screen(day) == *self);
            return found.map_or(Ok(()), |(before, _)| {
                write(&["/", before, &day.to_string()])
            });
        }
        match self {
            Self::Log(day, None) => write(&["/day/", &day.to_string(), "/add"]),
            Self::Log(day, Some(way)) => write(&["/day/", &day.to_string(), "/add/", way.slug()]),
            Self::Entry(day, id) => write(&["/day/", &day.to_string(), "/", id.as_str()]),
            Self::Ideas(Some(way)) => write(&["/ideas/", way.slug()]),
            Self::StillHere(step, None) => write(&["/still-here/", &step.to_string()]),
            Self::StillHere(step, Some(id)) => {
                write(&["/still-here/", &step.to_string(), "/", id.as_str()])
            }
            Self::CheckUp(day, part) => {
                write(&["/checkup/", &day.to_string(), "/", &part.to_string()])
            }
            Self::Print(sheet, Some(of)) => write(&["/print/", sheet.as_str(), "/", of.as_str()]),
            Self::Opened(carried) => write(&["/add/", carried]),
            Self::Handout(sheet, carried) => write(&["/handout/", sheet.as_str(), "/", carried]),
            Self::Nowhere => write(&["/nowhere"]),
            // Today. All others are in a table: the tests see to it.
            _ => write(&["/"]),
        }
    }
}
