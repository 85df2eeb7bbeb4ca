//! The forms of what is locked: `docs/lock.md` has them in full, with test vectors. Nothing is encrypted in here.
//!
//! A record is sealed as one text under a name that tells nothing: a keyed hash of its storage key. The storage key
//! itself is sealed with the record, so its kind and its date are as secret as its words.

pub mod code;
pub mod copy;
mod lock;

pub use lock::{By, Lock, LockError, Way};

use super::base64;

/// How often a passcode is hashed: what OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA-256.
pub const ROUNDS: u32 = 600_000;
/// The most that a stored lock may ask for: an old phone is still done with it in a minute.
pub const MOST_ROUNDS: u32 = 5_000_000;
/// How many random bytes are hashed with a passcode.
pub const SALT_BYTES: usize = 16;
/// How many bytes the key has that everything hangs on.
pub const ROOT_BYTES: usize = 32;
/// What the root is expanded with into the key for records (HKDF-SHA-256, RFC 5869).
pub const RECORDS: &str = "waymark/records";
/// What the root is expanded with into the key for names.
pub const NAMES: &str = "waymark/names";

/// Names of sealed texts start like this.
pub const NAME_START: &str = "s/";
/// The form of a sealed text, as its first letter.
const FORM: &str = "1";
/// How many bytes of the keyed hash make a name.
const NAME_BYTES: usize = 16;
/// What a text of [`instead_of`] starts with. Nothing that is stored does.
const INSTEAD: &str = "\u{1}";
/// How many letters a nonce has: the 12 bytes that AES-GCM wants.
const NONCE_LETTERS: usize = 16;

/// The name of a text, from the keyed hash of its storage key.
#[must_use]
pub fn name(hash: &[u8]) -> String {
    let start = hash.get(..NAME_BYTES).unwrap_or(hash);
    [NAME_START, &base64::encode(start)].concat()
}

/// What is authenticated with a sealed text: its form, its generation and its name. A text that was put in another
/// place, or that is of before a wipe, does not open.
#[must_use]
pub fn bound_to(generation: u64, name: &str) -> String {
    ["waymark/sealed/1/", &generation.to_string(), "/", name].concat()
}

/// What is sealed: the storage key, and the text that stands under it.
#[must_use]
pub fn framed(key: &str, text: &str) -> Vec<u8> {
    [key, "\n", text].concat().into_bytes()
}

/// A storage key and its text, out of what [`framed`] made.
#[must_use]
pub fn unframed(bytes: Vec<u8>) -> Option<(String, String)> {
    let text = String::from_utf8(bytes).ok()?;
    let (key, text) = text.split_once('\n')?;
    Some((key.to_owned(), text.to_owned()))
}

/// Sealed bytes (the nonce first) as the text that is stored.
#[must_use]
pub fn stored(sealed: &[u8]) -> String {
    [FORM, &base64::encode(sealed)].concat()
}

/// The sealed bytes of a stored text.
#[must_use]
pub fn bytes(stored: &str) -> Option<Vec<u8>> {
    base64::decode(stored.strip_prefix(FORM)?.as_bytes())
}

/// A text to be stored only if what is stored still is what it was made from: see [`swap`].
#[must_use]
pub fn instead_of(stored: Option<&str>, new: &str) -> String {
    [INSTEAD, &nonce(stored), new].concat()
}

/// Puts a text of [`instead_of`] in place of what it was made from; `None` when something else is there by now: a nonce
/// is never used for two texts. Any other text is stored as it is.
#[must_use]
pub fn swap(stored: Option<&str>, new: &str) -> Option<String> {
    let Some(swapped) = new.strip_prefix(INSTEAD) else {
        return Some(new.to_owned());
    };
    swapped.strip_prefix(&*nonce(stored)).map(str::to_owned)
}

/// The text itself, whatever is stored.
#[must_use]
pub fn without_condition(new: &str) -> &str {
    let swapped = new.strip_prefix(INSTEAD);
    swapped
        .and_then(|text| text.get(NONCE_LETTERS..))
        .unwrap_or(new)
}

/// The nonce of a stored text in letters; of none, as many dots.
fn nonce(stored: Option<&str>) -> String {
    let nonce = stored.and_then(|text| text.get(FORM.len()..FORM.len() + NONCE_LETTERS));
    nonce.unwrap_or("................").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_comes_back_with_its_key() {
        let case = |key: &str, text: &str| {
            let found = unframed(framed(key, text));
            assert_eq!(found, Some((key.to_owned(), text.to_owned())));
        };
        case("day/2026-11-21", "{\"a\":\"b\\nc\"}");
        case("draft/#/goal", "two\nlines");
        case("", "");
        assert_eq!(unframed(vec![0xff, b'\n']), None);
        assert_eq!(unframed(b"no key".to_vec()), None);
    }

    #[test]
    fn only_what_was_read_is_written_over() {
        let first = stored(&[1; 40]);
        let second = stored(&[2; 40]);
        assert_eq!(bytes(&first), Some(vec![1; 40]));
        let new = instead_of(None, &first);
        assert_eq!(swap(None, &new).as_ref(), Some(&first));
        assert_eq!(swap(Some(&second), &new), None);
        let new = instead_of(Some(&first), &second);
        assert_eq!(swap(Some(&first), &new).as_ref(), Some(&second));
        assert_eq!(swap(Some(&second), &new), None);
        assert_eq!(swap(None, &new), None);
        assert_eq!(without_condition(&new), second);
        assert_eq!(swap(Some(&second), "{}").as_deref(), Some("{}"));
        assert_eq!(without_condition("{}"), "{}");
    }

    #[test]
    fn foreign_texts_are_no_sealed_ones() {
        for text in ["", "1=", "2AAAA", "{}", "1é", "\u{feff}1AAAA"] {
            assert_eq!(bytes(text), None, "{text:?}");
        }
    }
}
