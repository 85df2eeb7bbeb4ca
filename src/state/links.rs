//! Links that carry something in: read beside the national help lines, and taken out of the address.

use crate::content::help_lines::help_lines;
use crate::exchange::link;
use crate::platform::address;
use std::cell::Cell;

pub use crate::exchange::link::{
    CONTACTS, Contact, GOALS, Link, National, PLAN_GOALS, Refused, StarterGoal, of_settings,
    settings, write,
};

thread_local! {
    /// What the link that was opened last carries, for as long as the page is open: the address has it no more, and a
    /// person who looks at something else first comes back to it.
    static OPENED: Cell<String> = const { Cell::new(String::new()) };
}

/// Takes what a link carries out of the address, so that neither the bar nor the history shows it. At the address that
/// this leaves, it is what the last link carried.
#[must_use]
pub fn take_out(carried: &str) -> String {
    let mut opened = OPENED.take();
    if !carried.is_empty() {
        address::cover("/add/");
        // The browser encodes once, which is undone by now; a messenger may have done it again.
        opened = address::decoded(carried);
    }
    OPENED.set(opened.clone());
    opened
}

/// Forgets what the last link carried: it was taken in, or is not wanted.
pub fn forget() {
    OPENED.take();
}

/// Reads what stands behind `#/add/`.
///
/// # Errors
/// Why it is not taken.
pub fn read(carried: &str) -> Result<Link, Refused> {
    link::read(carried, &national())
}

/// What a link may not imitate.
fn national() -> Vec<National<'static>> {
    let mut lines = Vec::new();
    for line in help_lines() {
        lines.push(National {
            name: line.name,
            dial: line.dial.unwrap_or_default(),
            text: line.text.map_or("", |(_, number)| number),
            page: line.page.unwrap_or_default(),
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_national_line_is_taken_for_another() {
        for line in national() {
            let contact = Contact {
                name: line.name.to_owned(),
                number: line.dial.to_owned(),
                page: line.page.to_owned(),
                ..Contact::default()
            };
            if contact.number.is_empty() && contact.page.is_empty() {
                continue;
            }
            let of = Link {
                name: "The Hub".to_owned(),
                contacts: vec![contact],
                ..Link::default()
            };
            let read = read(&write(&of));
            let is_left_out = read.is_ok_and(|link| link.contacts.is_empty());
            assert!(is_left_out, "{}", line.name);
        }
    }
}
