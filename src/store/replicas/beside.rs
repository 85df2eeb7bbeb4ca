//! What stands beside the records: forms as they are typed, and texts that could not be read.

use super::Replicas;
use super::quota::write_vault;
use crate::platform::storage::{Put, StoreError};
use std::rc::Rc;

impl Replicas {
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
}
