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
            (Some("milestones"), Some(id), Some("reached"), None) => {
                Id::parse(id).map(Self::Reached)
            }
            (Some("milestones"), Some(id), Some("card"), None) => Id::parse(id).map(Self::Card),
            (Some("starts"), Some(id), Some("changed"), None) => Id::parse(id).map(Self::Changed),
            (Some("still-here"), Some(step), Some(id), None) => Id::parse(id)
                .zip(place(step, 3))
                .map(|(id, step)| Self::StillHere(step, Some(id))),
            (Some("checkup"), Some(day), Some(part), None) => Day::parse(day)
                .zip(place(part, 4))
                .map(|(day, part)| Self::CheckUp(day, part)),
            (Some("print"), Some(sheet), Some(of), None) => Id::parse(sheet)
                .zip(Id::parse(of))
                .map(|(sheet, of)| Self::Print(sheet, Some(of))),
            (Some("ideas"), Some("share"), Some(id), None) => Id::parse(id).map(Self::ShareIdea),
            (Some("handout"), Some(sheet), Some(carried), None) => {
                Id::parse(sheet).map(|sheet| Self::Handout(sheet, carried.to_owned()))
            }
            (Some("look-back"), Some("month"), Some(day), None) => {
                Day::parse(day).map(|day| Self::Month(Some(day)))
            }
            (Some("look-back"), Some("year"), Some(day), None) => {
                Day::parse(day).map(|day| Self::Year(Some(day)))
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
            "starts" => Self::Starts,
            "strengths" => Self::Strengths,
            "plan" => Self::Plan,
            "worker" => Self::Worker,
            "support" => Self::Support,
            "checkup" => Self::CheckUps,
            "still-here" => Self::StillHere(1, None),
            "look-back" => Self::Week(None),
            "help" => Self::Help,
            "more" => Self::More,
            "unsaved" => Self::Unsaved,
            "demo" => Self::Demo(None),
            "practitioner" => Self::Practitioner,
            "services" => Self::Services,
            "links" => Self::LinkMaker,
            _ => return None,
        })
    }

    fn second(screen: &str, id: &str) -> Option<Self> {
        match (screen, id) {
            ("day", day) => Day::parse(day).map(Self::Day),
            ("goals", "new") => Some(Self::NewGoal(None)),
            ("goals", "order") => Some(Self::OrderGoals),
            ("goals", id) => Id::parse(id).map(Self::Goal),
            ("ideas", slug) => Way::from_slug(slug).map(|way| Self::Ideas(Some(way))),
            ("milestones", "add") => Some(Self::Bank),
            ("milestones", "new") => Some(Self::NewMilestone(None)),
            ("milestones", "proud") => Some(Self::Proud),
            ("milestones", "arrange") => Some(Self::Arrange),
            ("milestones", id) => Id::parse(id).map(Self::Milestone),
            ("starts", "new") => Some(Self::NewStart),
            ("starts", id) => Id::parse(id).map(Self::Start),
            ("still-here", step) => place(step, 3).map(|step| Self::StillHere(step, None)),
            ("line", id) => Id::parse(id).map(Self::Line),
            ("read", id) => Id::parse(id).map(Self::Read),
            ("resource", id) => Id::parse(id).map(Self::Resource),
            ("print", sheet) => Id::parse(sheet).map(|sheet| Self::Print(sheet, None)),
            ("look-back", "month") => Some(Self::Month(None)),
            ("look-back", "year") => Some(Self::Year(None)),
            ("look-back", "ways") => Some(Self::Ways),
            ("look-back", "find") => Some(Self::Find),
            ("review", day) => Day::parse(day).map(Self::Review),
            ("together", "look-back") => Some(Self::Together(false)),
            ("together", "plan") => Some(Self::Together(true)),
            ("together", "send") => Some(Self::SharePlan),
            ("apart", _) => Some(Self::Unsaved),
            ("demo", id) => Id::parse(id).map(|id| Self::Demo(Some(id))),
            ("more", "look") => Some(Self::Appearance),
            ("more", "days") => Some(Self::Days),
            ("more", "parts") => Some(Self::Parts),
            ("more", "words") => Some(Self::MyWords),
            ("more", "kept") => Some(Self::Kept),
            ("more", "moving") => Some(Self::Moving),
            ("more", "reminders") => Some(Self::Reminders),
            ("more", "lock") => Some(Self::Lock),
            ("more", "locked") => Some(Self::LockedCopies),
            ("more", "sight") => Some(Self::Sight),
            ("more", "take") => Some(Self::Take),
            ("more", "bring") => Some(Self::Bring),
            ("more", "delete") => Some(Self::Delete),
            ("more", "print") => Some(Self::Prints),
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

/// One of so many steps, in one digit.
fn place(digit: &str, most: u8) -> Option<u8> {
    match digit.as_bytes() {
        [digit @ b'1'..=b'9'] if digit - b'0' <= most => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
