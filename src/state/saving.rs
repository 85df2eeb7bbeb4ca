//! What pages and other rooms of the state ask of the store: a change is shown, and handed on to be saved.

use super::shell::{Beside, Sent};
use super::{App, Held, Notice, Said, Saving};
use crate::domain::change::Changed;
use crate::domain::commands::Refusal;
use crate::domain::journal::Journal;
use crate::domain::merge::{Merged, as_changed};
use crate::domain::record::{self, Loaded};
use crate::platform::storage::{LocalFuture, Put, StoreError};
use crate::platform::{address, clock};
use crate::store::saver::Input;
use crate::store::tab::Tab;
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    /// The tab that saves.
    pub(super) fn tab(self) -> Tab {
        self.held().tab.clone()
    }

    /// What the page holds that is no signal.
    pub(super) fn beside(self) -> Rc<Beside> {
        Rc::clone(&self.held().beside)
    }

    fn held(self) -> Rc<Held> {
        self.held.get_value()
    }

    /// Applies a change and saves it.
    pub(super) fn apply(self, changed: &Changed) {
        if changed.is_empty() {
            return;
        }
        let keys = self.show(changed);
        self.save(keys);
    }

    /// Applies a change to what is shown. The storage keys of the records it changed.
    fn show(self, changed: &Changed) -> Vec<String> {
        let stamp = self.tab().next_stamp();
        self.journal.update(|journal| journal.apply(changed, stamp));
        let mut keys = Vec::new();
        for change in &changed.0 {
            keys.push(record::stored_key(&change.key));
        }
        // The entries of a day are in one record.
        keys.dedup();
        keys
    }

    fn save(self, keys: Vec<String>) {
        self.tab().feed(Input::Changed(keys));
        self.ask_to_persist();
    }

    /// Tries once more to save what could not be saved.
    pub fn flush(self) {
        self.tab().feed(Input::Retry);
    }

    /// Every record as it is stored.
    pub(super) fn all_texts(self) -> Vec<Put> {
        self.tab().all_texts()
    }

    /// Takes in records from a file, with an undo; with `bring_back` also those that were taken away here since.
    /// Returns how many things that changed.
    pub fn take_in(
        self,
        records: Vec<Loaded>,
        bring_back: bool,
        words: impl Into<String>,
    ) -> usize {
        if self.is_read_only() {
            self.tab().refuse();
            return 0;
        }
        let mut records = self
            .journal
            .with_untracked(|journal| journal.receive(records, clock::now_ms()));
        if bring_back {
            let stamp = self.tab().next_stamp();
            self.journal
                .with_untracked(|journal| journal.bring_back(&mut records, stamp));
        }
        let mut merged = Merged::new();
        let mut keys = Vec::new();
        self.journal.update(|journal| {
            for loaded in records {
                keys.extend(loaded.stored_key());
                merged.extend(journal.absorb(loaded));
            }
        });
        self.tab().see_latest();
        let changed = as_changed(merged);
        let count = changed.0.len();
        self.said.set(Some(Said::new(words, changed.inverse())));
        self.save(keys);
        count
    }

    /// Keeps very much at once, with one undo. Whether it may be kept.
    #[must_use]
    pub fn keep_much(self, changed: Changed, words: &str) -> bool {
        if self.is_read_only() {
            self.tab().refuse();
            return false;
        }
        let keys = self.show(&changed);
        self.said
            .set(Some(Said::new(words, changed.into_inverse())));
        self.save(keys);
        true
    }

    /// Puts records from a file in place of everything that is kept. There is no undo: save a copy first.
    ///
    /// # Errors
    /// What stopped it. Everything is as it was then.
    #[must_use]
    pub fn replace_all(self, records: Vec<Loaded>) -> LocalFuture<Result<(), StoreError>> {
        let mut journal = Journal::default();
        for loaded in journal.receive(records, clock::now_ms()) {
            journal.absorb(loaded);
        }
        Box::pin(async move { self.tab().replace_all(journal).await })
    }

    /// Deletes everything from both copies. Only the bare number of the generation stays, so that nothing can
    /// come back. Whether both could be reached.
    ///
    /// # Errors
    /// What stopped it. It may be tried again.
    #[must_use]
    pub fn delete_everything(self) -> LocalFuture<Result<bool, StoreError>> {
        Box::pin(async move { self.tab().wipe().await })
    }

    /// Writes all that is shown, after the browser cleared what was stored.
    pub fn keep_all_again(self) {
        self.drop_notices(|notice| *notice == Notice::Cleared);
        self.tab().save_all();
    }

    /// The person has been told of what was set aside: it stays kept, without a word at every start.
    pub fn quiet_unread(self) {
        self.drop_notices(|notice| matches!(notice, Notice::SetAside(_) | Notice::Rescued));
        self.tab().quiet_unread();
    }

    fn drop_notices(self, which: fn(&Notice) -> bool) {
        self.notices
            .update(|notices| notices.retain(|notice| !which(notice)));
    }

    /// Whether the form that is open may be sent now: not while it is on its way already. What an earlier try could not
    /// save is taken back first, so that the command sees the journal as the form found it.
    #[must_use]
    pub fn may_send(self) -> bool {
        let here = address::hash();
        let mut earlier = None;
        let on_its_way = *self.saving.read_untracked() == Saving::Saving;
        let mut may = true;
        let beside = self.beside();
        let mut forms = beside.forms.borrow_mut();
        if let Some(place) = forms.iter().position(|sent| sent.from == here) {
            may = !on_its_way;
            if may {
                earlier = Some(forms.swap_remove(place));
            }
        }
        drop(forms);
        let Some(sent) = earlier else {
            return may;
        };
        let keys = self.show(&sent.undo);
        self.tab().feed(Input::Unsaved(keys));
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
        let from = address::hash();
        let sent = Sent {
            undo: changed.inverse(),
            from: from.clone(),
            home: home.to_owned(),
        };
        self.beside().forms.borrow_mut().push(sent);
        self.tab().note_form(from);
        let nothing_new = changed.is_empty() && !self.is_read_only();
        self.keep(Ok(changed), words)?;
        if nothing_new {
            // Unless an earlier try is still to be taken back on the device.
            self.flush();
            self.tab().close_forms_if_saved();
        }
        Ok(())
    }

    /// Keeps (or with `None` drops) what is typed into the form at an address, as far as it has got.
    pub fn keep_draft(self, address: &str, text: Option<String>) {
        self.tab().keep_draft(address, text);
    }

    /// What was typed into the form at an address and not sent; empty when that is nothing.
    pub async fn read_draft(self, address: &str) -> String {
        self.tab().read_draft(address).await
    }
}
