//! An encrypted copy: the lock, and every record sealed as it is in a locked store.
//!
//! `{"sum":"…","app":"waymark","format":2,"lock":{…},"made":"2026-11-26","sealed":{"s/…":"1…",…}}`. A locked diary's copy
//! holds the very texts that are stored, so `rescue.html` can save one without any key.

use super::{Lock, LockError};
use crate::domain::day::Day;
use crate::domain::fields::{Fields, object_of, text_of};
use crate::domain::record;
use crate::exchange::backup::{CopyError, MOST_BYTES};
use serde_json::Value;

/// The form of the file; [`backup`](crate::exchange::backup) has the one before it.
pub const FORMAT: u64 = 2;

/// An encrypted copy, still shut.
#[derive(Clone, Debug, PartialEq)]
pub struct SealedCopy {
    /// What opens it.
    pub lock: Lock,
    /// The day it was made.
    pub made: Option<Day>,
    /// Its texts, by their names.
    pub sealed: Vec<(String, String)>,
    /// Whether it is as it was saved; if not, it was changed or damaged since.
    pub intact: bool,
}

/// The text of the file.
#[must_use]
pub fn save(lock: &Lock, sealed: Vec<(String, String)>, made: Day) -> String {
    let mut texts = Fields::new();
    for (name, text) in sealed {
        texts.insert(name, Value::String(text));
    }
    let mut file = Fields::new();
    file.insert("app".into(), "waymark".into());
    file.insert("format".into(), FORMAT.into());
    file.insert("lock".into(), Value::Object(lock.fields()));
    file.insert("made".into(), made.to_string().into());
    file.insert("sealed".into(), Value::Object(texts));
    record::with_sum(&text_of(Value::Object(file)))
}

/// Reads a file, which [`backup::open`](crate::exchange::backup::open) found to be an encrypted copy.
///
/// # Errors
/// When it is none, is damaged, or is from a newer version.
pub fn read(text: &str) -> Result<SealedCopy, CopyError> {
    if text.len() > MOST_BYTES {
        return Err(CopyError::TooLarge);
    }
    let mut file = object_of(text).ok_or(CopyError::NotOurs)?;
    let (Some(Value::Object(lock)), Some(Value::Object(texts))) =
        (file.remove("lock"), file.remove("sealed"))
    else {
        return Err(CopyError::NotOurs);
    };
    let lock = Lock::from_fields(lock).map_err(|error| match error {
        LockError::Damaged => CopyError::NotOurs,
        LockError::TooNew => CopyError::TooNew,
    })?;
    let mut sealed = Vec::new();
    for (name, text) in texts {
        let text = text.as_str().unwrap_or_default().to_owned();
        sealed.push((name, text));
    }
    let made = file.get("made").and_then(Value::as_str);
    Ok(SealedCopy {
        lock,
        made: made.and_then(Day::parse),
        sealed,
        intact: record::summed(text.trim_end()).is_some(),
    })
}
