//! Something put in place of everything, or nothing: whole or not at all.

use super::Replicas;
use super::quota::replace_vault;
use crate::platform::storage::{Put, Puts, StoreError};
use crate::store::reserved_keys::revision;
use std::rc::Rc;

impl Replicas {
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

    /// Removes everything; nothing is left but the number of the new generation. Whether both copies could be reached: one
    /// that could not is emptied by the next start that reads it.
    ///
    /// # Errors
    /// When it could not be done; it may be tried again.
    pub(crate) async fn wipe(&mut self) -> Result<bool, StoreError> {
        // Above every number there is: an earlier try may have ended well without an answer, and tabs have gone on since.
        let mut newest = self.generation;
        if let Some(vault) = &self.vault {
            newest = newest.max(vault.generation().await?.unwrap_or_default());
        }
        if let Some(mirror) = &self.mirror {
            newest = newest.max(mirror.generation()?.unwrap_or_default());
        }
        let generation = newest + 1;
        if let Some(vault) = &self.vault {
            replace_vault(&**vault, generation, Puts::default(), None).await?;
        }
        if let Some(mirror) = &self.mirror {
            // What is left in it would not count, but it could still be read.
            mirror.wipe(generation)?;
        }
        self.generation = generation;
        self.revisions.set(None);
        Ok(self.vault.is_some() && self.mirror.is_some())
    }
}
