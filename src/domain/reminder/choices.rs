//! What the person chose for reminders, and what the last calendar file held. It is kept as a few short lines in the
//! settings, so that the everyday part of the program need not know of it.

use super::Reminder;
use crate::domain::day::Day;
use crate::domain::id::Id;

/// How many reminders that were taken away are told of in each further file, in case one file was never opened.
const MOST_GONE: usize = 40;

/// What was chosen, and what the last file held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The calendar shows the person's own words.
    pub own_words: bool,
    /// When to be reminded of a meeting on its day, in minutes after midnight.
    pub meetings_at: Option<u16>,
    /// What tells this person's reminders from those of others in a calendar that is shared: random letters, drawn
    /// with the first file.
    pub name: Option<String>,
    /// What the last file held.
    pub sent: Vec<Sent>,
    /// Lines of a newer version.
    rest: Vec<String>,
}

/// A reminder in the last file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its name.
    pub key: String,
    /// Its [`Reminder::mark`]; `None`: it was taken away.
    pub mark: Option<String>,
    /// The last day it is on, if there is one.
    pub until: Option<Day>,
}

impl Choices {
    /// Reads the lines of the settings.
    #[must_use]
    pub fn read(lines: &[String]) -> Self {
        let mut choices = Self::default();
        for line in lines {
            let mut parts = line.split(' ');
            let mut part = || parts.next().unwrap_or_default();
            match part() {
                "words" => choices.own_words = true,
                "meetings" => choices.meetings_at = part().parse().ok().filter(|at| *at < 24 * 60),
                // They go into a file in a form that knows no quotes: nothing but the letters of an id.
                "name" => choices.name = Id::parse(part()).map(|id| id.to_string()),
                "sent" => {
                    if let Some(key) = Id::parse(part()) {
                        choices.sent.push(Sent {
                            key: key.to_string(),
                            mark: Some(part().to_owned()).filter(|mark| mark != "-"),
                            until: Day::parse(part()),
                        });
                    }
                }
                _ => choices.rest.push(line.clone()),
            }
        }
        choices
    }

    /// The lines for the settings.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.own_words {
            lines.push("words".to_owned());
        }
        if let Some(at) = self.meetings_at {
            lines.push(["meetings ", &at.to_string()].concat());
        }
        if let Some(name) = &self.name {
            lines.push(["name ", name].concat());
        }
        for sent in &self.sent {
            let mark = sent.mark.as_deref().unwrap_or("-");
            let until = sent.until.map_or(String::new(), |day| day.to_string());
            let line = ["sent", &sent.key, mark, &until].join(" ");
            lines.push(line.trim_end().to_owned());
        }
        lines.extend_from_slice(&self.rest);
        lines
    }

    /// Whether a calendar that has the last file shows something else than what is wanted now. Before the first file
    /// it shows nothing, and that is as it should be. `words`: what the calendar says of a reminder.
    #[must_use]
    pub fn is_stale(
        &self,
        wanted: &[Reminder],
        today: Day,
        words: impl Fn(&Reminder) -> String,
    ) -> bool {
        let is_sent = |reminder: &Reminder| {
            let mark = reminder.mark(&words(reminder));
            let mut sent = self.sent.iter();
            sent.any(|sent| sent.key == reminder.key && sent.mark.as_ref() == Some(&mark))
        };
        self.name.is_some()
            && (!wanted.iter().all(is_sent) || self.gone(wanted).any(|sent| is_after(sent, today)))
    }

    /// What the last file held, is not wanted any more, and has not been taken back in a file yet.
    fn gone(&self, wanted: &[Reminder]) -> impl Iterator<Item = &Sent> {
        let is_wanted = |sent: &Sent| wanted.iter().any(|reminder| reminder.key == sent.key);
        self.sent
            .iter()
            .filter(move |sent| sent.mark.is_some() && !is_wanted(sent))
    }

    /// The names of what a file with these reminders has to take back: what was in the last file and still to come, and
    /// what earlier files took back.
    #[must_use]
    pub fn taken_back(&self, wanted: &[Reminder], today: Day) -> Vec<String> {
        let mut keys = Vec::new();
        for sent in &self.sent {
            let is_wanted = wanted.iter().any(|reminder| reminder.key == sent.key);
            if !is_wanted && (sent.mark.is_none() || is_to_come(sent, today)) {
                keys.push(sent.key.clone());
            }
        }
        // The latest stand last.
        keys.split_off(keys.len().saturating_sub(MOST_GONE))
    }

    /// Notes what a file holds that is being saved.
    pub fn note(&mut self, wanted: &[Reminder], today: Day, words: impl Fn(&Reminder) -> String) {
        let mut sent = Vec::new();
        for key in self.taken_back(wanted, today) {
            sent.push(Sent {
                key,
                mark: None,
                until: None,
            });
        }
        for reminder in wanted {
            let once = match reminder.repeats {
                super::Repeats::As(super::Rhythm::Once(by)) => Some(by),
                _ => None,
            };
            let until = once.or(reminder.dates().and_then(|dates| dates.until));
            sent.push(Sent {
                key: reminder.key.clone(),
                mark: Some(reminder.mark(&words(reminder))),
                until,
            });
        }
        self.sent = sent;
    }
}

/// Whether it is on a day from today on.
fn is_to_come(sent: &Sent, today: Day) -> bool {
    sent.until.is_none_or(|until| today <= until)
}

/// Whether it is on a later day. Today's may have been by now, and then nobody has to do anything about it.
fn is_after(sent: &Sent, today: Day) -> bool {
    sent.until.is_none_or(|until| today < until)
}
