//! Stored shapes, versions and migrations: the one gate for bytes from a store or a file.
//!
//! A record is one JSON text:
//! `{"sum":"89abcdef","d":{…},"h":[ms,count,device],"id":"…","k":"goal","v":1}`.
//! `sum` stands first and covers every byte behind it. `del` instead of `d` is a tombstone. A day's record holds its
//! entries as `d.items`, each with a stamp of its own. Fields this version does not know are kept and written back.

mod migrations;
mod newer;
mod row;
mod sum;

use super::change::Key;
use super::day::Day;
use super::fields::{Fields, Stored, object_of, take, text_of};
use super::id::Id;
use super::journal::{Journal, Row};
use super::stamp::Stamp;
use row::{read_row, write_row};
use serde_json::Value;

pub use newer::Foreign;
pub(super) use newer::{kept_key, key_of_kept, stamp_in};
pub(super) use row::{WAS, extra_beside, note_was, row_text, was};
pub use sum::{sum_of, summed, with_sum};

/// The version of the stored shapes that this program writes, and the newest it can read.
pub const VERSION: u64 = 1;

/// Fields that this version does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// Beside the stamp.
    pub envelope: Fields,
    /// Within the body.
    pub body: Fields,
}

impl Extra {
    /// As it stands in a row: nothing, when there is nothing.
    pub(super) fn boxed(self) -> Option<Box<Self>> {
        (!(self.envelope.is_empty() && self.body.is_empty())).then(|| Box::new(self))
    }
}

/// Why a text was not read. It is kept as it is, whatever the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Damaged, cut off, or not one of our records.
    Damaged,
    /// Written by a newer version.
    TooNew,
}

/// What one record holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The things in it.
    pub rows: Vec<(Key, Row)>,
    /// Unknown fields of a day's record.
    pub day_extra: Option<(Day, Extra)>,
    /// What only a newer version can read.
    pub foreign: Vec<Foreign>,
}

/// The storage key of the record that holds this thing.
#[must_use]
pub fn stored_key(key: &Key) -> String {
    match key {
        Key::Settings => "settings".to_owned(),
        Key::Goal(id) => join("goal", id.as_str()),
        Key::Milestone(id) => join("milestone", id.as_str()),
        Key::Idea(id) => join("idea", id.as_str()),
        Key::Mood(id) => join("mood", id.as_str()),
        Key::Note(id) => join("note", id.as_str()),
        Key::Review(id) => join("review", id.as_str()),
        Key::Service(id) => join("service", id.as_str()),
        Key::CheckUp(id) => join("checkup", id.as_str()),
        Key::Line(id) => join("line", id.as_str()),
        // `start` stands in an old fixture as a kind that no version knows.
        Key::Start(id) => join("since", id.as_str()),
        Key::Entry(day, _) => join("day", &day.to_string()),
    }
}

/// Reads the text stored under `key`.
///
/// # Errors
/// When the text is not a record of ours, is damaged, belongs under another key, or is from a newer version.
pub fn read(key: &str, text: &str) -> Result<Loaded, Unreadable> {
    let body = summed(text).ok_or(Unreadable::Damaged)?;
    let mut fields = object_of(&["{", body].concat()).ok_or(Unreadable::Damaged)?;
    let version = fields.remove("v").as_ref().and_then(Value::as_u64);
    let version = version.ok_or(Unreadable::Damaged)?;
    if version > VERSION {
        return Err(Unreadable::TooNew);
    }
    migrations::bring_up(version, fields)
        .and_then(|fields| parse(key, fields, text))
        .ok_or(Unreadable::Damaged)
}

/// Reads a record whose own fields name its key.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<(String, Loaded), Unreadable> {
    let fields = object_of(text).ok_or(Unreadable::Damaged)?;
    let key = key_of(&fields).ok_or(Unreadable::Damaged)?;
    read(&key, text).map(|loaded| (key, loaded))
}

/// Reads a record that stands as a value in a file, and checks its sum.
///
/// # Errors
/// As [`read`].
pub fn read_object(value: Value) -> Result<Loaded, Unreadable> {
    let Value::Object(mut fields) = value else {
        return Err(Unreadable::Damaged);
    };
    let sum: String = take(&mut fields, "sum").ok_or(Unreadable::Damaged)?;
    let key = key_of(&fields).ok_or(Unreadable::Damaged)?;
    let text = with_sum(&text_of(Value::Object(fields)));
    if sum_of(&text) != Some(&sum) {
        return Err(Unreadable::Damaged);
    }
    read(&key, &text)
}

/// The text of the record under `key`, when the journal has anything there.
#[must_use]
pub fn write(journal: &Journal, key: &str) -> Option<String> {
    if let Some(Value::String(text)) = journal.foreign.get(key) {
        return Some(text.clone());
    }
    let (kind, id) = key.split_once('/').unwrap_or((key, key));
    let mut fields = if kind == "day" {
        write_day(journal, Day::parse(id)?)?
    } else {
        write_row(journal.rows.get(&single_key(kind, id)?)?)
    };
    fields.insert("v".into(), VERSION.into());
    fields.insert("k".into(), kind.into());
    fields.insert("id".into(), id.into());
    Some(with_sum(&text_of(Value::Object(fields))))
}

/// The storage keys of everything in the journal: in order, then days with nothing but fields that this version does
/// not know, and then those of kinds it does not know.
#[must_use]
pub fn stored_keys(journal: &Journal) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in journal.rows.keys() {
        // The entries of a day stand one after the other.
        let key = stored_key(key);
        if keys.last() != Some(&key) {
            keys.push(key);
        }
    }
    // A newer version may have written a day in which this one knows no entry.
    for day in newer::days(journal) {
        if journal.rows_of(day).next().is_none() {
            keys.push(join("day", &day.to_string()));
        }
    }
    let known = keys.len();
    for key in journal.foreign.keys() {
        if newer::is_entry(key) {
            continue;
        }
        let place = known + keys[known..].partition_point(|other| other < key);
        keys.insert(place, key.clone());
    }
    keys
}

/// The storage key that a record's own fields name.
fn key_of(fields: &Fields) -> Option<String> {
    let kind = fields.get("k")?.as_str()?;
    if kind == "settings" {
        return Some(kind.to_owned());
    }
    Some(join(kind, fields.get("id")?.as_str()?))
}

fn parse(key: &str, mut fields: Fields, text: &str) -> Option<Loaded> {
    if key_of(&fields)? != key {
        return None;
    }
    let kind: String = take(&mut fields, "k")?;
    let id: String = take(&mut fields, "id")?;
    let mut loaded = Loaded::default();
    if kind == "day" {
        read_day(Day::parse(&id)?, fields, &mut loaded)?;
        return Some(loaded);
    }
    let stamp = if let Some(named) = single_key(&kind, &id) {
        let Some(stood_in) = newer::stood_in(&kind, &fields) else {
            loaded.rows.push((named, read_row(&kind, fields)?));
            return Some(loaded);
        };
        read_row(&kind, stood_in)?.stamp
    } else {
        Id::parse(&kind).and(Id::parse(&id))?;
        take(&mut fields, "h")?
    };
    loaded.foreign.push(Foreign {
        key: key.to_owned(),
        stamp,
        text: text.to_owned(),
    });
    Some(loaded)
}

fn single_key(kind: &str, id: &str) -> Option<Key> {
    let named: fn(Id) -> Key = match kind {
        "settings" => return Some(Key::Settings),
        "goal" => Key::Goal,
        "milestone" => Key::Milestone,
        "idea" => Key::Idea,
        "mood" => Key::Mood,
        "note" => Key::Note,
        "review" => Key::Review,
        "service" => Key::Service,
        "checkup" => Key::CheckUp,
        "line" => Key::Line,
        "since" => Key::Start,
        _ => return None,
    };
    Id::parse(id).map(named)
}

fn read_day(day: Day, mut envelope: Fields, loaded: &mut Loaded) -> Option<()> {
    // Written anew from its entries' stamps, but a record without one is none of ours.
    let _: Stamp = take(&mut envelope, "h")?;
    let Value::Object(mut body) = envelope.remove("d")? else {
        return None;
    };
    let Value::Object(items) = body.remove("items")? else {
        return None;
    };
    for (id, item) in items {
        let Value::Object(item) = item else {
            return None;
        };
        let key = Key::Entry(day, Id::parse(&id)?);
        if let Some(stood_in) = newer::stood_in("entry", &item) {
            loaded.foreign.push(Foreign {
                key: kept_key(&key),
                stamp: read_row("entry", stood_in)?.stamp,
                text: text_of(Value::Object(item)),
            });
        } else {
            loaded.rows.push((key, read_row("entry", item)?));
        }
    }
    if !(envelope.is_empty() && body.is_empty()) {
        loaded.day_extra = Some((day, Extra { envelope, body }));
    }
    Some(())
}

fn write_day(journal: &Journal, day: Day) -> Option<Fields> {
    let mut items = Fields::new();
    let mut latest = Stamp::default();
    for (id, row) in journal.rows_of(day) {
        latest = latest.max(row.stamp);
        items.insert(id.as_str().into(), Value::Object(write_row(row)));
    }
    for (id, stamp, item) in newer::entries_of(journal, day) {
        latest = latest.max(stamp);
        items.insert(id, item);
    }
    let extra = journal.day_extra(day);
    if items.is_empty() && extra.is_none() {
        return None;
    }
    let Extra {
        envelope: mut fields,
        mut body,
    } = extra.cloned().unwrap_or_default();
    body.insert("items".into(), Value::Object(items));
    fields.insert("d".into(), Value::Object(body));
    fields.insert("h".into(), latest.form());
    Some(fields)
}

fn join(kind: &str, id: &str) -> String {
    [kind, "/", id].concat()
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
