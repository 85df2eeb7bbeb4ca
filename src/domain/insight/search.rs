//! Looking for words in what was noted.

use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;

/// Something that has the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The day it belongs to.
    pub day: Day,
    /// What it is.
    pub what: What,
    /// Its words.
    pub words: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something done, or what was written beside it.
    Entry(Id),
    /// The note of a day.
    DayNote,
    /// A milestone, or what was written beside it.
    Milestone(Id),
    /// What went well in the week that begins on the day.
    Review,
}

/// What has all the words that were typed, newest first; nothing when none were. Capital and small letters are alike:
/// `lower` makes small letters of a text. The standard library's own brings 12 kB of tables along, which a browser has.
/// What belongs to recovery parts that are off, and notes of start dates, are not looked through.
#[must_use]
pub fn search(journal: &Journal, typed: &str, lower: fn(&str) -> String) -> Vec<Found> {
    let typed = lower(typed);
    let wanted: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<Found> = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    for key in journal.keys() {
        let Some((day, what, words)) = looked_at(journal, key) else {
            continue;
        };
        let words_below = lower(&words);
        if wanted.iter().all(|word| has(&words_below, word)) {
            // Keys of one kind are in order of days, so the place is near an end.
            let place = found.partition_point(|other| other.day > day);
            found.insert(place, Found { day, what, words });
        }
    }
    found
}

/// Whether a text has a word in it. The standard library's search is made for long words, and brings 2 kB along.
fn has(text: &str, word: &str) -> bool {
    let mut places = text.as_bytes().windows(word.len().max(1));
    places.any(|place| place == word.as_bytes())
}

/// The day, the name and the words of a thing that is looked through.
fn looked_at(journal: &Journal, key: &Key) -> Option<(Day, What, String)> {
    match (key, journal.body(key)?) {
        (Key::Entry(day, id), Body::Entry(entry)) if journal.shows(entry.recovery) => {
            let words = entry.words.clone()?;
            Some((*day, What::Entry(id.clone()), words))
        }
        (Key::Note(id), Body::Note(note)) => {
            if id.as_str() == note.day.to_string() {
                return Some((note.day, What::DayNote, note.text.clone()));
            }
            let entry = journal.entry(note.day, id)?;
            let what = What::Entry(id.clone());
            let shown = journal.shows(entry.recovery) && !entry.is_tick();
            shown.then(|| (note.day, what, note.text.clone()))
        }
        (Key::Milestone(id), Body::Milestone(milestone)) if journal.shows(milestone.recovery) => {
            let note = milestone.note.as_deref().unwrap_or_default();
            let words = [&milestone.words, "\n", note]
                .concat()
                .trim_end()
                .to_owned();
            Some((milestone.place(), What::Milestone(id.clone()), words))
        }
        (Key::Review(id), Body::Review(review)) if !review.went_well.is_empty() => Some((
            Day::parse(id.as_str())?,
            What::Review,
            review.went_well.clone(),
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::arbitrary::{journal, today};
    use crate::domain::commands::{EntryDraft, MilestoneDraft};
    use crate::domain::review::Review;
    use crate::domain::settings::Settings;
    use crate::domain::stamp::Stamps;
    use crate::domain::way::Way;
    use proptest::prelude::*;

    fn diary(recovery: bool) -> Journal {
        let mut journal = Journal::default();
        let mut stamps = Stamps::new(1);
        let entry = |words: &str, note: &str, recovery| EntryDraft {
            words: words.into(),
            note: note.into(),
            ways: Way::Give.into(),
            idea: None,
            recovery,
        };
        let draft = MilestoneDraft {
            words: "I saw a dentist".into(),
            note: "Nia came along".into(),
            ..MilestoneDraft::default()
        };
        let review = Review {
            went_well: "Tea, twice".into(),
            ..Review::default()
        };
        let settings = Settings {
            recovery,
            ..Settings::default()
        };
        let old = today().before(9);
        for outcome in [
            journal.log(old, &entry("Tea with Nia", "", false), today(), 1),
            journal.log(
                today(),
                &entry("Walked", "Green tea after", false),
                today(),
                2,
            ),
            journal.log(today(), &entry("A hidden cup of tea", "", true), today(), 3),
            journal.write_day_note(today().before(1), "TEA\nand rain", today()),
            journal.reach(&draft, today(), 4),
            journal.write_review(today().before(5), &review, today()),
            Ok(journal.set(settings)),
        ] {
            journal.apply(&outcome.unwrap(), stamps.next(0));
        }
        journal
    }

    fn words(journal: &Journal, typed: &str) -> Vec<String> {
        let found = search(journal, typed, str::to_lowercase);
        found.into_iter().map(|one| one.words).collect()
    }

    #[test]
    fn entries_notes_milestones_and_reviews_are_found_newest_first() {
        let journal = diary(false);
        let tea = [
            "Green tea after",
            "TEA\nand rain",
            "Tea, twice",
            "Tea with Nia",
        ];
        assert_eq!(words(&journal, " tea "), tea);
        assert_eq!(words(&journal, "nia").len(), 2);
        assert_eq!(
            words(&journal, "nia came"),
            ["I saw a dentist\nNia came along"]
        );
        assert_eq!(words(&journal, "nothing like it"), [""; 0]);
        assert_eq!(words(&journal, "  "), [""; 0]);
        assert_eq!(words(&diary(true), "tea").len(), 5);
    }

    proptest! {
        #[test]
        fn what_is_found_has_the_words(journal in journal(1), typed in "[a-z ]{0,3}") {
            let found = search(&journal, &typed, str::to_lowercase);
            prop_assert!(found.is_sorted_by(|a, b| a.day >= b.day));
            for one in found {
                let below = one.words.to_lowercase();
                prop_assert!(typed.split_whitespace().all(|word| below.contains(word)));
            }
        }
    }
}
