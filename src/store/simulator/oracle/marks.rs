//! Words that stand nowhere else, so that every trace of them is found.

/// What every one of them begins with, and its length.
const START: &str = "zqm";
const LENGTH: usize = 10;

/// The word with this number.
pub(in crate::store::simulator) fn mark(number: u64) -> String {
    format!("{START}{:05}zq", number % 100_000)
}

/// All of them in a text.
pub(super) fn marks_in(text: &str) -> impl Iterator<Item = &str> {
    let places = text.match_indices(START);
    places.filter_map(|(at, _)| {
        let word = text.get(at..at + LENGTH)?;
        let digits = word.get(START.len()..LENGTH - 2)?;
        let is_one = digits.bytes().all(|byte| byte.is_ascii_digit()) && word.ends_with("zq");
        is_one.then_some(word)
    })
}

#[test]
fn a_mark_is_found_wherever_it_stands() {
    let text = format!("{{\"a\":\"{}\"}}{}zqm zqm12345", mark(7), mark(100_123));
    let found: Vec<&str> = marks_in(&text).collect();
    assert_eq!(found, ["zqm00007zq", "zqm00123zq"]);
}
