//! Every screen of the app, by its address. A screen that is missing here does not compile.
use waymark::domain::day::Day;
use waymark::domain::id::Id;
use waymark::domain::journal::Journal;
use waymark::domain::line::List;
use waymark::domain::way::Way;
use waymark::route::Route;

/// The addresses of every kind of screen for a person with this journal. Those of a goal, of an entry,
/// of a milestone and of the start dates are there when it has one.
#[must_use]
pub fn every_address(journal: &Journal, today: Day) -> Vec<String> {
    let entry = journal
        .entries(today.before(60), today)
        .find(|(.., entry)| !entry.is_tick())
        .map(|(day, id, _)| Route::Entry(day, id.clone()));
    let goal = journal
        .goals()
        .last()
        .map(|(id, _)| Route::Goal((*id).clone()));
    let milestones = journal.milestones();
    let milestone = milestones
        .first()
        .map(|(id, _)| Route::Milestone((*id).clone()));
    let reached = milestones
        .first()
        .map(|(id, _)| Route::Reached((*id).clone()));
    let card = milestones.first().map(|(id, _)| Route::Card((*id).clone()));
    let mut starts = Vec::new();
    for (id, _) in journal.starts() {
        starts.push(Route::Start(id.clone()));
    }
    // The latest counts; a chapter is shown as it is.
    starts.extend(
        journal
            .starts()
            .first()
            .map(|(id, _)| Route::Changed((*id).clone())),
    );
    let line = journal
        .lines(List::Appointments)
        .last()
        .map(|(id, _)| Route::Line((*id).clone()));
    let kept = [entry, goal, milestone, reached, card, line]
        .into_iter()
        .flatten();
    let routes = always(today).into_iter().chain(kept).chain(starts);
    routes.map(|route| route.href()).collect()
}

/// What the address bar says once a screen is drawn: what a link carries is taken out of it at once.
#[must_use]
pub fn rests_at(address: &str) -> &str {
    if address.starts_with("#/add/") {
        "#/add/"
    } else {
        address
    }
}

/// What a service's link may carry: its name and one goal.
const LINK: &str = "1.eyJuIjoiQSBzZXJ2aWNlIiwiZyI6WyJDMDEiXX0";

fn always(today: Day) -> Vec<Route> {
    let bank = |id: &str| Id::parse(id);
    let sheet = |name: &str| Route::Print(Id::parse(name).unwrap_or_else(|| Id::new(0, 0)), None);
    vec![
        Route::Today,
        Route::Day(today.before(1)),
        Route::Day(today.after(1)),
        Route::Log(today, None),
        Route::Log(today.before(1), Some(Way::Active)),
        Route::Goals,
        Route::OrderGoals,
        Route::NewGoal(None),
        Route::NewGoal(bank("A01")),
        Route::Ideas(None),
        Route::Ideas(Some(Way::Notice)),
        Route::Milestones,
        Route::Bank,
        Route::Group(Id::parse("J").unwrap_or_else(|| Id::new(0, 0))),
        Route::NewMilestone(None),
        Route::NewMilestone(bank("MJ06")),
        Route::Proud,
        Route::Arrange,
        Route::Starts,
        Route::NewStart,
        Route::StillHere(1, None),
        Route::StillHere(2, None),
        Route::StillHere(3, None),
        Route::MyWords,
        Route::Week(None),
        Route::Week(Some(today.before(7))),
        Route::Month(None),
        Route::Month(Some(today.before(31))),
        Route::Year(None),
        Route::Year(Some(today.month_after(-12))),
        Route::Ways,
        Route::Find,
        Route::Review(today.week_start(1)),
        Route::Review(today.before(7).week_start(1)),
        Route::Together(false),
        Route::Together(true),
        Route::CheckUps,
        Route::CheckUp(today, 1),
        Route::CheckUp(today, 2),
        Route::CheckUp(today, 3),
        Route::CheckUp(today, 4),
        Route::Resource(Id::parse("where").unwrap_or_else(|| Id::new(0, 0))),
        Route::Strengths,
        Route::Plan,
        Route::Worker,
        Route::Support,
        Route::Read(Id::parse("residential").unwrap_or_else(|| Id::new(0, 0))),
        Route::Read(Id::parse("caring").unwrap_or_else(|| Id::new(0, 0))),
        Route::Read(Id::parse("five").unwrap_or_else(|| Id::new(0, 0))),
        Route::Help,
        Route::More,
        Route::Appearance,
        Route::Days,
        Route::Parts,
        Route::Kept,
        Route::Moving,
        Route::Reminders,
        Route::Take,
        Route::Lock,
        Route::LockedCopies,
        Route::Sight,
        Route::Bring,
        Route::Delete,
        Route::About,
        Route::Prints,
        sheet("week"),
        sheet("blank-week"),
        sheet("goal"),
        sheet("milestones"),
        sheet("numbers"),
        sheet("session"),
        sheet("guide"),
        Route::Demo(None),
        Route::Unsaved,
        Route::Practitioner,
        Route::Opened(LINK.to_owned()),
        Route::Services,
        Route::LinkMaker,
        Route::Handout(
            Id::parse("poster").unwrap_or_else(|| Id::new(0, 0)),
            LINK.to_owned(),
        ),
        Route::ShareIdea(Id::parse("C01").unwrap_or_else(|| Id::new(0, 0))),
        Route::SharePlan,
        Route::Nowhere,
    ]
}

/// A place for each kind of screen: a new one has to be named here, and then the test asks for its
/// address above.
#[cfg(test)]
fn kind(route: &Route) -> usize {
    match route {
        Route::Today => 0,
        Route::Day(_) => 1,
        Route::Log(..) => 2,
        Route::Entry(..) => 3,
        Route::Goals => 4,
        Route::NewGoal(_) => 5,
        Route::Goal(_) => 6,
        Route::Ideas(_) => 7,
        Route::Milestones => 8,
        Route::Bank => 9,
        Route::Group(_) => 10,
        Route::NewMilestone(_) => 11,
        Route::Milestone(_) => 12,
        Route::Week(_) => 13,
        Route::Month(_) => 14,
        Route::Help => 15,
        Route::More => 16,
        Route::Appearance => 17,
        Route::Days => 18,
        Route::Parts => 19,
        Route::Kept => 20,
        Route::Delete => 21,
        Route::About => 22,
        Route::Nowhere => 23,
        Route::Moving => 24,
        Route::CheckUps => 25,
        Route::CheckUp(..) => 26,
        Route::Resource(_) => 27,
        Route::Proud => 28,
        Route::Arrange => 29,
        Route::Reached(_) => 30,
        Route::Card(_) => 31,
        Route::Starts => 32,
        Route::NewStart => 33,
        Route::Start(_) => 34,
        Route::Changed(_) => 35,
        Route::StillHere(..) => 36,
        Route::MyWords => 37,
        Route::Strengths => 38,
        Route::Plan => 39,
        Route::Worker => 40,
        Route::Line(_) => 41,
        Route::Support => 42,
        Route::Read(_) => 43,
        Route::OrderGoals => 44,
        Route::Year(_) => 45,
        Route::Ways => 46,
        Route::Find => 47,
        Route::Review(_) => 48,
        Route::Together(_) => 49,
        Route::Reminders => 50,
        Route::Take => 51,
        Route::Bring => 52,
        Route::Prints => 53,
        Route::Print(..) => 54,
        Route::Demo(_) => 55,
        Route::Practitioner => 56,
        Route::Opened(_) => 57,
        Route::Services => 58,
        Route::LinkMaker => 59,
        Route::Handout(..) => 60,
        Route::ShareIdea(_) => 61,
        Route::SharePlan => 62,
        Route::Unsaved => 63,
        Route::Lock => 64,
        Route::LockedCopies => 65,
        Route::Sight => 66,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_of_screen_has_an_address() {
        let today = Day::parse("2026-11-21").unwrap();
        let addresses = every_address(&seed::with_parts(today), today);
        let routes = addresses.iter().map(|address| Route::parse(&address[1..]));
        let kinds: BTreeSet<_> = routes.map(|route| kind(&route)).collect();
        assert_eq!(kinds, (0..67).collect());
    }
}
