//! What is here, in forms for other places.

use super::App;
use crate::content::summary::{Lines, Say, summary};
use crate::content::text::{taking, text};
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::exchange::table;
use crate::platform::files;
use crate::state::device::say_when;
use leptos::prelude::*;

pub use crate::platform::files::FileError;
pub use crate::platform::share::{can_share_words, copy_words, share_words};

impl App {
    /// Hands the table of everything to the browser to be saved.
    ///
    /// # Errors
    /// When the file could not be made.
    pub fn save_table(self) -> Result<(), FileError> {
        let text = self.journal.with_untracked(table::everything);
        self.save_as("table-", ".csv", "text/csv", &text)
    }

    /// Hands the goals, in the form that Loop imports, to the browser to be saved.
    ///
    /// # Errors
    /// When the file could not be made.
    pub fn save_for_loop(self) -> Result<(), FileError> {
        let text = self.journal.with_untracked(table::for_loop);
        self.save_as("goals-", ".csv", "text/csv", &text)
    }

    /// Hands a few lines to the browser to be saved.
    ///
    /// # Errors
    /// When the file could not be made.
    pub fn save_lines(self, lines: &str) -> Result<(), FileError> {
        self.save_as("lines-", ".txt", "text/plain", lines)
    }

    /// A few lines about the last days (all of them with `None`).
    #[must_use]
    pub fn summary(self, days: Option<u64>, wanted: Lines) -> Vec<String> {
        let today = self.today.get();
        let journal = self.journal.read();
        let first = match days {
            Some(days) => today.before(days - 1),
            None => first_of_all(&journal).unwrap_or(today).min(today),
        };
        let say = Say {
            text: text(),
            taking: taking(),
            when: &say_when,
        };
        summary(&journal, first, today, wanted, &say)
    }

    fn save_as(self, name: &str, ending: &str, kind: &str, text: &str) -> Result<(), FileError> {
        let today = self.today_now().to_string();
        files::save(&[name, &today, ending].concat(), kind, text)
    }
}

/// The first day of which there is something to tell.
fn first_of_all(journal: &Journal) -> Option<Day> {
    let reached = journal.milestones().last().map(|(_, one)| one.place());
    journal.first_day().into_iter().chain(reached).min()
}
