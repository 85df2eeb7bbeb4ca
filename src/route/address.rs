//! How a screen's address is written.

use super::Route;
use std::fmt;

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
            Self::OrderGoals => write(&["/goals/order"]),
            Self::Ideas(None) => write(&["/ideas"]),
            Self::Ideas(Some(way)) => write(&["/ideas/", way.slug()]),
            Self::Milestones => write(&["/milestones"]),
            Self::Bank => write(&["/milestones/add"]),
            Self::Group(id) => write(&["/milestones/group/", id.as_str()]),
            Self::NewMilestone(None) => write(&["/milestones/new"]),
            Self::NewMilestone(Some(bank)) => write(&["/milestones/new/", bank.as_str()]),
            Self::Milestone(id) => write(&["/milestones/", id.as_str()]),
            Self::Proud => write(&["/milestones/proud"]),
            Self::Arrange => write(&["/milestones/arrange"]),
            Self::Reached(id) => write(&["/milestones/", id.as_str(), "/reached"]),
            Self::Card(id) => write(&["/milestones/", id.as_str(), "/card"]),
            Self::Starts => write(&["/starts"]),
            Self::NewStart => write(&["/starts/new"]),
            Self::Start(id) => write(&["/starts/", id.as_str()]),
            Self::Changed(id) => write(&["/starts/", id.as_str(), "/changed"]),
            Self::StillHere(1, None) => write(&["/still-here"]),
            Self::StillHere(step, None) => write(&["/still-here/", &step.to_string()]),
            Self::StillHere(step, Some(id)) => {
                write(&["/still-here/", &step.to_string(), "/", id.as_str()])
            }
            Self::Strengths => write(&["/strengths"]),
            Self::Plan => write(&["/plan"]),
            Self::Worker => write(&["/worker"]),
            Self::Line(id) => write(&["/line/", id.as_str()]),
            Self::Support => write(&["/support"]),
            Self::Read(id) => write(&["/read/", id.as_str()]),
            Self::CheckUps => write(&["/checkup"]),
            Self::CheckUp(day, part) => {
                write(&["/checkup/", &day.to_string(), "/", &part.to_string()])
            }
            Self::Resource(id) => write(&["/resource/", id.as_str()]),
            Self::MyWords => write(&["/more/words"]),
            Self::Week(None) => write(&["/look-back"]),
            Self::Week(Some(day)) => write(&["/look-back/week/", &day.to_string()]),
            Self::Month(None) => write(&["/look-back/month"]),
            Self::Month(Some(day)) => write(&["/look-back/month/", &day.to_string()]),
            Self::Year(None) => write(&["/look-back/year"]),
            Self::Year(Some(day)) => write(&["/look-back/year/", &day.to_string()]),
            Self::Ways => write(&["/look-back/ways"]),
            Self::Find => write(&["/look-back/find"]),
            Self::Review(day) => write(&["/review/", &day.to_string()]),
            Self::Together(false) => write(&["/together/look-back"]),
            Self::Together(true) => write(&["/together/plan"]),
            Self::Help => write(&["/help"]),
            Self::More => write(&["/more"]),
            Self::Appearance => write(&["/more/look"]),
            Self::Days => write(&["/more/days"]),
            Self::Parts => write(&["/more/parts"]),
            Self::Kept => write(&["/more/kept"]),
            Self::Moving => write(&["/more/moving"]),
            Self::Reminders => write(&["/more/reminders"]),
            Self::Take => write(&["/more/take"]),
            Self::Bring => write(&["/more/bring"]),
            Self::Delete => write(&["/more/delete"]),
            Self::Prints => write(&["/more/print"]),
            Self::Print(sheet, None) => write(&["/print/", sheet.as_str()]),
            Self::Print(sheet, Some(of)) => write(&["/print/", sheet.as_str(), "/", of.as_str()]),
            Self::Demo(None) => write(&["/demo"]),
            Self::Demo(Some(person)) => write(&["/demo/", person.as_str()]),
            Self::Unsaved => write(&["/unsaved"]),
            Self::Practitioner => write(&["/practitioner"]),
            Self::Opened(carried) => write(&["/add/", carried]),
            Self::Services => write(&["/services"]),
            Self::LinkMaker => write(&["/links"]),
            Self::Handout(sheet, carried) => write(&["/handout/", sheet.as_str(), "/", carried]),
            Self::ShareIdea(id) => write(&["/ideas/share/", id.as_str()]),
            Self::SharePlan => write(&["/together/send"]),
            Self::About => write(&["/more/about"]),
            Self::Nowhere => write(&["/nowhere"]),
        }
    }
}
