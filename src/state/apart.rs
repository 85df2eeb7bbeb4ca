//! A diary apart from the person's own: a made-up person's, or one that is not kept. It is in memory, behind the same
//! [`Vault`](crate::platform::storage::Vault) as the real one, and the stores of the device are never opened: so it can
//! neither read nor change what is in them.

use super::App;
use crate::domain::journal::Journal;
use crate::platform::apart;
use crate::platform::storage::MemoryVault;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// What `start.js` calls a diary that is not kept.
pub const UNSAVED: &str = "unsaved";

/// Whose diary is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diary {
    /// The person's own.
    Own,
    /// A made-up person's.
    MadeUp,
    /// The person's own, for as long as the page is open.
    Unsaved,
}

impl Diary {
    /// The one that this tab is for.
    pub(super) fn here() -> Self {
        match apart::name().as_deref() {
            None => Self::Own,
            Some(UNSAVED) => Self::Unsaved,
            Some(_) => Self::MadeUp,
        }
    }
}

/// The name of the diary apart that is open, if one is.
#[must_use]
pub fn name() -> Option<String> {
    apart::name()
}

/// Loads the page again with another diary: a made-up person's, by name, or [`UNSAVED`].
pub fn turn_to(name: &str) {
    apart::turn_to(name);
}

/// Loads the page again with the person's own diary. Nothing is left of the other one.
pub fn turn_to_own() {
    apart::turn_to("end");
}

impl App {
    /// Whether a diary apart is still to be begun.
    #[must_use]
    pub fn is_to_begin(self) -> bool {
        self.diary != Diary::Own && !self.loaded.get()
    }

    /// Begins a diary apart.
    pub fn begin_apart(self, journal: Journal) {
        self.journal.set(journal);
        let tab = self.tab();
        let replicas = tab.start_apart(Rc::new(MemoryVault::default()));
        let puts = tab.all_texts();
        spawn_local(async move {
            let _ = replicas.write(puts).await;
            tab.begin_apart();
        });
    }
}
