//! Links that carry something in: read beside the national help lines, and taken out of the address.

use crate::content::help_lines;
use crate::domain::change::Body;
use crate::domain::service::Service;
use crate::exchange::backup::Opened;
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
    for line in help_lines::help_lines() {
        lines.push(National {
            name: line.name,
            dial: line.dial.unwrap_or_default(),
            text: line.text.map_or("", |(_, number)| number),
            page: line.page.unwrap_or_default(),
        });
    }
    lines
}

/// What is shown of a contact of a service, or its name and why no more is shown: it came in a copy, or was taken in by a
/// version that looked less closely. Its number is what is dialled.
///
/// # Errors
/// What is wrong with it, beside its name.
pub fn contact_of(line: &help_lines::Line) -> Result<Contact, Refused> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let contact = Contact {
        name: line.name.to_owned(),
        number: text(line.dial),
        page: text(line.page),
        what_for: line.what_for.to_owned(),
        hours: text(line.hours),
    };
    link::judged(contact, &national())
}

/// What would mislead in the name or the greeting of a service that is kept; nothing of it is shown as help then.
#[must_use]
pub fn fault_of(service: &Service) -> Option<Refused> {
    link::fault_of_service(&service.name, &service.greeting, &national())
}

/// Leaves out of a copy the services that would mislead, and counts them among what could not be read.
pub(super) fn without_misleading(opened: &mut Opened) {
    let all = opened.records.len();
    opened.records.retain(|loaded| {
        loaded.rows.iter().all(|(_, row)| match &row.body {
            Some(Body::Service(service)) => is_sound(service),
            _ => true,
        })
    });
    opened.misleading = all - opened.records.len();
    opened.unreadable += opened.misleading;
}

fn is_sound(service: &Service) -> bool {
    let is_well =
        |line: &String| help_lines::parse(line).is_none_or(|line| contact_of(&line).is_ok());
    fault_of(service).is_none() && service.contacts.iter().all(is_well)
}

#[cfg(test)]
#[path = "links_laws_tests.rs"]
mod laws_tests;
#[cfg(test)]
#[path = "links_tests.rs"]
mod tests;
