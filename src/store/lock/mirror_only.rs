//! A working copy that stands alone, as a vault: for a locked diary in a browser whose durable copy does not open.

use crate::platform::storage::{
    LocalFuture, Merge, Mirror, Put, Puts, StoreError, Vault, Written, load_mirror,
};
use std::future::ready;
use std::rc::Rc;

pub(super) struct MirrorOnly(pub(super) Rc<dyn Mirror>);

impl MirrorOnly {
    /// Its texts, ascending by key.
    fn texts(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut texts = load_mirror(&*self.0)?;
        texts.sort();
        Ok(texts)
    }
}

impl Vault for MirrorOnly {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        Box::pin(ready(self.0.generation()))
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let texts = self.texts().map(|mut texts| {
            texts.retain(|(key, _)| Some(key) > after.as_ref());
            texts.truncate(limit as usize);
            texts
        });
        Box::pin(ready(texts))
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let texts = self.texts().map(|mut texts| {
            texts.retain(|(key, _)| keys.contains(key));
            texts
        });
        Box::pin(ready(texts))
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        let written = self.0.write(generation, &puts, merge);
        Box::pin(ready(written.map(|()| Written::default())))
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        _: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        // It can remove all, but not put something in place of all at once.
        let replaced = if puts.is_empty() {
            self.0.wipe(generation)
        } else {
            Err(StoreError::Blocked)
        };
        Box::pin(ready(replaced))
    }
}
