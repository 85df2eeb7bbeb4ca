//! Forms: one stays open with its text until what it holds is saved, and what is typed is kept as it is typed.

use crate::domain::change::Changed;
use crate::domain::commands::Refusal;
use crate::platform::address;
use crate::platform::storage::Put;
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
    /// Whether the form that is open may be sent now: not while it is on its way already. What an earlier try could not
    /// save is taken back first, so that the command sees the journal as the form found it.
    #[must_use]
    pub fn may_send(self) -> bool {
        let here = address::hash();
        let mut earlier = None;
        let on_its_way = *self.saving.read_untracked() == Saving::Saving;
        let mut may = true;
        self.keeper.update_value(|keeper| {
            if let Some(place) = keeper.forms.iter().position(|sent| sent.from == here) {
                may = !on_its_way;
                if may {
                    earlier = Some(keeper.forms.swap_remove(place));
                }
            }
        });
        let Some(sent) = earlier else {
            return may;
        };
        let keys = self.show(&sent.undo);
        self.wait(keys);
        true
    }

    /// Keeps what a form holds, and goes to `home` (`#/…`) once it is on the device. Until then the form stays open
    /// with its text. To be asked first: [`App::may_send`].
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
        let sent = Sent {
            undo: changed.inverse(),
            from: address::hash(),
            home: home.to_owned(),
        };
        self.keeper.update_value(|keeper| keeper.forms.push(sent));
        let nothing_new = changed.is_empty() && !self.is_read_only();
        self.keep(Ok(changed), words)?;
        if nothing_new {
            // Unless an earlier try is still to be taken back on the device.
            self.flush();
            self.close_form();
        }
        Ok(())
    }

    /// What was sent is saved: goes on from the form that is open, if it is one of them.
    pub(super) fn close_form(self) {
        let mut saved = Vec::new();
        self.keeper
            .update_value(|keeper| saved = std::mem::take(&mut keeper.forms));
        for sent in saved {
            self.keep_draft(&sent.from, None);
            if address::hash() == sent.from {
                address::replace(sent.home.trim_start_matches('#'));
            }
        }
    }

    /// Keeps (or with `None` drops) what is typed into the form at an address, as far as it has got.
    pub fn keep_draft(self, address: &str, text: Option<String>) {
        if self.is_read_only() || self.locked.get_untracked() {
            return;
        }
        self.keeper.update_value(|keeper| keeper.drafts += 1);
        let key = [DRAFT, address].concat();
        let replicas = self.replicas();
        spawn_local(async move {
            // Only a help: what is sent is what is saved, and said.
            if replicas.write_beside(Put { key, text }).await == Ok(true) {
                self.tell(Notice::Cleared);
            }
            self.keeper
                .update_value(|keeper| keeper.drafts = keeper.drafts.saturating_sub(1));
        });
    }

    /// What was typed into the form at an address and not sent; empty when that is nothing.
    pub async fn read_draft(self, address: &str) -> String {
        let key = [DRAFT, address].concat();
        let found = self.replicas().read(vec![key]).await.ok();
        let found = found.and_then(|mut found| found.pop());
        found.map(|(_, text)| text).unwrap_or_default()
    }
}
