//! How the two copies on a device become one journal at the start, and how each is mended from the other.
//!
//! Pure but for the stores it is given, so that every way of failing can be tried on the host.

mod mirror_repairs;

pub(crate) use mirror_repairs::{MIRROR_CHARS, wanted_in_mirror};

use super::reserved_keys::{
    ASIDE, BALLAST, DRAFT, MENDED, META, PENDING, READER, is_lock, kept_key, meta_with, min_reader,
    read_pending, revision,
};
use crate::domain::fields::Fields;
use crate::domain::journal::Journal;
use crate::domain::record::{self, Unreadable};
use crate::platform::storage::{Mirror, Put, StoreError};
use serde_json::Value;
use std::rc::Rc;

/// Kinds of which there may be thousands: what is first drawn shows the newest of them.
const MANY: [&str; 5] = ["day/", "note/", "mood/", "review/", "milestone/"];
/// So many of each are read before the first paint.
const FIRST: usize = 20;

/// What is being read, from the first copy and then the second.
#[derive(Default)]
pub(crate) struct Boot {
    /// What both copies hold together.
    pub(crate) journal: Journal,
    /// A newer version has written here: nothing may be written.
    pub(crate) too_new: bool,
    /// The generation of the working copy when it was read.
    pub(crate) generation: Option<u64>,
    /// The texts of the working copy.
    mirrored: Fields,
    /// The keys of those that are still to be read.
    unread: Vec<String>,
    /// What they are read from, and the generation.
    source: Option<(Rc<dyn Mirror>, u64)>,
    /// The keys of those that the durable copy has not, or not so.
    differs: Fields,
    /// What could not be read, each with the key it was found under.
    unreadable: Vec<(String, String)>,
    /// How many of them the other copy still had.
    pub(crate) rescued: usize,
    /// The keys of what was set aside; `true` for what is not kept under that key yet.
    aside: Fields,
    /// The same, for those of which the person has been told.
    told: Fields,
    /// What the working copy had begun to write when it was stopped.
    pending: Vec<Put>,
    /// What the device is locked with: the locks that were found, damaged ones too.
    pub(crate) locks: Vec<String>,
    vault_has_revision: bool,
    /// Whether the durable copy has room that it can give back.
    pub(crate) ballast: bool,
}

impl Boot {
    /// Reads of the working copy what the first paint shows; the rest waits for [`Boot::read_on`].
    ///
    /// # Errors
    /// When it cannot be read; what was read is there all the same.
    pub(crate) fn read_mirror(&mut self, mirror: &Rc<dyn Mirror>) -> Result<(), StoreError> {
        self.generation = mirror.generation()?;
        let generation = self.generation.unwrap_or_default();
        let mut first = Vec::new();
        let mut counts = [0; MANY.len()];
        let mut keys = Fields::new();
        for key in mirror.keys()? {
            keys.insert(key, Value::Null);
        }
        self.source = Some((Rc::clone(mirror), generation));
        // The newest stand last: days, notes of days and most ids are in order of time.
        for key in keys.keys().rev() {
            let kind = MANY.iter().position(|kind| key.starts_with(kind));
            if let Some(kind) = kind {
                counts[kind] += 1;
                if counts[kind] > FIRST {
                    self.unread.push(key.clone());
                    continue;
                }
            }
            first.push(key.clone());
        }
        for key in first {
            self.read_mirrored(&key)?;
        }
        for put in self.pending.clone() {
            self.take(&put.key, put.text.as_deref().unwrap_or_default());
            self.differs.insert(put.key.clone(), Value::Null);
        }
        Ok(())
    }

    fn read_mirrored(&mut self, key: &str) -> Result<(), StoreError> {
        let Some((mirror, generation)) = &self.source else {
            return Ok(());
        };
        let Some(text) = mirror.read(*generation, key)? else {
            return Ok(());
        };
        if key == PENDING {
            self.pending = read_pending(&text);
            return Ok(());
        }
        self.take(key, &text);
        self.differs.insert(key.to_owned(), Value::Null);
        self.mirrored.insert(key.to_owned(), Value::String(text));
        Ok(())
    }

    /// Reads so many more records of the working copy. Whether that was not all of them yet.
    pub(crate) fn read_on(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(key) = self.unread.pop() else {
                return false;
            };
            // What cannot be read any more is in the durable copy, or nowhere.
            let _ = self.read_mirrored(&key);
        }
        true
    }

    /// Reads all that is left of the working copy.
    pub(crate) fn read_all(&mut self) {
        while self.read_on(usize::MAX) {}
    }

    /// Reads a part of the durable copy.
    pub(crate) fn read_batch(&mut self, batch: Vec<(String, String)>) {
        for (key, text) in batch {
            self.vault_has_revision |= key == META && revision(&text).is_some();
            self.ballast |= key == BALLAST;
            let mirrored = self.mirrored.get(&key).and_then(Value::as_str);
            if mirrored == Some(&text) && !is_lock(&key) {
                self.differs.remove(&key);
            } else {
                self.take(&key, &text);
            }
        }
    }

    fn take(&mut self, key: &str, text: &str) {
        if key == META {
            self.too_new |= min_reader(text).is_some_and(|version| version > READER);
        } else if is_lock(key) {
            self.locks.push(text.to_owned());
        } else if key.starts_with(ASIDE) {
            self.aside.insert(key.to_owned(), Value::Null);
        } else if let Some(rest) = key.strip_prefix(MENDED) {
            self.told.insert([ASIDE, rest].concat(), Value::Null);
        } else if key != BALLAST && !key.starts_with(DRAFT) {
            match record::read(key, text) {
                Ok(loaded) => {
                    self.journal.absorb(loaded);
                }
                Err(Unreadable::TooNew) => self.too_new = true,
                Err(Unreadable::Damaged) => {
                    self.unreadable.push((key.to_owned(), text.to_owned()));
                }
            }
        }
    }

    /// The keys of texts that could not be read and were found in neither copy, now or earlier. All of them are kept.
    pub(crate) fn aside_keys(&self) -> Vec<String> {
        let keys = self.aside.keys();
        keys.filter(|key| !self.told.contains_key(*key))
            .cloned()
            .collect()
    }

    /// What could not be read and is not kept yet. It may be asked for again: a store may not have taken it.
    fn newly_unreadable(&mut self) -> Vec<Put> {
        let mut puts = Vec::new();
        self.rescued = 0;
        for (key, text) in &self.unreadable {
            if record::write(&self.journal, key).is_some() {
                self.rescued += 1;
                puts.push(Put::new(kept_key(MENDED, key, text), text));
                continue;
            }
            let aside = kept_key(ASIDE, key, text);
            if self.told.contains_key(&aside) || self.aside.get(&aside) == Some(&Value::Null) {
                continue;
            }
            if self.aside.insert(aside.clone(), true.into()).is_none() || !holds(&puts, &aside) {
                puts.push(Put::new(aside, text));
            }
        }
        puts
    }

    /// What a working copy that stands alone must keep aside, and finish, before anything is written.
    pub(crate) fn repairs_without_vault(&mut self) -> Vec<Put> {
        if self.too_new {
            return Vec::new();
        }
        let mut puts = self.newly_unreadable();
        // Not forgotten: should the durable copy come after all, it gets them too.
        puts.extend(self.pending.iter().cloned());
        puts.push(Put::removal(PENDING));
        puts
    }

    /// What the durable copy lacks, and what must be kept aside before anything is written. `revision`: the one to begin
    /// with.
    pub(crate) fn repairs_for_vault(&mut self, revision: u64) -> Vec<Put> {
        if self.too_new {
            return Vec::new();
        }
        let mut puts = self.newly_unreadable();
        for (key, _) in &self.differs {
            // What was set aside while there was no durable copy.
            let text = if is_aside(key) {
                let text = self.mirrored.get(key).and_then(Value::as_str);
                text.map(str::to_owned)
            } else {
                record::write(&self.journal, key)
            };
            if text.is_some() {
                puts.push(Put {
                    key: key.clone(),
                    text,
                });
            }
        }
        if !puts.is_empty() || !self.vault_has_revision {
            puts.insert(0, meta_with(record::VERSION, revision));
        }
        puts
    }
}

/// Whether this is the key of a text that could not be read.
pub(super) fn is_aside(key: &str) -> bool {
    key.starts_with(ASIDE) || key.starts_with(MENDED)
}

fn holds(puts: &[Put], key: &str) -> bool {
    puts.iter().any(|put| put.key == key)
}

#[cfg(test)]
#[path = "boot_tests.rs"]
mod tests;
