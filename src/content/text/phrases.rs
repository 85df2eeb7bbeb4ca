//! Sentences that depend on numbers, lists or reasons: plurals and word order, in one place.

use super::OwnWords;
use crate::domain::about::About;
use crate::domain::commands::Refusal;
use crate::domain::milestone::WhenError;
use crate::domain::mood::Mood;
use crate::domain::way::{Way, Ways};
use crate::domain::words::WordsError;

/// The template with each `{}` replaced by the next value.
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    // At one letter: looking for words within words brings 5 kB of the standard library along.
    let mut parts = template.split('{');
    let mut filled = String::from(parts.next().unwrap_or_default());
    for (part, value) in parts.zip(values) {
        filled.push_str(value);
        filled.push_str(part.strip_prefix('}').unwrap_or(part));
    }
    filled
}

impl OwnWords {
    /// The name of a Way.
    #[must_use]
    pub fn way(self, way: Way) -> &'static str {
        [
            self.connect,
            self.active,
            self.notice,
            self.learn,
            self.give,
        ][way.index()]
    }

    /// What a person did who touched a Way: "connected".
    #[must_use]
    pub fn did_way(self, way: Way) -> &'static str {
        [
            self.connected,
            self.moved,
            self.noticed,
            self.learned,
            self.gave,
        ][way.index()]
    }

    /// The names of some Ways: "Connect, Give".
    #[must_use]
    pub fn way_names(self, ways: Ways) -> String {
        let names: Vec<&str> = ways.iter().map(|way| self.way(way)).collect();
        names.join(", ")
    }

    /// The sentence for a day's petals: "You connected and moved today."
    #[must_use]
    pub fn day_sentence(self, ways: Ways, is_today: bool) -> String {
        if ways.is_empty() {
            return self.nothing_yet.to_owned();
        }
        let done: Vec<&str> = ways.iter().map(|way| self.did_way(way)).collect();
        let template = if is_today { self.did_today } else { self.did };
        fill(template, &[&self.list(&done)])
    }

    /// A day in a strip or a month, for a screen reader: "Saturday 21 November: Connect, Give".
    #[must_use]
    pub fn day_label(self, day: &str, ways: Ways) -> String {
        let done = if ways.is_empty() {
            self.day_nothing.to_owned()
        } else {
            self.way_names(ways)
        };
        [day, ": ", &done].concat()
    }

    /// "a, b and c".
    #[must_use]
    pub fn list(self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [most @ .., last] => [&most.join(", "), " ", self.and, " ", last].concat(),
        }
    }

    /// One sentence for 1, another for every other number.
    #[must_use]
    pub fn count(self, one: &str, many: &str, count: usize) -> String {
        if count == 1 {
            one.to_owned()
        } else {
            fill(many, &[&count.to_string()])
        }
    }

    /// "You connected on 12 days".
    #[must_use]
    pub fn way_days(self, way: Way, days: u32) -> String {
        let did = self.did_way(way);
        if days == 1 {
            fill(self.on_one_day, &[did])
        } else {
            fill(self.on_days, &[did, &days.to_string()])
        }
    }

    /// "4 of 7 days had something in them".
    #[must_use]
    pub fn days_of(self, days: u32, of: usize) -> String {
        match days {
            0 => self.no_days.to_owned(),
            1 => fill(self.days_with_one, &[&of.to_string()]),
            _ => fill(self.days_with, &[&days.to_string(), &of.to_string()]),
        }
    }

    /// How a day was.
    #[must_use]
    pub fn mood(self, mood: Mood) -> &'static str {
        [
            self.mood_hard,
            self.mood_low,
            self.mood_between,
            self.mood_good,
            self.mood_great,
        ][mood as usize]
    }

    /// Why a command was refused, and what to do.
    #[must_use]
    pub fn refusal(self, refusal: Refusal) -> String {
        match refusal {
            Refusal::Words(WordsError::Empty)
            | Refusal::Note(WordsError::Empty)
            | Refusal::Detail(WordsError::Empty) => self.words_empty.to_owned(),
            Refusal::Words(WordsError::TooLong(by))
            | Refusal::Note(WordsError::TooLong(by))
            | Refusal::Detail(WordsError::TooLong(by)) => {
                self.count(self.too_long_one, self.too_long_many, by)
            }
            Refusal::NoWay => self.no_way.to_owned(),
            Refusal::NoRhythm => self.no_weekday.to_owned(),
            Refusal::FutureDay => self.future_day.to_owned(),
            Refusal::PastDay => self.past_day.to_owned(),
            Refusal::Number => self.no_number.to_owned(),
            Refusal::Amount => self.no_amount.to_owned(),
            Refusal::TooManySteps => self.enough_steps.to_owned(),
            Refusal::EndsBefore => self.ends_before.to_owned(),
            Refusal::BeforeStart => self.before_start.to_owned(),
            Refusal::NotThere => self.not_there.to_owned(),
        }
    }

    /// Why a typed date was refused, and what to do.
    #[must_use]
    pub fn date_error(self, error: WhenError) -> &'static str {
        match error {
            WhenError::Unclear => self.date_unclear,
            WhenError::NoSuchDay => self.no_such_day,
            WhenError::Future => self.future_date,
        }
    }

    /// An answer to the optional question.
    #[must_use]
    pub fn about_answer(self, about: About) -> &'static str {
        match about {
            About::No => self.about_no,
            About::Alcohol => self.about_alcohol,
            About::BenzosOrGhb => self.about_benzos,
            About::OtherDrugs => self.about_drugs,
            About::Medicine => self.about_medicine,
            About::RatherNotSay => self.about_rather_not,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, text};
    use super::*;

    #[test]
    fn values_fill_their_places() {
        assert_eq!(fill("{} of {} days", &["4", "7"]), "4 of 7 days");
        assert_eq!(fill("no place", &["x"]), "no place");
        assert_eq!(fill("{} {}", &["{}"]), "{} ");
    }

    #[test]
    fn a_day_is_said_in_a_sentence() {
        let ways = |ways: &[Way]| ways.iter().copied().collect::<Ways>();
        for (touched, is_today, expected) in [
            (ways(&[]), true, "Nothing noted yet."),
            (ways(&[Way::Give]), true, "You gave today."),
            (
                ways(&[Way::Active, Way::Connect]),
                true,
                "You connected and moved today.",
            ),
            (
                Ways::ALL,
                false,
                "You connected, moved, took notice, learned and gave.",
            ),
        ] {
            assert_eq!(text().day_sentence(touched, is_today), expected);
        }
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(text().days_of(0, 7), EN.no_days);
        assert_eq!(text().days_of(1, 7), "1 of 7 days had something in it");
        assert_eq!(text().days_of(4, 7), "4 of 7 days had something in them");
        assert_eq!(text().way_days(Way::Connect, 1), "You connected on 1 day");
        assert_eq!(
            text().count(EN.entries_one, EN.entries_many, 0),
            "0 entries"
        );
    }

    #[test]
    fn every_field_has_words_and_its_places() {
        for (name, words) in super::super::entries() {
            assert!(!words.trim().is_empty() && words.trim() == words, "{name}");
        }
    }
}
