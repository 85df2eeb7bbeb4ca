//! The working copy in `localStorage`.
//!
//! Keys are `{prefix}{generation}/{key}`, and the bare `{prefix}gen`: an origin may be shared, so only
//! keys with the prefix are ever touched.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;

use super::{GENERATION, Merge, Mirror, Put, StoreError, failure, outdated, parse_generation};
use crate::platform::browser::{get, window};

/// `localStorage`, guarded: every refusal of the browser is a value.
#[derive(Clone, Debug)]
pub struct LocalMirror {
    storage: web_sys::Storage,
    prefix: String,
}

impl LocalMirror {
    /// Opens the working copy under a name of its own.
    ///
    /// # Errors
    /// `Blocked` where the page may not use `localStorage` or has none.
    pub fn open(prefix: String) -> Result<Self, StoreError> {
        // `raw()` panics where the getter throws or gives nothing, so it is asked for here first.
        let window = window().ok_or(StoreError::Blocked)?;
        get(&window, "localStorage").ok_or(StoreError::Blocked)?;
        Ok(Self {
            storage: LocalStorage::raw(),
            prefix,
        })
    }

    fn get(&self, full_key: &str) -> Result<Option<String>, StoreError> {
        self.storage
            .get_item(full_key)
            .map_err(|error| failure(&error))
    }

    fn set(&self, full_key: &str, text: &str) -> Result<(), StoreError> {
        self.storage
            .set_item(full_key, text)
            .map_err(|error| failure(&error))
    }

    fn remove(&self, full_key: &str) -> Result<(), StoreError> {
        self.storage
            .remove_item(full_key)
            .map_err(|error| failure(&error))
    }

    /// Our keys, without the prefix.
    fn all_keys(&self) -> Result<Vec<String>, StoreError> {
        self.keys_under(&self.prefix)
    }

    /// The keys that start with this, without it. Asked for all at once: thousands of questions are a tenth of a second on a
    /// cheap phone. No key of ours has an end of line; a piece of somebody else's that looks like one of ours is a key with
    /// no text.
    fn keys_under(&self, start: &str) -> Result<Vec<String>, StoreError> {
        let all = Reflect::own_keys(&self.storage).map_err(|error| failure(&error))?;
        let mut keys = Vec::new();
        for key in String::from(all.join("\n")).split('\n') {
            if let Some(key) = key.strip_prefix(start) {
                keys.push(key.to_owned());
            }
        }
        Ok(keys)
    }

    fn full(&self, key: &str) -> String {
        [&self.prefix, key].concat()
    }

    /// The full keys of a generation start with this.
    fn folder(&self, generation: u64) -> String {
        [&self.prefix, &*generation.to_string(), "/"].concat()
    }

    fn noted_generation(&self) -> Result<Option<u64>, StoreError> {
        let noted = self.get(&self.full(GENERATION))?;
        Ok(noted.as_deref().and_then(parse_generation))
    }

    fn set_generation(&self, generation: u64) -> Result<(), StoreError> {
        self.set(&self.full(GENERATION), &generation.to_string())
    }

    fn remove_all(&self, ours: impl Fn(&str) -> bool) -> Result<(), StoreError> {
        for key in self.all_keys()?.iter().filter(|key| ours(key)) {
            self.remove(&self.full(key))?;
        }
        Ok(())
    }
}

/// The generation that a key without its prefix belongs to.
fn generation_of(key: &str) -> Option<u64> {
    parse_generation(key.split_once('/')?.0)
}

impl Mirror for LocalMirror {
    fn generation(&self) -> Result<Option<u64>, StoreError> {
        if let Some(number) = self.noted_generation()? {
            return Ok(Some(number));
        }
        // A lost or damaged number must not hide the records: their keys carry it too.
        Ok(self
            .all_keys()?
            .iter()
            .filter_map(|key| generation_of(key))
            .max())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let Some(generation) = self.generation()? else {
            return Ok(Vec::new());
        };
        self.keys_under(&self.folder(generation))
    }

    fn read(&self, generation: u64, key: &str) -> Result<Option<String>, StoreError> {
        self.get(&[&self.folder(generation), key].concat())
    }

    fn write(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError> {
        outdated(self.generation()?, generation)?;
        if self.noted_generation()? != Some(generation) {
            self.set_generation(generation)?;
        }
        let folder = self.folder(generation);
        for put in puts {
            let Some(new) = put.text.as_deref() else {
                continue;
            };
            let key = [&*folder, &*put.key].concat();
            let stored = self.get(&key)?;
            let text = merge(stored.as_deref(), new).ok_or(StoreError::TooNew)?;
            if stored.as_ref() != Some(&text) {
                self.set(&key, &text)?;
            }
        }
        // Last, and only when all texts are in: a text may be the reason why a key can go.
        for put in puts.iter().filter(|put| put.text.is_none()) {
            self.remove(&[&*folder, &*put.key].concat())?;
        }
        Ok(())
    }

    fn wipe(&self, generation: u64) -> Result<(), StoreError> {
        outdated(self.generation()?, generation)?;
        // The number first: from then on whatever is left behind is ignored. A store too full to take
        // it must still be emptied.
        let noted = self.set_generation(generation);
        self.remove_all(|key| key != GENERATION)?;
        noted.or_else(|_| self.set_generation(generation))
    }

    fn sweep(&self, generation: u64) -> Result<(), StoreError> {
        self.remove_all(|key| generation_of(key).is_some_and(|of_key| of_key < generation))
    }

    fn holds_older(&self) -> bool {
        let noted = self.generation().ok().flatten();
        let keys = self.all_keys().unwrap_or_default();
        keys.iter()
            .any(|key| generation_of(key).is_some_and(|of_key| Some(of_key) < noted))
    }

    fn renumber(&self, generation: u64) -> Result<(), StoreError> {
        self.set_generation(generation)
    }
}
