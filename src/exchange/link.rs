//! What a link carries in: a service's name, its contacts and starter goals, or goals chosen together, or one idea.
//! Everything stands behind `#`, so no server sees it. The format is in `docs/links.md`.

mod contact;
mod goal;
mod imitation;
mod reading;
mod skeleton;

pub use contact::{Contact, National};
pub use reading::read;

use crate::domain::day::Day;
use crate::domain::fields::{Fields, put, put_unless_default, text_of};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::exchange::base64;
use serde_json::Value;

/// What a link carries. Everything may be left out; contacts and a greeting need a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The service's name; empty for a plan and for an idea, which are from nobody.
    pub name: String,
    /// A greeting from the service.
    pub greeting: String,
    /// Local contacts, at most six.
    pub contacts: Vec<Contact>,
    /// The nation whose help lines are meant, by its name in their data.
    pub nation: Option<String>,
    /// The language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Goals to start with, at most five.
    pub goals: Vec<StarterGoal>,
    /// Ways to show first.
    pub ways: Vec<Way>,
    /// Groups of milestones to show first, by their ids.
    pub groups: Vec<String>,
    /// Whether the recovery parts are offered.
    pub recovery: bool,
    /// Whether the made-up people are offered.
    pub demo: bool,
    /// The day on which the service last checked what is in it.
    pub checked: Option<Day>,
}

/// A goal that a link offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StarterGoal {
    /// An idea of the bank.
    Bank(Id, Option<Rhythm>),
    /// In words of its own.
    Own {
        /// What to do.
        words: String,
        /// Its Ways, one or more.
        ways: Vec<Way>,
        /// How often.
        rhythm: Option<Rhythm>,
    },
}

/// Why a link was not taken. Nothing of it is shown then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// Longer than any link of ours.
    TooLong,
    /// Cut off, or changed on its way.
    Damaged,
    /// It carries something, but not what a link of ours does.
    NotOurs,
    /// In a form that only a newer version knows.
    Newer,
    /// A text is longer, or there are more of something, than a link may have.
    TooMuch,
    /// It has contacts or a greeting, and does not say whose.
    NoName,
    /// Signs of HTML in a text.
    Markup,
    /// Characters that nobody sees or that turn text round.
    Hidden,
    /// A page whose address is not plain `https`.
    Page,
    /// A number that is not one of the United Kingdom.
    Number,
    /// A number that costs much to call.
    Premium,
    /// A contact with nearly the name or the number of a national help line.
    Imitates,
}

/// The most characters of what stands behind `#/add/`.
pub const MOST: usize = 8192;
/// The most characters of a service's name.
pub const NAME: usize = 40;
/// The most characters of a greeting.
pub const GREETING: usize = 140;
/// The most contacts.
pub const CONTACTS: usize = 6;
/// The most characters of a contact's name, and of its hours.
pub const CONTACT_NAME: usize = 60;
/// The most characters of what a contact is for.
pub const WHAT_FOR: usize = 120;
/// The most characters of a page's address.
pub const PAGE: usize = 200;
/// The most goals of a service.
pub const GOALS: usize = 5;
/// The most goals of a link without a name, which is a plan or an idea.
pub const PLAN_GOALS: usize = 3;
/// The most characters of a goal in own words.
pub const GOAL: usize = 80;
/// The most groups of milestones.
pub const GROUPS: usize = 20;

/// What would mislead in a service that is kept already, or comes in a copy: its name and its greeting. Long texts and signs
/// of HTML are no harm there.
#[must_use]
pub fn fault_of_service(name: &str, greeting: &str, national: &[National]) -> Option<Refused> {
    reading::fault(name, greeting, national)
}

/// The same for a contact. Its number becomes what is dialled, which is all that may be shown of it.
///
/// # Errors
/// What is wrong with it.
pub fn judged(mut contact: Contact, national: &[National]) -> Result<Contact, Refused> {
    contact.number = contact::dialled(&contact.number);
    match contact::fault(&contact, national) {
        None => Ok(contact),
        Some(reason) => Err(reason),
    }
}

/// The version of the format, as it stands before the dot.
const VERSION: &[u8] = b"1";

/// What stands behind `#/add/` for this link.
#[must_use]
pub fn write(link: &Link) -> String {
    of_settings(&settings(link))
}

/// What stands behind `#/add/` for what [`settings`] says.
#[must_use]
pub fn of_settings(text: &str) -> String {
    ["1.", &base64::encode(text.as_bytes())].concat()
}

/// What a link carries as the text of a small file, which can be changed by hand.
#[must_use]
pub fn settings(link: &Link) -> String {
    let mut fields = Fields::new();
    let to = &mut fields;
    put_unless_default(to, "n", &link.name);
    put_unless_default(to, "h", &link.greeting);
    if !link.contacts.is_empty() {
        let contacts = link.contacts.iter().map(contact::form).collect();
        to.insert("c".to_owned(), Value::Array(contacts));
    }
    put_unless_default(to, "a", &link.nation);
    put_unless_default(to, "l", &link.language);
    if !link.goals.is_empty() {
        let goals = link.goals.iter().map(goal::form).collect();
        to.insert("g".to_owned(), Value::Array(goals));
    }
    put_unless_default(to, "w", &goal::letters(&link.ways));
    put_unless_default(to, "m", &link.groups.join(" "));
    for (name, on) in [("r", link.recovery), ("d", link.demo)] {
        if on {
            put(to, name, &1_u8);
        }
    }
    put_unless_default(to, "k", &link.checked);
    text_of(Value::Object(fields))
}

#[cfg(test)]
#[path = "link_laws_tests.rs"]
mod laws_tests;
#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
