//! A starter goal: `"C01"` or `{"b":"C01","r":{"weekly":2}}` for an idea of the bank, and
//! `{"r":"daily","t":"Walk","y":"ca"}` in words of its own. A Way is the first letter of its name.

use super::reading::Reading;
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

pub(super) fn read(reading: &mut Reading, value: &Value) -> Option<StarterGoal> {
    let id = |value: &Value| Id::parse(value.as_str()?);
    let goal = match value {
        Value::Object(fields) => {
            let rhythm = fields.get("r").map(|value| {
                let rhythm = Rhythm::read(value);
                rhythm.filter(|rhythm| rhythm.is_complete())
            });
            let words = reading.text(fields.get("t"), GOAL);
            let ways = ways(&reading.text(fields.get("y"), Way::ALL.len()));
            match (fields.get("b"), rhythm) {
                (_, Some(None)) => None,
                (Some(bank), rhythm) => {
                    id(bank).map(|bank| StarterGoal::Bank(bank, rhythm.flatten()))
                }
                (None, rhythm) => {
                    (!words.is_empty() && !ways.is_empty()).then(|| StarterGoal::Own {
                        words,
                        ways,
                        rhythm: rhythm.flatten(),
                    })
                }
            }
        }
        value => id(value).map(|bank| StarterGoal::Bank(bank, None)),
    };
    if goal.is_none() {
        reading.refuse(Refused::NotOurs);
    }
    goal
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
