//! Words that stand nowhere else, so that every trace of them is found.

/// What every one of them begins with, and its length.
const START: &str = "zqm";
const LENGTH: usize = 10;

/// What is between: enough of them that no two of a life are alike.
const LETTERS: &[u8; 32] = b"0123456789abcdefghijklnoprstuvwx";

/// The word with this number.
pub(in crate::store::simulator) fn mark(number: u64) -> String {
    let letter = |place: u64| char::from(LETTERS[(number >> (5 * place) & 31) as usize]);
    let letters: String = (0..5).rev().map(letter).collect();
    format!("{START}{letters}zq")
}

/// All of them in a text.
pub(super) fn marks_in(text: &str) -> impl Iterator<Item = &str> {
    let places = text.match_indices(START);
    places.filter_map(|(at, _)| {
        let word = text.get(at..at + LENGTH)?;
        let letters = word.get(START.len()..LENGTH - 2)?;
        let is_one = letters.bytes().all(|byte| LETTERS.contains(&byte)) && word.ends_with("zq");
        is_one.then_some(word)
    })
}

#[test]
fn a_mark_is_found_wherever_it_stands() {
    let text = format!("{{\"a\":\"{}\"}}{}zqm zqm12345", mark(7), mark(40_000_000));
    let found: Vec<&str> = marks_in(&text).collect();
    assert_eq!(found, ["zqm00007zq", "zqm64ng0zq"]);
}
