//! A few lines about a stretch of days, in plain text, for a message to someone.

use super::text::{OwnWords, Taking, fill};
use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::insight::{self, Totals, ticks_between};
use crate::domain::journal::Journal;
use crate::domain::milestone::When;
use crate::domain::way::Way;

/// What is to be in it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a box that a person ticks"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// How many days had something in them.
    pub days: bool,
    /// How many days had each Way.
    pub ways: bool,
    /// Milestones.
    pub milestones: bool,
    /// Goals that are kept.
    pub goals: bool,
    /// Notes of days.
    pub notes: bool,
}

/// How the words and dates are said.
pub struct Say<'a> {
    /// The app's words.
    pub text: OwnWords,
    /// The words of this page.
    pub taking: &'a Taking,
    /// A date.
    pub when: &'a dyn Fn(When) -> String,
}

/// The lines about the days from `from` to `last` (all of them with `None`), each a paragraph of its own. Nothing that
/// happened no time is in them, and nothing of recovery parts that are off.
#[must_use]
pub fn summary(
    journal: &Journal,
    from: Option<Day>,
    last: Day,
    wanted: Lines,
    say: &Say,
) -> Vec<String> {
    let Say { text, taking, when } = say;
    let first = from.or(first_of_all(journal)).unwrap_or(last).min(last);
    let totals = insight::totals_between(journal, first, last);
    let day = |day: Day| when(When::Day(day));
    let mut lines = vec![fill(taking.title, &[&day(first), &day(last)])];
    if wanted.days {
        let of = usize::try_from(last.days_since(first) + 1).unwrap_or(0);
        lines.push(if from.is_some() || totals.days == 0 {
            text.days_of(totals.days, of)
        } else {
            // Out of how many would count days before the diary began.
            text.count(text.days_ever_one, text.days_ever, totals.days as usize)
        });
    }
    if wanted.ways {
        ways(&totals, say, &mut lines);
    }
    if wanted.milestones {
        let mut found = Vec::new();
        for (_, milestone) in journal.milestones() {
            if (first..=last).contains(&milestone.place()) {
                let date = milestone.when.map(|date| [" (", &when(date), ")"].concat());
                found.push(["- ", &milestone.words, &date.unwrap_or_default()].concat());
            }
        }
        part(taking.reached, found, &mut lines);
    }
    if wanted.goals {
        let mut found = Vec::new();
        for (id, goal) in journal.goals() {
            if goal.status.is_current() {
                let days = ticks_between(journal, id, first.max(goal.made), last);
                let line = counted(taking, &goal.words, days);
                found.push(["- ", &line].concat());
            }
        }
        part(taking.my_goals, found, &mut lines);
    }
    if wanted.notes {
        let mut found = Vec::new();
        for key in journal.keys() {
            if let (Key::Note(id), Some(Body::Note(note))) = (key, journal.body(key))
                && Day::parse(id.as_str()).is_some()
                && (first..=last).contains(&note.day)
            {
                found.push([&day(note.day), ": ", &note.text].concat());
            }
        }
        part(taking.my_notes, found, &mut lines);
    }
    lines
}

fn ways(totals: &Totals, say: &Say, lines: &mut Vec<String>) {
    for way in Way::ALL {
        let days = totals.ways[way.index()];
        if days > 0 {
            lines.push(counted(say.taking, say.text.way(way), days));
        }
    }
}

/// "A short walk: 6 days"; the words alone for no day at all.
fn counted(taking: &Taking, words: &str, days: u32) -> String {
    match days {
        0 => words.to_owned(),
        1 => fill(taking.way_one, &[words]),
        _ => fill(taking.way_many, &[words, &days.to_string()]),
    }
}

/// What was found, under its title; nothing when nothing was.
fn part(title: &str, found: Vec<String>, lines: &mut Vec<String>) {
    if !found.is_empty() {
        lines.push([title, ":"].concat());
        lines.extend(found);
    }
}

/// The first day of which there is something to tell.
fn first_of_all(journal: &Journal) -> Option<Day> {
    let reached = journal.milestones().last().map(|(_, one)| one.place());
    journal.first_day().into_iter().chain(reached).min()
}

#[cfg(test)]
mod tests {
    use super::super::text::{taking, text};
    use super::*;
    use crate::domain::record;

    const NOTHING: Lines = Lines {
        days: false,
        ways: false,
        milestones: false,
        goals: false,
        notes: false,
    };

    fn lines(wanted: Lines, recovery: bool) -> Vec<String> {
        let mut journal = Journal::default();
        for line in include_str!("../../tests/fixtures/records-v1.txt").lines() {
            let (key, text) = line.split_once('\t').unwrap();
            journal.absorb(record::read(key, text).unwrap());
        }
        let mut settings = journal.settings();
        settings.recovery = recovery;
        let changed = journal.set(settings);
        let stamp = crate::domain::stamp::Stamps::new(1).next(2_000_000_000_000);
        journal.apply(&changed, stamp);
        let (first, last) = (
            Day::parse("2026-10-23").unwrap(),
            Day::parse("2026-11-21").unwrap(),
        );
        let say = Say {
            text: text(),
            taking: taking(),
            when: &|when| when.to_string(),
        };
        summary(&journal, Some(first), last, wanted, &say)
    }

    #[test]
    fn only_what_is_wanted_is_in_it() {
        let title = "From 2026-10-23 to 2026-11-21";
        assert_eq!(lines(NOTHING, true), [title]);
        let days = Lines {
            days: true,
            ..NOTHING
        };
        assert_eq!(
            lines(days, true),
            [title, "2 of 30 days had something in them"]
        );
        let ways = Lines {
            ways: true,
            ..NOTHING
        };
        assert_eq!(
            lines(ways, true),
            [
                title,
                "Connect: 1 day",
                "Be active: 1 day",
                "Take notice: 1 day",
                "Give: 1 day"
            ]
        );
        let milestones = Lines {
            milestones: true,
            ..NOTHING
        };
        assert_eq!(
            lines(milestones, true),
            [title, "What I reached:", "- I saw a dentist."]
        );
        let goals = Lines {
            goals: true,
            ..NOTHING
        };
        assert_eq!(
            lines(goals, false),
            [
                title,
                "My goals:",
                "- Message someone safe: 1 day",
                "- Walk: 1 day"
            ]
        );
        assert_eq!(
            lines(
                Lines {
                    notes: true,
                    ..NOTHING
                },
                true
            ),
            [title]
        );
    }

    #[test]
    fn parts_that_are_off_are_not_in_it() {
        let ways = Lines {
            ways: true,
            ..NOTHING
        };
        let (on, off) = (lines(ways, true), lines(ways, false));
        assert!(on.contains(&"Take notice: 1 day".to_owned()));
        assert!(!off.contains(&"Take notice: 1 day".to_owned()));
    }
}
