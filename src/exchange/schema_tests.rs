//! `docs/copy.schema.json` says of every copy what the app says of it.

use super::{open, save};
use crate::domain::arbitrary::{today, with_unknown};
use crate::domain::journal::Journal;
use crate::domain::record;
use boon::{Compiler, Schemas};
use proptest::prelude::*;
use serde_json::{Value, json};

fn accepts(copy: &Value) -> bool {
    let schema = serde_json::from_str(include_str!("../../docs/copy.schema.json")).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("copy.json", schema).unwrap();
    let place = compiler.compile("copy.json", &mut schemas).unwrap();
    schemas.validate(copy, place).is_ok()
}

fn value(copy: &str) -> Value {
    serde_json::from_str(copy).unwrap()
}

fn fixtures() -> Journal {
    let mut journal = Journal::default();
    for line in include_str!("../../tests/fixtures/records-v1.txt").lines() {
        let (key, text) = line.split_once('\t').unwrap();
        journal.absorb(record::read(key, text).unwrap());
    }
    journal
}

#[test]
fn every_fixture_fits() {
    assert!(accepts(&value(&save(&fixtures(), today()))));
    assert!(accepts(&value(&save(&Journal::default(), today()))));
}

#[test]
fn broken_copies_do_not_fit() {
    let good = value(&save(&fixtures(), today()));
    let kinds: Vec<_> = good["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["k"].clone())
        .collect();
    let of = |kind: &str| format!("/records/{}", kinds.iter().position(|k| k == kind).unwrap());
    let cases = [
        (String::new(), "app", json!("other")),
        (String::new(), "format", json!(2)),
        (String::new(), "made", json!("2026-1-5")),
        (String::new(), "records", json!({})),
        (of("goal"), "v", json!(2)),
        (of("goal"), "sum", json!("xyz")),
        (of("goal"), "id", json!("../../x")),
        (of("goal"), "h", json!([5, 0])),
        (of("goal"), "h", json!([5, 0, -1])),
        (of("goal"), "was", json!([5, 0])),
        (of("goal"), "d", Value::Null),
        (of("goal") + "/d", "rhythm", json!("often")),
        (of("goal") + "/d", "rhythm", json!({"weekdays": [8]})),
        (
            of("goal") + "/d",
            "rhythm",
            json!({"once": "2026-01-01", "weekly": 2}),
        ),
        (of("goal") + "/d", "ways", json!(["sleep"])),
        (of("milestone") + "/d", "when", json!("2026-13")),
        (of("milestone") + "/d", "words", json!(1)),
        (of("idea") + "/d", "way", json!("sleep")),
        (of("line") + "/d", "list", json!(1)),
        (of("since") + "/d", "since", json!("2026-13-01")),
        (of("since") + "/d", "markers", json!(["5d"])),
        (of("checkup"), "id", json!("monthly")),
        (of("checkup") + "/d", "happy", json!(11)),
        (of("day"), "id", json!("yesterday")),
        (of("day") + "/d", "items", json!([])),
        (of("day") + "/d", "items", json!({"a": {"h": [1, 0, 1]}})),
        (of("settings"), "each", json!({"base": [5, 0, 1]})),
        (of("settings") + "/d", "theme", json!("red")),
        (of("settings") + "/d", "day_ends_at", json!(7)),
    ];
    for (place, name, wrong) in cases {
        let mut copy = good.clone();
        copy.pointer_mut(&place).unwrap()[name] = wrong.clone();
        assert!(!accepts(&copy), "{place} {name}: {wrong}");
    }
    for missing in ["sum", "h", "id", "k", "v", "d"] {
        let mut copy = good.clone();
        let record = copy.pointer_mut(&of("goal")).unwrap();
        record.as_object_mut().unwrap().remove(missing);
        assert!(!accepts(&copy), "without {missing}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn every_copy_of_the_app_fits(journal in with_unknown()) {
        let copy = save(&journal, today());
        prop_assert!(open(&copy).is_ok());
        prop_assert!(accepts(&value(&copy)), "{}", copy);
    }
}
