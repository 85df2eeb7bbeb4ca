//! Opening a copy: what it holds is shown first and added second.

use super::App;
use crate::domain::merge::Preview;
use crate::exchange::backup;
use crate::platform::clock;
use leptos::prelude::*;

pub use crate::exchange::backup::{CopyError, Opened};

impl App {
    /// Reads the text of a copy and says what adding it would do. Nothing is changed.
    ///
    /// # Errors
    /// Why it is not a copy of ours.
    pub fn look_into_copy(self, text: &str) -> Result<(Opened, Preview), CopyError> {
        let opened = backup::open(text, clock::now_ms())?;
        let preview = self
            .journal
            .with_untracked(|journal| journal.preview(&opened.records));
        Ok((opened, preview))
    }
}
