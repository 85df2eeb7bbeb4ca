//! A contact of a link, and what it may not be: one that costs much, or one that stands in for a national help line.

use super::reading::checked;
use super::{CONTACT_NAME, PAGE, Refused, WHAT_FOR};
use crate::domain::fields::Stored;
use serde_json::Value;

/// A contact near the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// The number to dial, digits only; empty when there is none.
    pub number: String,
    /// A web page, `https`; empty when there is none.
    pub page: String,
    /// What for.
    pub what_for: String,
    /// When, in words.
    pub hours: String,
}

/// `["Drop-in","02079460000","https://example.org","For a chat.","Weekdays"]`, without the empty ones at its end.
pub(super) fn form(contact: &Contact) -> Value {
    let Contact {
        name,
        number,
        page,
        what_for,
        hours,
    } = contact.clone();
    let mut parts = vec![name, number, page, what_for, hours];
    while parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    parts.form()
}

/// What is known of a national help line. What it does not have is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct National<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its number, digits only.
    pub dial: &'a str,
    /// The number to text, digits only.
    pub text: &'a str,
    /// Its page.
    pub page: &'a str,
}

/// Reads a contact. `None`: it is a national help line as it is, which is on Help whatever a link says.
pub(super) fn read(value: &Value, national: &[National]) -> Result<Option<Contact>, Refused> {
    let parts = Vec::<String>::read(value).ok_or(Refused::NotOurs)?;
    let mut parts = parts.iter().map(String::as_str);
    let mut part = || parts.next().unwrap_or_default();
    let contact = Contact {
        name: checked(part(), CONTACT_NAME)?,
        number: dialled(part()).ok_or(Refused::Number)?,
        page: page(part())?,
        what_for: checked(part(), WHAT_FOR)?,
        hours: checked(part(), CONTACT_NAME)?,
    };
    if contact.name.is_empty() {
        return Err(Refused::NoName);
    }
    let number = contact.number.as_str();
    for line in national {
        let is_number = !number.is_empty() && [line.dial, line.text].contains(&number);
        let is_page = number.is_empty() && !line.page.is_empty() && line.page == contact.page;
        let has_name = are_near(&folded(line.name), &folded(&contact.name));
        if is_number || (has_name && is_page) {
            return Ok(None);
        }
        if has_name {
            return Err(Refused::Imitates);
        }
    }
    if number.is_empty() || OFFICIAL.contains(&number) {
        return Ok(Some(contact));
    }
    for line in national {
        for own in [line.dial, line.text] {
            if !own.is_empty() && are_near(&folded(own), &folded(number)) {
                return Err(Refused::Imitates);
            }
        }
    }
    if PREMIUM.iter().any(|start| number.starts_with(start)) {
        return Err(Refused::Premium);
    }
    if !is_uk(number) {
        return Err(Refused::Number);
    }
    Ok(Some(contact))
}

/// Starts of numbers that may cost much (Ofcom's numbering plan): premium rate, personal numbers, directory enquiries,
/// and services for businesses.
const PREMIUM: [&str; 6] = ["09", "070", "118", "0843", "0844", "087"];

/// Numbers of three digits that nobody else can have: the police, a power cut, emergencies, and an ambulance's own.
const OFFICIAL: [&str; 4] = ["101", "105", "112", "119"];

/// A number as a telephone in the United Kingdom dials it, without what stands between its digits.
fn dialled(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for letter in typed.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '+' if digits.is_empty() => digits.push_str("00"),
            ' ' | '-' | '(' | ')' => {}
            _ => return None,
        }
    }
    match digits.strip_prefix("0044") {
        // "+44 (0)20" has a zero that is not dialled from abroad.
        Some(rest) => Some(["0", rest.trim_start_matches('0')].concat()),
        None => Some(digits),
    }
}

fn is_uk(number: &str) -> bool {
    let mut digits = number.bytes();
    match number.len() {
        6 => number.starts_with("116"),
        10 | 11 => {
            digits.next() == Some(b'0')
                && matches!(digits.next(), Some(b'1' | b'2' | b'3' | b'7' | b'8'))
        }
        _ => false,
    }
}

fn page(typed: &str) -> Result<String, Refused> {
    let typed = checked(typed, PAGE)?;
    if typed.is_empty() {
        return Ok(typed);
    }
    let rest = typed.strip_prefix("https://").ok_or(Refused::Page)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_name = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let is_host = host.contains('.') && host.split('.').all(is_name);
    let is_plain = rest
        .bytes()
        .all(|b| b.is_ascii_graphic() && !b"\"\\^`{|}".contains(&b));
    if is_host && is_plain {
        Ok(typed)
    } else {
        Err(Refused::Page)
    }
}

/// A name by its letters and digits alone.
fn folded(name: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            letters.extend(letter.to_lowercase());
        }
    }
    letters
}

/// Whether two texts are the same, or one step apart: a letter changed, missing, added, or swapped with the next.
fn are_near(one: &[char], other: &[char]) -> bool {
    let same = |pair: &(&char, &char)| pair.0 == pair.1;
    let start = one.iter().zip(other).take_while(same).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev());
    let end = end.take_while(same).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([a, b], [c, d]) => a == d && b == c,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
