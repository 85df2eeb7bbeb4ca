//! Made-up journals, made by the app's own commands: the same seed gives the same bytes every time.
//! Nobody's words are in here, and no substance.

mod chance;
mod goals;
mod life;
mod lines;
pub mod paper;
mod parts;
mod week;
mod words;

pub use life::years;
pub use parts::with_parts;
pub use week::week;

use waymark::domain::change::Changed;
use waymark::domain::commands::Refusal;
use waymark::domain::day::Day;
use waymark::domain::journal::Journal;
use waymark::domain::stamp::Stamps;
use waymark::exchange::backup;

/// The number of the device on which all this is written.
const DEVICE: u32 = 7;
/// Noon, in milliseconds after midnight.
const NOON: u64 = 43_200_000;
const DAY: u64 = 86_400_000;

/// The app's own copy of a journal, as its "Save a copy" makes it.
#[must_use]
pub fn copy(journal: &Journal, today: Day) -> String {
    backup::save(journal, today)
}

/// A journal that is being written, with the clock of its device.
struct Writing {
    journal: Journal,
    stamps: Stamps,
}

impl Writing {
    fn new() -> Self {
        Self {
            journal: Journal::default(),
            stamps: Stamps::new(DEVICE),
        }
    }

    /// Carries out what a command answered, at noon of `today`. What it refused is left out; the test
    /// of each journal's size would tell.
    fn keep(&mut self, outcome: Result<Changed, Refusal>, today: Day) {
        let days = u64::try_from(today.days_since(Day::FIRST)).unwrap_or_default();
        let stamp = self.stamps.next(days * DAY + NOON);
        if let Ok(changed) = outcome {
            self.journal.apply(&changed, stamp);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark::domain::record;

    fn today() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let text = |seed| copy(&years(seed, today(), 1), today());
        assert_eq!(text(5), text(5));
        assert_ne!(text(5), text(6));
        assert_eq!(copy(&week(today()), today()), copy(&week(today()), today()));
    }

    #[test]
    fn a_copy_is_whole() {
        let journal = years(1, today(), 1);
        let text = copy(&journal, today());
        assert!(record::summed(&text).is_some(), "the sum of the whole");
        let lines: Vec<_> = text
            .lines()
            .map(|line| line.trim_end_matches(','))
            .collect();
        let records = &lines[1..lines.len() - 1];
        assert_eq!(records.len(), record::stored_keys(&journal).len());
        for text in records {
            assert!(record::summed(text).is_some(), "{text}");
            let place = |name: &str| text.find(&format!("\"{name}\":")).unwrap();
            assert!(
                place("h") < place("id") && place("k") < place("v"),
                "{text}"
            );
        }
    }
}
