//! Short lines in a person's own words, each in one of a few lists: strengths, the plan for hard days, appointments and
//! the like. Each line is a record of its own, so that two tabs can add to one list.

use super::day::Day;
use super::fields::{Fields, put, put_unless_default, take, take_or_default};

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The list it stands in. `None`: one that a newer version knows, whose name stays among the unknown fields.
    pub list: Option<List>,
    /// The words; for a person, a first name or initials.
    pub words: String,
    /// A telephone number, as it was typed.
    pub number: Option<String>,
    /// The day it belongs to: of an appointment, or on which a question was answered.
    pub day: Option<Day>,
}

impl Line {
    /// The number as a telephone dials it: digits, perhaps behind a plus. The zero of "+44 (0)20" is not dialled. `None` when
    /// there are none.
    #[must_use]
    pub fn dial(&self) -> Option<String> {
        let number = self.number.as_deref()?;
        let mut dial = String::new();
        let mut before = ' ';
        for letter in number.trim().chars() {
            let trunk = letter == '0' && before == '(' && dial.starts_with('+');
            if (letter.is_ascii_digit() && !trunk) || (letter == '+' && dial.is_empty()) {
                dial.push(letter);
            }
            before = letter;
        }
        (!dial.is_empty()).then_some(dial)
    }

    /// The number as it is shown: as it was typed, unless something in it is not dialled; then what is. A line may have come
    /// in a copy that somebody made by hand.
    #[must_use]
    pub fn shown_number(&self) -> Option<String> {
        let (typed, dial) = (self.number.as_deref()?, self.dial()?);
        let is_digit = |letter: &char| !matches!(letter, ' ' | '-' | '(' | ')');
        // The one thing that is written and not dialled: the zero of "+44 (0)20".
        let written = if typed.starts_with('+') {
            typed.replacen("(0)", "", 1)
        } else {
            typed.to_owned()
        };
        let is_dialled = written.chars().filter(is_digit).eq(dial.chars());
        Some(if is_dialled { typed.to_owned() } else { dial })
    }

    /// Takes one out of a stored object. `None`: a field is missing or has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        let list = List::from_name(from.get("list")?.as_str()?);
        if list.is_some() {
            from.remove("list");
        }
        Some(Self {
            list,
            words: take(from, "words")?,
            number: take_or_default(from, "number")?,
            day: take_or_default(from, "day")?,
        })
    }

    /// Puts it into a stored object.
    pub(super) fn put(&self, to: &mut Fields) {
        if let Some(list) = self.list {
            put(to, "list", &list.name().to_owned());
        }
        put(to, "words", &self.words);
        put_unless_default(to, "number", &self.number);
        put_unless_default(to, "day", &self.day);
    }
}

/// A list of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Strengths: people.
    People,
    /// Strengths: a place and money.
    Place,
    /// Strengths: skills, work and health.
    Skills,
    /// Strengths: what I belong to and believe in.
    Belonging,
    /// Hard days: how I notice that one is coming.
    Signs,
    /// Hard days: what helps.
    Helps,
    /// Hard days: places that are safe for me.
    SafePlaces,
    /// Hard days: people to call.
    Call,
    /// Hard days: my reasons.
    Reasons,
    /// People I work with, and when we meet next.
    Appointments,
    /// What I want to say next time.
    Say,
    /// What recovery means to me.
    Meaning,
    /// Answers to "Who did you feel close to?".
    Connection,
    /// Answers to "What gave you hope?".
    Hope,
    /// Answers to "When did you feel most like yourself?".
    Identity,
    /// Answers to "What felt worth doing?".
    Worth,
    /// Answers to "What did you decide for yourself?".
    Empowerment,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 17] = [
        Self::People,
        Self::Place,
        Self::Skills,
        Self::Belonging,
        Self::Signs,
        Self::Helps,
        Self::SafePlaces,
        Self::Call,
        Self::Reasons,
        Self::Appointments,
        Self::Say,
        Self::Meaning,
        Self::Connection,
        Self::Hope,
        Self::Identity,
        Self::Worth,
        Self::Empowerment,
    ];

    /// Its stored name.
    #[must_use]
    pub fn name(self) -> &'static str {
        [
            "people",
            "place",
            "skills",
            "belonging",
            "signs",
            "helps",
            "safe-places",
            "call",
            "reasons",
            "appointments",
            "say",
            "meaning",
            "connection",
            "hope",
            "identity",
            "worth",
            "empowerment",
        ][self as usize]
    }

    /// The list of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// Whether its lines may have a telephone number.
    #[must_use]
    pub fn has_numbers(self) -> bool {
        matches!(self, Self::Call | Self::Appointments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::{object_of, text_of};
    use serde_json::Value;

    #[test]
    fn every_list_is_read_back() {
        for (place, list) in List::ALL.into_iter().enumerate() {
            assert_eq!(list as usize, place);
            assert_eq!(List::from_name(list.name()), Some(list));
        }
    }

    #[test]
    fn a_line_of_a_list_that_is_not_known_is_carried_along() {
        let text = r#"{"list":"later","number":"1","words":"One"}"#;
        let mut fields = object_of(text).unwrap();
        let line = Line::take(&mut fields).unwrap();
        assert_eq!(line.list, None);
        line.put(&mut fields);
        assert_eq!(text_of(Value::Object(fields)), text);
        for wrong in [r#"{"words":"One"}"#, r#"{"list":1,"words":"One"}"#] {
            assert_eq!(Line::take(&mut object_of(wrong).unwrap()), None);
        }
    }

    #[test]
    fn what_is_shown_is_what_is_dialled() {
        for (typed, shown) in [
            ("07700 900 123", "07700 900 123"),
            ("+44 (0)7700-900123", "+44 (0)7700-900123"),
            ("(020) 7946 0000", "(020) 7946 0000"),
            ("116 123 \u{202e}3210", "1161233210"),
            ("١١٦ ١٢٣ 09061234567", "09061234567"),
            ("0113 496 0000 or 0906 123 4567", "0113496000009061234567"),
            ("０１１３ 0906", "0906"),
            ("0113+44", "011344"),
            ("+44 20 (0)(0)1", "+44201"),
            ("07700\u{200b} 900123", "07700900123"),
        ] {
            let line = Line {
                list: Some(List::Call),
                words: "Sam".to_owned(),
                number: Some(typed.to_owned()),
                day: None,
            };
            assert_eq!(line.shown_number().as_deref(), Some(shown), "{typed}");
        }
        let line = Line {
            list: Some(List::Call),
            words: "Sam".to_owned(),
            number: Some("ring Sam".to_owned()),
            day: None,
        };
        assert_eq!((line.dial(), line.shown_number()), (None, None));
    }

    #[test]
    fn numbers_are_dialled_without_what_stands_between() {
        for (typed, dialled) in [
            ("07700 900 123", "07700900123"),
            ("+44 (0)7700-900123", "+447700900123"),
            ("(020) 7946 0000", "02079460000"),
            (" +44 20 7946 0000", "+442079460000"),
        ] {
            let line = Line {
                list: Some(List::Call),
                words: "Sam".to_owned(),
                number: Some(typed.to_owned()),
                day: None,
            };
            assert_eq!(line.dial().as_deref(), Some(dialled));
        }
    }
}
