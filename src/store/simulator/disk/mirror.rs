//! The working copy as the app stores it, on the items of this disk: `platform/storage/mirror.rs`, step by step.

use super::Device;
use crate::platform::storage::{Merge, Mirror, Put, StoreError, outdated};
use std::rc::Rc;

/// The key that holds the generation number.
const GENERATION: &str = "gen";
/// The largest generation: the largest whole number that JavaScript holds exactly.
const LAST_GENERATION: u64 = (1 << 53) - 1;

/// A handle on the working copy. Clones share it.
#[derive(Clone)]
pub(crate) struct DiskMirror {
    pub(super) device: Rc<Device>,
}

impl DiskMirror {
    fn get(&self, key: &str) -> Option<String> {
        self.device.items.borrow().get(key).cloned()
    }

    fn all_keys(&self) -> Vec<String> {
        self.device.items.borrow().all().keys().cloned().collect()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if !self.has_room(key, text) {
            self.device.count_fault(true);
            return Err(StoreError::Full);
        }
        self.device.change_item(key, Some(text.to_owned()))
    }

    fn has_room(&self, key: &str, text: &str) -> bool {
        let Some(room) = self.device.weather.borrow().mirror_room else {
            return true;
        };
        let items = self.device.items.borrow();
        let new = key.len() + text.len();
        let old = items.get(key).map_or(0, |text| key.len() + text.len());
        // A text that does not grow fits always, as in Chromium.
        new <= old || items.bytes() - old + new <= room
    }

    fn noted_generation(&self) -> Option<u64> {
        parse_generation(&self.get(GENERATION)?)
    }

    fn set_generation(&self, generation: u64) -> Result<(), StoreError> {
        self.set(GENERATION, &generation.to_string())
    }

    fn remove_all(&self, ours: impl Fn(&str) -> bool) -> Result<(), StoreError> {
        for key in self.all_keys().iter().filter(|key| ours(key)) {
            self.device.change_item(key, None)?;
        }
        Ok(())
    }
}

/// A generation as it is stored: decimal digits only, small enough for JavaScript.
fn parse_generation(text: &str) -> Option<u64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = text.parse().ok();
    number.filter(|&number| number <= LAST_GENERATION)
}

/// The generation that a key belongs to.
fn generation_of(key: &str) -> Option<u64> {
    parse_generation(key.split_once('/')?.0)
}

impl Mirror for DiskMirror {
    fn generation(&self) -> Result<Option<u64>, StoreError> {
        let from_keys = || {
            self.all_keys()
                .iter()
                .filter_map(|key| generation_of(key))
                .max()
        };
        Ok(self.noted_generation().or_else(from_keys))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let Some(generation) = self.generation()? else {
            return Ok(Vec::new());
        };
        let items = self.device.items.borrow();
        let keys = items.all().keys();
        Ok(keys
            .filter(|key| generation_of(key) == Some(generation))
            .filter_map(|key| Some(key.split_once('/')?.1.to_owned()))
            .collect())
    }

    fn read(&self, generation: u64, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.get(&format!("{generation}/{key}")))
    }

    fn write(&self, generation: u64, puts: &[Put], merge: Merge) -> Result<(), StoreError> {
        outdated(self.generation()?, generation)?;
        self.device.begin_call();
        if self.noted_generation() != Some(generation) {
            self.set_generation(generation)?;
        }
        let full = |put: &Put| format!("{generation}/{}", put.key);
        for put in puts {
            let Some(new) = put.text.as_deref() else {
                continue;
            };
            let key = full(put);
            let stored = self.get(&key);
            let text = merge(stored.as_deref(), new).ok_or(StoreError::TooNew)?;
            if stored.as_ref() != Some(&text) {
                self.set(&key, &text)?;
            }
        }
        for put in puts.iter().filter(|put| put.text.is_none()) {
            self.device.change_item(&full(put), None)?;
        }
        Ok(())
    }

    fn wipe(&self, generation: u64) -> Result<(), StoreError> {
        outdated(self.generation()?, generation)?;
        self.device.begin_call();
        let noted = self.set_generation(generation);
        self.remove_all(|key| key != GENERATION)?;
        noted.or_else(|_| self.set_generation(generation))
    }

    fn sweep(&self, generation: u64) -> Result<(), StoreError> {
        self.device.begin_call();
        self.remove_all(|key| generation_of(key).is_some_and(|of_key| of_key < generation))
    }

    fn holds_older(&self) -> bool {
        let noted = self.generation().ok().flatten();
        let mut keys = self.all_keys().into_iter();
        keys.any(|key| generation_of(&key).is_some_and(|of_key| Some(of_key) < noted))
    }

    fn renumber(&self, generation: u64) -> Result<(), StoreError> {
        self.device.begin_call();
        self.set_generation(generation)
    }
}
