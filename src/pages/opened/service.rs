//! What a service says of itself, and its contacts as Help will show them.

use crate::content::text::{fill, opening};
use crate::domain::service::Service;
use crate::pages::services;
use crate::state::device::{DayStyle, say_day};
use crate::state::links::Contact;
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::para;

/// A contact as a line of the help lines' file.
pub(in crate::pages) fn line_of(contact: &Contact) -> String {
    [
        "o|",
        &contact.name,
        "|",
        &contact.what_for,
        "|",
        &spaced(&contact.number),
        "|",
        &contact.number,
        "|||ESWN|||",
        &contact.hours,
        "|",
        &contact.page,
        "|r|",
    ]
    .concat()
}

/// A number in groups that can be read out: an area code of London's kind has three digits, most others have five, and
/// those that are not of a place have four.
fn spaced(number: &str) -> String {
    let groups: &[usize] = match number.as_bytes() {
        [b'0', b'2', ..] => &[3, 7],
        [b'0', b'3' | b'8', ..] => &[4, 7],
        [b'0', ..] => &[5],
        _ if number.len() == 6 => &[3],
        _ => &[],
    };
    let mut spaced = String::new();
    for (place, digit) in number.chars().enumerate() {
        if groups.contains(&place) {
            spaced.push(' ');
        }
        spaced.push(digit);
    }
    spaced
}

/// What a service says of itself, and when it last checked that.
pub(in crate::pages) fn about(service: &Service) -> El {
    let o = opening();
    let mut said = Vec::new();
    if !service.greeting.is_empty() {
        said.push(para("theirs", &service.greeting));
    }
    if let Some(day) = service.checked {
        let checked = fill(o.checked, &[&say_day(day, DayStyle::Long)]);
        said.push(para("hint", &checked));
    }
    group(said)
}

/// The contacts as Help will show them.
pub(super) fn local(service: &Service) -> El {
    let o = opening();
    if service.contacts.is_empty() {
        return nothing();
    }
    group([
        el("h2").say(o.local),
        para("hint", o.local_words),
        el("section")
            .class("card")
            .attr("aria-label", o.local)
            .with([services::contacts(service)]),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::help_lines;

    #[test]
    fn a_contact_reads_as_a_help_line() {
        let contact = Contact {
            name: "Drop-in".to_owned(),
            number: "02079460000".to_owned(),
            page: "https://hub.example.org".to_owned(),
            what_for: "For a chat.".to_owned(),
            hours: "Weekdays".to_owned(),
        };
        let line = line_of(&contact);
        let read = help_lines::parse(&line).unwrap();
        assert_eq!((read.name, read.what_for), ("Drop-in", "For a chat."));
        assert_eq!(read.number, Some("020 7946 0000"));
        assert_eq!(read.tel().as_deref(), Some("tel:02079460000"));
        assert_eq!(
            (read.page, read.hours),
            (Some("https://hub.example.org"), Some("Weekdays"))
        );
        let bare = line_of(&Contact {
            name: "Drop-in".to_owned(),
            ..Contact::default()
        });
        let read = help_lines::parse(&bare).unwrap();
        assert_eq!((read.tel(), read.page, read.hours), (None, None, None));
    }

    #[test]
    fn stored_contacts_are_read_for_ever() {
        for line in include_str!("../../../tests/fixtures/records-v1.txt").lines() {
            let Some((_, contacts)) = line.split_once(r#""contacts":[""#) else {
                continue;
            };
            let contacts = contacts.split_once(r#""]"#).unwrap().0;
            for contact in contacts.split(r#"",""#) {
                assert!(help_lines::parse(contact).is_some(), "{contact}");
            }
        }
    }

    #[test]
    fn numbers_are_written_so_that_they_can_be_read_out() {
        for (number, shown) in [
            ("02079460000", "020 7946 0000"),
            ("08081570000", "0808 157 0000"),
            ("03001230000", "0300 123 0000"),
            ("07700900123", "07700 900123"),
            ("01539123456", "01539 123456"),
            ("116000", "116 000"),
            ("101", "101"),
            ("", ""),
        ] {
            assert_eq!(spaced(number), shown);
        }
    }
}
