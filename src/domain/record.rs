//! Stored shapes, versions and migrations: the one gate for bytes from a store or a file.
//!
//! A record is one JSON text:
//! `{"sum":"89abcdef","d":{…},"h":[ms,count,device],"id":"…","k":"goal","v":1}`.
//! `sum` stands first and covers every byte behind it. `del` instead of `d` is a tombstone. A day's record holds its
//! entries as `d.items`, each with a stamp of its own. Fields this version does not know are kept and written back.

use super::change::{Body, Key};
use super::day::Day;
use super::entry::{Entry, Note};
use super::goal::Goal;
use super::id::Id;
use super::journal::{Journal, Row};
use super::milestone::Milestone;
use super::own_idea::OwnIdea;
use super::settings::Settings;
use super::stamp::Stamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The version of the stored shapes that this program writes, and the newest it can read.
pub const VERSION: u64 = 1;

const SUM_START: &str = r#"{"sum":""#;
/// The length of `{"sum":"89abcdef",`.
const SUM_END: usize = SUM_START.len() + 10;

/// Fields that this version does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// Beside the stamp.
    pub envelope: Map<String, Value>,
    /// Within the body.
    pub body: Map<String, Value>,
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
    /// A record of a kind this version does not know: its storage key, its stamp and its text.
    pub foreign: Option<(String, Stamp, String)>,
}

/// The storage key of the record that holds this thing.
#[must_use]
pub fn stored_key(key: &Key) -> String {
    match key {
        Key::Settings => "settings".to_owned(),
        Key::Goal(id) => join("goal", id.as_str()),
        Key::Milestone(id) => join("milestone", id.as_str()),
        Key::Idea(id) => join("idea", id.as_str()),
        Key::Note(id) => join("note", id.as_str()),
        Key::Entry(day, _) => join("day", &day.to_string()),
    }
}

/// Reads the text stored under `key`.
///
/// # Errors
/// When the text is not a record of ours, is damaged, belongs under another key, or is from a newer version.
pub fn read(key: &str, text: &str) -> Result<Loaded, Unreadable> {
    let body = summed(text).ok_or(Unreadable::Damaged)?;
    let mut map: Map<String, Value> =
        serde_json::from_str(&(String::from("{") + body)).map_err(|_| Unreadable::Damaged)?;
    match map.remove("v").as_ref().and_then(Value::as_u64) {
        Some(VERSION) => parse(key, map, text).ok_or(Unreadable::Damaged),
        Some(newer) if newer > VERSION => Err(Unreadable::TooNew),
        _ => Err(Unreadable::Damaged),
    }
}

/// Reads a record whose own fields name its key.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<(String, Loaded), Unreadable> {
    let map: Map<String, Value> = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    let key = key_of(&map).ok_or(Unreadable::Damaged)?;
    read(&key, text).map(|loaded| (key, loaded))
}

/// Reads a record that stands as a value in a file, and checks its sum.
///
/// # Errors
/// As [`read`].
pub fn read_object(value: Value) -> Result<Loaded, Unreadable> {
    let Value::Object(mut map) = value else {
        return Err(Unreadable::Damaged);
    };
    let sum = take_text(&mut map, "sum").ok_or(Unreadable::Damaged)?;
    let key = key_of(&map).ok_or(Unreadable::Damaged)?;
    let text = with_sum(&text_of(&map));
    if text.get(SUM_START.len()..SUM_START.len() + 8) != Some(&*sum) {
        return Err(Unreadable::Damaged);
    }
    read(&key, &text)
}

/// The text of the record under `key`, when the journal has anything there.
#[must_use]
pub fn write(journal: &Journal, key: &str) -> Option<String> {
    if let Some(text) = journal.foreign.get(key) {
        return Some(text.clone());
    }
    let (kind, id) = key.split_once('/').unwrap_or((key, key));
    let (stamp, mut map) = if kind == "day" {
        write_day(journal, Day::parse(id)?)?
    } else {
        let row = journal.rows.get(&single_key(kind, id)?)?;
        (row.stamp, write_row(row))
    };
    map.insert("v".into(), VERSION.into());
    map.insert("k".into(), kind.into());
    map.insert("id".into(), id.into());
    map.insert("h".into(), to_value(stamp));
    Some(with_sum(&text_of(&map)))
}

/// The storage keys of everything in the journal, in order.
#[must_use]
pub fn stored_keys(journal: &Journal) -> Vec<String> {
    let mut keys: Vec<String> = journal.rows.keys().map(stored_key).collect();
    keys.extend(journal.foreign.keys().cloned());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The JSON object `text` with its checksum as the first field.
#[must_use]
pub fn with_sum(object: &str) -> String {
    let body = object.strip_prefix('{').unwrap_or(object);
    [SUM_START, &checksum(body), "\",", body].concat()
}

/// What stands behind the checksum of `text`, when the checksum is right.
#[must_use]
pub fn summed(text: &str) -> Option<&str> {
    let sum = text.strip_prefix(SUM_START)?.get(..8)?;
    let body = text.get(SUM_END..)?;
    let closed = text.get(SUM_END - 2..SUM_END) == Some("\",");
    (closed && checksum(body) == sum).then_some(body)
}

/// FNV-1a, 32 bits, as eight hexadecimal digits: finds every single damaged byte.
fn checksum(text: &str) -> String {
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let digit = |place: u32| char::from_digit((sum >> (place * 4)) & 15, 16).unwrap_or('0');
    (0..8).rev().map(digit).collect()
}

/// The storage key that a record's own fields name.
fn key_of(map: &Map<String, Value>) -> Option<String> {
    let kind = map.get("k")?.as_str()?;
    if kind == "settings" {
        return Some(kind.to_owned());
    }
    Some(join(kind, map.get("id")?.as_str()?))
}

fn parse(key: &str, mut map: Map<String, Value>, text: &str) -> Option<Loaded> {
    if key_of(&map)? != key {
        return None;
    }
    let kind = take_text(&mut map, "k")?;
    let id = take_text(&mut map, "id")?;
    let stamp: Stamp = serde_json::from_value(map.remove("h")?).ok()?;
    let mut loaded = Loaded::default();
    if kind == "day" {
        let day = Day::parse(&id)?;
        let Value::Object(mut body) = map.remove("d")? else {
            return None;
        };
        let Value::Object(items) = body.remove("items")? else {
            return None;
        };
        for (id, item) in items {
            let Value::Object(mut item) = item else {
                return None;
            };
            let stamp = serde_json::from_value(item.remove("h")?).ok()?;
            let row = read_row("entry", item, stamp)?;
            loaded.rows.push((Key::Entry(day, Id::parse(&id)?), row));
        }
        if !(map.is_empty() && body.is_empty()) {
            let extra = Extra {
                envelope: map,
                body,
            };
            loaded.day_extra = Some((day, extra));
        }
    } else if let Some(key) = single_key(&kind, &id) {
        loaded.rows.push((key, read_row(&kind, map, stamp)?));
    } else {
        Id::parse(&kind).and(Id::parse(&id))?;
        loaded.foreign = Some((key.to_owned(), stamp, text.to_owned()));
    }
    Some(loaded)
}

fn single_key(kind: &str, id: &str) -> Option<Key> {
    let named: fn(Id) -> Key = match kind {
        "settings" => return Some(Key::Settings),
        "goal" => Key::Goal,
        "milestone" => Key::Milestone,
        "idea" => Key::Idea,
        "note" => Key::Note,
        _ => return None,
    };
    Id::parse(id).map(named)
}

fn read_row(kind: &str, mut envelope: Map<String, Value>, stamp: Stamp) -> Option<Row> {
    let deleted = envelope.remove("del") == Some(Value::Bool(true));
    let (body, rest) = match envelope.remove("d") {
        _ if deleted => (None, Map::new()),
        Some(Value::Object(map)) => {
            let (body, rest) = read_body(kind, map)?;
            (Some(body), rest)
        }
        _ => return None,
    };
    let extra = Extra {
        envelope,
        body: rest,
    };
    let extra = (!(extra.envelope.is_empty() && extra.body.is_empty())).then(|| Box::new(extra));
    Some(Row { stamp, body, extra })
}

fn read_body(kind: &str, map: Map<String, Value>) -> Option<(Body, Map<String, Value>)> {
    Some(match kind {
        "settings" => {
            let (settings, rest) = split::<Settings>(map, Settings::FIELDS)?;
            (Body::Settings(settings.bounded()), rest)
        }
        "goal" => with_rest(Body::Goal, split(map, Goal::FIELDS)?),
        "milestone" => with_rest(Body::Milestone, split(map, Milestone::FIELDS)?),
        "idea" => with_rest(Body::Idea, split(map, OwnIdea::FIELDS)?),
        "note" => with_rest(Body::Note, split(map, Note::FIELDS)?),
        "entry" => with_rest(Body::Entry, split(map, Entry::FIELDS)?),
        _ => return None,
    })
}

type Rest = Map<String, Value>;

fn with_rest<T>(body: fn(T) -> Body, (value, rest): (T, Rest)) -> (Body, Rest) {
    (body(value), rest)
}

/// The value, and the fields it does not know.
fn split<T: DeserializeOwned>(map: Rest, fields: &[&str]) -> Option<(T, Rest)> {
    let (known, rest) = map
        .into_iter()
        .partition(|(name, _)| fields.contains(&name.as_str()));
    Some((serde_json::from_value(Value::Object(known)).ok()?, rest))
}

pub(super) fn write_row(row: &Row) -> Map<String, Value> {
    let mut map = Map::new();
    if let Some(extra) = &row.extra {
        map.clone_from(&extra.envelope);
    }
    let body = match &row.body {
        None => {
            map.insert("del".into(), Value::Bool(true));
            return map;
        }
        Some(Body::Settings(settings)) => to_value(settings),
        Some(Body::Goal(goal)) => to_value(goal),
        Some(Body::Milestone(milestone)) => to_value(milestone),
        Some(Body::Idea(idea)) => to_value(idea),
        Some(Body::Note(note)) => to_value(note),
        Some(Body::Entry(entry)) => to_value(entry),
    };
    let mut known = match body {
        Value::Object(known) => known,
        _ => Map::new(),
    };
    if let Some(extra) = &row.extra {
        for (name, value) in &extra.body {
            known.entry(name.as_str()).or_insert_with(|| value.clone());
        }
    }
    map.insert("d".into(), Value::Object(known));
    map
}

fn write_day(journal: &Journal, day: Day) -> Option<(Stamp, Map<String, Value>)> {
    let mut items = Map::new();
    let mut latest = Stamp::default();
    for (id, row) in journal.rows_of(day) {
        latest = latest.max(row.stamp);
        let mut item = write_row(row);
        item.insert("h".into(), to_value(row.stamp));
        items.insert(id.as_str().into(), Value::Object(item));
    }
    let extra = journal.day_extras.get(&day).cloned().unwrap_or_default();
    if items.is_empty() && journal.day_extras.get(&day).is_none() {
        return None;
    }
    let (mut map, mut body) = (extra.envelope, extra.body);
    body.insert("items".into(), Value::Object(items));
    map.insert("d".into(), Value::Object(body));
    Some((latest, map))
}

/// JSON text with its fields in order, the same on every device.
pub(super) fn text_of(map: &Map<String, Value>) -> String {
    serde_json::to_string(map).unwrap_or_default()
}

fn to_value<T: Serialize>(value: T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn take_text(map: &mut Map<String, Value>, name: &str) -> Option<String> {
    match map.remove(name)? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn join(kind: &str, id: &str) -> String {
    [kind, "/", id].concat()
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
