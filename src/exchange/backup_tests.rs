use super::*;
use crate::domain::arbitrary::with_unknown;
use crate::domain::change::Changed;
use crate::domain::commands::EntryDraft;
use crate::domain::goal::Status;
use crate::domain::id::Id;
use crate::domain::stamp::Stamps;
use crate::domain::way::Way;
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
    for loaded in open(text).unwrap().records {
        journal.absorb(loaded);
    }
    journal
}

#[test]
fn a_copy_round_trips_exactly() {
    let text = save(&sample(), today());
    let opened = open(&text).unwrap();
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
    let opened = open(&text).unwrap();
    let mut journal = sample();
    let preview = journal.preview(&opened.records);
    assert_eq!((preview.new, preview.changed), (0, 0));
    for loaded in opened.records {
        assert_eq!(journal.absorb(loaded), vec![]);
    }
    assert_eq!(
        Journal::default()
            .preview(&open(&text).unwrap().records)
            .same,
        0
    );
}

#[test]
fn a_copy_that_was_edited_opens_but_says_so() {
    let text = save(&sample(), today());
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
    let opened = open(&pretty).unwrap();
    assert_eq!((opened.intact, opened.unreadable), (false, 0));
    let edited = text.replace("Walk to the shop", "Walk to the park");
    let opened = open(&edited).unwrap();
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
        assert_eq!(open(text), Err(CopyError::NotOurs));
    }
    for text in ["", " \n "] {
        assert_eq!(open(text), Err(CopyError::Empty));
    }
    let newer = r#"{"app":"waymark","format":999,"records":[]}"#;
    assert_eq!(open(newer), Err(CopyError::TooNew));
    assert_eq!(open(&" ".repeat(MOST_BYTES + 1)), Err(CopyError::TooLarge));
}

#[test]
fn stamps_from_the_future_are_brought_near() {
    let records = open(&save(&sample(), today())).unwrap().records;
    let mut journal = Journal::default();
    for loaded in journal.receive(records, 0) {
        journal.absorb(loaded);
    }
    assert!(journal.latest().ms <= 86_400_000);
    assert_eq!(journal.count(), sample().count());
    // What was brought near stays as it is from then on.
    let text = save(&journal, today());
    let mut back = Journal::default();
    for loaded in back.receive(open(&text).unwrap().records, 0) {
        back.absorb(loaded);
    }
    assert_eq!(back, journal);
    assert_eq!(save(&back, today()), text);
}

/// Ten years of three things a day, with notes, goals, milestones, and some taken away again.
fn ten_years() -> Journal {
    let mut journal = Journal::default();
    let mut stamps = Stamps::new(7);
    let mut keep = |journal: &mut Journal, changed: Changed| {
        let stamp = stamps.next(0);
        journal.apply(&changed, stamp);
    };
    for ago in 0..3650_u64 {
        let day = today().before(ago);
        for one in 0..3_u64 {
            let draft = EntryDraft {
                words: format!("Something small, {one}"),
                ways: Way::ALL[usize::try_from((ago + one) % 5).unwrap()].into(),
                note: if one == ago % 7 {
                    "It helped.".into()
                } else {
                    String::new()
                },
                ..EntryDraft::default()
            };
            let random = ago * 1_000_003 + one * 7919;
            let changed = journal.log(day, &draft, today(), random).unwrap();
            keep(&mut journal, changed);
        }
        if ago % 11 == 0 {
            let id = journal.entries(day, day).next().unwrap().1.clone();
            let gone = journal.remove_entry(day, &id).unwrap();
            keep(&mut journal, gone);
            let note = journal
                .write_day_note(day, "A slow day.\nStill here.", today())
                .unwrap();
            keep(&mut journal, note);
        }
    }
    journal
}

#[test]
fn ten_years_round_trip_exactly() {
    let journal = ten_years();
    assert!(journal.count() > 10_000, "{}", journal.count());
    let text = save(&journal, today());
    assert_eq!(restored(&text), journal);
    assert!(save(&restored(&text), today()) == text);
}

#[test]
fn what_a_copy_lacks_is_counted() {
    let draft = EntryDraft {
        words: "Tea".into(),
        ways: Way::Give.into(),
        ..EntryDraft::default()
    };
    let copied = sample();
    let records = open(&save(&copied, today())).unwrap().records;
    let preview = copied.preview(&records);
    assert_eq!((preview.held, preview.lacking), (copied.count(), 0));
    let mut later = copied.clone();
    let mut stamps = Stamps::new(3);
    stamps.see(later.latest());
    let logged = later.log(today(), &draft, today(), 1).unwrap();
    later.apply(&logged, stamps.next(0));
    assert_eq!(later.preview(&records).lacking, 1);
    // Changed here since: the copy has only the older form.
    let id = Id::parse("full").unwrap();
    let changed = later.set_status(&id, Status::Current).unwrap();
    later.apply(&changed, stamps.next(0));
    assert_eq!(later.preview(&records).lacking, 2);
    // Taken away here: nothing that is here is missing there.
    let gone = later.unreach(&id).unwrap();
    later.apply(&gone, stamps.next(0));
    assert_eq!(later.preview(&records).lacking, 2);
    assert_eq!(copied.preview(&[]).lacking, copied.count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn a_thousand_journals_round_trip_exactly(journal in with_unknown()) {
        let text = save(&journal, today());
        let back = restored(&text);
        prop_assert_eq!(&back, &journal);
        prop_assert_eq!(save(&back, today()), text.clone());
        // On another day, only the line with the date and the sum is another.
        let later = save(&back, today().after(30));
        prop_assert_ne!(&later, &text);
        prop_assert_eq!(later.split_once('\n').unwrap().1, text.split_once('\n').unwrap().1);
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = open(&text);
    }

    #[test]
    fn a_damaged_copy_never_makes_it_panic(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = save(&sample(), today()).into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = open(&text);
        }
    }

    // The copy's own sum and those of its records stand right around what was changed.
    #[test]
    fn a_changed_record_in_a_copy_is_counted_or_kept(
        journal in with_unknown(),
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut records: Vec<String> = record::stored_keys(&journal)
            .iter()
            .filter_map(|key| record::write(&journal, key))
            .collect();
        prop_assume!(!records.is_empty());
        let record = which.index(records.len());
        let mut bytes = record::summed(&records[record]).unwrap().as_bytes().to_vec();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        records[record] = record::with_sum(&String::from_utf8_lossy(&bytes));
        let head = r#"{"app":"waymark","format":1,"made":"2026-11-26","records":["#;
        let text = record::with_sum(&[head, &records.join(","), "]}"].concat());
        let Ok(opened) = open(&text) else {
            // Another letter can make the whole no JSON, or a record a newer version's.
            return Ok(());
        };
        prop_assert!(opened.intact);
        prop_assert_eq!(opened.unreadable + opened.records.len(), records.len());
    }
}
