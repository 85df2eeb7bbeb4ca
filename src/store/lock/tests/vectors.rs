//! Test vectors: `docs/lock.md` and `tests/fixtures/lock-v1.txt` have them, and the browser's implementation opens the
//! same file in `tests/journeys/tests/lock`.

use super::crypto::Real;
use super::*;
use crate::exchange::sealed::{NAMES, RECORDS, ROOT_BYTES, bound_to, bytes, name, unframed};
use crate::platform::seal::{Cipher, Crypto};
use std::fmt::Write;

const VECTORS: &str = include_str!("../../../../tests/fixtures/lock-v1.txt");

/// The value of a line `name value`.
fn vector(name: &str) -> &'static str {
    let found = VECTORS
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    found.unwrap_or_else(|| panic!("no vector {name}"))
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

#[test]
fn each_step_comes_out_as_written() {
    let salt = unhex(vector("salt"));
    let rounds = vector("rounds").parse().unwrap();
    let stretched = now(Real.stretch(vector("passcode").to_owned(), salt, rounds)).unwrap();
    assert_eq!(hex(&stretched), vector("stretched"));
    let root = unhex(vector("root"));
    assert_eq!(root.len(), ROOT_BYTES);
    let records = now(Real.expand(root.clone(), RECORDS)).unwrap();
    assert_eq!(hex(&records), vector("records-key"));
    let names = now(Real.expand(root.clone(), NAMES)).unwrap();
    assert_eq!(hex(&names), vector("names-key"));
    let cipher = now(Real.cipher(records, names)).unwrap();
    let hash = now(cipher.names(vec![vector("key").to_owned()]))
        .unwrap()
        .remove(0);
    assert_eq!(name(&hash), vector("name"));
    let bound = bound_to(7, vector("name"));
    assert_eq!(bound, vector("bound-to"));
    let opened = now(cipher.open(vec![(bound, bytes(vector("sealed")).unwrap())])).remove(0);
    let (key, text) = unframed(opened.unwrap()).unwrap();
    assert_eq!((&*key, &*text), (vector("key"), vector("text")));
}

#[test]
fn the_lock_of_the_vectors_opens_by_passcode_and_code() {
    let lock = Lock::read(vector("lock")).unwrap();
    assert_eq!(lock.generation, 7);
    let way = lock.way(By::Passcode).unwrap();
    assert_eq!(hex(&way.salt), vector("salt"));
    let name_of = |cipher: Rc<dyn Cipher>| {
        let hash = now(cipher.names(vec![vector("key").to_owned()]))
            .unwrap()
            .remove(0);
        name(&hash)
    };
    let passcode = vector("passcode").to_owned();
    let cipher = now(keys::open(&Real, &lock, By::Passcode, passcode)).unwrap();
    assert_eq!(name_of(cipher), vector("name"));
    let typed = code::read(vector("code")).unwrap();
    let cipher = now(keys::open(&Real, &lock, By::Code, typed)).unwrap();
    assert_eq!(name_of(cipher), vector("name"));
    assert!(now(keys::open(&Real, &lock, By::Passcode, "wrong one".into())).is_none());
}
