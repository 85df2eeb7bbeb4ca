//! Things of a known kind in which a newer version wrote a name that this one does not know, where nothing can stand in
//! for it: the rhythm of a goal, the Ways of an entry. They are not shown, and kept as they are.

use super::{join, single_key, stored_key};
use crate::domain::change::Key;
use crate::domain::day::Day;
use crate::domain::fields::{Fields, Stored, is_newer, object_of};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::mood::Mood;
use crate::domain::rhythm::Rhythm;
use crate::domain::stamp::Stamp;
use crate::domain::way::{Way, Ways};
use serde_json::Value;

/// What only a newer version can read: a record of a kind that is not known here, or a thing with a name in it that is
/// not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its storage key; of an entry in a day, the day's with its id behind it.
    pub key: String,
    /// When it was last written.
    pub stamp: Stamp,
    /// Its text, as it is.
    pub text: String,
}

/// A field that needs a name that is known, and what tells one of a newer version.
type Needed = (&'static str, fn(&Value) -> bool);

/// Those of a kind.
fn needed(kind: &str) -> &'static [Needed] {
    match kind {
        "goal" => &[("ways", is_newer::<Ways>), ("rhythm", is_newer::<Rhythm>)],
        "entry" => &[("ways", is_newer::<Ways>)],
        "idea" => &[("way", is_newer::<Way>)],
        "mood" => &[("word", is_newer::<Mood>)],
        _ => &[],
    }
}

/// The same thing with known names in place of those that only a newer version knows, when it has any: if it can be
/// read so, nothing else is wrong with it.
pub(super) fn stood_in(kind: &str, thing: &Fields) -> Option<Fields> {
    let body = thing.get("d")?.as_object()?;
    let mut known: Option<Fields> = None;
    for (name, is_newer) in needed(kind) {
        if !body.get(*name).is_some_and(is_newer) {
            continue;
        }
        let stand_in = match *name {
            "ways" => Ways::NONE.form(),
            "rhythm" => Rhythm::Daily.form(),
            "way" => Way::Give.form(),
            _ => Mood::Good.form(),
        };
        known
            .get_or_insert_with(|| body.clone())
            .insert((*name).to_owned(), stand_in);
    }
    let mut thing = thing.clone();
    thing.insert("d".into(), Value::Object(known?));
    Some(thing)
}

/// The key under which a thing is kept that cannot be read here: its storage key; an entry's id stands behind its day's.
pub(in crate::domain) fn kept_key(key: &Key) -> String {
    match key {
        Key::Entry(_, id) => join(&stored_key(key), id.as_str()),
        _ => stored_key(key),
    }
}

/// The key of a thing that is kept so; of an unknown kind, none.
pub(in crate::domain) fn key_of_kept(kept: &str) -> Option<Key> {
    let (kind, id) = kept.split_once('/')?;
    if kind == "day" {
        let (day, id) = id.split_once('/')?;
        return Some(Key::Entry(Day::parse(day)?, Id::parse(id)?));
    }
    single_key(kind, id)
}

/// Whether an entry is kept under this key.
pub(super) fn is_entry(kept: &str) -> bool {
    kept.starts_with("day/")
}

/// The stamp in a text that is kept.
pub(in crate::domain) fn stamp_in(text: &str) -> Stamp {
    let fields = object_of(text).unwrap_or_default();
    fields.get("h").and_then(Stamp::read).unwrap_or_default()
}

/// The days that have fields or entries of a newer version, in order.
pub(super) fn days(journal: &Journal) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for (day, _) in &journal.day_extras {
        days.push(*day);
    }
    for kept in journal.foreign.keys() {
        if let Some(Key::Entry(day, _)) = key_of_kept(kept)
            && let Err(place) = days.binary_search(&day)
        {
            days.insert(place, day);
        }
    }
    days
}

/// The entries of a day that only a newer version can read: their ids, stamps and forms.
pub(super) fn entries_of(journal: &Journal, day: Day) -> Vec<(String, Stamp, Value)> {
    let mut entries = Vec::new();
    if journal.foreign.is_empty() {
        return entries;
    }
    let before_id = join(&join("day", &day.to_string()), "");
    for (kept, text) in &journal.foreign {
        if let (Some(id), Value::String(text)) = (kept.strip_prefix(&before_id), text) {
            let item = Value::Object(object_of(text).unwrap_or_default());
            entries.push((id.to_owned(), stamp_in(text), item));
        }
    }
    entries
}

#[cfg(test)]
#[path = "newer_tests.rs"]
mod tests;
