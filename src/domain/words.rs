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
fn is_plain(c: char) -> bool {
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
    fn notes_keep_their_lines() {
        assert_eq!(note("\n one\n\ntwo \r\n"), Ok("one\n\ntwo".to_owned()));
        assert_eq!(note(&"é".repeat(NOTE + 1)), Err(WordsError::TooLong(1)));
        assert!(note(&"é".repeat(NOTE)).is_ok());
        assert_eq!(note(&"x".repeat(100_000)), Err(WordsError::TooLong(96_000)));
    }
}
