//! A contact of a link, and what it may not be: one that costs much, or one that stands in for a national help line.

use super::imitation::{self, Seen};
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

impl National<'_> {
    /// Whether this number, as it is dialled, is one of its own.
    pub(super) fn has(&self, number: &str) -> bool {
        !number.is_empty() && (number == self.dial || number == self.text)
    }
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
    if contact.number.is_empty() && !number.is_empty() {
        reading.refuse(Refused::Number);
    }
    match fault(&contact, national) {
        None if is_national(&contact, national) => return None,
        None => {}
        Some(reason) => reading.refuse(reason),
    }
    Some(contact)
}

/// Whether a contact is a national line as it is.
fn is_national(contact: &Contact, national: &[National]) -> bool {
    let (number, page) = (&contact.number, &contact.page);
    let name = Seen::of(&contact.name);
    national.iter().any(|line| {
        let is_page = number.is_empty() && !page.is_empty() && page == line.page;
        line.has(number) || (is_page && imitation::is_name(&name, line))
    })
}

/// What is wrong with a contact. Its number is as it is dialled.
pub(super) fn fault(contact: &Contact, national: &[National]) -> Option<Refused> {
    let Contact {
        name,
        number,
        page,
        what_for,
        hours,
    } = contact;
    if name.is_empty() {
        return Some(Refused::NoName);
    }
    if !(page.is_empty() || is_safe(page)) {
        return Some(Refused::Page);
    }
    if is_national(contact, national) {
        return None;
    }
    let (name, beside) = (Seen::of(name), [what_for, hours].map(|text| Seen::of(text)));
    for line in national {
        let has_other = !number.is_empty() && name.numbers().any(|found| line.has(found));
        let is_it = |text: &Seen| imitation::is_label(text, line);
        if has_other || is_named(&name, line) || beside.iter().any(is_it) || is_beside(line, number)
        {
            return Some(Refused::Imitates);
        }
    }
    if has_costly(&name)
        || beside.iter().any(has_costly)
        || PREMIUM.iter().any(|start| number.starts_with(start))
    {
        return Some(Refused::Premium);
    }
    // What is seen in the name is what would be dialled.
    let is_known = number.is_empty() || OFFICIAL.contains(&number.as_str()) || is_uk(number);
    if !is_known || (!number.is_empty() && name.numbers().any(|found| found != number)) {
        return Some(Refused::Number);
    }
    let is_misleading = beside.iter().any(|text| misleads(text, national));
    is_misleading.then_some(Refused::Imitates)
}

/// Whether a name is one of this line, or has it among its words.
pub(super) fn is_named(name: &Seen, line: &National) -> bool {
    imitation::is_name(name, line) || imitation::has_name(name, line)
}

/// Whether a sentence leads to somebody else under the name of a national line.
pub(super) fn misleads(text: &Seen, national: &[National]) -> bool {
    national
        .iter()
        .any(|line| imitation::misleads(text, line, national))
}

/// Whether a text has a number in it that costs much.
pub(super) fn has_costly(text: &Seen) -> bool {
    text.numbers().any(|number| {
        matches!(number.len(), 10 | 11) && PREMIUM.iter().any(|start| number.starts_with(start))
    })
}

/// Whether a number is one step from one of this line's.
fn is_beside(line: &National, number: &str) -> bool {
    !(number.is_empty() || OFFICIAL.contains(&number))
        && [line.dial, line.text]
            .iter()
            .any(|own| !own.is_empty() && are_near(own.as_bytes(), number.as_bytes()))
}

/// Starts of numbers that may cost much (Ofcom's numbering plan): premium rate, personal numbers, directory enquiries,
/// and services for businesses.
const PREMIUM: [&str; 6] = ["09", "070", "118", "0843", "0844", "087"];

/// Numbers of three digits that nobody else can have: the police, a power cut, emergencies, and an ambulance's own.
const OFFICIAL: [&str; 4] = ["101", "105", "112", "119"];

/// A number as a telephone in the United Kingdom dials it, without what stands between its digits; what is no number
/// has something in it that no number has.
pub(super) fn dialled(typed: &str) -> String {
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

/// Whether two texts are the same, or one step apart: a letter changed, missing, added, or swapped with the next.
pub(super) fn are_near(mut one: &[u8], mut other: &[u8]) -> bool {
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
