//! A copy that is opened: as it is, and made of the input's lines as records with right sums. What was opened is saved,
//! opened and merged again without loss.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::domain::day::Day;
use waymark::domain::journal::Journal;
use waymark::domain::record::with_sum;
use waymark::domain::stamp::Stamp;
use waymark::exchange::backup::{open, save};

/// 26 November 2026.
const NOW: u64 = 1_795_651_200_000;

fuzz_target!(|input: &str| {
    check(input);
    let records: Vec<String> = input.lines().take(50).map(with_sum).collect();
    let head = r#"{"app":"waymark","format":1,"made":"2026-11-26","records":["#;
    check(&with_sum(&[head, &records.join(",\n"), "]}"].concat()));
});

fn check(text: &str) {
    let Ok(opened) = open(text) else {
        return;
    };
    let mut journal = Journal::default();
    let mut records = journal.receive(opened.records, NOW);
    let _ = journal.preview(&records);
    journal.bring_back(&mut records, Stamp::default());
    for loaded in records {
        journal.absorb(loaded);
    }
    let saved = save(&journal, Day::FIRST);
    let again = open(&saved).expect("what was saved is opened");
    assert!(again.intact && again.unreadable == 0, "{saved}");
    let mut back = Journal::default();
    for loaded in again.records {
        back.absorb(loaded);
    }
    assert_eq!(back, journal);
}
