//! What a text looks like: its words in the letters that each of its characters can be taken for (the skeletons of UTS 39,
//! and a little more). Two texts that look alike have the same skeleton, whatever alphabets they are written in.
//!
//! `lookalikes.txt` has the characters that look like letters of English, one letter or pair a line. It is made from the
//! tables of three crates, which are too large to ship: `docs/decisions/lookalikes.md`.

/// A letter or a pair of letters, a space, and all that looks like it.
pub(super) const LOOKALIKES: &str = include_str!("lookalikes.txt");

/// A word as it looks and as it is written.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// The letters that it looks like; `?` for one of another alphabet that looks like none.
    looks: Vec<u8>,
    /// Its own letters and digits in lower case; `?` for what is not of the English alphabet.
    plain: Vec<u8>,
    /// Where it begins and ends in its text, in bytes.
    pub(super) place: (usize, usize),
}

impl Word {
    /// Whether it looks like this word of English.
    pub(super) fn is(&self, word: &str) -> bool {
        word.bytes().map(letter_of).eq(self.looks.iter().copied())
    }
}

/// The words of a text: what stands between spaces and signs.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let known = word.plain.len();
        if is_passed_over(letter) {
            if !word.plain.is_empty() {
                word.plain.push(b'?');
            }
            continue;
        }
        if letter.is_ascii_alphanumeric() {
            word.plain.push(letter.to_ascii_lowercase() as u8);
            word.looks.push(letter_of(letter as u8));
        } else if matches!(letter, '@' | '$' | '!')
            && (next.is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii())
                || (letter == '$' && !word.plain.is_empty()))
        {
            word.plain.push(b'?');
            word.looks.push(letter_of(letter as u8));
        } else if let Some(looks) = looks_like(letter) {
            word.plain.push(b'?');
            word.looks.extend(looks.bytes());
        } else if !is_sign(letter) {
            word.plain.push(b'?');
            word.looks.push(b'?');
        }
        if word.plain.len() == known {
            words.extend(ended(&mut word));
        } else {
            if known == 0 {
                word.place.0 = at;
            }
            word.place.1 = at + letter.len_utf8();
        }
    }
    words.extend(ended(&mut word));
    words
}

fn ended(word: &mut Word) -> Option<Word> {
    let word = std::mem::take(word);
    (!word.looks.is_empty()).then_some(word)
}

/// What words look like when they stand together, pairs that look like one letter among them.
pub(super) fn looks<'a>(words: impl IntoIterator<Item = &'a Word>) -> Vec<u8> {
    let mut letters = Vec::new();
    for letter in words.into_iter().flat_map(|word| &word.looks) {
        let pair = match (letters.last(), letter) {
            (Some(b'r'), b'n') => b'm',
            (Some(b'v'), b'v') => b'w',
            (Some(b'c'), b'l') => b'd',
            _ => {
                letters.push(*letter);
                continue;
            }
        };
        letters.pop();
        letters.push(pair);
    }
    letters
}

/// What stands in these words in letters and digits of English.
pub(super) fn plain(words: &[Word]) -> Vec<u8> {
    let mut letters = Vec::new();
    for word in words {
        letters.extend_from_slice(&word.plain);
    }
    letters
}

/// The one letter that stands for all of ASCII that looks like it, in either case.
pub(super) fn letter_of(letter: u8) -> u8 {
    match letter.to_ascii_lowercase() {
        b'0' => b'o',
        b'1' | b'i' | b'!' => b'l',
        b'2' => b'z',
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'6' | b'8' => b'b',
        b'7' => b't',
        b'9' => b'g',
        other => other,
    }
}

fn looks_like(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return None;
    }
    for line in LOOKALIKES.lines() {
        if let Some((looks, alike)) = line.split_once(' ')
            && alike.chars().any(|one| one == letter)
        {
            return Some(looks);
        }
    }
    None
}

/// Whether nobody sees the character for itself: it stands over, under or around another one, or shows nothing.
pub(super) fn is_passed_over(letter: char) -> bool {
    is_mark(letter)
        || shows_nothing(letter)
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A mark over, under or around a letter of any alphabet.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// A character that shows nothing and has no use in a text of a link, or shows what only one font knows (private use).
fn shows_nothing(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{2028}' | '\u{2029}' | '\u{2061}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0080}'..)
}

/// A space, a sign or a picture that is no letter of any alphabet.
fn is_sign(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{206f}'
            | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a text has characters that nobody sees where they are of no use, or a word in two alphabets whose letters look
/// alike. Joiners are let in where scripts and emoji need them, and so are the tags of a flag.
pub(super) fn is_hidden(text: &str) -> bool {
    let (mut before, mut alphabet, mut marks) = (' ', None, 0);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        if letter == ' ' {
            alphabet = None;
        }
        let own = alphabet_of(letter);
        if own.is_some() && alphabet.is_some() && own != alphabet {
            return true;
        }
        alphabet = own.or(alphabet);
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        let of_no_use = match letter {
            '\u{200c}' | '\u{200d}' => [before, next]
                .iter()
                .any(|beside| beside.is_ascii() || alphabet_of(*beside).is_some()),
            '\u{fe0e}' | '\u{fe0f}' => {
                !(is_sign(before) && (!before.is_ascii() || next == '\u{20e3}'))
            }
            '\u{fe00}'..='\u{fe0d}' => true,
            '\u{e0000}'..='\u{e007f}' => !matches!(before, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}'),
            _ => shows_nothing(letter) || marks > 3,
        };
        if of_no_use {
            return true;
        }
        before = letter;
    }
    false
}

/// The alphabets that have letters like those of others, each by a number.
fn alphabet_of(letter: char) -> Option<u8> {
    Some(match letter {
        'A'..='Z'
        | 'a'..='z'
        | '\u{aa}'
        | '\u{ba}'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{2af}'
        | '\u{1d00}'..='\u{1d25}'
        | '\u{1d6b}'..='\u{1d77}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}'
        | '\u{a722}'..='\u{a7ff}'
        | '\u{ab30}'..='\u{ab64}' => 0,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 1,
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}' => 2,
        '\u{530}'..='\u{58f}' => 3,
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => 4,
        '\u{2c80}'..='\u{2cff}' => 5,
        '\u{1400}'..='\u{167f}' => 6,
        '\u{16a0}'..='\u{16ff}' => 7,
        '\u{a4d0}'..='\u{a4ff}' => 8,
        '\u{a500}'..='\u{a63f}' => 9,
        '\u{10280}'..='\u{10fff}' => 10,
        _ => return None,
    })
}

#[cfg(test)]
#[path = "skeleton_tests.rs"]
mod tests;
