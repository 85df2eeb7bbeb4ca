//! Whether a lock is the one that opens what is sealed.

use super::SealedVault;
use crate::exchange::sealed::NAME_START;
use crate::platform::storage::StoreError;
use crate::store::lock::sealing::Texts;

/// How many texts are looked at, at a time.
const BATCH: u32 = 100;

impl SealedVault {
    /// Whether this lock is that of what is sealed here: a lock over texts that it does not open would shut them for
    /// ever. Where nothing is sealed, it must not be older than the store.
    pub(crate) async fn opens(&self) -> Result<bool, StoreError> {
        let inner = &*self.0;
        let mut last = NAME_START.to_owned();
        let mut any = false;
        loop {
            let page = inner.vault.load(Some(last), BATCH).await?;
            if inner.open(&page).await.iter().any(Option::is_some) {
                return Ok(true);
            }
            let is_last = page.len() < BATCH as usize;
            any |= !page.is_empty();
            let Some((key, _)) = page.into_iter().last() else {
                break;
            };
            if is_last {
                break;
            }
            last = key;
        }
        let mut mirrored: Texts = inner.mirrored.borrow().clone().into_iter().collect();
        mirrored.retain(|(key, _)| key.starts_with(NAME_START));
        if inner.open(&mirrored).await.iter().any(Option::is_some) {
            return Ok(true);
        }
        let stored = inner.vault.generation().await?;
        Ok(!any && mirrored.is_empty() && stored <= Some(inner.lock.borrow().generation))
    }
}
