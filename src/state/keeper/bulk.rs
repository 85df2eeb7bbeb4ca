//! Much at once: a copy added, a copy put in place of everything, all deleted. Each happens whole or not at all.

use super::tabs::WIPED;
use crate::domain::change::Changed;
use crate::domain::journal::Journal;
use crate::domain::merge::{Merged, as_changed};
use crate::domain::record::{self, Loaded};
use crate::platform::clock;
use crate::platform::storage::{LocalFuture, Put, StoreError};
use crate::state::boot::Boot;
use crate::state::{App, Notice, Said, Saving};
use leptos::prelude::*;

impl App {
    /// Takes in records from a file, with an undo; with `bring_back` also those that were taken away here since.
    /// Returns how many things that changed.
    pub fn take_in(
        self,
        records: Vec<Loaded>,
        bring_back: bool,
        words: impl Into<String>,
    ) -> usize {
        if self.is_read_only() {
            self.saving.set(Saving::NotSaved(StoreError::TooNew));
            return 0;
        }
        let mut records = self
            .journal
            .with_untracked(|journal| journal.receive(records, clock::now_ms()));
        if bring_back {
            let stamp = self.next_stamp();
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
        self.see_latest();
        let changed = as_changed(merged);
        let count = changed.0.len();
        self.said.set(Some(Said {
            words: words.into(),
            undo: changed.inverse(),
        }));
        self.save(keys);
        count
    }

    /// Keeps very much at once, with one undo. Whether it may be kept.
    #[must_use]
    pub fn keep_much(self, changed: Changed, words: &str) -> bool {
        if self.is_read_only() {
            self.saving.set(Saving::NotSaved(StoreError::TooNew));
            return false;
        }
        let keys = self.show(&changed);
        self.said.set(Some(Said {
            words: words.to_owned(),
            undo: changed.into_inverse(),
        }));
        self.save(keys);
        true
    }

    /// The next stamp is later than every one shown.
    pub(super) fn see_latest(self) {
        let latest = self.journal.with_untracked(Journal::latest);
        self.keeper.update_value(|keeper| keeper.stamps.see(latest));
    }

    /// Puts records from a file in place of everything that is kept. There is no undo: save a copy first.
    ///
    /// # Errors
    /// What stopped it. Everything is as it was then.
    pub async fn replace_all(self, records: Vec<Loaded>) -> Result<(), StoreError> {
        let mut journal = Journal::default();
        for loaded in journal.receive(records, clock::now_ms()) {
            journal.absorb(loaded);
        }
        let mut puts = Vec::new();
        for key in record::stored_keys(&journal) {
            if let Some(text) = record::write(&journal, &key) {
                puts.push(Put::new(key, text));
            }
        }
        self.put_in_place(journal, Some(puts)).await
    }

    /// Deletes everything from both copies. Only the bare number of the generation stays, so that nothing can
    /// come back.
    ///
    /// # Errors
    /// What stopped it. It may be tried again.
    pub async fn delete_everything(self) -> Result<(), StoreError> {
        self.put_in_place(Journal::default(), None).await
    }

    /// Puts these texts, of this journal, in place of everything; without any, deletes everything. In a box: what is in
    /// it is made once, not for each caller.
    fn put_in_place(
        self,
        journal: Journal,
        puts: Option<Vec<Put>>,
    ) -> LocalFuture<Result<(), StoreError>> {
        Box::pin(async move {
            let mut replicas = self.replicas();
            let opening = self.keeper.with_value(|keeper| keeper.opening);
            if self.is_read_only() && puts.is_some() {
                return Err(StoreError::TooNew);
            }
            if opening && replicas.mirror.is_none() {
                // What is kept may be in a copy that is not open yet.
                return Err(StoreError::Blocked);
            }
            let deletes = puts.is_none();
            if let Some(puts) = puts {
                replicas.replace(puts).await?;
            } else {
                // The lock goes too.
                let stores = self.stores();
                replicas.vault = stores.vault;
                replicas.mirror = stores.mirror;
                replicas.wipe().await?;
            }
            self.keeper.update_value(|keeper| {
                keeper.replicas = replicas;
                if deletes {
                    keeper.sealed = None;
                    keeper.locks.clear();
                }
                keeper.boot.replace(Boot::default());
                keeper.waiting.clear();
                keeper.alone.clear();
                keeper.forms.clear();
            });
            self.tell_wiped();
            self.unkept_notes.set_value(Vec::new());
            self.said.set(None);
            self.saving.set(Saving::Idle);
            self.journal.set(journal);
            self.see_latest();
            Ok(())
        })
    }

    /// Tells the other tabs that what they show is not what is kept any more.
    pub(in crate::state) fn tell_wiped(self) {
        self.keeper.with_value(|keeper| {
            if let Some(tabs) = &keeper.tabs {
                tabs.tell(&[WIPED.to_owned()]);
            }
        });
    }

    /// Writes all that is shown, after the browser cleared what was stored.
    pub fn keep_all_again(self) {
        let keys = self.journal.with_untracked(record::stored_keys);
        self.notices
            .update(|notices| notices.retain(|notice| *notice != Notice::Cleared));
        self.save(keys);
    }
}
