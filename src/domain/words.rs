//! What a person typed, made safe to keep. Nothing is cut off: text that does not fit is given back with the reason.

/// The most characters a line may have: a goal, a milestone, what was done.
pub const LINE: usize = 200;
/// The most characters a note may have.
pub const NOTE: usize = 4000;

/// Why typed words were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// Nothing but spaces.
    Empty,
    /// More characters than fit; by how many.
    TooLong(usize),
}

/// One line: spaces at the ends and in runs are folded, line breaks become spaces.
///
/// # Errors
/// When nothing is left, or more than [`LINE`] characters.
pub fn line(typed: &str) -> Result<String, WordsError> {
    let words: Vec<String> = typed
        .split_whitespace()
        .map(|word| word.chars().filter(|c| is_plain(*c)).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    fitting(words.join(" "), LINE)
}

/// A note of several lines: kept as typed but for the ends and characters that hide or turn text.
///
/// # Errors
/// When nothing is left, or more than [`NOTE`] characters.
pub fn note(typed: &str) -> Result<String, WordsError> {
    let kept: String = typed
        .chars()
        .filter(|c| *c == '\n' || is_plain(*c))
        .collect();
    fitting(kept.trim().to_owned(), NOTE)
}

/// A telephone number as it was typed; `Some(None)` when nothing was.
///
/// `None`: it has letters, or fewer than 3 or more than 15 digits (ITU-T E.164 allows 15).
#[must_use]
pub fn phone_number(typed: &str) -> Option<Option<String>> {
    let typed = match line(typed) {
        Ok(typed) => typed,
        Err(WordsError::Empty) => return Some(None),
        Err(WordsError::TooLong(_)) => return None,
    };
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    let plain = typed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')'));
    (plain && (3..=15).contains(&digits)).then_some(Some(typed))
}

fn fitting(text: String, most: usize) -> Result<String, WordsError> {
    let length = text.chars().count();
    match length {
        0 => Err(WordsError::Empty),
        _ if length > most => Err(WordsError::TooLong(length - most)),
        _ => Ok(text),
    }
}

/// Not a control character, and none that turns the direction of text or shows nothing
/// (Unicode TR9 explicit formatting, zero-width space, byte order mark). Joiners stay: emoji and some scripts need them.
#[must_use]
pub fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_and_bounded() {
        for (typed, kept) in [
            ("  walk   to the\nshop ", Ok("walk to the shop")),
            ("", Err(WordsError::Empty)),
            (" \t\n\u{a0}", Err(WordsError::Empty)),
            ("\u{202e}\u{200b}", Err(WordsError::Empty)),
            ("a\u{202e}b\u{2066}c", Ok("abc")),
            ("a\0b\u{7}c", Ok("abc")),
            ("👩‍👧", Ok("👩‍👧")),
        ] {
            assert_eq!(line(typed), kept.map(str::to_owned), "{typed:?}");
        }
        assert_eq!(line(&"x".repeat(LINE)).map(|text| text.len()), Ok(LINE));
        assert_eq!(line(&"x".repeat(LINE + 1)), Err(WordsError::TooLong(1)));
    }

    #[test]
    fn numbers_are_numbers() {
        for (typed, kept) in [
            ("", Some(None)),
            ("  ", Some(None)),
            (" 116  123 ", Some(Some("116 123"))),
            ("+44 (0)20 7946-0000", Some(Some("+44 (0)20 7946-0000"))),
            ("12", None),
            ("ring Sam", None),
            ("07700 900 123 ext 4", None),
            ("٠٧٧٠٠٩٠٠١٢٣", None),
            ("1234567890123456", None),
        ] {
            let kept = kept.map(|number| number.map(str::to_owned));
            assert_eq!(phone_number(typed), kept, "{typed}");
        }
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(note("\n one\n\ntwo \r\n"), Ok("one\n\ntwo".to_owned()));
        assert_eq!(note(&"é".repeat(NOTE + 1)), Err(WordsError::TooLong(1)));
        assert!(note(&"é".repeat(NOTE)).is_ok());
        assert_eq!(note(&"x".repeat(100_000)), Err(WordsError::TooLong(96_000)));
    }
}
