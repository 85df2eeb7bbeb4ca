//! The help lines: the fixed ones that always come first, and the others by group and nation.
//!
//! They live in `en/help_lines.txt`, one a line, in the fields its first line names. A field is left empty where
//! nothing is certain. Nothing a link or a service adds can change this list. May import `domain` only.

mod nation;

use std::sync::OnceLock;

pub use self::nation::{Nation, Nations};

const DATA: &str = include_str!("en/help_lines.txt");

/// The groups of the Help page, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The fixed lines: see [`fixed`].
    Now,
    /// Drugs and alcohol.
    DrugsAndAlcohol,
    /// Family and friends.
    FamilyAndFriends,
    /// Safe at home.
    SafeAtHome,
    /// Everything else.
    Other,
}

impl Group {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Now,
        Self::DrugsAndAlcohol,
        Self::FamilyAndFriends,
        Self::SafeAtHome,
        Self::Other,
    ];
}

/// Where a record was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// On the organisation's own page.
    Official,
    /// Elsewhere only.
    Reported,
}

/// A service that listens or advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its own name for itself.
    pub name: &'a str,
    /// When to turn to it, in plain words; names the nation where there is only one.
    pub what_for: &'a str,
    /// The number as it is shown.
    pub number: Option<&'a str>,
    /// The same number, digits only.
    pub dial: Option<&'a str>,
    /// Where to send a text, as keyword and number; the keyword is empty when any words will do.
    pub text: Option<(&'a str, &'a str)>,
    /// Where it is for.
    pub nations: Nations,
    /// Whom it is for, when not for everyone.
    pub audience: Option<&'a str>,
    /// What a call costs, when that is certain.
    pub cost: Option<&'a str>,
    /// When it is open, when that is certain.
    pub hours: Option<&'a str>,
    /// Its web page, `https`.
    pub page: Option<&'a str>,
    /// The day a person last checked it on the organisation's own page, as `2026-11-21`; `None` until one has.
    pub checked: Option<&'a str>,
    /// Where the record was seen.
    pub status: Status,
    /// Its place on the page.
    pub group: Group,
}

/// One of the list, whose words are in the program.
pub type HelpLine = Line<'static>;

impl Line<'_> {
    /// The address that rings it.
    #[must_use]
    pub fn tel(&self) -> Option<String> {
        Some(["tel:", self.dial?].concat())
    }

    /// The address that opens a text to it. Phones differ on whether `?` or `&` goes before the words; all read `?&`.
    #[must_use]
    pub fn sms(&self) -> Option<String> {
        let (keyword, number) = self.text?;
        Some(match keyword {
            "" => ["sms:", number].concat(),
            _ => ["sms:", number, "?&body=", keyword].concat(),
        })
    }

    fn serves(&self, nation: Option<Nation>) -> bool {
        nation.is_none_or(|nation| self.nations.has(nation))
    }
}

/// The lines that always come first. Northern Ireland has Lifeline where the others have NHS 111; until a nation is
/// chosen both are given.
#[must_use]
pub fn fixed(nation: Option<Nation>) -> Vec<&'static HelpLine> {
    listed(Group::Now, nation)
}

/// The lines of a group beside the fixed ones, so none for [`Group::Now`]. All four nations' until one is chosen.
#[must_use]
pub fn others(group: Group, nation: Option<Nation>) -> Vec<&'static HelpLine> {
    if group == Group::Now {
        Vec::new()
    } else {
        listed(group, nation)
    }
}

/// Every line there is, in the order of the page.
#[must_use]
pub fn help_lines() -> &'static [HelpLine] {
    static LINES: OnceLock<Vec<HelpLine>> = OnceLock::new();
    LINES.get_or_init(|| DATA.lines().filter_map(parse).collect())
}

/// Every line that is shown, the fixed ones first.
pub fn shown(nation: Option<Nation>) -> impl Iterator<Item = &'static HelpLine> {
    help_lines().iter().filter(move |line| line.serves(nation))
}

fn listed(group: Group, nation: Option<Nation>) -> Vec<&'static HelpLine> {
    help_lines()
        .iter()
        .filter(|line| line.group == group && line.serves(nation))
        .collect()
}

/// Reads one line; `None` for a comment or anything malformed (the tests let neither ship as a help line). Contacts of
/// services are stored in this form, so it stays as it is; they are judged before they are shown (`state/links.rs`).
#[must_use]
pub fn parse(line: &str) -> Option<Line<'_>> {
    let fields: [&str; 14] = line.split('|').collect::<Vec<_>>().try_into().ok()?;
    let [
        group,
        name,
        what_for,
        number,
        dial,
        text_to,
        keyword,
        nations,
        rest @ ..,
    ] = fields;
    let [audience, cost, hours, page, status, checked] = rest.map(filled);
    Some(Line {
        name,
        what_for,
        number: filled(number),
        dial: filled(dial),
        text: filled(text_to).map(|number| (keyword, number)),
        nations: Nations::from_letters(nations)?,
        audience,
        cost,
        hours,
        page,
        checked,
        status: match status? {
            "o" => Status::Official,
            "r" => Status::Reported,
            _ => return None,
        },
        group: match group {
            "n" => Group::Now,
            "d" => Group::DrugsAndAlcohol,
            "f" => Group::FamilyAndFriends,
            "s" => Group::SafeAtHome,
            "o" => Group::Other,
            _ => return None,
        },
    })
}

fn filled(field: &str) -> Option<&str> {
    (!field.is_empty()).then_some(field)
}

#[cfg(test)]
mod tests;
