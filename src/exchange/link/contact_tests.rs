//! Which contacts are let in.

use super::*;
use crate::exchange::link::tests::{NATIONAL, of};
use serde_json::json;

fn met(name: &str, number: &str, page: &str) -> Result<Option<String>, Refused> {
    let link = json!({"n": "The Hub", "c": [[name, number, page]]});
    let read = crate::exchange::link::read(&of(&link), &NATIONAL);
    read.map(|link| {
        link.contacts
            .into_iter()
            .next()
            .map(|contact| contact.number)
    })
}

#[test]
fn numbers_are_numbers_of_this_country() {
    let number = |typed: &str| met("Drop-in", typed, "");
    for (typed, kept) in [
        ("", ""),
        ("020 7946 0000", "02079460000"),
        ("(020) 7946-0000", "02079460000"),
        ("+44 20 7946 0000", "02079460000"),
        ("+44 (0)20 7946 0000", "02079460000"),
        ("0044 20 7946 0000", "02079460000"),
        ("01539 12345", "0153912345"),
        ("0808 157 0000", "08081570000"),
        ("07700 900123", "07700900123"),
        ("101", "101"),
        ("116 000", "116000"),
    ] {
        assert_eq!(number(typed), Ok(Some(kept.to_owned())), "{typed}");
    }
    for typed in [
        "ring us",
        "()",
        "12345",
        "+1 202 555 0100",
        "0700",
        "2079460000",
        "020794600001",
        "020 7946 0000 ext 1",
        "٠٢٠٧٩٤٦٠٠٠٠",
        "tel:02079460000",
        "*#06#",
        "04079460000",
    ] {
        let refused = number(typed);
        assert!(
            matches!(refused, Err(Refused::Number | Refused::Premium)),
            "{typed}: {refused:?}"
        );
    }
}

#[test]
fn numbers_that_cost_much_are_refused() {
    for typed in [
        "0906 123 4567",
        "09 11 123 4567",
        "+44 906 123 4567",
        "+44 (0)906 123 4567",
        "0044 906 123 4567",
        "070 1234 5678",
        "118 500",
        "118118",
        "0871 123 4567",
        "0844 123 4567",
        "0843 123 4567",
        "+44 70 1234 5678",
    ] {
        assert_eq!(met("Drop-in", typed, ""), Err(Refused::Premium), "{typed}");
    }
}

#[test]
fn who_imitates_a_national_line_is_refused() {
    for (name, number, page) in [
        ("Samaritans", "02079460000", ""),
        ("samaritans ", "02079460000", ""),
        ("Sa-maritans", "02079460000", ""),
        ("Samaritan", "02079460000", ""),
        ("Samartians", "02079460000", ""),
        ("Samaritans", "", "https://example.org"),
        ("With You", "02079460000", ""),
        ("WithYou", "", "https://example.org"),
        ("Samaritans of the valley", "02079460000", ""),
        ("Night line", "116124", ""),
        ("Night line", "116213", ""),
        ("Night line", "1161233", ""),
        ("Night line", "11623", ""),
        ("Night line", "998", ""),
        ("Night line", "0300 123 6601", ""),
        ("Night line", "+44 330 123 6600", ""),
        ("Night line", "8211", ""),
    ] {
        assert_eq!(
            met(name, number, page),
            Err(Refused::Imitates),
            "{name} {number}"
        );
    }
}

#[test]
fn a_national_line_as_it_is_is_not_added_again() {
    for (name, number, page) in [
        ("Samaritans", "116 123", ""),
        ("Samaritans", "116123", "https://www.samaritans.org"),
        ("Someone to listen", "116 123", ""),
        ("Frank", "82111", ""),
        ("WithYou", "", "https://wearewithyou.org.uk"),
    ] {
        assert_eq!(met(name, number, page), Ok(None), "{name} {number}");
    }
}

#[test]
fn pages_are_plain_https() {
    let page = |typed: &str| met("Drop-in", "", typed);
    for good in [
        "https://example.org",
        "https://www.example.org/a/b?c=d#e",
        "https://xn--bcher-kva.example",
    ] {
        assert!(page(good).is_ok(), "{good}");
    }
    for bad in [
        "http://example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "intent://x",
        "https:example.org",
        "https://",
        "https:///path",
        "https://localhost",
        "https://user@example.org",
        "https://samaritans.org@example.org/",
        "https://a..b",
        "https://example.org:8443",
        "https://example.org/a b",
        "https://example.org/\"x",
        "//example.org",
        "example.org",
        "HTTPS://example.org",
        "https://exämple.org",
    ] {
        assert_eq!(page(bad), Err(Refused::Page), "{bad}");
    }
    assert_eq!(page("https://example.org/<b>"), Err(Refused::Markup));
}
