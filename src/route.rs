//! Every screen's address: what stands after `#`. Pure; `parse` and `Display` undo each other.
//!
//! Addresses are seen by people who look over a shoulder, so none has a word of what was written.

mod address;

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::way::Way;

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
    /// The goals, to be put in order.
    OrderGoals,
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
    /// What the person is proud of.
    Proud,
    /// The groups of milestones, to be put in order or hidden.
    Arrange,
    /// A milestone that was just reached.
    Reached(Id),
    /// A milestone as a card to keep.
    Card(Id),
    /// The start dates.
    Starts,
    /// A new start date.
    NewStart,
    /// A start date.
    Start(Id),
    /// "Something changed" on a start date.
    Changed(Id),
    /// Three short screens after a lapse, 1 to 3, perhaps with the start date it is about.
    StillHere(u8, Option<Id>),
    /// What the person already has.
    Strengths,
    /// The plan for hard days.
    Plan,
    /// The people the person works with, and when they meet next.
    Worker,
    /// A line of a list, to change or take away.
    Line(Id),
    /// Kinds of support.
    Support,
    /// A page to read, by its name.
    Read(Id),
    /// The check-ups over time.
    CheckUps,
    /// A part of the check-up of a day, 1 to 4.
    CheckUp(Day, u8),
    /// Ideas and milestones of a resource, by its name.
    Resource(Id),
    /// The person's own words for recovery.
    MyWords,
    /// The week that has this day.
    Week(Option<Day>),
    /// The month that has this day.
    Month(Option<Day>),
    /// The year that has this day.
    Year(Option<Day>),
    /// Each Way over time.
    Ways,
    /// Finding what was noted.
    Find,
    /// The review of the week that has this day.
    Review(Day),
    /// Looking back, or planning, with someone beside you.
    Together(bool),
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
    /// Reminders by the person's own calendar.
    Reminders,
    /// The lock.
    Lock,
    /// Copies that only a passcode opens.
    LockedCopies,
    /// Keeping the page out of sight.
    Sight,
    /// Taking what is here to another place.
    Take,
    /// History that comes along from another app.
    Bring,
    /// Delete everything.
    Delete,
    /// What can be printed.
    Prints,
    /// A sheet to print, by its name; perhaps with the day of its week, or its goal.
    Print(Id, Option<Id>),
    /// The made-up people, or one of them by name.
    Demo(Option<Id>),
    /// Using the app without saving, which it asks first. Addresses of before, which did not ask, lead here.
    Unsaved,
    /// The page for a worker who shows the app to someone.
    Practitioner,
    /// A link that carries something in, by what it carries: see `docs/links.md`.
    Opened(String),
    /// The services whose links were taken in.
    Services,
    /// Making a link for a service.
    LinkMaker,
    /// Something to print for a service, by its name, and what the link carries.
    Handout(Id, String),
    /// One idea, to hand on.
    ShareIdea(Id),
    /// Goals chosen together, to go to the person's own phone.
    SharePlan,
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
        // What a link carries is for its own reader to judge, whatever is in it.
        if let Some(carried) = path.strip_prefix("add/") {
            return Self::Opened(carried.to_owned());
        }
        let path = path.trim_end_matches('/');
        if path.is_empty() {
            return Self::Today;
        }
        address::named(path)
            .or_else(|| address::of_day(path))
            .or_else(|| address::of_id(path))
            .or_else(|| Self::of_several(path))
            .unwrap_or(Self::Nowhere)
    }

    /// An address with more in it than an id or a day.
    fn of_several(path: &str) -> Option<Self> {
        let mut parts = path.split('/');
        let mut part = || parts.next().unwrap_or_default();
        let (screen, first, second, third, rest) = (part(), part(), part(), part(), parts.next());
        if rest.is_some() {
            return None;
        }
        Some(match (screen, second, third) {
            ("day", "add", "") => Self::Log(Day::parse(first)?, None),
            ("day", "add", slug) => Self::Log(Day::parse(first)?, Some(Way::from_slug(slug)?)),
            ("day", id, "") => Self::Entry(Day::parse(first)?, Id::parse(id)?),
            ("apart", "", "") => Self::Unsaved,
            ("ideas", "", "") => Self::Ideas(Some(Way::from_slug(first)?)),
            ("still-here", "", "") => Self::StillHere(place(first, 3)?, None),
            ("still-here", id, "") => Self::StillHere(place(first, 3)?, Some(Id::parse(id)?)),
            ("checkup", part, "") => Self::CheckUp(Day::parse(first)?, place(part, 4)?),
            ("print", of, "") => Self::Print(Id::parse(first)?, Some(Id::parse(of)?)),
            ("handout", carried, "") if !carried.is_empty() => {
                Self::Handout(Id::parse(first)?, carried.to_owned())
            }
            _ => return None,
        })
    }

    /// The address as a link needs it, with `#`.
    #[must_use]
    pub fn href(&self) -> String {
        ["#", &self.to_string()].concat()
    }
}

/// One of so many steps, in one digit.
fn place(digit: &str, most: u8) -> Option<u8> {
    match digit.as_bytes() {
        [digit @ b'1'..=b'9'] if digit - b'0' <= most => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
