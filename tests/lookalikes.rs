//! The table of characters that look like letters of English, against the crates that know it. In a test of its own, because
//! `decancer` adds ways of adding to texts, which would have to be told apart in all others.

#[allow(dead_code, unreachable_pub)]
#[path = "../src/exchange/link/skeleton.rs"]
mod skeleton;

use skeleton::{LOOKALIKES, is_passed_over, letter_of};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Where `decancer` is believed: letters that are written to look like English ones, which UTS 39 leaves out (small
/// capitals, letters in boxes), and the alphabets that come from Greek. Elsewhere it guesses.
const WRITTEN: [(char, char); 10] = [
    ('\u{80}', '\u{24f}'),
    ('\u{250}', '\u{2af}'),
    ('\u{370}', '\u{58f}'),
    ('\u{13a0}', '\u{13ff}'),
    ('\u{1d00}', '\u{1dbf}'),
    ('\u{2c60}', '\u{2cff}'),
    ('\u{a640}', '\u{a69f}'),
    ('\u{a720}', '\u{a7ff}'),
    ('\u{ab30}', '\u{abbf}'),
    ('\u{1f100}', '\u{1f1ff}'),
];

/// The letters of English that a character looks like, by the first of these that knows: the table of UTS 39, what it is
/// made of (NFKD), `decancer`.
fn known(letter: char) -> Option<String> {
    let bare = |text: &str| -> String {
        let parts = text.nfkd();
        parts.filter(|part| !is_combining_mark(*part)).collect()
    };
    let confusable = |text: &str| {
        let skeleton: String = unicode_security::skeleton(text).collect();
        english(&bare(&skeleton))
    };
    let text = letter.to_string();
    confusable(&text)
        .or_else(|| confusable(&bare(&text)))
        .or_else(|| {
            let is_written = |(from, to): &(char, char)| (*from..=*to).contains(&letter);
            let cured = || english(&decancer::cure_char!(letter).to_string());
            WRITTEN.iter().any(is_written).then(cured)?
        })
}

fn english(text: &str) -> Option<String> {
    let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
    let letters: Vec<u8> = letters.map(letter_of).collect();
    let is_one = text.is_ascii() && matches!(letters.len(), 1 | 2);
    is_one.then(|| letters.iter().copied().map(char::from).collect())
}

/// The table as `lookalikes.txt` should have it. `WAYMARK_WRITE=1` writes it there.
#[test]
fn the_table_is_what_the_crates_say() {
    let mut table: BTreeMap<String, String> = BTreeMap::new();
    for letter in ('\u{80}'..=char::MAX).filter(|letter| !is_passed_over(*letter)) {
        if let Some(looks) = known(letter) {
            table.entry(looks).or_default().push(letter);
        }
    }
    let mut text = String::new();
    for (looks, alike) in table {
        text.extend([&looks, " ", &alike, "\n"]);
    }
    if std::env::var_os("WAYMARK_WRITE").is_some() {
        std::fs::write("src/exchange/link/lookalikes.txt", &text).unwrap();
    } else {
        assert!(text == LOOKALIKES, "run this test with WAYMARK_WRITE=1");
    }
}
