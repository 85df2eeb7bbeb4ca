//! Much at once: something put in place of everything, all deleted, and texts that could not be read. Each happens whole
//! or not at all.

use super::Tab;
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::platform::storage::{Put, StoreError};
use crate::store::boot::Boot;
use crate::store::lock::Stores;
use crate::store::page::Told;
use crate::store::replicas::Replicas;
use crate::store::reserved_keys::{ASIDE, MENDED};
use crate::store::saver::Input;

impl Tab {
    /// Puts a journal in place of everything that is kept.
    ///
    /// # Errors
    /// What stopped it. Everything is as it was then.
    pub(crate) async fn replace_all(&self, journal: Journal) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Err(StoreError::TooNew);
        }
        self.may_replace()?;
        let puts = super::all_texts(&journal);
        let mut replicas = self.replicas();
        self.feed(Input::Paused);
        let replaced = replicas.replace(puts, None).await;
        if replaced.is_ok() {
            self.put_in_place(replicas, journal);
        }
        self.feed(Input::Ready { read_only: false });
        replaced
    }

    /// Deletes everything from both copies, a lock too. Only the bare number of the generation stays, so that nothing
    /// can come back. Whether both could be reached.
    ///
    /// # Errors
    /// What stopped it. It may be tried again.
    pub(crate) async fn wipe(&self) -> Result<bool, StoreError> {
        self.may_replace()?;
        let Stores { vault, mirror } = self.stores();
        let mut replicas = Replicas {
            mirror,
            vault,
            ..self.replicas()
        };
        let could_write = self.may_write();
        self.feed(Input::Paused);
        let wiped = replicas.wipe().await;
        if wiped.is_ok() {
            self.use_sealed(None);
            self.0.locks.borrow_mut().clear();
            self.put_in_place(replicas, Journal::default());
        }
        if could_write {
            self.feed(Input::Ready { read_only: false });
        }
        wiped
    }

    /// What is kept may be in a copy that is not open yet.
    fn may_replace(&self) -> Result<(), StoreError> {
        if self.0.opening.get() {
            return Err(StoreError::Blocked);
        }
        Ok(())
    }

    fn put_in_place(&self, replicas: Replicas, journal: Journal) {
        self.use_replicas(replicas);
        self.0.boot.replace(Boot::default());
        self.0.mirror_only.borrow_mut().clear();
        self.0.aside.borrow_mut().clear();
        self.0.forms.borrow_mut().clear();
        self.feed(Input::Replaced);
        self.page().call_tabs();
        self.page().tell(Told::ForgetDone);
        let mut journal = Some(journal);
        self.page().journal(&mut |shown| {
            *shown = journal.take().unwrap_or_default();
            true
        });
        self.see_latest();
    }

    /// The stores as they are, with what is sealed in them.
    pub(in crate::store) fn stores(&self) -> Stores {
        if let Some(sealed) = self.sealed() {
            return sealed.stores();
        }
        let Replicas { vault, mirror, .. } = self.replicas();
        Stores { vault, mirror }
    }

    /// Writes all that is shown, after the browser cleared what was stored.
    pub(crate) fn save_all(&self) {
        let mut keys = Vec::new();
        self.look(|journal| keys = record::stored_keys(journal));
        self.feed(Input::Changed(keys));
    }

    /// The person has been told of what was set aside: it stays kept, without a word at every start.
    pub(crate) fn quiet_unread(&self) {
        let keys = self.0.aside.take();
        if keys.is_empty() {
            return;
        }
        let (tab, replicas) = (self.clone(), self.replicas());
        self.page().spawn(Box::pin(async move {
            let found = replicas.read(keys.clone()).await;
            let mut puts = Vec::new();
            for (key, text) in found.unwrap_or_default() {
                if let Some(rest) = key.strip_prefix(ASIDE) {
                    puts.push(Put::new([MENDED, rest].concat(), text));
                    puts.push(Put::removal(key));
                }
            }
            if replicas.move_texts(puts).await.is_err() {
                // It is said again at the next start, and may be tried again here.
                tab.0.aside.replace(keys);
            }
        }));
    }
}
