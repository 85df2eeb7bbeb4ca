//! What stands in the lines of a table.

use crate::domain::amount;
use crate::domain::change::{Body, Key};
use crate::domain::checkup::{CheckUp, Rating, Resource, Support};
use crate::domain::day::Day;
use crate::domain::goal::{Details, Goal, Status};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::line::List;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;

/// One thing. What it has not is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) date: String,
    pub(super) kind: &'static str,
    pub(super) what: String,
    pub(super) ways: Ways,
    pub(super) amount: String,
    pub(super) unit: String,
    pub(super) rhythm: String,
    pub(super) state: String,
    pub(super) note: String,
}

impl Row {
    fn new(date: Option<Day>, kind: &'static str, what: &str) -> Self {
        Self {
            date: date.map_or(String::new(), |day| day.to_string()),
            kind,
            what: what.to_owned(),
            ..Self::default()
        }
    }
}

/// Everything that may be shown: what was done, day by day, then the rest by kind.
pub(super) fn rows(journal: &Journal) -> Vec<Row> {
    let mut rows = Vec::new();
    days(journal, &mut rows);
    goals(journal, &mut rows);
    reached(journal, &mut rows);
    checkups(journal, &mut rows);
    for list in List::ALL {
        for (_, line) in journal.lines(list) {
            let mut row = Row::new(line.day, list.name(), &line.words);
            row.note = line.number.clone().unwrap_or_default();
            rows.push(row);
        }
    }
    for (_, idea) in journal.ideas() {
        let mut row = Row::new(None, "idea", &idea.words);
        row.ways = idea.way.into();
        rows.push(row);
    }
    rows
}

/// The ticks of goals, goal by goal.
pub(super) fn ticks(journal: &Journal) -> Vec<Row> {
    let mut rows = Vec::new();
    for (goal, _) in journal.goals() {
        for (day, id, _) in journal.entries(Day::EARLIEST, Day::LATEST) {
            if id == goal {
                rows.extend(entry(journal, day, id));
            }
        }
    }
    rows
}

fn days(journal: &Journal, rows: &mut Vec<Row>) {
    for (day, id, _) in journal.entries(Day::EARLIEST, Day::LATEST) {
        rows.extend(entry(journal, day, id));
    }
    for key in journal.keys() {
        let row = match (key, journal.body(key)) {
            (Key::Note(id), Some(Body::Note(note))) if Day::parse(id.as_str()).is_some() => {
                let mut row = Row::new(Some(note.day), "note", "");
                row.note.clone_from(&note.text);
                row
            }
            (Key::Mood(id), Some(Body::Mood(mood))) => {
                let mut row = Row::new(Day::parse(id.as_str()), "mood", "");
                row.state =
                    String::from(["hard", "low", "in between", "good", "great"][*mood as usize]);
                row
            }
            (Key::Review(id), Some(Body::Review(review))) if !review.went_well.is_empty() => {
                let mut row = Row::new(Day::parse(id.as_str()), "review", "");
                row.note.clone_from(&review.went_well);
                row
            }
            _ => continue,
        };
        rows.push(row);
    }
}

/// Something done; a tick has the words that its goal has now.
fn entry(journal: &Journal, day: Day, id: &Id) -> Option<Row> {
    let entry = journal.entry(day, id)?;
    let goal = journal.goal(id).filter(|_| entry.is_tick());
    // One that came to be about the recovery parts later.
    if goal.is_some_and(|goal| !journal.shows(goal.recovery)) {
        return None;
    }
    let kind = if entry.is_tick() { "goal done" } else { "done" };
    let words = goal.map(|goal| &goal.words).or(entry.words.as_ref());
    let mut row = Row::new(Some(day), kind, words.map_or("", String::as_str));
    row.ways = entry.ways;
    if let Some(thousandths) = entry.amount {
        row.amount = amount::say(thousandths);
        row.unit.clone_from(&entry.unit);
    }
    if let Some(note) = journal.note(id)
        && !entry.is_tick()
    {
        row.note.clone_from(&note.text);
    }
    Some(row)
}

fn goals(journal: &Journal, rows: &mut Vec<Row>) {
    for (_, goal) in journal.goals() {
        let mut row = Row::new(Some(goal.made), "goal", &goal.words);
        row.ways = goal.ways;
        row.rhythm = rhythm(goal);
        row.state = match goal.status {
            Status::Current => "kept".to_owned(),
            Status::Finished(day) => ["finished ", &day.to_string()].concat(),
            Status::Dropped(day) => ["dropped ", &day.to_string()].concat(),
        };
        if let Some(of) = &goal.details.amount {
            row.amount = amount::say(of.thousandths);
            row.unit.clone_from(&of.unit);
        }
        row.note = details(&goal.details);
        rows.push(row);
        for step in &goal.steps {
            let mut row = Row::new(step.done, "step", &step.words);
            row.state = String::from(if step.done.is_some() { "done" } else { "" });
            row.note.clone_from(&goal.words);
            rows.push(row);
        }
        for rest in &goal.rests {
            let mut row = Row::new(Some(rest.from), "rest", &goal.words);
            if let Some(to) = rest.to {
                row.state = ["until ", &to.to_string()].concat();
            }
            rows.push(row);
        }
    }
}

/// What was added to a goal, in one cell.
fn details(details: &Details) -> String {
    let mut parts = Vec::new();
    for (name, words) in [
        ("with: ", &details.with),
        ("if: ", &details.when),
        ("then: ", &details.then),
    ] {
        if !words.is_empty() {
            parts.push([name, words].concat());
        }
    }
    if let Some(sure) = details.sure {
        parts.push(["sure: ", &sure.to_string(), " of 10"].concat());
    }
    parts.join("; ")
}

/// How often: `daily`, `Mon Wed`, `3 a week` or `once by 2026-11-21`.
fn rhythm(goal: &Goal) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    match goal.rhythm {
        Rhythm::Daily => "daily".to_owned(),
        Rhythm::Weekdays(days) => {
            let name = |day: u8| DAYS[usize::from(day + 6) % 7];
            days.iter().map(name).collect::<Vec<_>>().join(" ")
        }
        Rhythm::Weekly(times) => [&times.to_string(), " a week"].concat(),
        Rhythm::Once(by) => ["once by ", &by.to_string()].concat(),
    }
}

/// Milestones and start dates.
fn reached(journal: &Journal, rows: &mut Vec<Row>) {
    for (_, milestone) in journal.milestones() {
        let mut row = Row::new(Some(milestone.marked), "milestone", &milestone.words);
        if let Some(when) = milestone.when {
            row.date = when.to_string();
        }
        row.state = String::from(if milestone.proud { "proud" } else { "" });
        row.note = milestone.note.clone().unwrap_or_default();
        rows.push(row);
    }
    for (id, start) in journal.starts() {
        let mut row = Row::new(Some(start.since), "start date", &start.label);
        if let Some(until) = start.until {
            row.state = ["until ", &until.to_string()].concat();
        } else if let Some(paused) = start.paused {
            row.state = ["paused ", &paused.to_string()].concat();
        }
        rows.push(row);
        for (_, note) in journal.notes_of(id) {
            let mut row = Row::new(Some(note.day), "start date note", &start.label);
            row.note.clone_from(&note.text);
            rows.push(row);
        }
    }
}

/// One line an answer.
fn checkups(journal: &Journal, rows: &mut Vec<Row>) {
    const QUESTIONS: [&str; 4] = ["satisfied", "worthwhile", "happy", "anxious"];
    for (day, checkup) in journal.checkups() {
        let mut push = |what: &str, amount: String, state: &str, note: &str| {
            let mut row = Row::new(Some(day), "check-up", what);
            (row.amount, row.state, row.note) = (amount, state.to_owned(), note.to_owned());
            rows.push(row);
        };
        for (answer, what) in checkup.answers.iter().zip(QUESTIONS) {
            if let Some(answer) = answer {
                push(what, answer.to_string(), "", "");
            }
        }
        for (rating, resource) in checkup.resources.iter().zip(Resource::ALL) {
            if let Some(rating) = rating {
                push(resource.name(), String::new(), rated(*rating), "");
            }
        }
        let CheckUp {
            helped,
            hindered,
            next,
            ..
        } = checkup;
        for (words, what) in [(helped, "helped"), (hindered, "in the way"), (next, "next")] {
            if !words.is_empty() {
                push(what, String::new(), "", words);
            }
        }
        if let Some(support) = checkup.support {
            push("more support", String::new(), wanted(support), "");
        }
    }
}

fn rated(rating: Rating) -> &'static str {
    [
        "really hard",
        "hard",
        "in between",
        "ok",
        "good",
        "not for me",
    ][rating as usize]
}

fn wanted(support: Support) -> &'static str {
    ["no", "maybe", "yes", "yes, today"][support as usize]
}
