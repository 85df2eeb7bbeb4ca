//! Reading what a link carries: refused as a whole, with the reason, or taken as it is. Fields that this version does
//! not know are passed over.

use super::goal::{self, ways};
use super::imitation::Seen;
use super::{
    CONTACTS, GOALS, GREETING, GROUPS, Link, MOST, NAME, National, PLAN_GOALS, Refused,
    StarterGoal, VERSION, contact, skeleton,
};
use crate::domain::day::Day;
use crate::domain::fields::{Fields, object_of};
use crate::domain::id::Id;
use crate::domain::words;
use crate::exchange::base64;
use serde_json::Value;

/// Reads what stands behind `#/add/`. Something may have been put behind it on its way.
///
/// # Errors
/// Why it is not taken.
pub fn read(carried: &str, national: &[National]) -> Result<Link, Refused> {
    if carried.len() > MOST {
        return Err(Refused::TooLong);
    }
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let bytes = carried.as_bytes();
    let Some(dot) = bytes.iter().position(|byte| *byte == b'.') else {
        return Err(if bytes.iter().any(is_letter) {
            Refused::Damaged
        } else {
            Refused::Empty
        });
    };
    if &bytes[..dot] != VERSION {
        return Err(Refused::Newer);
    }
    let text = &bytes[dot + 1..];
    let end = text.iter().position(|byte| !is_letter(byte));
    let (text, behind) = text.split_at(end.unwrap_or(text.len()));
    // Padding, the full stop or bracket behind a link in a sentence, a second `#`, and what others add to count who
    // follows a link.
    if !matches!(behind, [b'#' | b'?' | b'&', ..]) && behind.iter().any(is_letter) {
        return Err(Refused::Damaged);
    }
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    let bytes = base64::decode(text).ok_or(Refused::Damaged)?;
    let text = String::from_utf8(bytes).map_err(|_| Refused::Damaged)?;
    let fields = object_of(&text).ok_or(Refused::NotOurs)?;
    let mut reading = Reading { wrong: None };
    let link = reading.link(&fields, national);
    match reading.wrong {
        Some(reason) => Err(reason),
        None if link == Link::default() => Err(Refused::Empty),
        None => Ok(link),
    }
}

/// What is wrong with the name of a service and with a text of its own, beside the national lines.
pub(super) fn fault(name: &str, text: &str, national: &[National]) -> Option<Refused> {
    let (name, text) = (Seen::of(name), Seen::of(text));
    if national.iter().any(|line| contact::is_named(&name, line))
        || contact::misleads(&text, national)
    {
        Some(Refused::Imitates)
    } else if [&name, &text].into_iter().any(contact::has_costly) {
        Some(Refused::Premium)
    } else {
        None
    }
}

/// A reading that goes on to its end whatever it meets: one way out takes less code than one behind every field.
pub(super) struct Reading {
    /// The first thing that is wrong.
    wrong: Option<Refused>,
}

impl Reading {
    pub(super) fn refuse(&mut self, reason: Refused) {
        self.wrong.get_or_insert(reason);
    }

    fn link(&mut self, from: &Fields, national: &[National]) -> Link {
        let mut link = Link {
            name: self.text(from.get("n"), NAME),
            greeting: self.text(from.get("h"), GREETING),
            recovery: is_on(from, "r"),
            demo: is_on(from, "d"),
            ways: ways(&self.text(from.get("w"), 5)),
            ..Link::default()
        };
        let is_nobodys = link.name.is_empty();
        let contacts = self.list(from, "c", CONTACTS);
        if is_nobodys && !(contacts.is_empty() && link.greeting.is_empty()) {
            self.refuse(Refused::NoName);
        }
        for value in contacts {
            link.contacts.extend(contact::read(self, value, national));
        }
        let most = if is_nobodys { PLAN_GOALS } else { GOALS };
        for value in self.list(from, "g", most) {
            link.goals.extend(goal::read(self, value));
        }
        for group in self.text(from.get("m"), GROUPS * 4).split(' ') {
            if Id::parse(group).is_some() {
                link.groups.push(group.to_owned());
            }
        }
        link.nation = self.filled(from, "a");
        link.language = self.filled(from, "l");
        if let Some(day) = self.filled(from, "k") {
            link.checked = Day::parse(&day);
            if link.checked.is_none() {
                self.refuse(Refused::NotOurs);
            }
        }
        self.judge(&link, national);
        link
    }

    /// The texts beside the contacts: they may not pass for a national line, nor lead to a number that costs much.
    fn judge(&mut self, link: &Link, national: &[National]) {
        if let Some(reason) = fault(&link.name, &link.greeting, national) {
            self.refuse(reason);
        }
        for goal in &link.goals {
            if let StarterGoal::Own { words, .. } = goal
                && let Some(reason) = fault("", words, national)
            {
                self.refuse(reason);
            }
        }
    }

    fn filled(&mut self, from: &Fields, name: &str) -> Option<String> {
        Some(self.text(from.get(name), 35)).filter(|text| !text.is_empty())
    }

    fn list<'a>(&mut self, from: &'a Fields, name: &str, most: usize) -> &'a [Value] {
        match from.get(name) {
            None => &[],
            Some(Value::Array(list)) if list.len() <= most => list,
            Some(Value::Array(_)) => {
                self.refuse(Refused::TooMuch);
                &[]
            }
            Some(_) => {
                self.refuse(Refused::NotOurs);
                &[]
            }
        }
    }

    /// One line without anything that could pass for something else. It may be left out.
    pub(super) fn text(&mut self, value: Option<&Value>, most: usize) -> String {
        let text = match value {
            None => "",
            Some(Value::String(text)) => text.trim(),
            Some(_) => {
                self.refuse(Refused::NotOurs);
                ""
            }
        };
        let mut count = 0;
        let mut kept = String::new();
        for letter in text.chars() {
            count += 1;
            // A contact is kept in a line with such a stroke between its parts.
            kept.push(if letter == '|' { '/' } else { letter });
            if matches!(letter, '<' | '>') {
                self.refuse(Refused::Markup);
            }
            if !words::is_plain(letter) {
                self.refuse(Refused::Hidden);
            }
        }
        if count <= most && skeleton::is_hidden(&kept) {
            self.refuse(Refused::Hidden);
        }
        if count > most {
            self.refuse(Refused::TooMuch);
        }
        kept
    }
}

fn is_on(from: &Fields, name: &str) -> bool {
    from.get(name).and_then(Value::as_u64) == Some(1)
}
