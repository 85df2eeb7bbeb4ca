//! Stores that forget: for tests, and for using the app without saving.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;
use std::ops::Bound;
use std::rc::Rc;

use super::{LocalFuture, Merge, Mirror, Put, StoreError, Vault, outdated};

type Records = BTreeMap<String, String>;

/// What both stores are made of. Clones share it, as two openings of one store do.
#[derive(Clone, Debug, Default)]
struct Shelf {
    generation: Rc<Cell<Option<u64>>>,
    records: Rc<RefCell<Records>>,
}

/// A working copy in memory. A clone is another handle on the same store.
#[derive(Clone, Debug, Default)]
pub struct MemoryMirror {
    shelf: Shelf,
    /// After this many more writes every write fails as a full store does; `None`: never.
    pub fail_after: Rc<Cell<Option<usize>>>,
}

/// A durable copy in memory, all or nothing as the real one. A clone is another handle on the same store.
#[derive(Clone, Debug, Default)]
pub struct MemoryVault {
    shelf: Shelf,
    /// After this many more writes every write fails as a full store does; `None`: never.
    pub fail_after: Rc<Cell<Option<usize>>>,
}

/// Counts one write against the fault that a test asked for.
fn spend(fail_after: &Cell<Option<usize>>) -> Result<(), StoreError> {
    match fail_after.get() {
        Some(0) => Err(StoreError::Full),
        Some(left) => {
            fail_after.set(Some(left - 1));
            Ok(())
        }
        None => Ok(()),
    }
}

fn apply(records: &mut Records, put: &Put, merge: Merge) -> Result<(), StoreError> {
    let text = match (&put.text, records.get(&put.key)) {
        (None, _) => {
            records.remove(&put.key);
            return Ok(());
        }
        (Some(new), Some(stored)) => merge(stored, new).ok_or(StoreError::TooNew)?,
        (Some(new), None) => new.clone(),
    };
    records.insert(put.key.clone(), text);
    Ok(())
}

impl Shelf {
    /// Makes the store ready for records of this generation.
    fn enter(&self, generation: u64, records: &mut Records) -> Result<(), StoreError> {
        if outdated(self.generation.get(), generation)? {
            records.clear();
        }
        self.generation.set(Some(generation));
        Ok(())
    }

    fn wipe(&self, generation: u64, fail_after: &Cell<Option<usize>>) -> Result<(), StoreError> {
        outdated(self.generation.get(), generation)?;
        spend(fail_after)?;
        self.generation.set(Some(generation));
        self.records.borrow_mut().clear();
        Ok(())
    }
}

impl Mirror for MemoryMirror {
    fn generation(&self) -> Result<Option<u64>, StoreError> {
        Ok(self.shelf.generation.get())
    }

    fn load(&self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(self.shelf.records.borrow().clone().into_iter().collect())
    }

    fn write(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError> {
        let mut records = self.shelf.records.borrow_mut();
        self.shelf.enter(generation, &mut records)?;
        let (texts, removals): (Vec<_>, Vec<_>) = puts.iter().partition(|put| put.text.is_some());
        for put in texts.into_iter().chain(removals) {
            spend(&self.fail_after)?;
            apply(&mut records, put, merge)?;
        }
        Ok(())
    }

    fn wipe(&self, generation: u64) -> Result<(), StoreError> {
        self.shelf.wipe(generation, &self.fail_after)
    }

    fn sweep(&self, _generation: u64) -> Result<(), StoreError> {
        // Entering a newer generation has already removed the older ones.
        Ok(())
    }
}

impl MemoryVault {
    fn write_now(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError> {
        let mut records = self.shelf.records.borrow().clone();
        if outdated(self.shelf.generation.get(), generation)? {
            records.clear();
        }
        for put in puts {
            spend(&self.fail_after)?;
            apply(&mut records, put, merge)?;
        }
        self.shelf.generation.set(Some(generation));
        self.shelf.records.replace(records);
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
        puts: Vec<Put>,
        merge: Merge,
    ) -> LocalFuture<Result<(), StoreError>> {
        let vault = self.clone();
        Box::pin(async move { vault.write_now(generation, &puts, merge) })
    }

    fn wipe(&self, generation: u64) -> LocalFuture<Result<(), StoreError>> {
        let vault = self.clone();
        Box::pin(async move { vault.shelf.wipe(generation, &vault.fail_after) })
    }
}

#[cfg(test)]
#[path = "memory_tests.rs"]
mod tests;
