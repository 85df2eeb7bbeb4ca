//! What a journal shows when looked at: petals, weeks and totals that only grow. Pure functions; nothing is stored.

mod search;

pub use search::{Found, What, search};

use super::day::{Day, WeekdayNumber};
use super::entry::Entry;
use super::goal::Goal;
use super::id::Id;
use super::journal::Journal;
use super::rhythm::Rhythm;
use super::start_date::{Marker, Unit};
use super::way::{Way, Ways};

/// How often something happened, ever or in a stretch of days. There is no share, run or best among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Days with at least one Way.
    pub days: u32,
    /// Days on which each Way was touched, in petal order.
    pub ways: [u32; 5],
    /// Milestones reached.
    pub milestones: u32,
}

/// A goal on a day's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalOnDay {
    /// The goal's id.
    pub id: Id,
    /// Its words.
    pub words: String,
    /// The Way it is shown under: the first it has.
    pub way: Way,
    /// All its Ways (those of the tick, when ticked).
    pub ways: Ways,
    /// How often it is meant to happen.
    pub rhythm: Rhythm,
    /// Whether it is ticked on that day.
    pub ticked: bool,
    /// How many times it was ticked in that day's week, up to that day.
    pub this_week: u32,
    /// The unit, of one that is measured on that day and not ticked; it may be empty.
    pub unit: Option<String>,
    /// How much of it was done on that day, in thousandths.
    pub amount: Option<i64>,
    /// Who with; may be empty.
    pub with: String,
    /// Whether the last review chose it for this week.
    pub for_this_week: bool,
    /// What may get in the way, and what then; each may be empty.
    pub plan: [String; 2],
}

/// The Ways touched on a day.
#[must_use]
pub fn petals(journal: &Journal, day: Day) -> Ways {
    journal
        .entries(day, day)
        .fold(Ways::NONE, |ways, (_, _, entry)| ways.union(entry.ways))
}

/// The Ways touched on each day from `first` to `last`; days with nothing are left out.
#[must_use]
pub fn petals_between(journal: &Journal, first: Day, last: Day) -> Vec<(Day, Ways)> {
    let mut days: Vec<(Day, Ways)> = Vec::new();
    for (day, _, entry) in journal.entries(first, last) {
        match days.last_mut() {
            Some((last, ways)) if *last == day => *ways = ways.union(entry.ways),
            _ => days.push((day, entry.ways)),
        }
    }
    days.retain(|(_, ways)| !ways.is_empty());
    days
}

/// What happened from `first` to `last`. Milestones count when they were marked, or reached, in that time.
#[must_use]
pub fn totals_between(journal: &Journal, first: Day, last: Day) -> Totals {
    let mut totals = Totals::default();
    for (_, ways) in petals_between(journal, first, last) {
        totals.days += 1;
        for way in ways.iter() {
            totals.ways[way.index()] += 1;
        }
    }
    for (_, milestone) in journal.milestones() {
        totals.milestones += u32::from((first..=last).contains(&milestone.place()));
    }
    totals
}

/// Everything up to `today`.
#[must_use]
pub fn totals(journal: &Journal, today: Day) -> Totals {
    let first = journal.first_day().unwrap_or(today);
    Totals {
        milestones: u32::try_from(journal.milestones().len()).unwrap_or(u32::MAX),
        ..totals_between(journal, first, today)
    }
}

/// The goals that stand on `day`'s page: those kept for that day, and any ticked on it.
#[must_use]
pub fn goals_on(journal: &Journal, day: Day, week_starts: WeekdayNumber) -> Vec<GoalOnDay> {
    let week = day.week_start(week_starts);
    let review = journal.review_in(week.before(7).week(week_starts));
    let chosen = review.map_or(&[][..], |(_, review)| &review.next);
    let mut found = Vec::new();
    for (id, goal) in journal.goals() {
        let tick = journal.entry(day, id);
        if tick.is_none() && (!goal.is_for(day) || is_done_once(journal, id, goal, day)) {
            continue;
        }
        let ways = tick.map_or(goal.ways, |tick| tick.ways);
        found.push(GoalOnDay {
            id: id.clone(),
            words: goal.words.clone(),
            way: ways.iter().next().unwrap_or(Way::Connect),
            ways,
            rhythm: goal.rhythm,
            ticked: tick.is_some(),
            this_week: ticks_between(journal, id, week, day),
            unit: measured_in(goal, tick),
            amount: tick.and_then(|tick| tick.amount),
            with: goal.details.with.clone(),
            for_this_week: chosen.iter().any(|chosen| chosen == id.as_str()),
            plan: [goal.details.when.clone(), goal.details.then.clone()],
        });
    }
    found
}

/// What a goal is measured in; none when it is ticked, or was on that day.
fn measured_in(goal: &Goal, tick: Option<&Entry>) -> Option<String> {
    match tick {
        Some(tick) => tick.amount.map(|_| tick.unit.clone()),
        None => Some(goal.details.amount.as_ref()?.unit.clone()),
    }
}

/// The days of a year's months, January first.
#[must_use]
pub fn months(year: Day) -> [Vec<Day>; 12] {
    let january = Day::new(year.year(), 1, 1).unwrap_or(year);
    std::array::from_fn(|place| {
        let first = january.month_after(i32::try_from(place).unwrap_or_default());
        first.days_of_month()
    })
}

/// Whether some goal of a day is not ticked yet. One for so many times a week is done with once it has had them.
#[must_use]
pub fn is_something_left(journal: &Journal, day: Day) -> bool {
    let is_left = |goal: &GoalOnDay| match goal.rhythm {
        _ if goal.ticked => false,
        Rhythm::Weekly(times) => goal.this_week < u32::from(times),
        _ => true,
    };
    let starts = journal.settings().week_starts;
    goals_on(journal, day, starts).iter().any(is_left)
}

/// How many days from `first` to `last` have a tick of this goal.
#[must_use]
pub fn ticks_between(journal: &Journal, goal: &Id, first: Day, last: Day) -> u32 {
    let mut count = 0;
    let mut day = first;
    while day <= last {
        count += u32::from(journal.entry(day, goal).is_some());
        let next = day.after(1);
        if next == day {
            break;
        }
        day = next;
    }
    count
}

/// Without an entry for so many days, the present one included, a person is greeted when they are back.
const GAP: u64 = 3;

/// Whether a person is back after a gap: there are earlier entries, and none lately. How long it was is not worked out,
/// because nobody is told.
#[must_use]
pub fn came_back(journal: &Journal, today: Day) -> bool {
    let lately = today.before(GAP - 1);
    journal.entries(lately, today).next().is_none()
        && journal.first_day().is_some_and(|first| first < today)
}

/// A thing to do once that was done on an earlier day has left the page.
fn is_done_once(journal: &Journal, id: &Id, goal: &Goal, day: Day) -> bool {
    matches!(goal.rhythm, Rhythm::Once(_))
        && goal.made < day
        && ticks_between(journal, id, goal.made, day.before(1)) > 0
}

/// Something in the timeline of what was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// A milestone.
    Milestone(Id),
    /// A marker of a start date.
    Marker(Id, Marker),
}

/// All that was reached by `today`, newest first, each with its place in time: milestones, and the markers of start dates
/// that show their time (of one that rests, those it had reached). Nothing of what is hidden, or belongs to recovery
/// parts that are off.
#[must_use]
pub fn timeline(journal: &Journal, today: Day) -> Vec<(Day, Reached)> {
    let mut timeline: Vec<(Day, Reached)> = Vec::new();
    for (id, milestone) in journal.milestones() {
        timeline.push((milestone.place(), Reached::Milestone(id.clone())));
    }
    for (id, start) in journal.starts() {
        if start.hidden || start.unit == Unit::Hidden {
            continue;
        }
        for (marker, day) in start.reached(today) {
            let place = timeline.partition_point(|(other, _)| *other > day);
            timeline.insert(place, (day, Reached::Marker(id.clone(), marker)));
        }
    }
    timeline
}

/// Something in the timeline of all that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Past {
    /// A milestone or a marker.
    Reached(Reached),
    /// A check-up of the day.
    CheckUp,
    /// The review of the week that begins on the day.
    Review,
}

/// Milestones, markers, check-ups and reviews from `first` to `last`, newest first.
#[must_use]
pub fn past(journal: &Journal, first: Day, last: Day) -> Vec<(Day, Past)> {
    let mut past: Vec<(Day, Past)> = Vec::new();
    for (day, reached) in timeline(journal, last) {
        past.push((day, Past::Reached(reached)));
    }
    let mut add = |day, what| {
        let place = past.partition_point(|(other, _)| *other > day);
        past.insert(place, (day, what));
    };
    for (day, _) in journal.checkups() {
        add(day, Past::CheckUp);
    }
    for (week, review) in journal.reviews() {
        if !review.went_well.is_empty() {
            add(week, Past::Review);
        }
    }
    past.retain(|(day, _)| (first..=last).contains(day));
    past
}

#[cfg(test)]
#[path = "insight_tests.rs"]
mod tests;
