//! Making room: a store that is full gives its ballast back, and the write is tried once more.

use super::Replicas;
use crate::platform::storage::{Put, Puts, StoreError, Vault, Written};
use crate::store::reserved_keys::{BALLAST, ballast, merge};
use std::rc::Rc;

impl Replicas {
    /// Gives the ballast back.
    pub(crate) async fn make_room(&self) {
        if let Some(vault) = &self.vault {
            let _ = free_ballast(&**vault, self.generation).await;
        }
    }

    /// Takes up room that can be given back when a store is full.
    pub(crate) async fn lay_ballast(&self, seed: u32) {
        let room = ballast(seed);
        if let Some(mirror) = &self.mirror {
            let _ = mirror.write(self.generation, std::slice::from_ref(&room), merge);
        }
        if let Some(vault) = &self.vault {
            let _ = vault.write(self.generation, vec![room].into(), merge).await;
        }
    }
}

/// Writes to the durable copy; when it is full, its ballast makes room.
pub(super) async fn write_vault(
    vault: &dyn Vault,
    generation: u64,
    puts: Puts,
) -> Result<Written, StoreError> {
    let written = vault.write(generation, Rc::clone(&puts), merge).await;
    if written != Err(StoreError::Full) {
        return written;
    }
    free_ballast(vault, generation).await?;
    vault.write(generation, puts, merge).await
}

/// The same for everything at once. The generation is the new one.
pub(super) async fn replace_vault(
    vault: &dyn Vault,
    generation: u64,
    puts: Puts,
    only_if: Option<Put>,
) -> Result<(), StoreError> {
    let replaced = vault
        .replace(generation, Rc::clone(&puts), only_if.clone())
        .await;
    if replaced != Err(StoreError::Full) {
        return replaced;
    }
    free_ballast(vault, generation - 1).await?;
    vault.replace(generation, puts, only_if).await
}

/// Removes it.
async fn free_ballast(vault: &dyn Vault, generation: u64) -> Result<Written, StoreError> {
    let room = vec![Put::removal(BALLAST)];
    vault.write(generation, room.into(), merge).await
}

/// How many bytes the texts have.
pub(super) fn bytes(puts: &[Put]) -> usize {
    let mut bytes = 0;
    for put in puts {
        bytes += put.text.as_ref().map_or(0, String::len);
    }
    bytes
}
