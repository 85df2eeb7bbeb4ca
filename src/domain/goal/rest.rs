//! A time in which a goal rests. It neither counts nor breaks anything.

use crate::domain::day::Day;
use crate::domain::fields::Stored;
use serde_json::Value;

/// Days on which a goal has no place on the day's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The first day.
    pub from: Day,
    /// The last day; `None` is "until I take it up again".
    pub to: Option<Day>,
}

impl Rest {
    /// Whether the goal rests on this day.
    #[must_use]
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// `"2026-11-21/2026-11-28"`, or `"2026-11-21/.."` while it has no end: the intervals of ISO 8601.
impl Stored for Rest {
    fn read(value: &Value) -> Option<Self> {
        let (from, to) = value.as_str()?.split_once('/')?;
        let to = match to {
            ".." => None,
            to => Some(Day::parse(to)?),
        };
        Some(Self {
            from: Day::parse(from)?,
            to,
        })
    }

    fn form(&self) -> Value {
        let to = self.to.map_or("..".to_owned(), |to| to.to_string());
        [&self.from.to_string(), "/", &to].concat().into()
    }
}
