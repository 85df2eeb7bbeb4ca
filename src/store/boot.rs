//! How the two copies on a device become one journal at the start, and how each is mended from the other.
//!
//! Pure but for the stores it is given, so that every way of failing can be tried on the host.

use super::reserved_keys::{
    ASIDE, BALLAST, DRAFT, MENDED, META, PENDING, READER, is_lock, kept_key, meta, meta_with,
    min_reader, read_pending, revision,
};
use crate::domain::change::Key;
use crate::domain::day::Day;
use crate::domain::fields::Fields;
use crate::domain::journal::Journal;
use crate::domain::record::{self, Unreadable};
use crate::platform::storage::{Mirror, Put, StoreError};
use serde_json::Value;
use std::rc::Rc;

/// The most characters that the working copy holds of days and notes; the durable copy holds everything.
pub(crate) const MIRROR_CHARS: usize = 1_000_000;

/// Kinds of which there may be thousands: what is first drawn shows the newest of them.
const MANY: [&str; 5] = ["day/", "note/", "mood/", "review/", "milestone/"];
/// So many of each are read before the first paint.
const FIRST: usize = 40;

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

    /// Begins to work out what the working copy lacks, and what it can let go because the durable copy has it.
    pub(crate) fn mirror_repairs(&self) -> MirrorRepairs {
        let (keys, always) = if self.too_new {
            (Vec::new(), 0)
        } else {
            wanted_in_mirror(&self.journal)
        };
        MirrorRepairs {
            keys: keys.into_iter(),
            always,
            kept: Fields::new(),
            chars: 0,
            puts: Vec::new(),
        }
    }

    /// Looks at so many more keys. Whether that was not all of them yet.
    pub(crate) fn go_on_with(&self, repairs: &mut MirrorRepairs, count: usize) -> bool {
        for _ in 0..count {
            let Some(key) = repairs.keys.next() else {
                return false;
            };
            let always = repairs.always > 0;
            repairs.always = repairs.always.saturating_sub(1);
            if repairs.kept.contains_key(&key) {
                continue;
            }
            let stored = self.mirrored.get(&key).and_then(Value::as_str);
            // What both copies hold alike need not be written out to be compared.
            let alike = stored.filter(|_| !self.differs.contains_key(&key));
            let written = if alike.is_none() {
                record::write(&self.journal, &key)
            } else {
                None
            };
            let Some(text) = alike.or(written.as_deref()) else {
                continue;
            };
            repairs.chars += text.len();
            if !always && repairs.chars > MIRROR_CHARS {
                return false;
            }
            if stored != Some(text) {
                repairs.puts.push(Put::new(key.clone(), text));
            }
            repairs.kept.insert(key, Value::Null);
        }
        true
    }

    /// What is to be written to the working copy.
    pub(crate) fn end_repairs(&mut self, repairs: MirrorRepairs) -> Vec<Put> {
        let MirrorRepairs { kept, mut puts, .. } = repairs;
        if self.too_new {
            return Vec::new();
        }
        let mirrored = std::mem::take(&mut self.mirrored);
        let has_meta = mirrored.contains_key(META);
        for (key, _) in mirrored {
            // A lock that is here alone was about to be set, and was not.
            let unset = is_lock(&key);
            if unset
                || is_aside(&key)
                || !kept.contains_key(&key) && record::write(&self.journal, &key).is_some()
            {
                puts.push(Put::removal(key));
            }
        }
        if !has_meta {
            puts.push(meta());
        }
        if !std::mem::take(&mut self.pending).is_empty() {
            puts.push(Put::removal(PENDING));
        }
        puts
    }
}

/// What the working copy lacks, as far as it has been worked out.
pub(crate) struct MirrorRepairs {
    /// What it should hold, and has not been looked at.
    keys: std::vec::IntoIter<String>,
    /// How many of the next ones it holds whatever their size.
    always: usize,
    /// What it is to hold.
    kept: Fields,
    /// The size of that.
    chars: usize,
    puts: Vec<Put>,
}

/// Whether this is the key of a text that could not be read.
fn is_aside(key: &str) -> bool {
    key.starts_with(ASIDE) || key.starts_with(MENDED)
}

fn holds(puts: &[Put], key: &str) -> bool {
    puts.iter().any(|put| put.key == key)
}

/// The storage keys of what a working copy should hold, in that order, and how many of the first it holds whatever their
/// size. See [`each_wanted`].
pub(crate) fn wanted_in_mirror(journal: &Journal) -> (Vec<String>, usize) {
    let mut keys = Vec::new();
    let mut first = 0;
    each_wanted(journal, &mut |key, always| {
        keys.push(key);
        first += usize::from(always);
        true
    });
    (keys, first)
}

/// Calls `want` with the storage keys of what a working copy should hold, in that order, and whether it holds it whatever
/// its size, for as long as that answers `true`. A key may come more than once: its first place is the one that counts. A
/// key may also be that of a note that was never written.
fn each_wanted(journal: &Journal, want: &mut dyn FnMut(String, bool) -> bool) {
    // What belongs to no day: the working copy holds all of it.
    for key in journal.keys() {
        if !matches!(key, Key::Entry(..) | Key::Note(_)) {
            want(record::stored_key(key), true);
        }
    }
    let mut day_notes = Vec::new();
    for key in journal.keys() {
        if let Key::Note(id) = key
            && let Some(day) = Day::parse(id.as_str())
        {
            day_notes.push((day, key));
        }
    }
    let mut last = None;
    // Days and notes, the newest days first.
    for key in journal.keys().rev() {
        let Key::Entry(day, id) = key else {
            continue;
        };
        // Both are in order of days: the notes of later days, on which nothing was done, go in between.
        while let Some((_, note)) = day_notes.pop_if(|(noted, _)| *noted >= *day) {
            if !want(record::stored_key(note), false) {
                return;
            }
        }
        // The entries of a day are in one record.
        if last.replace(*day) != Some(*day) && !want(record::stored_key(key), false) {
            return;
        }
        if !want(record::stored_key(&Key::Note(id.clone())), false) {
            return;
        }
    }
    // Notes of days before the first entry, and of entries that are not here.
    for key in journal.keys().rev() {
        if matches!(key, Key::Note(_)) && !want(record::stored_key(key), false) {
            return;
        }
    }
}

#[cfg(test)]
#[path = "boot_tests.rs"]
mod tests;
