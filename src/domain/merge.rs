//! Two journals into one: used for the two copies on a device, other tabs, repair and files alike.
//!
//! For each thing the later stamp wins, and for each field of the settings. The laws (idempotent, commutative,
//! associative) are tests.

mod receive;

use super::change::{Change, Changed, Key};
use super::day::Day;
use super::fields::{Fields, text_of};
use super::journal::{Journal, Row};
use super::record::{
    self, Extra, Foreign, Loaded, Unreadable, kept_key, key_of_kept, note_was, row_text, stamp_in,
    was,
};
use super::settings::each;
use super::stamp::Stamp;
use serde_json::Value;

/// A thing that merging changed, with what it was before and is now.
pub type Merged = Vec<Change>;

/// How many things a merge would add, change or leave. The settings are not a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Not here yet.
    pub new: usize,
    /// Here in an older form, or deleted since.
    pub changed: usize,
    /// Here already, the same or newer.
    pub same: usize,
    /// Taken away here since the copy was made.
    pub gone: usize,
    /// In the records, whether here or not.
    pub held: usize,
    /// Here, and not in the records in this form or a later one.
    pub lacking: usize,
    /// Whether the settings would change.
    pub settings: bool,
}

impl Journal {
    /// Takes in what a record holds. Returns what that changed.
    pub fn absorb(&mut self, loaded: Loaded) -> Merged {
        let mut merged = Merged::new();
        for (key, row) in loaded.rows {
            merged.extend(self.absorb_row(key, row));
        }
        if let Some((day, extra)) = loaded.day_extra {
            self.absorb_day_extra(day, extra);
        }
        for Foreign { key, text, .. } in loaded.foreign {
            merged.extend(self.absorb_foreign(key, text));
        }
        merged
    }

    fn absorb_row(&mut self, key: Key, row: Row) -> Option<Change> {
        if self.is_over(&key, row.stamp) {
            return None;
        }
        if !self.foreign.is_empty() {
            self.foreign.remove(&kept_key(&key));
        }
        let old = self.rows.get(&key);
        let row = joined(&key, old, row)?;
        let before = old.and_then(|old| old.body.clone());
        let after = row.body.clone();
        self.rows.insert(key.clone(), row);
        Some(Change { key, before, after })
    }

    /// Whether something only a newer version can read stands there that is not older.
    fn is_over(&self, key: &Key, stamp: Stamp) -> bool {
        if self.foreign.is_empty() {
            return false;
        }
        let kept = self.foreign.get(&kept_key(key)).and_then(Value::as_str);
        kept.is_some_and(|text| stamp_in(text) >= stamp)
    }

    /// Takes in all of another journal.
    pub fn join(&mut self, other: Journal) {
        for (key, row) in other.rows {
            self.absorb_row(key, row);
        }
        for (day, extra) in other.day_extras {
            self.absorb_day_extra(day, extra);
        }
        for (key, text) in other.foreign {
            if let Value::String(text) = text {
                self.absorb_foreign(key, text);
            }
        }
    }

    fn absorb_day_extra(&mut self, day: Day, extra: Extra) {
        match self.day_extras.binary_search_by_key(&day, |(day, _)| *day) {
            Ok(place) => {
                let known = &mut self.day_extras[place].1;
                join_fields(&mut known.envelope, extra.envelope);
                join_fields(&mut known.body, extra.body);
            }
            Err(place) => self.day_extras.insert(place, (day, extra)),
        }
    }

    fn absorb_foreign(&mut self, key: String, text: String) -> Option<Change> {
        let stamp = stamp_in(&text);
        let mut change = None;
        if let Some(named) = key_of_kept(&key) {
            let row = self.rows.get(&named);
            if row.is_some_and(|row| row.stamp > stamp) {
                return None;
            }
            let before = row.and_then(|row| row.body.clone());
            if row.is_some() {
                // Rare enough for all of them to be put in anew: a map that can remove one is 4 kB more.
                for (key, row) in std::mem::take(&mut self.rows) {
                    if key != named {
                        self.rows.insert(key, row);
                    }
                }
            }
            change = before.map(|before| Change {
                key: named,
                before: Some(before),
                after: None,
            });
        }
        let old = self.foreign.get(&key).and_then(Value::as_str);
        if old.is_none_or(|old| (stamp, &*text) > (stamp_in(old), old)) {
            self.foreign.insert(key, Value::String(text));
        }
        change
    }

    /// What taking in these records would do.
    #[must_use]
    pub fn preview(&self, records: &[Loaded]) -> Preview {
        let mut preview = Preview::default();
        let mut covered = 0;
        for loaded in records {
            for (key, row) in &loaded.rows {
                let old = self.rows.get(key);
                let there = old.and_then(|old| old.body.as_ref());
                let alike = row.body.as_ref() == there;
                if *key == Key::Settings {
                    let joined = joined(key, old, row.clone());
                    preview.settings |= joined.is_some_and(|joined| joined.body.as_ref() != there);
                    continue;
                }
                if self.is_over(key, row.stamp) {
                    preview.held += usize::from(row.body.is_some());
                    preview.same += usize::from(row.body.is_some());
                    continue;
                }
                let older = old.is_some_and(|old| !wins(row, old));
                preview.held += usize::from(row.body.is_some());
                if there.is_some() && row.body.is_some() {
                    covered += usize::from(alike || !older);
                }
                if older || alike {
                    preview.gone += usize::from(row.body.is_some() && there.is_none());
                    preview.same += usize::from(row.body.is_some() && there.is_some());
                } else if old.is_some() {
                    preview.changed += 1;
                } else {
                    preview.new += 1;
                }
            }
            for Foreign { key, stamp, .. } in &loaded.foreign {
                let row = key_of_kept(key).and_then(|key| self.rows.get(&key));
                let there = row.is_some_and(|row| row.body.is_some());
                preview.held += 1;
                if row.is_some_and(|row| row.stamp > *stamp) {
                    preview.same += usize::from(there);
                    preview.gone += usize::from(!there);
                } else if self.foreign.contains_key(key) {
                    preview.same += 1;
                    covered += 1;
                } else if row.is_some() {
                    preview.changed += 1;
                    covered += usize::from(there);
                } else {
                    preview.new += 1;
                }
            }
        }
        preview.lacking = self.count().saturating_sub(covered);
        preview
    }

    /// Makes what these records hold, and what was taken away here since, newer than its taking away.
    pub fn bring_back(&self, records: &mut [Loaded], stamp: Stamp) {
        for (key, row) in records.iter_mut().flat_map(|loaded| &mut loaded.rows) {
            let gone = self.rows.get(key).is_some_and(|old| old.body.is_none());
            if gone && row.body.is_some() {
                row.stamp = stamp;
            }
        }
    }

    /// The latest stamp in it.
    #[must_use]
    pub fn latest(&self) -> Stamp {
        let stamps = self.rows.values().map(|row| row.stamp);
        stamps.max().unwrap_or_default()
    }
}

/// How a text already stored and a new one for the same key become one. `None`: the stored one is from a newer
/// version, so nothing may be written.
#[must_use]
pub fn merge_texts(stored: &str, new: &str) -> Option<String> {
    let Ok((key, loaded)) = record::read_text(new) else {
        return Some(new.to_owned());
    };
    let mut both = Journal::default();
    both.absorb(loaded);
    match record::read(&key, stored) {
        Ok(loaded) => both.absorb(loaded),
        Err(Unreadable::TooNew) => return None,
        // What cannot be read was kept aside when the app started.
        Err(Unreadable::Damaged) => return Some(new.to_owned()),
    };
    record::write(&both, &key)
}

impl Loaded {
    /// The key of the record it came from.
    #[must_use]
    pub fn stored_key(&self) -> Option<String> {
        let foreign = self.foreign.first();
        foreign
            .map(|foreign| match key_of_kept(&foreign.key) {
                Some(key) => record::stored_key(&key),
                None => foreign.key.clone(),
            })
            .or_else(|| self.rows.first().map(|(key, _)| record::stored_key(key)))
            .or_else(|| {
                self.day_extra
                    .as_ref()
                    .map(|(day, _)| ["day/", &day.to_string()].concat())
            })
    }
}

/// Takes from merged changes those a person may undo.
#[must_use]
pub fn as_changed(merged: Merged) -> Changed {
    Changed(
        merged
            .into_iter()
            .filter(|change| change.before != change.after)
            .collect(),
    )
}

/// What stands there when both are known; nothing when that is what stood there.
fn joined(key: &Key, old: Option<&Row>, new: Row) -> Option<Row> {
    if *key == Key::Settings {
        let joined = each::merge(old.unwrap_or(&new), &new);
        return (old != Some(&joined)).then_some(joined);
    }
    let Some(old) = old else {
        return Some(new);
    };
    let taken_in = was(old).max(was(&new));
    let mut joined = if wins(&new, old) {
        new
    } else if taken_in > was(old) {
        old.clone()
    } else {
        return None;
    };
    note_was(&mut joined, taken_in);
    Some(joined)
}

fn wins(new: &Row, old: &Row) -> bool {
    // What was taken in before is no part of it. Equal stamps with different contents cannot come from the app itself; the larger text keeps the choice the same
    // in whichever order they meet.
    new.stamp > old.stamp || (new.stamp == old.stamp && new != old && row_text(new) > row_text(old))
}

fn join_fields(known: &mut Fields, other: Fields) {
    for (name, value) in other {
        if known
            .get(&name)
            .is_none_or(|old| text_of(value.clone()) > text_of(old.clone()))
        {
            known.insert(name, value);
        }
    }
}
