//! The two copies of one device, used as one store: which of them counts, in what order they are written, and how
//! each is mended from the other.
//!
//! One record goes to the working copy first, at once, and then to the durable one, which "Saved" means. Several go
//! to the durable one first, in one transaction, so that a crash leaves all of them or none. A working copy that
//! stands alone first takes them down as one text, which the next start reads. Nothing here knows the browser, so
//! that every way of failing is tried on the host.

mod agree;
mod beside;
mod bulk;
mod quota;
mod revisions;

pub(crate) use revisions::{News, Revisions};

use super::boot::Boot;
use super::reserved_keys::{
    BALLAST, LOCK, LOCK_AGAIN, PENDING, READER, merge, meta, meta_for, pending,
};
use super::saver::Wrote;
use crate::platform::storage::{Mirror, Put, StoreError, Vault};
use agree::{Agreed, agree};
use quota::{bytes, write_vault};
use revisions::read_state;
use std::cell::RefCell;
use std::rc::Rc;

/// How many records are read at a time, so that the page can answer taps in between.
const BATCH: u32 = 64;
/// How many records of the working copy are read at a time.
const SLICE: usize = 20;
/// The most bytes of records that are written to both copies at once. More go to the durable one, and the next start
/// brings the newest of them over.
const FEW_BYTES: usize = 200_000;

/// The stores of a device. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct Replicas {
    /// The working copy, where there is one.
    pub(crate) mirror: Option<Rc<dyn Mirror>>,
    /// The durable copy, once it is read.
    pub(crate) vault: Option<Rc<dyn Vault>>,
    /// Raised by every wipe; what is of an older one does not count.
    pub(crate) generation: u64,
    /// What this tab knows of the durable copy's revision.
    pub(crate) revisions: Rc<Revisions>,
}

/// What came of joining the two copies.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Joined {
    /// Both are read and mended, but for the records under these keys: the durable copy is full, and they are still to
    /// be written.
    Mended { unmended: Vec<String> },
    /// They are locked, and were left as they are.
    Locked,
}

impl Replicas {
    /// Opens the working copy and reads what is drawn first. One that cannot be read is done without. `seed`: a number
    /// for this page alone.
    pub(crate) fn open(mirror: Option<Rc<dyn Mirror>>, seed: u32) -> (Self, Boot) {
        let mut replicas = Self {
            revisions: Revisions::new(seed),
            ..Self::default()
        };
        let mut boot = Boot::default();
        if let Some(mirror) = mirror
            && boot.read_mirror(&mirror).is_ok()
        {
            replicas.generation = boot.generation.unwrap_or_default();
            replicas.mirror = Some(mirror);
        }
        (replicas, boot)
    }

    /// Reads the durable copy into `boot`, and mends both. `agreed` is called as soon as it is known whether what the
    /// working copy held counts: not when everything was deleted since. `rest` lets others do something in between.
    ///
    /// # Errors
    /// When the durable copy cannot be read: it is done without then.
    pub(crate) async fn join(
        &mut self,
        vault: Rc<dyn Vault>,
        boot: &RefCell<Boot>,
        on_agreed: impl FnOnce(Option<Boot>),
        rest: impl AsyncFn(),
    ) -> Result<Joined, StoreError> {
        let mirror = self.mirror.as_ref();
        // Of what was read: another tab may have deleted everything since.
        let mine = mirror.and(boot.borrow().generation);
        let stored = vault.generation().await?;
        let now = mirror.and_then(|mirror| mirror.generation().ok().flatten());
        // Where it was empty, what was changed here alone went into generation 0.
        if now > Some(mine.unwrap_or(self.generation)) {
            // Another tab has put something in place of everything since it was read, and of what was changed here.
            return Err(StoreError::Stale);
        }
        // It looks at every key, and is asked where it can make a difference.
        let is_ahead = stored.is_some() && mine > stored;
        let holds_older = is_ahead && mirror.is_some_and(|mirror| mirror.holds_older());
        let agreed = agree(mine, stored, holds_older);
        let outdated = (!agreed.mirror_counts).then(|| boot.take());
        let mirrored_locks = boot.borrow().locks.len();
        // Before anything is read: what is written meanwhile is later. And before anything is drawn: the working copy may
        // have failed when a lock was set, and know of none.
        let (revision, locks) = read_state(&*vault).await?;
        if mirrored_locks == 0 && agreed.vault_counts {
            boot.borrow_mut().locks = locks;
        }
        on_agreed(outdated);
        rest().await;
        while boot.borrow_mut().read_on(SLICE) {
            rest().await;
        }
        if agreed.vault_counts {
            let mut last = None;
            loop {
                let batch = vault.load(last, BATCH).await?;
                let more = batch.len() == BATCH as usize;
                last = batch.last().map(|(key, _)| key.clone());
                boot.borrow_mut().read_batch(batch);
                // They stand before all that is sealed.
                if boot.borrow().locks.len() > mirrored_locks {
                    let lock = boot.borrow().locks.last().cloned();
                    self.stay_locked(vault, agreed, lock);
                    return Ok(Joined::Locked);
                }
                if !more {
                    break;
                }
                rest().await;
            }
        }
        if mirrored_locks > 0 && (stored.is_none() || !agreed.vault_counts) {
            // The durable copy was lost, or never had it.
            self.stay_locked(vault, agreed, None);
            return Ok(Joined::Locked);
        }
        self.generation = agreed.generation;
        self.revisions.set(revision);
        let repairs = boot.borrow_mut().repairs_for_vault(self.revisions.first());
        let repairs = Rc::new(repairs);
        let mut unmended = Vec::new();
        if !repairs.is_empty() || stored.is_none() {
            match write_vault(&*vault, agreed.generation, Rc::clone(&repairs)).await {
                Ok(written) => self.note(&written),
                Err(StoreError::Full) => {
                    // The first is what goes with every write.
                    unmended.extend(repairs.iter().skip(1).map(|put| put.key.clone()));
                }
                Err(error) => return Err(error),
            }
        }
        self.vault = Some(vault);
        rest().await;
        if let Some(mirror) = &self.mirror {
            if mine.is_some_and(|mine| mine > agreed.generation) {
                let _ = mirror.renumber(agreed.generation);
            }
            // What the durable copy could not take is here alone: then nothing is let go.
            if unmended.is_empty() {
                let _ = mirror.sweep(agreed.generation);
                let mut repairs = boot.borrow().mirror_repairs();
                rest().await;
                while boot.borrow().go_on_with(&mut repairs, SLICE) {
                    rest().await;
                }
                let puts = boot.borrow_mut().end_repairs(repairs);
                // It is only the quick one: when it is full, the durable one carries on.
                let _ = self.write_mirror(&puts);
                rest().await;
            }
        }
        Ok(Joined::Mended { unmended })
    }

    /// Both copies as they are: what is in them is opened with a passcode. Nothing readable is left of before.
    fn stay_locked(&mut self, vault: Rc<dyn Vault>, agreed: Agreed, lock: Option<String>) {
        self.generation = agreed.generation;
        self.vault = Some(vault);
        let Some(mirror) = &self.mirror else {
            return;
        };
        if agreed.mirror_counts {
            // A lock that was set while this copy failed may have left what there was before.
            let _ = mirror.sweep(agreed.generation);
        } else {
            let _ = mirror.wipe(agreed.generation);
            // So that the next start knows at once.
            if let Some(lock) = lock {
                let puts = [
                    meta_for(READER),
                    Put::new(LOCK, &*lock),
                    Put::new(LOCK_AGAIN, lock),
                ];
                let _ = mirror.write(agreed.generation, &puts, merge);
            }
        }
    }

    /// Goes on with the working copy alone, and finishes what it had begun.
    pub(crate) fn go_on_alone(&self, boot: &mut Boot) {
        boot.read_all();
        let _ = self.write_mirror(&boot.repairs_without_vault());
    }

    /// Writes records: one as soon as it can be, several all or none.
    ///
    /// # Errors
    /// When they are not on the device. What was there before still is.
    pub(crate) async fn write(&self, mut puts: Vec<Put>) -> Result<Wrote, StoreError> {
        let one = puts.len() == 1;
        puts.insert(0, meta());
        let Some(vault) = &self.vault else {
            return self.write_alone(&puts, one);
        };
        if one {
            // The durable copy decides; this one need not even be there.
            let _ = self.write_mirror(&puts);
        }
        puts[0] = self.raising();
        let puts = Rc::new(puts);
        let written = write_vault(&**vault, self.generation, Rc::clone(&puts)).await?;
        self.note(&written);
        if !one {
            self.even_out(&puts[1..]);
        }
        Ok(if written.was_new {
            Wrote::Anew
        } else {
            Wrote::Down
        })
    }

    fn write_alone(&self, puts: &[Put], one: bool) -> Result<Wrote, StoreError> {
        if self.mirror.is_none() {
            return Ok(Wrote::Nowhere);
        }
        if !one {
            self.write_mirror(&[pending(puts)])?;
        }
        self.write_mirror(puts)?;
        if !one {
            self.write_mirror(&[Put::removal(PENDING)])?;
        }
        Ok(Wrote::Down)
    }

    /// Records by their keys, from the copy that is there.
    pub(crate) async fn read(
        &self,
        keys: Vec<String>,
    ) -> Result<Vec<(String, String)>, StoreError> {
        if let Some(vault) = &self.vault {
            return vault.read(keys).await;
        }
        let mut records = Vec::new();
        if let Some(mirror) = &self.mirror {
            for key in keys {
                if let Some(text) = mirror.read(self.generation, &key)? {
                    records.push((key, text));
                }
            }
        }
        Ok(records)
    }

    /// Brings to the working copy what another tab did. Two tabs that write there at the same moment can undo each
    /// other, since nothing locks it; the durable copy has both.
    pub(crate) fn even_out(&self, puts: &[Put]) {
        if bytes(puts) <= FEW_BYTES && self.write_mirror(&[meta()]).is_ok() {
            let _ = self.write_mirror(puts);
        }
    }

    /// Writes to the working copy; when it is full, its ballast makes room.
    fn write_mirror(&self, puts: &[Put]) -> Result<(), StoreError> {
        let Some(mirror) = &self.mirror else {
            return Ok(());
        };
        let written = mirror.write(self.generation, puts, merge);
        if written != Err(StoreError::Full) {
            return written;
        }
        mirror.write(self.generation, &[Put::removal(BALLAST)], merge)?;
        mirror.write(self.generation, puts, merge)
    }
}

#[cfg(test)]
mod tests;
