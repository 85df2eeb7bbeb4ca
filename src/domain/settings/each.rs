//! Settings merge by field: two tabs, or two devices, that change different choices keep both.
//!
//! Each field has a stamp. Most have the same one, the base; those that have another are named in `each`, beside the
//! record's own stamp, which is the latest of them: `"each":{"base":[…],"h":[…],"of":{"theme":[…]}}`. Its `h` is the
//! record's at that time. A version that knows nothing of `each` keeps it and writes the record with another stamp: every
//! field counts as written then. A field that is not there is a value like any other.

use super::Settings;
use crate::domain::change::{Body, Change};
use crate::domain::fields::{Fields, Stored, put, text_of};
use crate::domain::journal::Row;
use crate::domain::record::{Extra, WAS, was};
use crate::domain::stamp::Stamp;
use serde_json::Value;

/// The field in the envelope.
pub(in crate::domain) const EACH: &str = "each";

/// When each field was written.
pub(in crate::domain) struct Each {
    /// All that are not named.
    pub(in crate::domain) base: Stamp,
    /// Those that have another stamp, by name.
    pub(in crate::domain) of: Fields,
}

impl Each {
    /// When the fields of this row were written.
    pub(in crate::domain) fn of(row: &Row) -> Self {
        Self::read(row).unwrap_or_else(|| Self {
            base: row.stamp,
            of: Fields::new(),
        })
    }

    /// `None`: nothing was set by field, or an older version has written since.
    fn read(row: &Row) -> Option<Self> {
        let each = row.extra.as_ref()?.envelope.get(EACH)?;
        let each = Self {
            base: Stamp::read(each.get("base")?)?,
            of: each
                .get("h")
                .filter(|h| Stamp::read(h) == Some(row.stamp))
                .and_then(|_| each.get("of")?.as_object())?
                .clone(),
        };
        (each.latest() == row.stamp).then_some(each)
    }

    /// When this field was written.
    pub(in crate::domain) fn at(&self, name: &str) -> Stamp {
        let stamp = self.of.get(name).and_then(Stamp::read);
        stamp.unwrap_or(self.base)
    }

    fn latest(&self) -> Stamp {
        let mut latest = self.base;
        for stamp in self.of.values() {
            latest = latest.max(Stamp::read(stamp).unwrap_or_default());
        }
        latest
    }

    /// Puts it beside the stamp, which is the latest.
    pub(in crate::domain) fn put(self, row: &mut Row) {
        row.stamp = self.latest();
        let mut extra = row.extra.take().map(|extra| *extra).unwrap_or_default();
        let mut of = Fields::new();
        for (name, stamp) in self.of {
            if Stamp::read(&stamp).is_some_and(|stamp| stamp != self.base) {
                of.insert(name, stamp);
            }
        }
        extra.envelope.remove(EACH);
        if !of.is_empty() {
            let mut each = Fields::new();
            put(&mut each, "base", &self.base);
            put(&mut each, "h", &row.stamp);
            each.insert("of".into(), Value::Object(of));
            extra.envelope.insert(EACH.into(), Value::Object(each));
        }
        row.extra = extra.boxed();
    }
}

/// Two forms of the settings as one: for each field the later stamp wins, and of equal ones the larger text.
pub(in crate::domain) fn merge(one: &Row, two: &Row) -> Row {
    let (ours, theirs) = (values(one), values(two));
    let (our_times, their_times) = (Each::of(one), Each::of(two));
    let mut merged = Fields::new();
    let mut times = Each {
        base: our_times.base.max(their_times.base),
        of: Fields::new(),
    };
    for name in names([&ours, &theirs, &our_times.of, &their_times.of]).keys() {
        let (our, their) = (ours.get(name), theirs.get(name));
        let (our_time, their_time) = (our_times.at(name), their_times.at(name));
        let theirs_wins = their_time > our_time
            || (their_time == our_time && our != their && text(their) > text(our));
        if let Some(value) = if theirs_wins { their } else { our } {
            merged.insert(name.clone(), value.clone());
        }
        put(&mut times.of, name, &our_time.max(their_time));
    }
    let mut envelope = later_envelope(one, two);
    let taken_in = was(one).max(was(two));
    if taken_in > Stamp::default() {
        put(&mut envelope, WAS, &taken_in);
    }
    row_of(merged, times, envelope)
}

/// The settings after a change: only what differs between its two sides is written, over what is there now. `None`: there
/// are none, and nothing differs.
pub(in crate::domain) fn changed(now: Option<&Row>, change: &Change, stamp: Stamp) -> Option<Row> {
    let differing = differing(change);
    if differing.is_empty() {
        return now.cloned();
    }
    // A row in which nothing else was ever written.
    let mut written = Row {
        stamp,
        body: change.after.clone(),
        extra: None,
    };
    let mut times = Each::none();
    for (name, _) in differing {
        put(&mut times.of, &name, &stamp);
    }
    let Some(now) = now else {
        times.put(&mut written);
        return Some(merge(&written, &written));
    };
    let envelope = beside(now, &[]);
    let body = Fields::new();
    written.extra = Extra { envelope, body }.boxed();
    times.put(&mut written);
    Some(merge(now, &written))
}

/// Whether a field that this change touches is not, now, as it is before the change.
pub(in crate::domain) fn differs(now: Option<&Row>, change: &Change) -> bool {
    let now = now.map_or_else(|| stored(None), values);
    differing(change)
        .iter()
        .any(|(name, [before, _])| now.get(name) != before.as_ref())
}

impl Each {
    fn none() -> Self {
        Self {
            base: Stamp::default(),
            of: Fields::new(),
        }
    }
}

/// The fields in which the two sides of a change differ.
fn differing(change: &Change) -> Vec<(String, [Option<Value>; 2])> {
    let before = stored(change.before.as_ref());
    let after = stored(change.after.as_ref());
    let mut differing = Vec::new();
    for name in names([&before, &after, &Fields::new(), &Fields::new()]).keys() {
        let sides = [before.get(name).cloned(), after.get(name).cloned()];
        if sides[0] != sides[1] {
            differing.push((name.clone(), sides));
        }
    }
    differing
}

/// The fields of settings as they are stored; where there are none, the quietest ones'.
fn stored(body: Option<&Body>) -> Fields {
    let mut fields = Fields::new();
    match body {
        Some(Body::Settings(settings)) => settings.put(&mut fields),
        _ => Settings::default().put(&mut fields),
    }
    fields
}

/// All fields as they are stored, with what this version does not know or cannot read.
fn values(row: &Row) -> Fields {
    let mut values = stored(row.body.as_ref());
    if let (Some(extra), Some(_)) = (&row.extra, &row.body) {
        for (name, value) in &extra.body {
            values.insert(name.clone(), value.clone());
        }
    }
    values
}

fn row_of(mut values: Fields, times: Each, envelope: Fields) -> Row {
    let settings = Settings::take(&mut values);
    let body = values;
    let mut row = Row {
        stamp: Stamp::default(),
        body: Some(Body::Settings(Box::new(settings))),
        extra: Extra { envelope, body }.boxed(),
    };
    times.put(&mut row);
    row
}

/// What else stands beside the later of the two stamps.
fn later_envelope(one: &Row, two: &Row) -> Fields {
    let [ours, theirs] = [one, two].map(|row| beside(row, &[EACH, WAS]));
    let larger = || text_of(Value::Object(theirs.clone())) > text_of(Value::Object(ours.clone()));
    if two.stamp > one.stamp || (two.stamp == one.stamp && larger()) {
        return theirs;
    }
    ours
}

fn beside(row: &Row, without: &[&str]) -> Fields {
    let extra = row.extra.as_ref();
    let mut fields = extra.map_or_else(Fields::new, |extra| extra.envelope.clone());
    for name in without {
        fields.remove(*name);
    }
    fields
}

fn names(sources: [&Fields; 4]) -> Fields {
    let mut names = Fields::new();
    for source in sources {
        for name in source.keys() {
            names.insert(name.clone(), Value::Null);
        }
    }
    names
}

fn text(value: Option<&Value>) -> String {
    value.map_or_else(String::new, |value| text_of(value.clone()))
}

#[cfg(test)]
#[path = "each_tests.rs"]
mod tests;
