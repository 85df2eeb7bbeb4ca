//! The warm sentence beside a milestone that was reached. Each fits a loss that was marked as well as a laugh, a visit
//! to the dentist as well as a first week: none is bigger than another, and none weighs how much was done.

/// For any milestone.
pub const SENTENCES: [&str; 9] = [
    "That is yours to keep.",
    "You know what it took.",
    "You made room for this.",
    "Whatever comes next, this stays.",
    "This is part of your story now.",
    "A quiet moment for this one.",
    "It is good to have this written down.",
    "In your own time, in your own way.",
    "This one matters, too.",
];

/// For those of families and carers (group J).
pub const FAMILY_SENTENCES: [&str; 3] = [
    "Your life counts as well.",
    "Your side of this matters, too.",
    "You care for someone, and you count.",
];

/// The sentence of any number, each in turn.
#[must_use]
pub fn sentence(n: usize) -> &'static str {
    SENTENCES[n % SENTENCES.len()]
}

/// The sentence for families and carers of any number, each in turn.
#[must_use]
pub fn family_sentence(n: usize) -> &'static str {
    FAMILY_SENTENCES[n % FAMILY_SENTENCES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_sentence() {
        assert_eq!(sentence(0), "That is yours to keep.");
        assert_eq!(sentence(SENTENCES.len()), sentence(0));
        assert_ne!(sentence(1), sentence(0));
        assert!(!sentence(usize::MAX).is_empty());
        assert_eq!(family_sentence(4), FAMILY_SENTENCES[1]);
    }

    #[test]
    fn no_sentence_counts_shouts_or_compares() {
        for words in SENTENCES.iter().chain(&FAMILY_SENTENCES) {
            let words = words.to_lowercase();
            for weighed in ["!", "proud", "well done", "big", "best", "should", "day"] {
                assert!(!words.contains(weighed), "{words}");
            }
            assert!(!words.contains(|c: char| c.is_ascii_digit()), "{words}");
        }
    }
}
