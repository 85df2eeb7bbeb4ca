//! How the two copies on a device become one journal at the start, and how each is mended from the other.
//!
//! Pure but for the stores it is given, so that every way of failing can be tried on the host.

use crate::domain::change::Key;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::record::{self, Unreadable};
use crate::platform::storage::{Mirror, Put, StoreError};
use std::collections::BTreeMap;

/// The key of what is true of the store as a whole.
const META: &str = "meta";
/// Keys of texts that could not be read and are kept as they were.
const ASIDE: &str = "aside/";
/// The most characters that the working copy holds of days and notes; the durable copy holds everything.
const MIRROR_CHARS: usize = 1_000_000;

/// What is being read, from the first copy and then the second.
#[derive(Debug, Default)]
pub(super) struct Boot {
    /// What both copies hold together.
    pub(super) journal: Journal,
    /// A newer version has written here: nothing may be written.
    pub(super) too_new: bool,
    /// How many texts could not be read, now or earlier. All of them are kept.
    pub(super) set_aside: usize,
    mirrored: BTreeMap<String, String>,
    differs: BTreeMap<String, ()>,
    unreadable: Vec<Put>,
    has_meta: bool,
}

impl Boot {
    /// Reads the working copy.
    ///
    /// # Errors
    /// When it cannot be read; what was read is there all the same.
    pub(super) fn read_mirror(&mut self, mirror: &dyn Mirror) -> Result<(), StoreError> {
        for (key, text) in mirror.load()? {
            self.take(&key, &text);
            self.differs.insert(key.clone(), ());
            self.mirrored.insert(key, text);
        }
        Ok(())
    }

    /// Reads a part of the durable copy.
    pub(super) fn read_batch(&mut self, batch: Vec<(String, String)>) {
        for (key, text) in batch {
            if self.mirrored.get(&key) == Some(&text) {
                self.differs.remove(&key);
                self.has_meta |= key == META;
            } else {
                self.take(&key, &text);
            }
        }
    }

    fn take(&mut self, key: &str, text: &str) {
        if key == META {
            self.has_meta = true;
            self.too_new |= min_reader(text) > record::VERSION;
        } else if key.starts_with(ASIDE) {
            self.set_aside += 1;
        } else {
            match record::read(key, text) {
                Ok(loaded) => {
                    self.journal.absorb(loaded);
                }
                Err(Unreadable::TooNew) => self.too_new = true,
                Err(Unreadable::Damaged) => self.unreadable.push(Put {
                    key: aside_key(key, text),
                    text: Some(text.to_owned()),
                }),
            }
        }
    }

    /// What the durable copy lacks, and what must be kept aside before anything is written.
    pub(super) fn repairs_for_vault(&mut self) -> Vec<Put> {
        if self.too_new {
            return Vec::new();
        }
        let mut puts = std::mem::take(&mut self.unreadable);
        self.set_aside += puts.len();
        if !self.has_meta {
            puts.push(meta());
        }
        let missing = std::mem::take(&mut self.differs);
        puts.extend(missing.into_keys().filter_map(|key| {
            let text = record::write(&self.journal, &key)?;
            Some(Put {
                key,
                text: Some(text),
            })
        }));
        puts
    }

    /// What the working copy lacks, and what it can let go because the durable copy has it.
    pub(super) fn repairs_for_mirror(&mut self) -> Vec<Put> {
        if self.too_new {
            return Vec::new();
        }
        let mirrored = std::mem::take(&mut self.mirrored);
        let mut puts = Vec::new();
        let mut kept = BTreeMap::new();
        let mut chars = 0;
        for (newest, key) in in_order_of_need(&self.journal) {
            let Some(text) = record::write(&self.journal, &key) else {
                continue;
            };
            chars += text.len();
            if newest.is_some() && chars > MIRROR_CHARS {
                break;
            }
            if mirrored.get(&key) != Some(&text) {
                puts.push(Put {
                    key: key.clone(),
                    text: Some(text),
                });
            }
            kept.insert(key, ());
        }
        let known = record::stored_keys(&self.journal);
        puts.extend(
            mirrored
                .into_keys()
                .filter(|key| !kept.contains_key(key) && known.binary_search(key).is_ok())
                .map(|key| Put { key, text: None }),
        );
        if !self.has_meta {
            puts.push(meta());
        }
        puts
    }
}

/// The storage keys, those without a day first, then the newest days.
fn in_order_of_need(journal: &Journal) -> Vec<(Option<Day>, String)> {
    let mut keys: Vec<(Option<Day>, String)> = journal
        .keys()
        .map(|key| {
            let day = match key {
                Key::Entry(day, _) => Some(*day),
                Key::Note(id) => journal
                    .note(id)
                    .map(|note| note.day)
                    .or_else(|| Day::parse(id.as_str())),
                _ => None,
            };
            (day, record::stored_key(key))
        })
        .collect();
    keys.sort_unstable_by(|(one, a), (two, b)| match (one, two) {
        (None, None) => a.cmp(b),
        (None, Some(_)) => std::cmp::Ordering::Less,
        (Some(_), None) => std::cmp::Ordering::Greater,
        (Some(one), Some(two)) => two.cmp(one).then(a.cmp(b)),
    });
    keys.dedup();
    keys
}

fn aside_key(key: &str, text: &str) -> String {
    // The sum keeps two damaged forms of one record apart, and the same one from being kept twice.
    let sum = record::with_sum(text);
    let sum = sum.get(8..16).unwrap_or_default().to_owned();
    [ASIDE, &sum, "/", key].concat()
}

fn meta() -> Put {
    Put {
        key: META.to_owned(),
        text: Some([r#"{"min_reader":"#, &record::VERSION.to_string(), "}"].concat()),
    }
}

fn min_reader(text: &str) -> u64 {
    let meta: Option<serde_json::Value> = serde_json::from_str(text).ok();
    meta.and_then(|meta| meta.get("min_reader")?.as_u64())
        .unwrap_or_default()
}

#[cfg(test)]
#[path = "boot_tests.rs"]
mod tests;
