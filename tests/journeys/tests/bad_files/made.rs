//! Copies made by hand, with right sums: what is wrong with them is something else.
use serde_json::{Value, json};
use std::collections::BTreeMap;
use waymark::domain::record::with_sum;

/// A day of the copies.
pub(crate) const DAY: &str = "2026-11-21";
const STAMP: u64 = 1_795_000_000_000;

/// A record as it is stored.
pub(crate) fn record(kind: &str, id: &str, version: u64, holds: &Value) -> String {
    let stamp = [STAMP, 0, 7];
    summed(&json!({ "d": holds, "h": stamp, "id": id, "k": kind, "v": version }))
}

/// The same with a stamp of another time.
pub(crate) fn stamped(kind: &str, id: &str, holds: &Value, ms: u64) -> String {
    let stamp = [ms, 0, 7];
    summed(&json!({ "d": holds, "h": stamp, "id": id, "k": kind, "v": 1 }))
}

/// The text of a record with its sum.
pub(crate) fn summed(record: &Value) -> String {
    with_sum(&in_order(record).to_string())
}

/// With the fields of every object in the order of their names, as the app writes them.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, one)| (name.clone(), in_order(one)));
            fields.collect::<BTreeMap<_, _>>().into_iter().collect()
        }
        Value::Array(values) => values.iter().map(in_order).collect(),
        other => other.clone(),
    }
}

/// A day on which one thing was done.
pub(crate) fn entry_on(day: &str, words: &str) -> String {
    let item = json!({ "d": { "ways": ["give"], "words": words }, "h": [STAMP, 0, 7] });
    record("day", day, 1, &json!({ "items": { "e1": item } }))
}

pub(crate) fn entry(words: &str) -> String {
    entry_on(DAY, words)
}

/// A copy of these records.
pub(crate) fn copy(records: &[String]) -> String {
    with_sum(&with_records(&records.join(",")))
}

/// A copy without a sum, with any text where its records stand.
pub(crate) fn with_records(records: &str) -> String {
    format!("{{\"app\":\"waymark\",\"format\":1,\"made\":\"{DAY}\",\"records\":[{records}]}}")
}

/// A text as UTF-16 has it.
pub(crate) fn utf16(text: &str, big: bool) -> Vec<u8> {
    let of = |unit: u16| {
        if big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    text.encode_utf16().flat_map(of).collect()
}

/// A copy of nothing, with one more field beside its own.
pub(crate) fn beside(field: &str) -> String {
    let start = "{\"app\":\"waymark\",\"format\":1,\"x\":";
    [start, field, ",\"records\":[]}"].concat()
}
