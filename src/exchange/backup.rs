//! A copy of everything as one JSON file.
//!
//! `{"sum":"89abcdef","app":"waymark","format":1,"made":"2026-11-21","records":[…]}` with each record as it is stored.
//! The copy holds what this version does not know, too, and opening it never deletes anything.

use crate::domain::day::Day;
use crate::domain::fields::object_of;
use crate::domain::journal::Journal;
use crate::domain::record::{self, Loaded, Unreadable};
use serde_json::Value;

/// The form of the file that this version writes, and the newest it can read.
const FORMAT: u64 = 1;
/// The most bytes a copy may have: 20 MB.
pub const MOST_BYTES: usize = 20_000_000;

/// Why a file was not opened. Nothing has been changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyError {
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Nothing in it.
    Empty,
    /// Not a copy made by this app, or cut off.
    NotOurs,
    /// Made by a newer version.
    TooNew,
    /// Encrypted: [`sealed::copy`](super::sealed::copy) reads it.
    Locked,
}

/// A copy that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The day it was made.
    pub made: Option<Day>,
    /// What it holds, as it was written: [`Journal::receive`] makes it fit to be taken in.
    pub records: Vec<Loaded>,
    /// How many records in it could not be read, or would mislead.
    pub unreadable: usize,
    /// How many of these are services that pass for a help line, or whose numbers or pages are not safe.
    pub misleading: usize,
    /// Whether it is as it was saved; if not, it was changed or damaged since.
    pub intact: bool,
}

/// The text of a copy of everything.
#[must_use]
pub fn save(journal: &Journal, made: Day) -> String {
    let mut text = String::from(r#"{"app":"waymark","format":1,"made":""#);
    text.push_str(&made.to_string());
    text.push_str(r#"","records":["#);
    let mut first = true;
    for key in record::stored_keys(journal) {
        if let Some(record) = record::write(journal, &key) {
            text.push_str(if first { "\n" } else { ",\n" });
            text.push_str(&record);
            first = false;
        }
    }
    text.push_str("\n]}");
    record::with_sum(&text)
}

/// Opens a copy. What can be read is read, with its stamps as they are; what cannot is counted.
///
/// # Errors
/// When it is not a copy of ours, is too large, or is from a newer version.
pub fn open(text: &str) -> Result<Opened, CopyError> {
    if text.len() > MOST_BYTES {
        return Err(CopyError::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(CopyError::Empty);
    }
    let intact = record::summed(text.trim_end()).is_some();
    let mut file = object_of(text).ok_or(CopyError::NotOurs)?;
    if file.get("app").and_then(Value::as_str) != Some("waymark") {
        return Err(CopyError::NotOurs);
    }
    match file.get("format").and_then(Value::as_u64) {
        Some(FORMAT) => {}
        Some(super::sealed::copy::FORMAT) => return Err(CopyError::Locked),
        Some(newer) if newer > FORMAT => return Err(CopyError::TooNew),
        _ => return Err(CopyError::NotOurs),
    }
    let Some(Value::Array(records)) = file.remove("records") else {
        return Err(CopyError::NotOurs);
    };
    let made = file
        .get("made")
        .and_then(Value::as_str)
        .and_then(Day::parse);
    let mut opened = Opened {
        made,
        // Not room for as many as are listed: a million that are none would take over 64 MB.
        records: Vec::new(),
        unreadable: 0,
        misleading: 0,
        intact,
    };
    for value in records {
        match record::read_object(value) {
            Ok(loaded) => opened.records.push(loaded),
            Err(Unreadable::TooNew) => return Err(CopyError::TooNew),
            Err(Unreadable::Damaged) => opened.unreadable += 1,
        }
    }
    Ok(opened)
}

/// A copy that was encrypted, from its opened texts by their storage keys; `None` for what did not open.
///
/// # Errors
/// When a newer version made it.
pub fn opened(
    made: Option<Day>,
    texts: Vec<Option<(String, String)>>,
    intact: bool,
) -> Result<Opened, CopyError> {
    let mut opened = Opened {
        made,
        records: Vec::with_capacity(texts.len()),
        unreadable: 0,
        misleading: 0,
        intact,
    };
    for text in texts {
        let read = text.map(|(key, text)| record::read(&key, &text));
        match read {
            Some(Ok(loaded)) => opened.records.push(loaded),
            Some(Err(Unreadable::TooNew)) => return Err(CopyError::TooNew),
            Some(Err(Unreadable::Damaged)) | None => opened.unreadable += 1,
        }
    }
    Ok(opened)
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod schema_tests;
#[cfg(test)]
#[path = "backup_tests.rs"]
mod tests;
