//! A service near the person whose link was taken in: its name and its contacts, beside the national help lines.

use super::day::Day;
use super::fields::{Fields, Stored, put, put_unless_default, take, take_or_default};
use serde_json::Value;

/// A service, as its link had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its own name for itself.
    pub name: String,
    /// A greeting; may be empty.
    pub greeting: String,
    /// Its contacts.
    pub contacts: Vec<Contact>,
    /// The day on which the service last checked what is in its link.
    pub checked: Option<Day>,
    /// The day on which the link was taken in.
    pub added: Day,
}

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

impl Service {
    /// Whether it was last checked over a year ago, so that it may be out of date.
    #[must_use]
    pub fn is_old(&self, today: Day) -> bool {
        is_old(self.checked, today)
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

/// Whether what was checked on this day may be out of date: after twelve months.
#[must_use]
pub fn is_old(checked: Option<Day>, today: Day) -> bool {
    checked.is_some_and(|day| day.after(365) < today)
}

/// `["Drop-in","02079460000","https://example.org","For a chat.","Weekdays"]`, without the empty ones at its end.
impl Stored for Contact {
    fn read(value: &Value) -> Option<Self> {
        let parts = Vec::<String>::read(value)?;
        let mut parts = parts.into_iter();
        let mut part = || parts.next().unwrap_or_default();
        Some(Self {
            name: part(),
            number: part(),
            page: part(),
            what_for: part(),
            hours: part(),
        })
    }

    fn form(&self) -> Value {
        let parts = [
            &self.name,
            &self.number,
            &self.page,
            &self.what_for,
            &self.hours,
        ];
        let filled = parts.iter().rposition(|part| !part.is_empty());
        let mut form = Vec::new();
        for part in &parts[..filled.map_or(0, |last| last + 1)] {
            form.push(part.form());
        }
        Value::Array(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_leaves_out_what_is_empty_at_its_end() {
        for (contact, form) in [
            (Contact::default(), "[]"),
            (
                Contact {
                    name: "Drop-in".to_owned(),
                    what_for: "For a chat.".to_owned(),
                    ..Contact::default()
                },
                r#"["Drop-in","","","For a chat."]"#,
            ),
        ] {
            assert_eq!(contact.form().to_string(), form);
            assert_eq!(Contact::read(&contact.form()), Some(contact));
        }
        assert_eq!(Contact::read(&Value::from(vec![1])), None);
    }

    #[test]
    fn after_a_year_it_may_be_out_of_date() {
        let day = |text| Day::parse(text).unwrap();
        let checked = Some(day("2025-11-21"));
        assert!(!is_old(checked, day("2026-11-21")));
        assert!(is_old(checked, day("2026-11-22")));
        assert!(!is_old(None, day("2026-11-22")));
    }
}
