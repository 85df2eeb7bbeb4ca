//! The two copies of one device, used as one store: which of them counts, in what order they are written, and how
//! each is mended from the other.
//!
//! One record goes to the working copy first, at once, and then to the durable one, which "Saved" means. Several go
//! to the durable one first, in one transaction, so that a crash leaves all of them or none. A working copy that
//! stands alone first takes them down as one text, which the next start reads. Nothing here knows the browser, so
//! that every way of failing is tried on the host.

mod agree;
mod quota;

use super::boot::Boot;
use super::reserved_keys::{
    BALLAST, LOCK, LOCK_AGAIN, META, PENDING, READER, is_lock, merge, meta, meta_for, meta_with,
    pending, revision,
};
use super::saver::Wrote;
use crate::domain::record;
use crate::platform::storage::{Mirror, Put, Puts, StoreError, Vault, Written};
use agree::{Agreed, agree};
use quota::{bytes, replace_vault, write_vault};
use std::cell::{Cell, RefCell};
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

/// The revision up to which this tab knows all that the durable copy holds.
#[derive(Debug, Default)]
pub(crate) struct Revisions {
    known: Cell<Option<u64>>,
    /// What a store that has none begins with: another number for every page and every write.
    next: Cell<u64>,
}

/// How many numbers a page has for itself.
const OF_A_PAGE: u64 = 1 << 20;
/// Spreads them: an odd number close to 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// How many bits are left away so that JavaScript holds the rest exactly.
const TOO_MANY_BITS: u32 = 12;

impl Revisions {
    /// For a page with this number.
    pub(crate) fn new(seed: u32) -> Rc<Self> {
        Rc::new(Self {
            known: Cell::new(None),
            next: Cell::new(u64::from(seed) * OF_A_PAGE),
        })
    }

    /// Knows all up to this one.
    pub(crate) fn set(&self, revision: Option<u64>) {
        self.known.set(revision);
    }

    /// Whether nothing has been written since what is known.
    fn is_known(&self, revision: Option<u64>) -> bool {
        revision.is_some() && self.known.get() == revision
    }

    /// Heard of a write that made this revision: nothing lies between where it follows on what is known.
    pub(crate) fn follow(&self, revision: u64) {
        if self.known.get() == Some(revision.wrapping_sub(1)) {
            self.known.set(Some(revision));
        }
    }

    /// Far from every other, also of this page: an older version may have written in between, and then what follows on
    /// what is known is not all there is.
    fn first(&self) -> u64 {
        let next = self.next.get();
        self.next.set(next + 1);
        next.wrapping_mul(SPREAD) >> TOO_MANY_BITS
    }
}

/// What came of looking whether anything was written elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// Nothing.
    Nothing,
    /// Everything was put in place of everything, or deleted.
    Replaced,
    /// Something, up to this revision.
    Something(Option<u64>),
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
        if mine.is_some() && mirror.and_then(|mirror| mirror.generation().ok().flatten()) > mine {
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
                let mut repairs = boot.borrow().mirror_repairs();
                rest().await;
                while boot.borrow().go_on_with(&mut repairs, SLICE) {
                    rest().await;
                }
                let puts = boot.borrow_mut().end_repairs(repairs);
                // It is only the quick one: when it is full, the durable one carries on.
                let _ = self.write_mirror(&puts);
                rest().await;
                let _ = mirror.sweep(agreed.generation);
            }
        }
        Ok(Joined::Mended { unmended })
    }

    /// Takes note of what a write made of the revision.
    fn note(&self, written: &Written) {
        let revision = written.first.as_deref().and_then(revision);
        if written.was_new {
            // Nothing was there that this tab does not know.
            self.revisions.set(revision);
        } else if let Some(revision) = revision {
            self.revisions.follow(revision);
        }
    }

    /// Looks, with one read where nothing was, whether another tab has written anything.
    ///
    /// # Errors
    /// When the durable copy cannot be read.
    pub(crate) async fn news(&self) -> Result<News, StoreError> {
        let Some(vault) = &self.vault else {
            return Ok(News::Nothing);
        };
        let (revision, _) = read_state(&**vault).await?;
        if self.revisions.is_known(revision) {
            return Ok(News::Nothing);
        }
        let stored = vault.generation().await?;
        Ok(if stored > Some(self.generation) {
            News::Replaced
        } else {
            News::Something(revision)
        })
    }

    /// The revision that this tab has told the others of, when it follows on what it knew.
    pub(crate) fn known_revision(&self) -> Option<u64> {
        self.revisions.known.get()
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

    /// What goes first with every write to the durable copy.
    fn raising(&self) -> Put {
        meta_with(record::VERSION, self.revisions.first())
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

    /// Puts records in place of everything. With `only_if`, a revision, not when another tab has written since
    /// ([`StoreError::Changed`]).
    ///
    /// # Errors
    /// When it could not be done; it may be tried again. Only where there is a durable copy: nothing else does it all
    /// at once.
    pub(crate) async fn replace(
        &mut self,
        mut puts: Vec<Put>,
        only_if: Option<Put>,
    ) -> Result<(), StoreError> {
        let first = self.raising();
        let revision = first.text.as_deref().and_then(revision);
        puts.insert(0, first);
        let puts = Rc::new(puts);
        let generation = self.generation + 1;
        let vault = self.vault.as_ref().ok_or(StoreError::Blocked)?;
        replace_vault(&**vault, generation, Rc::clone(&puts), only_if).await?;
        self.generation = generation;
        self.revisions.set(revision);
        if let Some(mirror) = &self.mirror {
            let _ = mirror.wipe(generation);
        }
        self.even_out(&puts[1..]);
        Ok(())
    }

    /// What the durable copy says of its revision, to be handed to [`Replicas::replace`] once all that it holds has been
    /// read. One that an older version left without is given one first.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub(crate) async fn revision_now(&self) -> Result<Put, StoreError> {
        let vault = self.vault.as_ref().ok_or(StoreError::Blocked)?;
        let read = || vault.read(vec![META.to_owned()]);
        let mut found = read().await?.pop();
        if found
            .as_ref()
            .and_then(|(_, text)| revision(text))
            .is_none()
        {
            let first = Rc::new(vec![self.raising()]);
            let written = write_vault(&**vault, self.generation, first).await?;
            self.note(&written);
            found = read().await?.pop();
        }
        let (key, text) = found.unwrap_or_default();
        Ok(Put::new(key, text))
    }

    /// Removes everything; nothing is left but the number of the new generation.
    ///
    /// # Errors
    /// When it could not be done; it may be tried again.
    pub(crate) async fn wipe(&mut self) -> Result<(), StoreError> {
        let generation = self.generation + 1;
        if let Some(vault) = &self.vault {
            replace_vault(&**vault, generation, Puts::default(), None).await?;
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
    pub(crate) async fn write_beside(&self, put: Put) -> Result<bool, StoreError> {
        let Some(vault) = &self.vault else {
            return Err(StoreError::Blocked);
        };
        let puts = Rc::new(vec![self.raising(), put]);
        let written = write_vault(&**vault, self.generation, puts).await?;
        self.note(&written);
        Ok(written.was_new)
    }

    /// Moves what is kept under some keys to others, where it stands.
    ///
    /// # Errors
    /// When it was not moved; it is all there then.
    pub(crate) async fn move_texts(&self, puts: Vec<Put>) -> Result<(), StoreError> {
        if self.vault.is_some() {
            return self.write(puts).await.map(drop);
        }
        // All texts first, and then the removals: no moment has neither.
        self.write_mirror(&puts)
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

/// The revision that a durable copy is at, and what it is locked with.
async fn read_state(vault: &dyn Vault) -> Result<(Option<u64>, Vec<String>), StoreError> {
    let (mut last, mut locks) = (None, Vec::new());
    let keys = [META, LOCK, LOCK_AGAIN].map(str::to_owned);
    for (key, text) in vault.read(keys.into()).await? {
        if is_lock(&key) {
            locks.push(text);
        } else {
            last = revision(&text);
        }
    }
    Ok((last, locks))
}

#[cfg(test)]
mod tests;
