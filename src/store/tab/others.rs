//! What other tabs did, and what happened while this one slept. Correctness never rests on it: every write merges
//! with what is stored. It is for what the person sees.

use super::Tab;
use crate::domain::record::{self, Unreadable};
use crate::domain::stamp::Stamp;
use crate::platform::storage::{StoreError, load_mirror};
use crate::store::page::{Notice, Told};
use crate::store::replicas::{News, Replicas};
use crate::store::reserved_keys::is_lock;

/// How many records are read at a time.
const BATCH: u32 = 100;
/// After how long a look that has not ended holds up no other, in milliseconds.
const LOST: u64 = 20_000;

impl Tab {
    /// Takes in what was read from these stores, unless everything was put in place of everything meanwhile: it is of
    /// before then. The keys of what was new.
    pub(in crate::store) fn absorb(
        &self,
        from: &Replicas,
        records: Vec<(String, String)>,
    ) -> Vec<String> {
        let mut new = Vec::new();
        if self.replicas().generation != from.generation {
            return new;
        }
        let mut too_new = false;
        let mut records = Some(records);
        let mut latest = Stamp::default();
        // Nothing is drawn anew when nothing is new.
        self.page().journal(&mut |journal| {
            for (key, text) in records.take().unwrap_or_default() {
                match record::read(&key, &text) {
                    Ok(loaded) => {
                        for (_, row) in &loaded.rows {
                            latest = latest.max(row.stamp);
                        }
                        if !journal.absorb(loaded).is_empty() {
                            new.push(key);
                        }
                    }
                    Err(Unreadable::TooNew) => too_new = true,
                    Err(Unreadable::Damaged) => {}
                }
            }
            !new.is_empty()
        });
        if too_new {
            self.page().tell(Told::Notice(Notice::TooNew));
            self.feed(crate::store::saver::Input::TooNew);
        }
        self.see(latest);
        new
    }

    /// The page is seen again, a minute has gone by, or another tab calls: one number says whether anything was written that
    /// this one does not know. Whoever calls is not believed, only what is stored; and however often it is called, one look
    /// is under way at a time.
    pub(crate) fn wake(&self) {
        let now = self.page().now_ms();
        let looking = self.0.looking.get();
        if looking.is_some_and(|since| now.abs_diff(since) < LOST) || self.is_under_way() {
            return self.0.look_again.set(true);
        }
        self.0.looking.set(Some(now));
        self.0.look_again.set(false);
        let tab = self.clone();
        self.page().spawn(Box::pin(async move {
            // What cannot be read now is read the next time.
            let _ = tab.catch_up().await;
            tab.0.looking.set(None);
            tab.look_if_called();
        }));
    }

    /// Looks when there was a reason to, and no time.
    pub(super) fn look_if_called(&self) {
        if self.0.look_again.get() {
            self.wake();
        }
    }

    /// Before all is read, or the start is at the lock, the quick copy may be of before a wipe; and what this tab itself puts
    /// in place of everything is no news.
    fn is_under_way(&self) -> bool {
        !self.may_write() && (self.0.opening.get() || !self.is_locked())
    }

    /// Something was put in place of everything that these stores had: the page starts anew, unless it was this tab itself.
    fn was_replaced(&self, seen: &Replicas) {
        if self.is_under_way() || self.replicas().generation != seen.generation {
            self.0.look_again.set(true);
        } else {
            self.page().tell(Told::Reload);
        }
    }

    async fn catch_up(&self) -> Result<(), StoreError> {
        let replicas = self.replicas();
        let revision = match replicas.news().await? {
            News::Nothing => return Ok(()),
            News::Replaced => {
                self.was_replaced(&replicas);
                return Ok(());
            }
            News::Something(revision) => revision,
        };
        if self.is_locked() {
            return Ok(());
        }
        let Some(vault) = &replicas.vault else {
            let mirror = replicas.mirror.as_deref();
            let records = mirror.map_or(Ok(Vec::new()), load_mirror)?;
            self.absorb(&replicas, records);
            return Ok(());
        };
        let mut new = Vec::new();
        let mut last = None;
        loop {
            let batch = vault.load(last, BATCH).await?;
            let more = batch.len() == BATCH as usize;
            last = batch.last().map(|(key, _)| key.clone());
            if self.sealed().is_none() && batch.iter().any(|(key, _)| is_lock(key)) {
                // A store that the browser cleared counts its numbers from the start, so they may tell nothing of a lock.
                self.was_replaced(&replicas);
                return Ok(());
            }
            new.extend(self.absorb(&replicas, batch));
            if !more {
                break;
            }
            self.page().breathe().await;
        }
        if !new.is_empty() {
            replicas.even_out(&self.texts(&new));
        }
        replicas.revisions.set(revision);
        Ok(())
    }
}
