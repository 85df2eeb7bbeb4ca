//! Two replicas of a person's records: a synchronous working copy and a durable one.
//!
//! The mirror (`localStorage`) is there for an instant first paint; the vault (`IndexedDB`, strict) is
//! what "Saved" rests on. Both hold texts by key, know nothing of what the texts mean, and join a text
//! that is already there with a new one by the function they are given. Both carry a generation
//! number, which a wipe raises, so that neither a late tab nor a store that rolls back can bring
//! deleted records back.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

pub mod memory;
pub mod mirror;
pub mod persist;
pub mod vault;

pub use memory::{Fault, Faults, MemoryMirror, MemoryVault};
pub use mirror::LocalMirror;
pub use persist::{ask_to_persist, estimate, persisted};
pub use vault::IndexedVault;

/// The key that holds the generation number, in both replicas.
const GENERATION: &str = "gen";

/// The largest generation: the largest whole number that JavaScript holds exactly.
const LAST_GENERATION: u64 = (1 << 53) - 1;

/// Why a store did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything here.
    Blocked,
    /// There is no room left; what was stored before is still there.
    Full,
    /// The generation on the device is newer than the caller's: everything was deleted elsewhere.
    Stale,
    /// What is stored is from a newer version of the app, so it may not be written over.
    TooNew,
    /// Another tab has written since what is to be replaced was read; nothing was replaced.
    Changed,
    /// Anything else, by the browser's name for it.
    Failed(String),
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The record's key, without any prefix.
    pub key: String,
    /// The text to store, or `None` to remove the key.
    pub text: Option<String>,
}

impl Put {
    /// A text to store.
    #[must_use]
    pub fn new(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            text: Some(text.into()),
        }
    }

    /// A key to remove.
    #[must_use]
    pub fn removal(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            text: None,
        }
    }
}

/// Writes that belong together.
pub type Puts = Rc<Vec<Put>>;

/// How a text already stored, if there is one, and a text to be stored become one. `None` refuses the
/// write: what is stored may not be written over ([`StoreError::TooNew`]).
pub type Merge = fn(stored: Option<&str>, new: &str) -> Option<String>;

/// What came of a write to the durable copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Whether the store was new: nothing had ever been written to it, or it was cleared.
    pub was_new: bool,
    /// The text that stands under the first of the keys now.
    pub first: Option<String>,
}

/// The new text, whatever is stored: a [`Merge`] that never refuses.
#[must_use]
pub fn newest(_: Option<&str>, new: &str) -> Option<String> {
    Some(new.to_owned())
}

/// A future of the page's one thread. Nothing starts before it is awaited.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// The synchronous working copy.
pub trait Mirror {
    /// The generation stored here, if anything was stored yet.
    ///
    /// # Errors
    /// The store cannot be read.
    fn generation(&self) -> Result<Option<u64>, StoreError>;

    /// The keys of every record of the stored generation.
    ///
    /// # Errors
    /// The store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text of one record of a generation.
    ///
    /// # Errors
    /// The store cannot be read.
    fn read(&self, generation: u64, key: &str) -> Result<Option<String>, StoreError>;

    /// Stores texts, each merged with what its key holds, then removes keys. Records of an older
    /// generation count as not there.
    ///
    /// # Errors
    /// `Stale` before anything is written; otherwise at the first write that failed: the writes
    /// before it stay, no key has lost its text, and nothing was removed unless all texts were stored.
    fn write(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError>;

    /// Removes everything of ours and leaves the bare generation number.
    ///
    /// # Errors
    /// `Stale` when the store is of a newer generation already; otherwise what stopped the removal,
    /// which may then be repeated.
    fn wipe(&self, generation: u64) -> Result<(), StoreError>;

    /// Removes records of generations older than the one given.
    ///
    /// # Errors
    /// The store cannot be read or changed.
    fn sweep(&self, generation: u64) -> Result<(), StoreError>;

    /// Whether records of older generations are left: of a wipe that did not end, or of a number that damage
    /// has raised.
    fn holds_older(&self) -> bool;

    /// Puts a number that damage has changed back to the one given; no record is touched.
    ///
    /// # Errors
    /// The store cannot be changed.
    fn renumber(&self, generation: u64) -> Result<(), StoreError>;
}

/// Every record of a working copy's generation. No part of it, so that a first visit, which reads them one by one, does
/// not load this.
///
/// # Errors
/// The store cannot be read.
pub fn load_mirror(mirror: &dyn Mirror) -> Result<Vec<(String, String)>, StoreError> {
    let generation = mirror.generation()?.unwrap_or_default();
    let mut records = Vec::new();
    for key in mirror.keys()? {
        if let Some(text) = mirror.read(generation, &key)? {
            records.push((key, text));
        }
    }
    Ok(records)
}

/// The durable copy. Every call is one transaction; a write that returned `Ok` is on the device.
pub trait Vault {
    /// The generation stored here, if anything was stored yet.
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>>;

    /// At most `limit` records whose keys come after `after`, ascending by key. Fewer than `limit`
    /// means that there are no more.
    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>>;

    /// The records of these keys, without those that are not there.
    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>>;

    /// All of these puts or none, each text merged with what its key holds; the texts of an older
    /// generation are cleared away in the same transaction.
    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>>;

    /// Puts these texts in place of everything, in one transaction. Of none, only the bare
    /// generation number is left. With `only_if`, nothing is replaced ([`StoreError::Changed`])
    /// unless that key still holds that text.
    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>>;
}

/// The name under which this copy of the app stores things: a short id and the page's folder, since
/// several apps may share one origin. `start.js` reads the same keys.
#[must_use]
pub fn prefix() -> String {
    ["wm:", &super::address::base_path(), ":"].concat()
}

/// A generation as it is stored: decimal digits only, small enough for JavaScript.
fn parse_generation(text: &str) -> Option<u64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse()
        .ok()
        .filter(|&number| number <= LAST_GENERATION)
}

/// Whether what is stored is of an older generation than the caller's, and so counts as not there.
pub(crate) fn outdated(stored: Option<u64>, given: u64) -> Result<bool, StoreError> {
    match stored {
        Some(stored) if stored > given => Err(StoreError::Stale),
        Some(stored) => Ok(stored < given),
        // An unreadable number is not a reason to drop records: the next write puts it right.
        None => Ok(false),
    }
}

/// What a browser's error means for a person.
fn failure(error: &wasm_bindgen::JsValue) -> StoreError {
    let name = super::browser::get(error, "name").and_then(|name| name.as_string());
    named_failure(name.unwrap_or_default())
}

/// The same, for an error known by its name.
fn named_failure(name: String) -> StoreError {
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        _ => StoreError::Failed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_small_numbers_are_generations() {
        let case = |text: &str, expected| assert_eq!(parse_generation(text), expected, "{text:?}");
        case("0", Some(0));
        case("12", Some(12));
        case("9007199254740991", Some(LAST_GENERATION));
        for bad in [
            "",
            "-1",
            "+1",
            "1.5",
            "one",
            "9007199254740992",
            "99999999999999999999",
            "١",
        ] {
            case(bad, None);
        }
    }

    #[test]
    fn a_newer_generation_refuses_and_an_older_one_does_not_count() {
        assert_eq!(outdated(Some(5), 4), Err(StoreError::Stale));
        assert_eq!(outdated(Some(5), 5), Ok(false));
        assert_eq!(outdated(Some(5), 6), Ok(true));
        assert_eq!(outdated(None, 0), Ok(false));
    }

    #[test]
    fn browsers_names_for_errors_are_understood() {
        let case = |name: &str, expected| assert_eq!(named_failure(name.to_owned()), expected);
        case("QuotaExceededError", StoreError::Full);
        case("NS_ERROR_DOM_QUOTA_REACHED", StoreError::Full);
        case("SecurityError", StoreError::Blocked);
        case(
            "UnknownError",
            StoreError::Failed("UnknownError".to_owned()),
        );
    }
}
