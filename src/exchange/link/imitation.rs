//! Texts that pass themselves off as a national help line: in a name, or by a number beside a name. What is compared is
//! how they look ([`super::skeleton`]).

use super::contact::{National, are_near, dialled};
use super::skeleton::{Word, is_passed_over, looks, plain, words};

/// Names of national lines that are words of every day as well. Among other words they say nothing.
const EVERYDAY: [&str; 10] = [
    "emergency",
    "lifeline",
    "shout",
    "frank",
    "withyou",
    "crew",
    "release",
    "breathingspace",
    "call",
    "shelter",
];

/// What a line's name may be without: everybody leaves it out.
const COUNTRY: [&str; 2] = ["uk", "gb"];

/// Words that make no name another one.
const FILLERS: [&str; 21] = [
    "the", "uk", "gb", "helpline", "help", "line", "hotline", "national", "official", "free",
    "nhs", "charity", "call", "ring", "text", "now", "service", "phone", "number", "24", "hours",
];

/// Words between a name and its number.
const BETWEEN: [&str; 9] = ["on", "at", "is", "are", "by", "for", "to", "or", "us"];

/// The fewest letters of a name that is looked for within a text, and of one that may be a letter off there.
const FEWEST: [usize; 2] = [5, 7];
/// The fewest digits of a number that stands in a text.
const DIGITS: usize = 5;
/// How many digits those have that have full stops between them: others are times of a day.
const WITH_STOPS: std::ops::RangeInclusive<usize> = 10..=13;

/// A text and what it looks like.
pub(super) struct Seen<'a> {
    text: &'a str,
    words: Vec<Word>,
    numbers: Vec<Number>,
}

impl<'a> Seen<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let words = words(text);
        let numbers = numbers(text, &words);
        Self {
            text,
            words,
            numbers,
        }
    }

    /// The numbers in it, as they are dialled.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(|number| number.dialled.as_str())
    }
}

/// Whether a text is the name of this line, or nearly: with or without words that make it no other.
pub(super) fn is_name(text: &Seen, line: &National) -> bool {
    let name = words(line.name);
    let (whole, bare) = (looks(&text.words), without(&FILLERS, &text.words));
    let names = [looks(&name), without(&COUNTRY, &name)];
    let numbers = [line.dial, line.text].map(|number| looks(&words(number)));
    are_near(&names[0], &whole)
        || names.iter().any(|name| is_like(name, &bare))
        || numbers
            .iter()
            .any(|number| !number.is_empty() && *number == bare)
}

/// Whether what stands beside a number is the name of this line, and no word of every day.
pub(super) fn is_label(text: &Seen, line: &National) -> bool {
    let name = words(line.name);
    !is_everyday(line) && is_like(&without(&COUNTRY, &name), &without(&FILLERS, &text.words))
}

/// Whether a name has the name of this line among its words.
pub(super) fn has_name(text: &Seen, line: &National) -> bool {
    let everyday = is_everyday(line);
    mentions(&text.words, line)
        .iter()
        .any(|mention| mention.disguised || !everyday)
}

/// Whether a sentence has the name of this line in letters that only look like it, or with a number beside it that is of
/// no national line.
pub(super) fn misleads(seen: &Seen, line: &National, national: &[National]) -> bool {
    let Seen {
        text,
        words: all,
        numbers,
    } = seen;
    let everyday = is_everyday(line);
    for mention in mentions(all, line) {
        if mention.disguised {
            return true;
        }
        let after = numbers.iter().find(|number| number.from >= mention.to);
        let before = numbers.iter().rfind(|number| number.to <= mention.from);
        let beside = if everyday {
            let starts = all[mention.from].place.0;
            let is_capital = text.as_bytes()[starts].is_ascii_uppercase();
            after.filter(|number| is_capital && all[mention.to..number.from].iter().all(is_between))
        } else {
            after.or(before)
        };
        let is_own = |number: &Number| national.iter().any(|line| line.has(&number.dialled));
        if beside.is_some_and(|number| !is_own(number)) {
            return true;
        }
    }
    false
}

/// Where a text has a name: from a word, to before another.
struct Mention {
    from: usize,
    to: usize,
    /// Whether it is written in other letters than the name.
    disguised: bool,
}

fn mentions(text: &[Word], line: &National) -> Vec<Mention> {
    let name = words(line.name);
    let (shape, own) = (looks(&name), plain(&name));
    let mut found = Vec::new();
    if shape.len() < FEWEST[0] {
        return found;
    }
    for from in 0..text.len() {
        for to in from + 1..=text.len() {
            let part = &text[from..to];
            let seen = looks(part);
            if seen.len() > shape.len() + 1 {
                break;
            }
            let disguised = seen == shape && plain(part) != own;
            if disguised || (is_like(&shape, &seen) && (seen == shape || !is_everyday(line))) {
                found.push(Mention {
                    from,
                    to,
                    disguised,
                });
            }
        }
    }
    found
}

/// The same; or a letter off, where it is long enough to be no other word then.
fn is_like(name: &[u8], seen: &[u8]) -> bool {
    seen == name || (name.len() >= FEWEST[1] && are_near(name, seen))
}

fn is_everyday(line: &National) -> bool {
    let name = plain(&words(line.name));
    EVERYDAY.iter().any(|word| word.as_bytes() == name)
}

/// What the words look like without those of a list; all of them when none is left.
fn without(list: &[&str], words: &[Word]) -> Vec<u8> {
    let mut bare = Vec::new();
    for word in words {
        if !is_one_of(word, list) {
            bare.push(word);
        }
    }
    if bare.is_empty() {
        bare.extend(words);
    }
    looks(bare)
}

fn is_between(word: &Word) -> bool {
    is_one_of(word, &BETWEEN) || is_one_of(word, &FILLERS)
}

fn is_one_of(word: &Word, list: &[&str]) -> bool {
    list.iter().any(|one| word.is(one))
}

/// A number in a text: from a word, to before another.
struct Number {
    from: usize,
    to: usize,
    dialled: String,
}

fn numbers(text: &str, words: &[Word]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let (mut to, mut digits, mut end) = (from, 0, words[from].place.0);
        while let Some(word) = words.get(to)
            && let Some(count) = digits_of(&text[word.place.0..word.place.1])
            && text[end..word.place.0].chars().all(is_within_number)
        {
            (to, digits, end) = (to + 1, digits + count, word.place.1);
        }
        let start = words[from].place.0;
        let fits = if text[start..end].contains('.') {
            WITH_STOPS.contains(&digits)
        } else {
            digits >= DIGITS
        };
        if fits {
            let sign = if text[..start].ends_with('+') {
                "+"
            } else {
                ""
            };
            let mut typed = String::from(sign);
            typed.extend(text[start..end].chars().filter(|c| c.is_alphanumeric()));
            found.push(Number {
                from,
                to,
                dialled: dialled(&typed),
            });
        }
        from = to.max(from + 1);
    }
    found
}

/// What may stand between the digits of a number.
fn is_within_number(letter: char) -> bool {
    letter.is_whitespace()
        || is_passed_over(letter)
        || matches!(
            letter,
            '-' | '.' | '(' | ')' | '_' | '·' | '\u{2010}'..='\u{2015}'
        )
}

/// How many digits a word has that is nothing else; letters that look like digits count beside real ones.
fn digits_of(word: &str) -> Option<usize> {
    let (mut count, mut real) = (0, false);
    for letter in word.chars().filter(|letter| !is_passed_over(*letter)) {
        real |= letter.is_numeric();
        if !(letter.is_numeric() || matches!(letter, 'O' | 'o' | 'I' | 'l')) {
            return None;
        }
        count += 1;
    }
    real.then_some(count)
}
