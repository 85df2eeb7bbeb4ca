//! Words as lines of at most a given width.

/// The lines of a text. A word that is too long for a line of its own is broken; line breaks in the text stay.
#[must_use]
pub(super) fn wrap(text: &str, fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                [&line, " ", word].concat()
            };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(line);
            }
            line = break_word(word, fits, &mut lines);
        }
        lines.push(line);
    }
    lines
}

/// Puts all of a word but its last part into lines of their own; gives the last part.
fn break_word(word: &str, fits: &dyn Fn(&str) -> bool, lines: &mut Vec<String>) -> String {
    if fits(word) {
        return word.to_owned();
    }
    let mut part = String::new();
    let mut joined = false;
    for letter in word.chars() {
        let mut longer = part.clone();
        longer.push(letter);
        if part.is_empty() || joined || joins(letter) || fits(&longer) {
            part = longer;
        } else {
            lines.push(part);
            part = letter.to_string();
        }
        joined = letter == JOINER;
    }
    part
}

/// The sign that makes several emoji one.
const JOINER: char = '\u{200d}';

/// Whether a sign belongs to the one before it: accents, skin tones and the like.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | JOINER | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_most(most: usize) -> impl Fn(&str) -> bool {
        move |line: &str| line.chars().count() <= most
    }

    #[test]
    fn words_fill_lines() {
        let case = |text: &str, most: usize, expected: &[&str]| {
            assert_eq!(wrap(text, &at_most(most)), expected, "{text:?} at {most}");
        };
        case("I have my own key.", 9, &["I have my", "own key."]);
        case("I have my own key.", 99, &["I have my own key."]);
        case("", 9, &[""]);
        case("a\n\n b  c\n", 9, &["a", "", "b c", ""]);
        case(
            "so Donaudampfschiff a",
            6,
            &["so", "Donaud", "ampfsc", "hiff a"],
        );
        case("abc", 0, &["a", "b", "c"]);
    }

    #[test]
    fn nothing_is_lost_and_signs_stay_whole() {
        let long = "é".repeat(200);
        assert_eq!(wrap(&long, &at_most(7)).concat(), long);
        let accents = "e\u{301}".repeat(4);
        for line in wrap(&accents, &at_most(3)) {
            assert!(line.starts_with('e') && line.ends_with('\u{301}'), "{line}");
        }
        let family = "\u{1f469}\u{200d}\u{1f467}";
        assert_eq!(wrap(&family.repeat(2), &at_most(1)), [family, family]);
    }
}
