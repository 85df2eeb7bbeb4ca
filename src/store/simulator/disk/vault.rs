//! One tab's connection to the durable copy.

use super::Device;
use super::records::{Start, Work};
use crate::platform::storage::{LocalFuture, Merge, Put, Puts, StoreError, Vault, Written, newest};
use std::rc::Rc;

/// A connection, by whose it is. Clones share it.
#[derive(Clone)]
pub(crate) struct DiskVault {
    pub(super) device: Rc<Device>,
    pub(super) owner: u32,
}

impl DiskVault {
    fn records(&self, work: Work) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let answer = self.device.transaction(self.owner, work);
        Box::pin(async move { answer.await.map(|done| done.records) })
    }

    fn put(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
        start: Start,
    ) -> LocalFuture<Result<Written, StoreError>> {
        let work = Work::Write {
            generation,
            puts,
            merge,
            start,
        };
        let answer = self.device.transaction(self.owner, work);
        Box::pin(async move { answer.await.map(|done| done.written) })
    }
}

impl Vault for DiskVault {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        let answer = self.device.transaction(self.owner, Work::Generation);
        Box::pin(async move { answer.await.map(|done| done.generation) })
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.records(Work::Load { after, limit })
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.records(Work::Read { keys })
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        self.put(generation, puts, merge, Start::AsItIs)
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        let written = self.put(generation, puts, newest, Start::Empty(only_if));
        Box::pin(async move { written.await.map(drop) })
    }
}
