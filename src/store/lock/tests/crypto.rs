//! The same encryption by another implementation: the `RustCrypto` crates.

use crate::platform::seal::{Bound, Cipher, Crypto};
use crate::platform::storage::LocalFuture;
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::cell::Cell;
use std::future::ready;
use std::rc::Rc;

/// With one round, for tests that are not about rounds.
pub(super) struct Quick;
/// With as many rounds as are asked for.
pub(super) struct Real;

thread_local! { static NEXT: Cell<u64> = const { Cell::new(1) }; }

/// Bytes that do not repeat. Only tests may have such.
fn random(count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while bytes.len() < count {
        let next = NEXT.get();
        NEXT.set(next + 1);
        bytes.extend(next.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes());
    }
    bytes.truncate(count);
    bytes
}

fn stretch(passcode: &str, salt: &[u8], rounds: u32) -> Vec<u8> {
    let mut hash = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(passcode.as_bytes(), salt, rounds, &mut hash);
    hash.to_vec()
}

fn expand(root: &[u8], used_for: &str) -> Vec<u8> {
    let mut key = [0; 32];
    let expanded = Hkdf::<Sha256>::new(None, root).expand(used_for.as_bytes(), &mut key);
    assert!(expanded.is_ok());
    key.to_vec()
}

impl Crypto for Real {
    fn random(&self, count: usize) -> Option<Vec<u8>> {
        Some(random(count))
    }

    fn stretch(
        &self,
        passcode: String,
        salt: Vec<u8>,
        rounds: u32,
    ) -> LocalFuture<Option<Vec<u8>>> {
        Box::pin(ready(Some(stretch(&passcode, &salt, rounds))))
    }

    fn expand(&self, root: Vec<u8>, used_for: &'static str) -> LocalFuture<Option<Vec<u8>>> {
        Box::pin(ready(Some(expand(&root, used_for))))
    }

    fn cipher(&self, sealing: Vec<u8>, naming: Vec<u8>) -> LocalFuture<Option<Rc<dyn Cipher>>> {
        let cipher = Host {
            sealing: Aes256Gcm::new_from_slice(&sealing).unwrap(),
            naming,
        };
        Box::pin(ready(Some(Rc::new(cipher) as Rc<dyn Cipher>)))
    }
}

impl Crypto for Quick {
    fn random(&self, count: usize) -> Option<Vec<u8>> {
        Real.random(count)
    }

    fn stretch(&self, passcode: String, salt: Vec<u8>, _: u32) -> LocalFuture<Option<Vec<u8>>> {
        Real.stretch(passcode, salt, 1)
    }

    fn expand(&self, root: Vec<u8>, used_for: &'static str) -> LocalFuture<Option<Vec<u8>>> {
        Real.expand(root, used_for)
    }

    fn cipher(&self, sealing: Vec<u8>, naming: Vec<u8>) -> LocalFuture<Option<Rc<dyn Cipher>>> {
        Real.cipher(sealing, naming)
    }
}

struct Host {
    sealing: Aes256Gcm,
    naming: Vec<u8>,
}

impl Host {
    fn seal_one(&self, (bound_to, plain): &Bound) -> Vec<u8> {
        let mut sealed = random(12);
        let with = Payload {
            msg: plain,
            aad: bound_to.as_bytes(),
        };
        let rest = self
            .sealing
            .encrypt(Nonce::from_slice(&sealed), with)
            .unwrap();
        sealed.extend(rest);
        sealed
    }

    fn open_one(&self, (bound_to, sealed): &Bound) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(12)?;
        let with = Payload {
            msg: rest,
            aad: bound_to.as_bytes(),
        };
        self.sealing.decrypt(Nonce::from_slice(nonce), with).ok()
    }
}

impl Cipher for Host {
    fn names(&self, keys: Vec<String>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let name = |key: &String| {
            let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.naming).unwrap();
            mac.update(key.as_bytes());
            mac.finalize().into_bytes().to_vec()
        };
        Box::pin(ready(Some(keys.iter().map(name).collect())))
    }

    fn seal(&self, plain: Vec<Bound>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let sealed = plain.iter().map(|plain| self.seal_one(plain)).collect();
        Box::pin(ready(Some(sealed)))
    }

    fn open(&self, sealed: Vec<Bound>) -> LocalFuture<Vec<Option<Vec<u8>>>> {
        let opened = sealed.iter().map(|sealed| self.open_one(sealed)).collect();
        Box::pin(ready(opened))
    }
}
