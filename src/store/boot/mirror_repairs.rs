//! What the working copy should hold: all that belongs to no day, and the newest days.

use super::{Boot, is_aside};
use crate::domain::change::Key;
use crate::domain::day::Day;
use crate::domain::fields::Fields;
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::platform::storage::Put;
use crate::store::reserved_keys::{META, PENDING, is_lock, meta};
use serde_json::Value;

/// The most characters that the working copy holds of days and notes; the durable copy holds everything.
pub(crate) const MIRROR_CHARS: usize = 1_000_000;

/// What the working copy lacks, as far as it has been worked out.
pub(crate) struct MirrorRepairs {
    /// What it should hold, and has not been looked at: of one part.
    keys: std::vec::IntoIter<String>,
    /// How many of the [`PARTS`] have been begun.
    parts: usize,
    /// What it is to hold.
    kept: Fields,
    /// The size of that.
    chars: usize,
    puts: Vec<Put>,
}

/// What a working copy should hold, in that order. It is worked out part by part: all at once takes a tenth of a second on
/// a cheap phone with ten years.
const PARTS: [fn(&Journal) -> Vec<String>; 3] = [of_no_day, by_day, other_notes];

impl Boot {
    /// Begins to work out what the working copy lacks, and what it can let go because the durable copy has it.
    pub(crate) fn mirror_repairs(&self) -> MirrorRepairs {
        MirrorRepairs {
            keys: Vec::new().into_iter(),
            parts: if self.too_new { PARTS.len() } else { 0 },
            kept: Fields::new(),
            chars: 0,
            puts: Vec::new(),
        }
    }

    /// Looks at so many more keys. Whether that was not all of them yet.
    pub(crate) fn go_on_with(&self, repairs: &mut MirrorRepairs, count: usize) -> bool {
        for _ in 0..count {
            let Some(key) = repairs.keys.next() else {
                let next = PARTS.get(repairs.parts);
                if let Some(next) = next {
                    repairs.keys = next(&self.journal).into_iter();
                    repairs.parts += 1;
                }
                return next.is_some();
            };
            // The first part, whatever its size.
            let always = repairs.parts == 1;
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

/// The storage keys of what a working copy should hold, in that order, and how many of the first it holds whatever their
/// size. A key may come more than once: its first place is the one that counts. A key may also be that of a note that was
/// never written.
pub(crate) fn wanted_in_mirror(journal: &Journal) -> (Vec<String>, usize) {
    let mut keys = Vec::new();
    let mut always = 0;
    for (place, part) in PARTS.iter().enumerate() {
        keys.append(&mut part(journal));
        if place == 0 {
            always = keys.len();
        }
    }
    (keys, always)
}

/// What belongs to no day: the working copy holds all of it.
fn of_no_day(journal: &Journal) -> Vec<String> {
    let mut keys = Vec::new();
    for key in journal.keys() {
        if !matches!(key, Key::Entry(..) | Key::Note(_)) {
            keys.push(record::stored_key(key));
        }
    }
    keys
}

/// Days and notes, the newest days first.
fn by_day(journal: &Journal) -> Vec<String> {
    let mut keys = Vec::new();
    let mut day_notes = Vec::new();
    for key in journal.keys() {
        if let Key::Note(id) = key
            && let Some(day) = Day::parse(id.as_str())
        {
            day_notes.push((day, key));
        }
    }
    let mut last = None;
    for key in journal.keys().rev() {
        let Key::Entry(day, id) = key else {
            continue;
        };
        // Both are in order of days: the notes of later days, on which nothing was done, go in between.
        while let Some((_, note)) = day_notes.pop_if(|(noted, _)| *noted >= *day) {
            keys.push(record::stored_key(note));
        }
        // The entries of a day are in one record.
        if last.replace(*day) != Some(*day) {
            keys.push(record::stored_key(key));
        }
        keys.push(record::stored_key(&Key::Note(id.clone())));
    }
    keys
}

/// Notes of days before the first entry, and of entries that are not here; the others come a second time.
fn other_notes(journal: &Journal) -> Vec<String> {
    let mut keys = Vec::new();
    for key in journal.keys().rev() {
        if matches!(key, Key::Note(_)) {
            keys.push(record::stored_key(key));
        }
    }
    keys
}
