//! History from other apps: a file is read in slices, so that the page stays usable, and added with one undo.

use super::App;
use crate::exchange::bring;
use crate::platform::files;
use crate::platform::timers;

pub use crate::domain::mood::Mood;
pub use crate::exchange::bring::{
    BringError, Choice, Columns, DateOrder, Found, Left, Opened, Origin, Plan, Sheet, Thing, Why,
    Work, ZipError, shown,
};
pub use crate::platform::files::{File, FileError};

/// The bytes of a file.
///
/// # Errors
/// When it is too large, or cannot be read.
pub async fn read_file(file: File) -> Result<Vec<u8>, FileError> {
    #[allow(clippy::cast_precision_loss, reason = "20 million is exact")]
    files::read_bytes(file, bring::MOST_BYTES as f64).await
}

/// Reads a file to its end, slice by slice. `tell` hears how far it is, and says whether to go on; when not, nothing
/// comes of it.
///
/// # Errors
/// When the file cannot be read.
pub async fn read_through(
    mut work: Box<Work>,
    tell: impl Fn(usize, usize) -> bool,
) -> Result<Option<Found>, BringError> {
    loop {
        let (at, of) = work.progress();
        if !tell(at, of) {
            return Ok(None);
        }
        timers::pause().await;
        match work.step()? {
            Ok(found) => return Ok(Some(found)),
            Err(more) => work = more,
        }
    }
}

impl App {
    /// Opens a file of another app. Nothing is changed.
    ///
    /// # Errors
    /// When it is not one that can be read.
    pub fn open_history(self, bytes: Vec<u8>) -> Result<Opened, BringError> {
        bring::open(bytes, self.today_now())
    }

    /// Reads a table as these columns say. Nothing is changed.
    #[must_use]
    pub fn read_table(self, sheet: &Sheet, columns: Columns) -> Box<Work> {
        Box::new(sheet.read(columns, self.today_now()))
    }

    /// Works out what adding it would do. Nothing is changed.
    #[must_use]
    pub fn plan_history(
        self,
        found: &Found,
        choices: &[Choice],
        moods: &[(String, Option<Mood>)],
    ) -> Plan {
        use leptos::prelude::*;
        let today = self.today_now();
        self.journal
            .with_untracked(|journal| bring::fit(journal, found, choices, moods, today))
    }
}
