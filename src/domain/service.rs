//! A service near the person whose link was taken in: its name and its contacts, beside the national help lines.

use super::day::Day;
use super::fields::{Fields, put, put_unless_default, take, take_or_default};

/// A service, as its link had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its own name for itself.
    pub name: String,
    /// A greeting; may be empty.
    pub greeting: String,
    /// Its contacts, each as a line of the help lines' own file (`content/help_lines.rs` reads it).
    pub contacts: Vec<String>,
    /// The day on which the service last checked what is in its link.
    pub checked: Option<Day>,
    /// The day on which the link was taken in.
    pub added: Day,
}

impl Service {
    /// Whether it was last checked over a year ago, so that it may be out of date.
    #[must_use]
    pub fn is_old(&self, today: Day) -> bool {
        self.checked.is_some_and(|day| day.after(365) < today)
    }

    /// Whether the other one says the same, whenever it was taken in.
    #[must_use]
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name
            && self.greeting == other.greeting
            && self.contacts == other.contacts
            && self.checked == other.checked
    }

    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        Some(Self {
            name: take(from, "name")?,
            greeting: take_or_default(from, "greeting")?,
            contacts: take_or_default(from, "contacts")?,
            checked: take_or_default(from, "checked")?,
            added: take(from, "added")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "name", &self.name);
        put_unless_default(to, "greeting", &self.greeting);
        put_unless_default(to, "contacts", &self.contacts);
        put_unless_default(to, "checked", &self.checked);
        put(to, "added", &self.added);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_year_it_may_be_out_of_date() {
        let day = |text| Day::parse(text).unwrap();
        let mut service = Service {
            name: "The Hub".to_owned(),
            greeting: String::new(),
            contacts: Vec::new(),
            checked: Some(day("2025-11-21")),
            added: day("2025-11-30"),
        };
        assert!(!service.is_old(day("2026-11-21")));
        assert!(service.is_old(day("2026-11-22")));
        service.checked = None;
        assert!(!service.is_old(day("2036-11-22")));
    }
}
