//! What other tabs did, and what happened while this one slept. Correctness never rests on it: every write merges
//! with what is stored. It is for what the person sees.

use super::Tab;
use crate::domain::record::{self, Unreadable};
use crate::domain::stamp::Stamp;
use crate::platform::storage::StoreError;
use crate::store::page::{Notice, Told};
use crate::store::replicas::{News, Replicas};

/// What the other tabs are told when everything was deleted, or put in place of everything.
const WIPED: &str = "wiped";
/// What stands before the revision that a write made, among the keys it wrote.
const REVISION: &str = "rev/";
/// How many records are read at a time.
const BATCH: u32 = 100;

impl Tab {
    /// Tells the other tabs of keys that were written.
    pub(super) fn tell_tabs(&self, keys: &[String], replicas: &Replicas) {
        let mut words = keys.to_vec();
        if let Some(revision) = replicas.known_revision() {
            words.push([REVISION, &revision.to_string()].concat());
        }
        self.page().tell_tabs(&words);
    }

    /// Tells the other tabs that what they show is not what is kept any more.
    pub(in crate::store) fn tell_replaced(&self) {
        self.page().tell_tabs(&[WIPED.to_owned()]);
    }

    /// Another tab changed these records: shows what it did.
    pub(crate) fn hear(&self, words: Vec<String>) {
        if words.iter().any(|word| word == WIPED) {
            return self.page().tell(Told::Reload);
        }
        // Before all is read the quick copy may be of before a wipe, and what is shut shows nothing. What is missed now is read
        // at the next look.
        if !self.may_write() {
            return;
        }
        let (tab, replicas) = (self.clone(), self.replicas());
        self.page().spawn(Box::pin(async move {
            if let Ok(records) = replicas.read(words.clone()).await {
                tab.absorb(&replicas, records);
                if replicas.vault.is_none() {
                    // The quick copy may lack what was told, so the number that came with it is not reached.
                    return;
                }
                replicas.even_out(&tab.texts(&words));
                // It stands behind the keys.
                let last = words.last().and_then(|word| word.strip_prefix(REVISION));
                if let Some(revision) = last.and_then(|revision| revision.parse().ok()) {
                    replicas.revisions.follow(revision);
                }
            }
        }));
    }

    /// Takes in what was read from these stores, unless everything was put in place of everything meanwhile: it is of
    /// before then.
    pub(in crate::store) fn absorb(&self, from: &Replicas, records: Vec<(String, String)>) {
        if self.replicas().generation != from.generation {
            return;
        }
        let mut too_new = false;
        let mut records = Some(records);
        let mut latest = Stamp::default();
        // Nothing is drawn anew when nothing is new.
        self.page().journal(&mut |journal| {
            let mut any = false;
            for (key, text) in records.take().unwrap_or_default() {
                match record::read(&key, &text) {
                    Ok(loaded) => {
                        for (_, row) in &loaded.rows {
                            latest = latest.max(row.stamp);
                        }
                        any |= !journal.absorb(loaded).is_empty();
                    }
                    Err(Unreadable::TooNew) => too_new = true,
                    Err(Unreadable::Damaged) => {}
                }
            }
            any
        });
        if too_new {
            self.page().tell(Told::Notice(Notice::TooNew));
            self.feed(crate::store::saver::Input::TooNew);
        }
        self.see(latest);
    }

    /// The page is seen again, or a minute has gone by: one number says whether other tabs wrote anything that this one
    /// has not heard of.
    pub(crate) fn wake(&self) {
        let tab = self.clone();
        self.page().spawn(Box::pin(async move {
            // What cannot be read now is read the next time.
            let _ = tab.catch_up().await;
        }));
    }

    async fn catch_up(&self) -> Result<(), StoreError> {
        let replicas = self.replicas();
        let revision = match replicas.news().await? {
            News::Nothing => return Ok(()),
            News::Replaced => {
                self.page().tell(Told::Reload);
                return Ok(());
            }
            News::Something(revision) => revision,
        };
        let Some(vault) = &replicas.vault else {
            return Ok(());
        };
        if self.is_locked() {
            return Ok(());
        }
        let mut last = None;
        loop {
            let batch = vault.load(last, BATCH).await?;
            let more = batch.len() == BATCH as usize;
            last = batch.last().map(|(key, _)| key.clone());
            self.absorb(&replicas, batch);
            if !more {
                break;
            }
            self.page().breathe().await;
        }
        replicas.revisions.set(revision);
        Ok(())
    }
}
