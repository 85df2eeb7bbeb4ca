//! Making the key that everything hangs on, and finding it again from what is typed.

use crate::exchange::sealed::{
    By, Lock, NAMES, RECORDS, ROOT_BYTES, ROUNDS, SALT_BYTES, Way, code,
};
use crate::platform::seal::{Cipher, Crypto};
use std::rc::Rc;

/// A lock that was made, with what seals for it.
pub(crate) struct Made {
    pub(crate) lock: Lock,
    pub(crate) cipher: Rc<dyn Cipher>,
}

/// Makes a new key, wrapped with each of these. `None`: the browser cannot.
pub(crate) async fn make(crypto: &dyn Crypto, open_with: &[(By, String)]) -> Option<Made> {
    let root = crypto.random(ROOT_BYTES)?;
    let mut lock = Lock::default();
    for (by, typed) in open_with {
        let salt = crypto.random(SALT_BYTES)?;
        let key = wrapper(crypto, typed.clone(), salt.clone(), ROUNDS).await?;
        let wrapped = key.seal(vec![(by.bound_to(), root.clone())]).await?;
        lock.ways.push(Way {
            by: *by,
            rounds: ROUNDS,
            salt,
            wrapped: wrapped.into_iter().next()?,
        });
    }
    let cipher = cipher(crypto, root).await?;
    Some(Made { lock, cipher })
}

/// What opens a lock. `None`: it was something else that was typed, or the lock has no such way.
pub(crate) async fn open(
    crypto: &dyn Crypto,
    lock: &Lock,
    by: By,
    typed: String,
) -> Option<Rc<dyn Cipher>> {
    let way = lock.way(by)?;
    let key = wrapper(crypto, typed, way.salt.clone(), way.rounds).await?;
    let opened = key.open(vec![(by.bound_to(), way.wrapped.clone())]).await;
    cipher(crypto, opened.into_iter().next()??).await
}

/// A recovery code that nobody has had before.
pub(crate) fn new_code(crypto: &dyn Crypto) -> Option<String> {
    crypto.random(code::BYTES).map(|bytes| code::of(&bytes))
}

async fn wrapper(
    crypto: &dyn Crypto,
    typed: String,
    salt: Vec<u8>,
    rounds: u32,
) -> Option<Rc<dyn Cipher>> {
    let hash = crypto.stretch(typed, salt, rounds).await?;
    // It makes no names.
    crypto.cipher(hash.clone(), hash).await
}

async fn cipher(crypto: &dyn Crypto, root: Vec<u8>) -> Option<Rc<dyn Cipher>> {
    let sealing = crypto.expand(root.clone(), RECORDS).await?;
    let naming = crypto.expand(root, NAMES).await?;
    crypto.cipher(sealing, naming).await
}
