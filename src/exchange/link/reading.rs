//! Reading what a link carries: refused as a whole, with the reason, or taken as it is. Fields that this version does
//! not know are passed over.

use super::{
    CONTACTS, GOALS, GREETING, GROUPS, Link, MOST, NAME, National, PLAN_GOALS, Refused, VERSION,
    base64, contact, goal,
};
use crate::domain::day::Day;
use crate::domain::fields::{Fields, object_of};
use crate::domain::id::Id;
use crate::domain::words::{self, WordsError};
use serde_json::Value;

/// Reads what stands behind `#/add/`. Messengers may have encoded it anew, or put something behind it.
///
/// # Errors
/// Why it is not taken.
pub fn read(carried: &str, national: &[National]) -> Result<Link, Refused> {
    if carried.len() > MOST {
        return Err(Refused::TooLong);
    }
    let mut carried = carried.to_owned();
    for _ in 0..2 {
        if carried.contains('%') {
            carried = unescaped(&carried);
        }
    }
    let carried = carried.trim();
    // A second `#`, and what others add to count who follows a link.
    let carried = carried.split(['#', '?', '&']).next().unwrap_or_default();
    if carried.is_empty() {
        return Err(Refused::Empty);
    }
    let (version, text) = carried.split_once('.').ok_or(Refused::Damaged)?;
    if version != VERSION {
        return Err(Refused::Newer);
    }
    // Padding, and the full stop or bracket behind a link in a sentence.
    let text = text.trim_end_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    let bytes = base64::decode(text).ok_or(Refused::Damaged)?;
    let text = String::from_utf8(bytes).map_err(|_| Refused::Damaged)?;
    let link = link(object_of(&text).ok_or(Refused::NotOurs)?, national)?;
    if link == Link::default() {
        return Err(Refused::Empty);
    }
    Ok(link)
}

fn link(mut fields: Fields, national: &[National]) -> Result<Link, Refused> {
    let from = &mut fields;
    let name = text(from, "n", NAME)?;
    let greeting = text(from, "h", GREETING)?;
    let is_nobodys = name.is_empty();
    let mut contacts = Vec::new();
    for value in list(from, "c", CONTACTS)? {
        contacts.extend(contact::read(&value, national)?);
    }
    let mut goals = Vec::new();
    for value in list(from, "g", if is_nobodys { PLAN_GOALS } else { GOALS })? {
        goals.push(goal::read(value)?);
    }
    if is_nobodys && !(contacts.is_empty() && greeting.is_empty()) {
        return Err(Refused::NoName);
    }
    let mut groups = Vec::new();
    for group in text(from, "m", GROUPS * 4)?.split_whitespace() {
        groups.push(Id::parse(group).ok_or(Refused::NotOurs)?.to_string());
    }
    let filled = |text: String| (!text.is_empty()).then_some(text);
    let checked = match filled(text(from, "k", 10)?) {
        Some(day) => Some(Day::parse(&day).ok_or(Refused::NotOurs)?),
        None => None,
    };
    Ok(Link {
        name,
        greeting,
        contacts,
        nation: filled(text(from, "a", 20)?),
        language: filled(text(from, "l", 35)?),
        goals,
        ways: goal::ways(&text(from, "w", 5)?),
        groups,
        recovery: is_on(from, "r"),
        demo: is_on(from, "d"),
        checked,
    })
}

fn is_on(from: &Fields, name: &str) -> bool {
    from.get(name).and_then(Value::as_u64) == Some(1)
}

fn list(from: &mut Fields, name: &str, most: usize) -> Result<Vec<Value>, Refused> {
    match from.remove(name) {
        None => Ok(Vec::new()),
        Some(Value::Array(list)) if list.len() <= most => Ok(list),
        Some(Value::Array(_)) => Err(Refused::TooMuch),
        Some(_) => Err(Refused::NotOurs),
    }
}

/// A text that may be left out.
pub(super) fn text(from: &mut Fields, name: &str, most: usize) -> Result<String, Refused> {
    match from.remove(name) {
        None => Ok(String::new()),
        Some(Value::String(text)) => checked(&text, most),
        Some(_) => Err(Refused::NotOurs),
    }
}

/// One line without anything that could pass for something else.
pub(super) fn checked(text: &str, most: usize) -> Result<String, Refused> {
    if text.contains(['<', '>']) {
        return Err(Refused::Markup);
    }
    if !text.chars().all(words::is_plain) || text.split(' ').any(mixes_letters) {
        return Err(Refused::Hidden);
    }
    match words::line(text) {
        Ok(line) if line.chars().count() <= most => Ok(line),
        Err(WordsError::Empty) => Ok(String::new()),
        _ => Err(Refused::TooMuch),
    }
}

/// Whether a word has Latin letters beside Greek or Cyrillic ones, some of which look the same.
fn mixes_letters(word: &str) -> bool {
    let has = |is: fn(&char) -> bool| word.chars().any(|letter| is(&letter));
    has(char::is_ascii_alphabetic) && has(|letter| ('\u{370}'..='\u{52f}').contains(letter))
}

/// The text with each `%41` as the byte it stands for; as it is when that is no text.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = Vec::from(parts.next().unwrap_or_default());
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        let Some(byte) = code else {
            return text.to_owned();
        };
        bytes.push(byte);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
