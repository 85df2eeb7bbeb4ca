use super::*;
use proptest::prelude::*;

fn sample() -> Journal {
    let mut journal = Journal::default();
    for line in include_str!("../../tests/fixtures/records-v1.txt").lines() {
        let (key, text) = line.split_once('\t').unwrap();
        journal.absorb(record::read(key, text).unwrap());
    }
    journal
}

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn restored(text: &str) -> Journal {
    let mut journal = Journal::default();
    for loaded in open(text, u64::MAX).unwrap().records {
        journal.absorb(loaded);
    }
    journal
}

#[test]
fn a_copy_round_trips_exactly() {
    let text = save(&sample(), today());
    let opened = open(&text, u64::MAX).unwrap();
    assert_eq!(
        (opened.made, opened.unreadable, opened.intact),
        (Some(today()), 0, true)
    );
    assert_eq!(restored(&text), sample());
    assert_eq!(save(&restored(&text), today()), text);
}

#[test]
fn opening_a_copy_twice_changes_nothing() {
    let text = save(&sample(), today());
    let opened = open(&text, u64::MAX).unwrap();
    let mut journal = sample();
    let preview = journal.preview(&opened.records);
    assert_eq!((preview.new, preview.changed), (0, 0));
    for loaded in opened.records {
        assert_eq!(journal.absorb(loaded), vec![]);
    }
    assert_eq!(
        Journal::default()
            .preview(&open(&text, u64::MAX).unwrap().records)
            .same,
        0
    );
}

#[test]
fn a_copy_that_was_edited_opens_but_says_so() {
    let text = save(&sample(), today());
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
    let opened = open(&pretty, u64::MAX).unwrap();
    assert_eq!((opened.intact, opened.unreadable), (false, 0));
    let edited = text.replace("Walk to the shop", "Walk to the park");
    let opened = open(&edited, u64::MAX).unwrap();
    assert_eq!((opened.intact, opened.unreadable), (false, 1));
}

#[test]
fn other_files_are_refused_with_their_reason() {
    let deep = "[".repeat(100_000);
    let long = ["\"", &"x".repeat(10_000_000), "\""].concat();
    for text in [
        "x",
        "null",
        "[]",
        "{}",
        "1e999",
        deep.as_str(),
        long.as_str(),
        r#"{"app":"other"}"#,
        r#"{"app":"waymark"}"#,
        r#"{"app":"waymark","format":0}"#,
        r#"{"app":"waymark","format":1}"#,
        r#"{"app":"waymark","format":1,"records":{}}"#,
        "<html></html>",
        "{\"app\":\"waymark\"",
    ] {
        assert_eq!(open(text, 0), Err(CopyError::NotOurs));
    }
    for text in ["", " \n "] {
        assert_eq!(open(text, 0), Err(CopyError::Empty));
    }
    let newer = r#"{"app":"waymark","format":999,"records":[]}"#;
    assert_eq!(open(newer, 0), Err(CopyError::TooNew));
    assert_eq!(
        open(&" ".repeat(MOST_BYTES + 1), 0),
        Err(CopyError::TooLarge)
    );
}

#[test]
fn stamps_from_the_future_are_brought_near() {
    let text = save(&sample(), today());
    let opened = open(&text, 0).unwrap();
    let stamps = opened
        .records
        .iter()
        .flat_map(|loaded| &loaded.rows)
        .map(|(_, row)| row.stamp.ms);
    assert!(stamps.max().unwrap() <= 86_400_000);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = open(&text, 0);
    }

    #[test]
    fn a_damaged_copy_never_makes_it_panic(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = save(&sample(), today()).into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = open(&text, 0);
        }
    }
}
