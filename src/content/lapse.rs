//! The first words after a lapse: kindness, before the safety cards and before anything is offered. They count nothing,
//! ask nothing and advise nothing (safety.md, "Lapses, gaps and counters"). They are in the program itself, so that they
//! are there when nothing else can be loaded.

/// What is said, a sentence a line.
pub const KINDNESS: [&str; 4] = [
    "You are still here.",
    "What happened does not undo what you did before.",
    "What you have learned is still yours.",
    "You can be gentle with yourself today.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kindness_never_counts_orders_or_blames() {
        for words in KINDNESS {
            let words = words.to_lowercase();
            for hard in [
                "should", "must", "again", "but ", "sorry", "lapse", "?", "!",
            ] {
                assert!(!words.contains(hard), "{words}");
            }
            assert!(!words.contains(|c: char| c.is_ascii_digit()), "{words}");
        }
    }
}
