//! A small step within a goal.

use crate::domain::day::Day;
use crate::domain::fields::{Fields, Stored, put, put_unless_default, take, take_or_default};
use serde_json::Value;

/// The most steps a goal may have: one record holds them all.
pub const STEPS: usize = 20;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The person's words.
    pub words: String,
    /// The day it was done on.
    pub done: Option<Day>,
    /// Fields that a newer version wrote and this one does not know; kept as they are.
    pub extra: Fields,
}

/// `{"done":"2026-11-21","words":"Find my trainers"}`, without `done` until then.
impl Stored for Step {
    fn read(value: &Value) -> Option<Self> {
        let mut fields = value.as_object()?.clone();
        Some(Self {
            words: take(&mut fields, "words")?,
            done: take_or_default(&mut fields, "done")?,
            extra: fields,
        })
    }

    fn form(&self) -> Value {
        let mut fields = self.extra.clone();
        put(&mut fields, "words", &self.words);
        put_unless_default(&mut fields, "done", &self.done);
        Value::Object(fields)
    }
}
