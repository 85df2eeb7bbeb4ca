//! A starter goal: `"C01"` or `{"b":"C01","r":{"weekly":2}}` for an idea of the bank, and
//! `{"r":"daily","t":"Walk","y":"ca"}` in words of its own. A Way is the first letter of its name.

use super::reading::text;
use super::{GOAL, Refused, StarterGoal};
use crate::domain::fields::{Fields, Stored, put, put_unless_default};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use serde_json::Value;

pub(super) fn form(goal: &StarterGoal) -> Value {
    let mut fields = Fields::new();
    let rhythm = match goal {
        StarterGoal::Bank(id, None) => return id.as_str().into(),
        StarterGoal::Bank(id, rhythm) => {
            fields.insert("b".to_owned(), id.as_str().into());
            rhythm
        }
        StarterGoal::Own {
            words,
            ways,
            rhythm,
        } => {
            put(&mut fields, "t", words);
            put(&mut fields, "y", &letters(ways));
            rhythm
        }
    };
    put_unless_default(&mut fields, "r", rhythm);
    Value::Object(fields)
}

pub(super) fn read(value: Value) -> Result<StarterGoal, Refused> {
    let id = |id: &Value| id.as_str().and_then(Id::parse).ok_or(Refused::NotOurs);
    let Value::Object(mut fields) = value else {
        return Ok(StarterGoal::Bank(id(&value)?, None));
    };
    let rhythm = match fields.remove("r") {
        None => None,
        Some(value) => {
            let rhythm = Rhythm::read(&value).filter(|rhythm| rhythm.is_complete());
            Some(rhythm.ok_or(Refused::NotOurs)?)
        }
    };
    if let Some(bank) = fields.get("b") {
        return Ok(StarterGoal::Bank(id(bank)?, rhythm));
    }
    let words = text(&mut fields, "t", GOAL)?;
    let ways = ways(&text(&mut fields, "y", Way::ALL.len())?);
    if words.is_empty() || ways.is_empty() {
        return Err(Refused::NotOurs);
    }
    Ok(StarterGoal::Own {
        words,
        ways,
        rhythm,
    })
}

/// Ways by the first letters of their names, which are five different ones.
pub(super) fn letters(ways: &[Way]) -> String {
    let mut letters = String::new();
    for way in ways {
        letters.push_str(&way.slug()[..1]);
    }
    letters
}

/// Letters that name no Way are passed over.
pub(super) fn ways(letters: &str) -> Vec<Way> {
    let mut ways = Vec::new();
    for letter in letters.chars() {
        let named = Way::ALL.iter().find(|way| way.slug().starts_with(letter));
        ways.extend(named.filter(|way| !ways.contains(*way)));
    }
    ways
}
