//! A week on paper: its days with their blooms, what was done, and the goals.

use super::app;
use super::frame::{Choices, Page, head};
use crate::content::text::{fill, printing, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::insight::ticks_between;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::{Way, Ways};
use crate::pages::goals::{amount_words, rhythm_words};
use crate::pages::look_back::steps;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::para;
use leptos::prelude::*;

/// The page of the week that has this day.
pub(super) fn page(day: Option<Day>) -> El {
    let app = app();
    let today = app.today.get_untracked();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let days = day.unwrap_or(today).week(starts);
    let choices = Choices::new();
    let of = |day: Day| {
        let sheet = Id::parse("week").zip(Id::parse(&day.to_string()));
        sheet.map_or(Route::Prints, |(week, day)| Route::Print(week, Some(day)))
    };
    let later = days[0].after(7);
    Page {
        title: printing().week,
        file: printing().file_week,
        above: steps(&of(days[0].before(7)), (later <= today).then(|| of(later))),
        ticks: vec![choices.notes_tick(), choices.recovery_tick()],
        choices,
        draw: Box::new(move || {
            let shows = Shows {
                notes: choices.notes.get(),
                recovery: choices.recovery.get(),
            };
            app.journal.with(|journal| sheet(journal, &days, shows))
        }),
    }
    .show()
}

/// What else is on the paper.
#[derive(Clone, Copy)]
struct Shows {
    notes: bool,
    recovery: bool,
}

/// A day with what is to be printed of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Lived {
    ways: Ways,
    /// What was done, each with its note or an empty one.
    done: Vec<(String, String)>,
    note: String,
}

impl Lived {
    /// How many lines it takes, about.
    fn lines(&self) -> usize {
        let of = |words: &str| words.len().div_ceil(50);
        let mut lines = of(&self.note);
        for (words, note) in &self.done {
            lines += of(words) + of(note);
        }
        lines
    }
}

fn lived(journal: &Journal, day: Day, shows: Shows) -> Lived {
    let note = |id: Option<&Id>| {
        let found = id.filter(|_| shows.notes).and_then(|id| journal.note(id));
        found.map(|note| note.text.clone()).unwrap_or_default()
    };
    let mut lived = Lived {
        note: note(Id::parse(&day.to_string()).as_ref()),
        ..Lived::default()
    };
    for (_, id, entry) in journal.entries(day, day) {
        let goal = journal.goal(id).filter(|_| entry.is_tick());
        if !shows.recovery && (entry.recovery || goal.is_some_and(|goal| goal.recovery)) {
            continue;
        }
        let of_goal = || goal.map_or(text().goal_gone, |goal| &goal.words);
        let mut words = entry.words.as_deref().unwrap_or_else(of_goal).to_owned();
        if let Some(amount) = entry.amount {
            words.push_str(" · ");
            words.push_str(&amount_words(amount, &entry.unit));
        }
        lived.ways = lived.ways.union(entry.ways);
        lived.done.push((words, note(Some(id))));
    }
    lived
}

/// The goals that stood on a day of the week, each with how many of its days have a tick.
fn goals(journal: &Journal, days: &[Day; 7], shows: Shows) -> Vec<(String, Rhythm, u32)> {
    let mut found = Vec::new();
    for (id, goal) in journal.goals() {
        let ticks = ticks_between(journal, id, days[0], days[6]);
        let stood = days.iter().any(|day| goal.is_for(*day));
        if (ticks > 0 || stood) && (shows.recovery || !goal.recovery) {
            found.push((goal.words.clone(), goal.rhythm, ticks));
        }
    }
    found
}

fn sheet(journal: &Journal, days: &[Day; 7], shows: Shows) -> El {
    let p = printing();
    let t = text();
    let lived = days.map(|day| lived(journal, day, shows));
    let say = |day| say_day(day, DayStyle::DayAndMonth);
    let last = say_day(days[6], DayStyle::Long);
    let column = |words: &str| el("th").attr("scope", "col").say(words);
    let bloom_column = el("td");
    let names = el("tr").with([column(t.table_day), bloom_column, column(p.did)]);
    let mut rows = Vec::new();
    for (day, lived) in days.iter().zip(&lived) {
        rows.push(row(*day, lived));
    }
    let ways = Way::ALL.map(|way| t.way(way));
    let goals = goals(journal, days, shows);
    // What is empty has room to be filled in by pen.
    let is_empty = goals.is_empty() && lived.iter().all(|day| day.lines() == 0);
    group([
        head(p.week, &fill(p.from_to, &[&say(days[0]), &last])),
        para("key", &fill(p.petals, &[&ways.join(", ")])),
        el("table")
            .class(if is_empty { "days roomy" } else { "days" })
            .with([el("thead").with([names]), el("tbody").with(rows)]),
        totals(&lived),
        goal_list(&goals),
    ])
}

fn row(day: Day, lived: &Lived) -> El {
    let t = text();
    let mut done = Vec::new();
    for (words, note) in &lived.done {
        done.push(el("li").say(words).with([note_of(note)]));
    }
    let names = if lived.ways.is_empty() {
        nothing()
    } else {
        el("b").say(&t.way_names(lived.ways))
    };
    let list = if done.is_empty() {
        nothing()
    } else {
        el("ul").with(done)
    };
    let class = match lived.lines() {
        0..8 => "",
        8..24 => "long",
        _ => "longest",
    };
    el("tr").class(class).with([
        el("th").attr("scope", "row").with([
            el("b").say(&say_day(day, DayStyle::WeekdayLong)),
            el("p").say(&say_day(day, DayStyle::DayAndMonth)),
        ]),
        el("td").with([bloom(lived.ways.petals(), false)]),
        el("td").with([names, list, note_of(&lived.note)]),
    ])
}

/// A note as it was written; nothing when there is none.
pub(super) fn note_of(note: &str) -> El {
    if note.is_empty() {
        nothing()
    } else {
        para("written", note)
    }
}

/// "You connected on 3 days", and so on. What was not touched is not said.
fn totals(lived: &[Lived; 7]) -> El {
    let mut rows = Vec::new();
    for way in Way::ALL {
        let days = lived.iter().filter(|day| day.ways.has(way)).count();
        if days > 0 {
            let days = u32::try_from(days).unwrap_or(7);
            rows.push(el("li").say(&text().way_days(way, days)));
        }
    }
    el("ul").class("totals").with(rows)
}

fn goal_list(goals: &[(String, Rhythm, u32)]) -> El {
    let p = printing();
    if goals.is_empty() {
        return nothing();
    }
    let mut rows = Vec::new();
    for (words, rhythm, ticks) in goals {
        let mut beside = [" · ", &rhythm_words(*rhythm)].concat();
        if *ticks > 0 {
            beside.push_str(" · ");
            beside.push_str(&text().count(p.done_once, p.done_on, *ticks as usize));
        }
        rows.push(el("li").with([el("b").say(words), el("span").say(&beside)]));
    }
    el("section").with([el("h3").say(p.my_goals), el("ul").with(rows)])
}
