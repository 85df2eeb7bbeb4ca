//! Journals with what a newer version wrote in them.

use super::{journal, today};
use crate::domain::fields::Fields;
use crate::domain::journal::Journal;
use crate::domain::record::{self, Extra, Loaded};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// A journal with what a newer version wrote beside it: fields in things and days, and records of another kind.
pub(crate) fn with_unknown() -> impl Strategy<Value = Journal> {
    let name = "x[a-z]{1,6}";
    let fields = prop::collection::vec((any::<Index>(), name, "\\PC{0,12}"), 0..5);
    let days = prop::collection::vec((0_u64..40, name, any::<bool>()), 0..3);
    let records = prop::collection::vec((name, name, any::<u32>()), 0..4);
    (journal(1), fields, days, records).prop_map(|(mut journal, fields, days, records)| {
        let only = |name: &str, value: Value| {
            let fields: Fields = [(name.to_owned(), value)].into_iter().collect();
            fields
        };
        for (index, name, text) in fields {
            let place = index.index(journal.rows.len().max(1));
            if let Some(row) = journal.rows.values_mut().nth(place) {
                let extra = only(&name, Value::from(vec![Value::from(text), Value::Null]));
                let body = row.body.as_ref().map(|_| extra.clone()).unwrap_or_default();
                let envelope = extra;
                row.extra = Some(Box::new(Extra { envelope, body }));
            }
        }
        for (ago, name, value) in days {
            let extra = Extra {
                envelope: Fields::new(),
                body: only(&name, value.into()),
            };
            journal.absorb(Loaded {
                day_extra: Some((today().before(ago), extra)),
                ..Loaded::default()
            });
        }
        for (kind, id, number) in records {
            let text = format!(
                r#"{{"d":{{"n":{number}}},"h":[{number},0,1],"id":"{id}","k":"{kind}","v":1}}"#
            );
            let key = [&kind, "/", &id].concat();
            journal.absorb(record::read(&key, &record::with_sum(&text)).unwrap());
        }
        journal
    })
}
