//! A contact of a link, and what it may not be: one that costs much, or one that stands in for a national help line.

use super::reading::Reading;
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

/// Reads a contact. `None`: it is refused, or a national help line as it is, which is on Help whatever a link says.
pub(super) fn read(reading: &mut Reading, value: &Value, national: &[National]) -> Option<Contact> {
    let Value::Array(parts) = value else {
        reading.refuse(Refused::NotOurs);
        return None;
    };
    let number = reading.text(parts.get(1), CONTACT_NAME);
    let contact = Contact {
        name: reading.text(parts.first(), CONTACT_NAME),
        number: dialled(&number),
        page: reading.text(parts.get(2), PAGE),
        what_for: reading.text(parts.get(3), WHAT_FOR),
        hours: reading.text(parts.get(4), CONTACT_NAME),
    };
    match fault(&contact, !number.is_empty(), national) {
        Ok(is_national) if is_national => return None,
        Ok(_) => {}
        Err(reason) => reading.refuse(reason),
    }
    Some(contact)
}

/// What is wrong with a contact; or else whether it is a national line as it is.
fn fault(contact: &Contact, has_number: bool, national: &[National]) -> Result<bool, Refused> {
    let (number, page) = (contact.number.as_str(), contact.page.as_str());
    if contact.name.is_empty() {
        return Err(Refused::NoName);
    }
    if !(page.is_empty() || is_safe(page)) {
        return Err(Refused::Page);
    }
    let name = folded(&contact.name);
    for line in national {
        let is_number = has_number && (number == line.dial || number == line.text);
        let is_page = !has_number && !page.is_empty() && page == line.page;
        let has_name = are_near(&folded(line.name), &name);
        if is_number || (has_name && is_page) {
            return Ok(true);
        }
        if has_name {
            return Err(Refused::Imitates);
        }
    }
    if !has_number || OFFICIAL.contains(&number) {
        return Ok(false);
    }
    for line in national {
        for own in [line.dial, line.text] {
            if !own.is_empty() && are_near(own.as_bytes(), number.as_bytes()) {
                return Err(Refused::Imitates);
            }
        }
    }
    if PREMIUM.iter().any(|start| number.starts_with(start)) {
        return Err(Refused::Premium);
    }
    if is_uk(number) {
        Ok(false)
    } else {
        Err(Refused::Number)
    }
}

/// Starts of numbers that may cost much (Ofcom's numbering plan): premium rate, personal numbers, directory enquiries,
/// and services for businesses.
const PREMIUM: [&str; 6] = ["09", "070", "118", "0843", "0844", "087"];

/// Numbers of three digits that nobody else can have: the police, a power cut, emergencies, and an ambulance's own.
const OFFICIAL: [&str; 4] = ["101", "105", "112", "119"];

/// A number as a telephone in the United Kingdom dials it, without what stands between its digits; what is no number
/// has something in it that no number has.
fn dialled(typed: &str) -> String {
    let mut digits = String::new();
    for letter in typed.chars() {
        match letter {
            '+' if digits.is_empty() => digits.push_str("00"),
            ' ' | '-' | '(' | ')' => {}
            _ => digits.push(letter),
        }
    }
    match digits.strip_prefix("0044") {
        // "+44 (0)20" has a zero that is not dialled from abroad.
        Some(rest) => ["0", rest.trim_start_matches('0')].concat(),
        None => digits,
    }
}

fn is_uk(number: &str) -> bool {
    number.bytes().all(|digit| digit.is_ascii_digit())
        && match number.as_bytes() {
            [b'1', b'1', b'6', rest @ ..] => rest.len() == 3,
            [b'0', b'1' | b'2' | b'3' | b'7' | b'8', rest @ ..] => matches!(rest.len(), 8 | 9),
            _ => false,
        }
}

/// Whether a page is `https`, at a plain name, and has nothing in its address that is not meant to be there.
fn is_safe(page: &str) -> bool {
    let Some(rest) = page.strip_prefix("https://") else {
        return false;
    };
    let (mut dots, mut before, mut in_name) = (0, b'.', true);
    for byte in rest.bytes() {
        if matches!(byte, b'/' | b'?' | b'#') {
            in_name = false;
        }
        if in_name {
            match byte {
                b'.' if before != b'.' => dots += 1,
                b'-' => {}
                _ if byte.is_ascii_alphanumeric() => {}
                _ => return false,
            }
            before = byte;
        }
        if !byte.is_ascii_graphic() || b"\"\\^`{|}".contains(&byte) {
            return false;
        }
    }
    dots > 0 && before != b'.'
}

/// A name by its letters and digits alone. One that is not of the English alphabet stands for any.
fn folded(name: &str) -> Vec<u8> {
    let mut letters = Vec::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            letters.push(letter.to_ascii_lowercase() as u8);
        } else if !letter.is_ascii() {
            letters.push(b'?');
        }
    }
    letters
}

/// Whether two texts are the same, or one step apart: a letter changed, missing, added, or swapped with the next.
fn are_near(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    while let ([one_rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    match (one, other) {
        ([a, b], [c, d]) => a == d && b == c,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
