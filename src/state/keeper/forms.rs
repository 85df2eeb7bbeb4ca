//! Forms: one stays open with its text until what it holds is saved, and what is typed is kept as it is typed.

use crate::domain::change::Changed;
use crate::domain::commands::Refusal;
use crate::platform::storage::{Put, StoreError};
use crate::platform::{address, timers};
use crate::state::beside::DRAFT;
use crate::state::{App, Notice, Saving};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A form that was sent and is not saved yet.
pub(super) struct Sent {
    /// What takes back what it changed.
    undo: Changed,
    /// The address of the form.
    from: String,
    /// Where to go once it is saved.
    home: String,
}

impl App {
    /// Keeps what a form holds, and goes to `home` (`#/…`) once it is on the device. Until then the form stays open
    /// with its text; sending it again takes the place of what could not be saved.
    ///
    /// # Errors
    /// What the command refused, unchanged: the page says it beside the field.
    pub fn keep_form(
        self,
        outcome: Result<Changed, Refusal>,
        words: &str,
        home: &str,
    ) -> Result<(), Refusal> {
        let changed = outcome?;
        if self.is_read_only() {
            self.saving.set(Saving::NotSaved(StoreError::TooNew));
            return Ok(());
        }
        let from = address::hash();
        let mut earlier = None;
        self.keeper
            .update_value(|keeper| earlier = keeper.form.take());
        if let Some(sent) = earlier.filter(|sent| sent.from == from) {
            if *self.saving.read_untracked() == Saving::Saving {
                // A second tap on Save before the first is through.
                self.keeper.update_value(|keeper| keeper.form = Some(sent));
                return Ok(());
            }
            let keys = self.show(&sent.undo);
            self.wait(keys);
        }
        let sent = Sent {
            undo: changed.inverse(),
            from,
            home: home.to_owned(),
        };
        let nothing_new = changed.is_empty();
        self.keeper.update_value(|keeper| keeper.form = Some(sent));
        let kept = self.keep(Ok(changed), words);
        if nothing_new {
            self.close_form();
        }
        kept
    }

    /// The form that was sent is saved: goes on from it, unless the person already has.
    pub(super) fn close_form(self) {
        let mut saved = None;
        self.keeper
            .update_value(|keeper| saved = keeper.form.take());
        if let Some(sent) = saved {
            self.keep_draft(&sent.from, None);
            if address::hash() == sent.from {
                address::replace(sent.home.trim_start_matches('#'));
            }
        }
    }

    /// Keeps (or with `None` drops) what is typed into the form at an address, as far as it has got.
    pub fn keep_draft(self, address: &str, text: Option<String>) {
        if self.is_read_only() {
            return;
        }
        let key = [DRAFT, address].concat();
        let replicas = self.replicas();
        spawn_local(async move {
            // Only a help: what is sent is what is saved, and said. But it may be the first to find the store empty.
            if replicas.write_beside(Put { key, text }).await == Ok(true) {
                self.tell(Notice::Cleared);
            }
        });
    }

    /// What was typed into the form at an address and not sent; empty when that is nothing.
    pub async fn read_draft(self, address: &str) -> String {
        let key = [DRAFT, address].concat();
        // A page may be opened at the form: it is drawn before the durable copy, which alone has this, is there.
        while !self.loaded.get_untracked() {
            timers::pause().await;
        }
        let found = self.replicas().read(vec![key]).await.ok();
        let found = found.and_then(|mut found| found.pop());
        found.map(|(_, text)| text).unwrap_or_default()
    }
}
