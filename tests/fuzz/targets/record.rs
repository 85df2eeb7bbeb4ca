//! A stored record: a first line with its key, then the text. The sum is put right, so that what stands behind it is
//! reached. What is read can be written and read again, and stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::domain::journal::Journal;
use waymark::domain::merge::merge_texts;
use waymark::domain::record::{read, read_text, stored_keys, with_sum, write};

fuzz_target!(|input: &str| {
    let (key, text) = input.split_once('\n').unwrap_or(("settings", input));
    let right = with_sum(text);
    let _ = read(key, text);
    let _ = merge_texts(text, &right);
    let _ = read_text(&right);
    let Ok(loaded) = read(key, &right) else {
        return;
    };
    let mut journal = Journal::default();
    journal.absorb(loaded);
    let mut again = Journal::default();
    for key in stored_keys(&journal) {
        let text = write(&journal, &key).expect("what is there is written");
        again.absorb(read(&key, &text).expect("what was written is read"));
    }
    assert_eq!(again, journal);
});
