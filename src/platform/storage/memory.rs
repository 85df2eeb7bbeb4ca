//! Stores that forget, and that fail when they are told to: for tests, and for using the app without
//! saving.

mod faults;

pub use faults::{Fault, Faults};

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;
use std::ops::Bound;
use std::rc::Rc;

use super::{LocalFuture, Merge, Mirror, Put, Puts, StoreError, Vault, Written, newest, outdated};

type Records = BTreeMap<String, String>;

/// What both stores are made of. Clones share it, as two openings of one store do.
#[derive(Clone, Debug, Default)]
struct Shelf {
    generation: Rc<Cell<Option<u64>>>,
    records: Rc<RefCell<Records>>,
    /// The generation that the records belong to, whatever the number says.
    written_in: Rc<Cell<Option<u64>>>,
    faults: Faults,
}

impl Shelf {
    fn deep_copy(&self) -> Self {
        Self {
            generation: Rc::new(self.generation.as_ref().clone()),
            records: Rc::new(self.records.as_ref().clone()),
            written_in: Rc::new(self.written_in.as_ref().clone()),
            faults: self.faults.clone(),
        }
    }
}

/// A working copy in memory. A clone is another handle on the same store.
#[derive(Clone, Debug, Default)]
pub struct MemoryMirror {
    shelf: Shelf,
}

/// A durable copy in memory, all or nothing as the real one. A clone is another handle on the same store.
#[derive(Clone, Debug, Default)]
pub struct MemoryVault {
    shelf: Shelf,
}

impl MemoryMirror {
    /// A new store with these faults.
    #[must_use]
    pub fn with(faults: &Faults) -> Self {
        let mut mirror = Self::default();
        mirror.shelf.faults = faults.clone();
        mirror
    }

    /// A store of its own that holds what this one holds now.
    #[must_use]
    pub fn as_it_is(&self) -> Self {
        Self {
            shelf: self.shelf.deep_copy(),
        }
    }

    /// Changes the generation number as damage might; `None`: to something unreadable.
    pub fn renumber_as(&self, generation: Option<u64>) {
        self.shelf.generation.set(generation);
    }
}

impl MemoryVault {
    /// A new store with these faults.
    #[must_use]
    pub fn with(faults: &Faults) -> Self {
        let mut vault = Self::default();
        vault.shelf.faults = faults.clone();
        vault
    }

    /// A store of its own that holds what this one holds now.
    #[must_use]
    pub fn as_it_is(&self) -> Self {
        Self {
            shelf: self.shelf.deep_copy(),
        }
    }

    /// Changes the generation number as damage might; `None`: to something unreadable.
    pub fn renumber_as(&self, generation: Option<u64>) {
        self.shelf.generation.set(generation);
    }

    fn write_now(
        &self,
        generation: u64,
        puts: &[Put],
        merge: Merge,
        empty: bool,
    ) -> Result<Written, StoreError> {
        let stored = self.shelf.generation.get();
        let bytes: usize = puts.iter().flat_map(|put| &put.text).map(String::len).sum();
        if matches!(self.shelf.faults.0.get(), Some(Fault::FullOver(most)) if bytes > most) {
            return Err(StoreError::Full);
        }
        if empty && !puts.is_empty() && stored == Some(generation) {
            return Err(StoreError::Stale);
        }
        let mut records = self.shelf.records.borrow().clone();
        if outdated(stored, generation)? || empty {
            records.clear();
        }
        for put in puts {
            self.shelf.faults.spend(put.text.is_some())?;
            apply(&mut records, put, merge)?;
        }
        // The commit is a point of its own.
        self.shelf.faults.spend(false)?;
        self.shelf.generation.set(Some(generation));
        self.shelf.records.replace(records);
        let records = self.shelf.records.borrow();
        Ok(Written {
            was_new: stored.is_none(),
            first: puts.first().and_then(|put| records.get(&put.key).cloned()),
        })
    }

    /// Whether the key of a condition still holds its text.
    fn holds(&self, put: &Put) -> bool {
        self.shelf.records.borrow().get(&put.key) == put.text.as_ref()
    }
}

fn apply(records: &mut Records, put: &Put, merge: Merge) -> Result<(), StoreError> {
    let stored = records.get(&put.key).map(String::as_str);
    if let Some(new) = &put.text {
        let text = merge(stored, new).ok_or(StoreError::TooNew)?;
        records.insert(put.key.clone(), text);
    } else {
        records.remove(&put.key);
    }
    Ok(())
}

impl Mirror for MemoryMirror {
    fn generation(&self) -> Result<Option<u64>, StoreError> {
        Ok(self.shelf.generation.get())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let number = self.shelf.generation.get();
        if number.is_some() && number != self.shelf.written_in.get() {
            return Ok(Vec::new());
        }
        Ok(self.shelf.records.borrow().keys().cloned().collect())
    }

    fn read(&self, _generation: u64, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.shelf.records.borrow().get(key).cloned())
    }

    fn holds_older(&self) -> bool {
        !self.shelf.records.borrow().is_empty()
            && self.shelf.written_in.get() < self.shelf.generation.get()
    }

    fn write(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError> {
        let stored = self.shelf.generation.get();
        if outdated(stored, generation)? {
            self.shelf.records.borrow_mut().clear();
        }
        if stored != Some(generation) {
            self.renumber(generation)?;
        }
        self.shelf.written_in.set(Some(generation));
        let mut records = self.shelf.records.borrow_mut();
        let (texts, removals): (Vec<_>, Vec<_>) = puts.iter().partition(|put| put.text.is_some());
        for put in texts.into_iter().chain(removals) {
            self.shelf.faults.spend(put.text.is_some())?;
            apply(&mut records, put, merge)?;
        }
        Ok(())
    }

    fn wipe(&self, generation: u64) -> Result<(), StoreError> {
        outdated(self.shelf.generation.get(), generation)?;
        self.shelf.faults.spend(false)?;
        self.shelf.generation.set(Some(generation));
        self.shelf.records.borrow_mut().clear();
        Ok(())
    }

    fn sweep(&self, _generation: u64) -> Result<(), StoreError> {
        // Entering a newer generation has already removed the older ones.
        Ok(())
    }

    fn renumber(&self, generation: u64) -> Result<(), StoreError> {
        self.shelf.faults.spend(true)?;
        self.shelf.generation.set(Some(generation));
        Ok(())
    }
}

impl Vault for MemoryVault {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        Box::pin(ready(Ok(self.shelf.generation.get())))
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let records = self.shelf.records.borrow();
        let batch = records
            .range((from, Bound::Unbounded))
            .take(usize::try_from(limit).unwrap_or(usize::MAX))
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        Box::pin(ready(Ok(batch)))
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let records = self.shelf.records.borrow();
        let found = keys
            .into_iter()
            .filter_map(|key| Some((key.clone(), records.get(&key)?.clone())))
            .collect();
        Box::pin(ready(Ok(found)))
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        let vault = self.clone();
        Box::pin(async move { vault.write_now(generation, &puts, merge, false) })
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        let vault = self.clone();
        Box::pin(async move {
            if only_if.is_some_and(|put| !vault.holds(&put)) {
                return Err(StoreError::Changed);
            }
            vault.write_now(generation, &puts, newest, true).map(drop)
        })
    }
}

#[cfg(test)]
#[path = "memory_tests.rs"]
mod tests;
