//! The text of an encrypted copy.

use super::sealing::{names, seal};
use crate::domain::day::Day;
use crate::exchange::sealed::Lock;
use crate::exchange::sealed::copy;
use crate::platform::seal::Cipher;
use crate::platform::storage::Put;

/// The text of an encrypted copy of these records.
pub(crate) async fn sealed_copy(
    lock: &Lock,
    cipher: &dyn Cipher,
    puts: Vec<Put>,
    made: Day,
) -> Option<String> {
    let keys = puts.iter().map(|put| put.key.clone()).collect();
    let names = names(cipher, keys).await.ok()?;
    let texts = puts
        .into_iter()
        .map(|put| (put.key, put.text.unwrap_or_default()));
    let sealed = seal(cipher, lock.generation, &names, texts.collect())
        .await
        .ok()?;
    Some(copy::save(
        lock,
        names.into_iter().zip(sealed).collect(),
        made,
    ))
}
