//! Links that carry something in, read beside the national help lines.

use crate::content::help_lines::help_lines;
use crate::exchange::link;

pub use crate::exchange::link::{
    Contact, Link, National, Refused, StarterGoal, of_settings, settings, write,
};

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
            assert!(
                read.is_ok_and(|link| link.contacts.is_empty()),
                "{}",
                line.name
            );
        }
    }
}
