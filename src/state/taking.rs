//! What is here, in forms for other places.

use super::App;
use crate::content::summary::{Lines, Say, summary};
use crate::content::text::{taking, text};
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
        self.has_all()?;
        let text = self.journal.with_untracked(table::everything);
        self.save_as("table-", ".csv", "text/csv", &text)
    }

    /// Hands the goals, in the form that Loop imports, to the browser to be saved.
    ///
    /// # Errors
    /// When the file could not be made.
    pub fn save_for_loop(self) -> Result<(), FileError> {
        self.has_all()?;
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
        let first = days.map(|days| today.before(days - 1));
        let say = Say {
            text: text(),
            taking: taking(),
            when: &say_when,
        };
        summary(&journal, first, today, wanted, &say)
    }

    /// Fails until the durable copy has been read: a file of a part would look whole.
    fn has_all(self) -> Result<(), FileError> {
        if self.loaded.get_untracked() {
            Ok(())
        } else {
            Err(FileError::Failed)
        }
    }

    fn save_as(self, name: &str, ending: &str, kind: &str, text: &str) -> Result<(), FileError> {
        let today = self.today_now().to_string();
        files::save(&[name, &today, ending].concat(), kind, text)
    }
}
