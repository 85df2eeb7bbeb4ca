//! Encryption that is quick, keeps no secret, and takes its time by the world's clock.
//!
//! What it makes has the lengths of the real one, since the app checks them: 32 bytes for a key, 12 more for a nonce
//! and 16 for the checksum. It refuses like the real one too.

mod hash;

use super::world::{World, mixed};
use crate::platform::seal::{Bound, Cipher, Crypto};
use crate::platform::storage::LocalFuture;
use hash::{hash, stream};
use std::cell::Cell;
use std::rc::Rc;

/// How many bytes every key has.
const KEY_BYTES: usize = 32;
/// How many bytes of chance stand before what was sealed.
const NONCE_BYTES: usize = 12;
/// How many bytes of checksum stand after it.
const CHECK_BYTES: usize = 16;
/// How long it takes to hash a passcode, in milliseconds.
const STRETCH_MS: (u64, u64) = (1, 3_000);
/// How long anything else takes.
const STEP_MS: (u64, u64) = (0, 20);

thread_local! { static NEXT: Cell<u64> = const { Cell::new(0) }; }

/// The crypto of every tab of one world. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Toy(World);

impl Toy {
    /// The crypto of a world.
    pub(crate) fn new(world: &World) -> Self {
        Self(world.clone())
    }

    /// Begins with the first nonce again: at the start of every life, so that it is the same each time.
    pub(crate) fn start_over() {
        NEXT.set(0);
    }

    /// What is there after a while, during which others may act.
    fn later<T: 'static>(
        &self,
        takes: (u64, u64),
        make: impl FnOnce() -> T + 'static,
    ) -> LocalFuture<T> {
        let world = self.0.clone();
        Box::pin(async move {
            for _ in 0..=world.random().below(2) {
                let takes = world.random().between(takes);
                world.sleep(takes).await;
            }
            make()
        })
    }
}

/// Bytes that do not come a second time in one life.
fn fresh(count: usize) -> Vec<u8> {
    NEXT.set(NEXT.get() + 1);
    stream(hash(&[b"fresh", &NEXT.get().to_le_bytes()]), count)
}

impl Crypto for Toy {
    fn random(&self, count: usize) -> Option<Vec<u8>> {
        Some(fresh(count))
    }

    fn stretch(&self, passcode: String, salt: Vec<u8>, _: u32) -> LocalFuture<Option<Vec<u8>>> {
        self.later(STRETCH_MS, move || {
            let key = hash(&[b"stretch", passcode.as_bytes(), &salt]);
            Some(stream(key, KEY_BYTES))
        })
    }

    fn expand(&self, root: Vec<u8>, used_for: &'static str) -> LocalFuture<Option<Vec<u8>>> {
        self.later(STEP_MS, move || {
            let key = hash(&[b"expand", &root, used_for.as_bytes()]);
            Some(stream(key, KEY_BYTES))
        })
    }

    fn cipher(&self, sealing: Vec<u8>, naming: Vec<u8>) -> LocalFuture<Option<Rc<dyn Cipher>>> {
        let toy = self.clone();
        self.later(STEP_MS, move || {
            let are_keys = [&sealing, &naming].map(|key| key.len() == KEY_BYTES);
            (are_keys == [true, true]).then(|| {
                Rc::new(ToyCipher {
                    toy,
                    keys: Keys {
                        sealing: hash(&[&sealing]),
                        naming: hash(&[&naming]),
                    },
                }) as Rc<dyn Cipher>
            })
        })
    }
}

struct ToyCipher {
    toy: Toy,
    keys: Keys,
}

#[derive(Clone, Copy)]
struct Keys {
    sealing: u64,
    naming: u64,
}

impl Keys {
    fn name(self, key: &str) -> Vec<u8> {
        let name = hash(&[b"name", &self.naming.to_le_bytes(), key.as_bytes()]);
        stream(name, KEY_BYTES)
    }

    fn seal(self, (bound_to, plain): &Bound) -> Vec<u8> {
        let nonce = fresh(NONCE_BYTES);
        let hidden = self.hidden(&nonce, plain);
        let check = self.check(&nonce, bound_to, plain);
        [nonce, hidden, check].concat()
    }

    fn open(self, (bound_to, sealed): &Bound) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_BYTES)?;
        let (hidden, check) = rest.split_at_checked(rest.len().checked_sub(CHECK_BYTES)?)?;
        let plain = self.hidden(nonce, hidden);
        (self.check(nonce, bound_to, &plain) == check).then_some(plain)
    }

    /// Plain bytes hidden, or hidden ones plain.
    fn hidden(self, nonce: &[u8], bytes: &[u8]) -> Vec<u8> {
        let seed = hash(&[b"hide", &self.sealing.to_le_bytes(), nonce]);
        let over = stream(seed, bytes.len());
        bytes
            .iter()
            .zip(over)
            .map(|(byte, over)| byte ^ over)
            .collect()
    }

    fn check(self, nonce: &[u8], bound_to: &str, plain: &[u8]) -> Vec<u8> {
        let key = self.sealing.to_le_bytes();
        let check = hash(&[b"check", &key, nonce, bound_to.as_bytes(), plain]);
        stream(check, CHECK_BYTES)
    }
}

impl Cipher for ToyCipher {
    fn names(&self, of: Vec<String>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let keys = self.keys;
        self.toy.later(STEP_MS, move || {
            Some(of.iter().map(|key| keys.name(key)).collect())
        })
    }

    fn seal(&self, plain: Vec<Bound>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let keys = self.keys;
        self.toy.later(STEP_MS, move || {
            Some(plain.iter().map(|plain| keys.seal(plain)).collect())
        })
    }

    fn open(&self, sealed: Vec<Bound>) -> LocalFuture<Vec<Option<Vec<u8>>>> {
        let keys = self.keys;
        self.toy.later(STEP_MS, move || {
            sealed.iter().map(|sealed| keys.open(sealed)).collect()
        })
    }
}

#[cfg(test)]
mod tests;
