//! The two copies of one device, used as one store: which of them counts, in what order they are written, and how
//! each is mended from the other.
//!
//! One record goes to the working copy first, at once, and then to the durable one, which "Saved" means. Several go
//! to the durable one first, in one transaction, so that a crash leaves all of them or none. A working copy that
//! stands alone first takes them down as one text, which the next start reads. Nothing here knows the browser, so
//! that every way of failing is tried on the host.

mod agree;
mod room;

use super::beside::{BALLAST, LOCK, LOCK_AGAIN, PENDING, READER, merge, meta, meta_for, pending};
use super::boot::Boot;
use crate::platform::storage::{Mirror, Put, Puts, StoreError, Vault};
use agree::{Agreed, agree};
use room::{bytes, replace_vault, write_vault};
use std::cell::RefCell;
use std::rc::Rc;

/// How many records are read at a time, so that the page can answer taps in between.
const BATCH: u32 = 400;
/// The most bytes of records that are written to both copies at once. More go to the durable one, and the next start
/// brings the newest of them over.
const FEW_BYTES: usize = 200_000;

/// The stores of a device. Clones share them.
#[derive(Clone, Default)]
pub(super) struct Replicas {
    /// The working copy, where there is one.
    pub(super) mirror: Option<Rc<dyn Mirror>>,
    /// The durable copy, once it is read.
    pub(super) vault: Option<Rc<dyn Vault>>,
    /// Raised by every wipe; what is of an older one does not count.
    pub(super) generation: u64,
}

/// What came of joining the two copies.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// Both are read and mended, but for the records under these keys: the durable copy is full, and they are still to
    /// be written.
    Mended { unmended: Vec<String> },
    /// They are locked, and were left as they are.
    Locked,
}

/// Where a write went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrote {
    /// To the device.
    Down,
    /// To a durable copy that was empty: the browser cleared it while the app was open.
    Anew,
    /// To no store at all: there is none.
    Nowhere,
}

impl Replicas {
    /// Opens the working copy and reads it. One that cannot be read is done without.
    pub(super) fn open(mirror: Option<Rc<dyn Mirror>>) -> (Self, Boot) {
        let mut replicas = Self::default();
        let mut boot = Boot::default();
        if let Some(mirror) = mirror
            && boot.read_mirror(&*mirror).is_ok()
        {
            replicas.generation = mirror.generation().ok().flatten().unwrap_or_default();
            replicas.mirror = Some(mirror);
        }
        (replicas, boot)
    }

    /// Reads the durable copy into `boot`, and mends both. `outdated` is called when what the working copy held does
    /// not count: everything was deleted since. `rest` lets others do something between two batches.
    ///
    ///
    /// # Errors
    /// When the durable copy cannot be read: it is done without then.
    pub(super) async fn join(
        &mut self,
        vault: Rc<dyn Vault>,
        boot: &RefCell<Boot>,
        outdated: impl FnOnce(),
        rest: impl AsyncFn(),
    ) -> Result<Joined, StoreError> {
        let mirror = self.mirror.as_ref();
        let mine = mirror.and_then(|mirror| mirror.generation().ok().flatten());
        let holds_older = mirror.is_some_and(|mirror| mirror.holds_older());
        let stored = vault.generation().await?;
        let agreed = agree(mine, stored, holds_older);
        if !agreed.mirror_counts {
            boot.replace(Boot::default());
            outdated();
        }
        let mirrored_locks = boot.borrow().locks.len();
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
        let repairs = Rc::new(boot.borrow_mut().repairs_for_vault());
        let mut unmended = Vec::new();
        if !repairs.is_empty() || stored.is_none() {
            match write_vault(&*vault, agreed.generation, Rc::clone(&repairs)).await {
                Ok(_) => {}
                Err(StoreError::Full) => {
                    unmended.extend(repairs.iter().map(|put| put.key.clone()));
                }
                Err(error) => return Err(error),
            }
        }
        self.vault = Some(vault);
        if let Some(mirror) = &self.mirror {
            if mine.is_some_and(|mine| mine > agreed.generation) {
                let _ = mirror.renumber(agreed.generation);
            }
            // It is only the quick one: when it is full, the durable one carries on.
            let _ = self.write_mirror(&boot.borrow_mut().repairs_for_mirror());
            let _ = mirror.sweep(agreed.generation);
        }
        Ok(Joined::Mended { unmended })
    }

    /// Both copies as they are: what is in them is opened with a passcode. Nothing readable is left of before.
    fn stay_locked(&mut self, vault: Rc<dyn Vault>, agreed: Agreed, lock: Option<String>) {
        self.generation = agreed.generation;
        self.vault = Some(vault);
        if let Some(mirror) = &self.mirror
            && !agreed.mirror_counts
        {
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
    pub(super) fn go_on_alone(&self, boot: &mut Boot) {
        let _ = self.write_mirror(&boot.repairs_without_vault());
    }

    /// Writes records: one as soon as it can be, several all or none.
    ///
    /// # Errors
    /// When they are not on the device. What was there before still is.
    pub(super) async fn write(&self, mut puts: Vec<Put>) -> Result<Wrote, StoreError> {
        let one = puts.len() == 1;
        puts.insert(0, meta());
        let Some(vault) = &self.vault else {
            return self.write_alone(&puts, one);
        };
        let puts = Rc::new(puts);
        if one {
            // The durable copy decides; this one need not even be there.
            let _ = self.write_mirror(&puts);
        }
        let new = write_vault(&**vault, self.generation, Rc::clone(&puts)).await?;
        if !one {
            self.even_out(&puts);
        }
        Ok(if new { Wrote::Anew } else { Wrote::Down })
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

    /// Puts records in place of everything.
    ///
    /// # Errors
    /// When it could not be done; it may be tried again. Only where there is a durable copy: nothing else does it all
    /// at once.
    pub(super) async fn replace(&mut self, mut puts: Vec<Put>) -> Result<(), StoreError> {
        puts.insert(0, meta());
        let puts = Rc::new(puts);
        let generation = self.generation + 1;
        let vault = self.vault.as_ref().ok_or(StoreError::Blocked)?;
        replace_vault(&**vault, generation, Rc::clone(&puts)).await?;
        self.generation = generation;
        if let Some(mirror) = &self.mirror {
            let _ = mirror.wipe(generation);
        }
        self.even_out(&puts);
        Ok(())
    }

    /// Removes everything; nothing is left but the number of the new generation.
    ///
    /// # Errors
    /// When it could not be done; it may be tried again.
    pub(super) async fn wipe(&mut self) -> Result<(), StoreError> {
        let generation = self.generation + 1;
        if let Some(vault) = &self.vault {
            replace_vault(&**vault, generation, Puts::default()).await?;
        }
        if let Some(mirror) = &self.mirror {
            // What is left in it would not count, but it could still be read.
            mirror.wipe(generation)?;
        }
        self.generation = generation;
        Ok(())
    }

    /// Keeps or drops something that is no record and need not be everywhere, in the durable copy alone. Whether that
    /// copy was empty: see [`Wrote::Anew`].
    pub(super) async fn write_beside(&self, put: Put) -> Result<bool, StoreError> {
        let Some(vault) = &self.vault else {
            return Err(StoreError::Blocked);
        };
        let puts = Rc::new(vec![meta(), put]);
        write_vault(&**vault, self.generation, puts).await
    }

    /// Records by their keys, from the copy that is there.
    pub(super) async fn read(
        &self,
        keys: Vec<String>,
    ) -> Result<Vec<(String, String)>, StoreError> {
        if let Some(vault) = &self.vault {
            return vault.read(keys).await;
        }
        let mut records = match &self.mirror {
            Some(mirror) => mirror.load()?,
            None => Vec::new(),
        };
        records.retain(|(key, _)| keys.contains(key));
        Ok(records)
    }

    /// Brings to the working copy what another tab did. Two tabs that write there at the same moment can undo each
    /// other, since nothing locks it; the durable copy has both.
    pub(super) fn even_out(&self, puts: &[Put]) {
        if self.vault.is_some() && bytes(puts) <= FEW_BYTES && self.write_mirror(&[meta()]).is_ok()
        {
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
