//! Encryption, by the browser: AES-GCM, HMAC, PBKDF2 and HKDF of the Web Cryptography API. It is fast, costs no bytes,
//! and its keys cannot be read back once they are made. Only pages over https have it.
//!
//! What is sealed, and how it is stored, is not known here. Two traits stand between, so that everything that rests on
//! this is tried on the host too, with another implementation.

use std::rc::Rc;

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::browser::{get, window};
use super::storage::LocalFuture;

/// How many bytes the nonce has that stands before what was sealed (NIST SP 800-38D recommends 96 bits).
const NONCE_BYTES: usize = 12;
/// Bits of every key.
const KEY_BITS: f64 = 256.0;
const HASH: &str = "SHA-256";
/// What a key for records may do, and one for names.
const SEALING: &[&str] = &["encrypt", "decrypt"];
const SIGNING: &[&str] = &["sign"];

/// What is authenticated with some bytes, and the bytes.
pub type Bound = (String, Vec<u8>);

/// Two keys: one seals and opens, the other makes names.
pub trait Cipher {
    /// A keyed hash of each key.
    fn names(&self, keys: Vec<String>) -> LocalFuture<Option<Vec<Vec<u8>>>>;

    /// Each sealed with a fresh nonce, which stands first.
    fn seal(&self, plain: Vec<Bound>) -> LocalFuture<Option<Vec<Vec<u8>>>>;

    /// Each opened; `None` for what was changed, or sealed with another key or for another place.
    fn open(&self, sealed: Vec<Bound>) -> LocalFuture<Vec<Option<Vec<u8>>>>;
}

/// What makes keys.
pub trait Crypto {
    /// So many random bytes.
    fn random(&self, count: usize) -> Option<Vec<u8>>;

    /// PBKDF2-HMAC-SHA-256 of a passcode: 32 bytes.
    fn stretch(&self, passcode: String, salt: Vec<u8>, rounds: u32)
    -> LocalFuture<Option<Vec<u8>>>;

    /// HKDF-SHA-256 without a salt: 32 bytes for one use.
    fn expand(&self, root: Vec<u8>, used_for: &'static str) -> LocalFuture<Option<Vec<u8>>>;

    /// A cipher of these keys, 32 bytes each.
    fn cipher(&self, sealing: Vec<u8>, naming: Vec<u8>) -> LocalFuture<Option<Rc<dyn Cipher>>>;
}

/// The browser's own.
#[derive(Clone, Copy, Debug)]
pub struct BrowserCrypto;

/// Whether this page may encrypt.
#[must_use]
pub fn is_here() -> bool {
    subtle().is_some()
}

/// A passcode in one form, however the keyboard put its accents together (Unicode's NFC).
#[must_use]
pub fn normal(passcode: &str) -> String {
    JsString::from(passcode).normalize("NFC").into()
}

fn crypto() -> Option<JsValue> {
    get(&window()?.into(), "crypto")
}

fn subtle() -> Option<JsValue> {
    get(&crypto()?, "subtle")
}

fn random(count: usize) -> Option<Vec<u8>> {
    let bytes = Uint8Array::new_with_length(u32::try_from(count).ok()?);
    let crypto = crypto()?;
    let fill: Function = get(&crypto, "getRandomValues")?.dyn_into().ok()?;
    fill.call1(&crypto, &bytes).ok()?;
    Some(bytes.to_vec())
}

/// Asks the browser for one step; its answer is listened for from now on.
fn ask(step: &str, with: &[JsValue]) -> Option<JsFuture> {
    let subtle = subtle()?;
    let function: Function = get(&subtle, step)?.dyn_into().ok()?;
    let arguments: Array = with.iter().collect();
    let promise: Promise = function.apply(&subtle, &arguments).ok()?.dyn_into().ok()?;
    Some(promise.into())
}

async fn answer(step: &str, with: &[JsValue]) -> Option<JsValue> {
    ask(step, with)?.await.ok()
}

fn bytes(of: &[u8]) -> JsValue {
    Uint8Array::from(of).into()
}

fn bytes_of(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// The name of a way of encrypting, with what belongs to it.
fn way(name: &str, with: &[(&str, JsValue)]) -> JsValue {
    let way = Object::new();
    let _ = Reflect::set(&way, &"name".into(), &name.into());
    for (field, value) in with {
        let _ = Reflect::set(&way, &(*field).into(), value);
    }
    way.into()
}

/// A key that the page can use and never read back.
async fn key(raw: &[u8], way: JsValue, uses: &[&str]) -> Option<JsValue> {
    let uses: Array = uses.iter().map(|used| JsValue::from_str(used)).collect();
    let with = ["raw".into(), bytes(raw), way, false.into(), uses.into()];
    answer("importKey", &with).await
}

async fn derived(raw: &[u8], by: &str, with: &[(&str, JsValue)]) -> Option<Vec<u8>> {
    let from = key(raw, way(by, &[]), &["deriveBits"]).await?;
    let with = [way(by, with), from, KEY_BITS.into()];
    answer("deriveBits", &with)
        .await
        .map(|bits| bytes_of(&bits))
}

impl Crypto for BrowserCrypto {
    fn random(&self, count: usize) -> Option<Vec<u8>> {
        random(count)
    }

    fn stretch(
        &self,
        passcode: String,
        salt: Vec<u8>,
        rounds: u32,
    ) -> LocalFuture<Option<Vec<u8>>> {
        Box::pin(async move {
            let with = [
                ("hash", HASH.into()),
                ("salt", bytes(&salt)),
                ("iterations", rounds.into()),
            ];
            derived(passcode.as_bytes(), "PBKDF2", &with).await
        })
    }

    fn expand(&self, root: Vec<u8>, used_for: &'static str) -> LocalFuture<Option<Vec<u8>>> {
        Box::pin(async move {
            let with = [
                ("hash", HASH.into()),
                ("salt", bytes(&[])),
                ("info", bytes(used_for.as_bytes())),
            ];
            derived(&root, "HKDF", &with).await
        })
    }

    fn cipher(&self, sealing: Vec<u8>, naming: Vec<u8>) -> LocalFuture<Option<Rc<dyn Cipher>>> {
        Box::pin(async move {
            let sealing = key(&sealing, way("AES-GCM", &[]), SEALING).await?;
            let naming = key(&naming, way("HMAC", &[("hash", HASH.into())]), SIGNING).await?;
            Some(Rc::new(BrowserCipher { sealing, naming }) as Rc<dyn Cipher>)
        })
    }
}

struct BrowserCipher {
    sealing: JsValue,
    naming: JsValue,
}

fn aes_gcm(nonce: &[u8], bound_to: &str) -> JsValue {
    let with = [
        ("iv", bytes(nonce)),
        ("additionalData", bytes(bound_to.as_bytes())),
    ];
    way("AES-GCM", &with)
}

impl Cipher for BrowserCipher {
    fn names(&self, keys: Vec<String>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let asked: Option<Vec<JsFuture>> = keys
            .iter()
            .map(|key| {
                let with = ["HMAC".into(), self.naming.clone(), bytes(key.as_bytes())];
                ask("sign", &with)
            })
            .collect();
        Box::pin(async move {
            let mut names = Vec::new();
            for name in asked? {
                names.push(bytes_of(&name.await.ok()?));
            }
            Some(names)
        })
    }

    fn seal(&self, plain: Vec<Bound>) -> LocalFuture<Option<Vec<Vec<u8>>>> {
        let asked: Option<Vec<(Vec<u8>, JsFuture)>> = plain
            .iter()
            .map(|(bound_to, plain)| {
                let nonce = random(NONCE_BYTES)?;
                let with = [
                    aes_gcm(&nonce, bound_to),
                    self.sealing.clone(),
                    bytes(plain),
                ];
                Some((nonce, ask("encrypt", &with)?))
            })
            .collect();
        Box::pin(async move {
            let mut sealed = Vec::new();
            for (mut all, rest) in asked? {
                all.extend(bytes_of(&rest.await.ok()?));
                sealed.push(all);
            }
            Some(sealed)
        })
    }

    fn open(&self, sealed: Vec<Bound>) -> LocalFuture<Vec<Option<Vec<u8>>>> {
        // All are asked for before the first is waited for: the browser works on several at once.
        let asked: Vec<Option<JsFuture>> = sealed
            .iter()
            .map(|(bound_to, sealed)| {
                let (nonce, rest) = sealed.split_at_checked(NONCE_BYTES)?;
                let with = [aes_gcm(nonce, bound_to), self.sealing.clone(), bytes(rest)];
                ask("decrypt", &with)
            })
            .collect();
        Box::pin(async move {
            let mut opened = Vec::new();
            for plain in asked {
                let plain = match plain {
                    Some(plain) => plain.await.ok(),
                    None => None,
                };
                opened.push(plain.map(|plain| bytes_of(&plain)));
            }
            opened
        })
    }
}
