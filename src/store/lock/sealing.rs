//! Sealing and opening many texts at once, as `docs/lock.md` has it.

use crate::exchange::sealed::{bound_to, bytes, framed, name, stored, unframed};
use crate::platform::seal::Cipher;
use crate::platform::storage::{StoreError, Vault};

/// How many texts are read at a time.
const BATCH: u32 = 400;

/// Keys or names, each with its text.
pub(crate) type Texts = Vec<(String, String)>;

/// The names of storage keys.
pub(crate) async fn names(
    cipher: &dyn Cipher,
    keys: Vec<String>,
) -> Result<Vec<String>, StoreError> {
    let hashes = cipher.names(keys).await.ok_or_else(failed)?;
    Ok(hashes.iter().map(|hash| name(hash)).collect())
}

/// Texts by their storage keys, each sealed under the name that stands at its place.
pub(crate) async fn seal(
    cipher: &dyn Cipher,
    generation: u64,
    names: &[String],
    texts: Texts,
) -> Result<Vec<String>, StoreError> {
    let mut plain = Vec::new();
    for (name, (key, text)) in names.iter().zip(texts) {
        plain.push((bound_to(generation, name), framed(&key, &text)));
    }
    let sealed = cipher.seal(plain).await.ok_or_else(failed)?;
    Ok(sealed.iter().map(|bytes| stored(bytes)).collect())
}

/// Stored texts by their names, each opened to its storage key and text; `None` for what does not open.
pub(crate) async fn open(
    cipher: &dyn Cipher,
    generation: u64,
    texts: &[(String, String)],
) -> Vec<Option<(String, String)>> {
    let mut sealed = Vec::new();
    for (name, text) in texts {
        sealed.push((bound_to(generation, name), bytes(text).unwrap_or_default()));
    }
    let opened = cipher.open(sealed).await;
    opened.into_iter().map(|plain| unframed(plain?)).collect()
}

/// Every text of a store whose key comes after `after`.
pub(crate) async fn load_all(
    vault: &dyn Vault,
    after: Option<String>,
) -> Result<Texts, StoreError> {
    let mut all = Texts::new();
    let mut last = after;
    loop {
        let batch = vault.load(last, BATCH).await?;
        let more = batch.len() == BATCH as usize;
        last = batch.last().map(|(key, _)| key.clone());
        all.extend(batch);
        if !more {
            return Ok(all);
        }
    }
}

fn failed() -> StoreError {
    StoreError::Failed("crypto".to_owned())
}
