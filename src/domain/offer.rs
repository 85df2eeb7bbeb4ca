//! When to offer to keep a copy: from the third day with something noted, and again when much has been noted since.

use super::day::Day;
use super::journal::Journal;
use super::settings::Settings;

/// On how many days something has to be noted before the first offer.
const FIRST_DAYS: u32 = 3;
/// After a copy: how many further things are noted before the next offer.
pub const AFTER_COPY: u32 = 60;
/// After "Not now": how many further things are noted before it is offered again.
pub const AFTER_NOT_NOW: u32 = 40;

/// Whether to offer to keep a copy. It may look at everything, so ask when a page opens, not at a tap.
#[must_use]
pub fn is_due(journal: &Journal, today: Day) -> bool {
    let mut days = 0;
    let mut last = None;
    for (day, ..) in journal.entries(Day::FIRST, today) {
        if last != Some(day) {
            days += 1;
            last = Some(day);
        }
        if days == FIRST_DAYS {
            let at = journal.settings().offer_at;
            return at == 0 || count(journal) >= at;
        }
    }
    false
}

/// How many things there have to be for an offer after so many further ones.
#[must_use]
pub fn after(journal: &Journal, further: u32) -> u32 {
    count(journal).saturating_add(further)
}

/// The settings after a copy was noted and then could not be kept: what that `noted` goes back to what was `before`, where
/// nothing else has changed it since. What was chosen meanwhile stays.
#[must_use]
pub fn not_copied(now: Settings, before: &Settings, noted: &Settings) -> Settings {
    let mut now = now;
    if now.offer_at == noted.offer_at {
        now.offer_at = before.offer_at;
    }
    if now.last_copy == noted.last_copy {
        now.last_copy = before.last_copy;
    }
    now
}

fn count(journal: &Journal) -> u32 {
    u32::try_from(journal.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::arbitrary::today;
    use crate::domain::commands::EntryDraft;
    use crate::domain::stamp::Stamps;
    use crate::domain::way::Way;

    /// Notes something so many days ago, for each number.
    fn note(journal: &mut Journal, days_ago: &[u64]) {
        let draft = EntryDraft {
            words: "Tea".into(),
            ways: Way::Give.into(),
            ..EntryDraft::default()
        };
        let mut stamps = Stamps::new(1);
        for ago in days_ago {
            let changed = journal
                .log(today().before(*ago), &draft, today(), 1)
                .unwrap();
            journal.apply(&changed, stamps.next(0));
        }
    }

    fn put_off(journal: &mut Journal, offer_at: u32) {
        let changed = journal.set(Settings {
            offer_at,
            ..Settings::default()
        });
        journal.apply(&changed, Stamps::new(1).next(0));
    }

    #[test]
    fn the_first_offer_comes_on_the_third_day() {
        let case = |days_ago: &[u64], expected| {
            let mut journal = Journal::default();
            note(&mut journal, days_ago);
            assert_eq!(is_due(&journal, today()), expected, "{days_ago:?}");
        };
        case(&[], false);
        case(&[0], false);
        case(&[0; 50], false);
        case(&[1, 0, 0, 0], false);
        case(&[2, 1, 0], true);
        case(&[400, 30, 0], true);
        case(&[5, 4, 3, 2, 1], true);
    }

    #[test]
    fn the_next_one_comes_after_so_many_things() {
        for further in [AFTER_COPY, AFTER_NOT_NOW] {
            let mut journal = Journal::default();
            put_off(&mut journal, 0);
            note(&mut journal, &[2, 1, 0, 0]);
            let at = after(&journal, further);
            put_off(&mut journal, at);
            assert!(!is_due(&journal, today()));
            for noted in 1..=further {
                note(&mut journal, &[0]);
                assert_eq!(is_due(&journal, today()), noted == further, "{noted}");
            }
        }
    }

    #[test]
    fn a_copy_that_failed_takes_back_only_what_it_noted() {
        let before = Settings {
            offer_at: 5,
            last_copy: Some(today().before(9)),
            ..Settings::default()
        };
        let noted = Settings {
            offer_at: 65,
            last_copy: Some(today()),
            ..before.clone()
        };
        let case = |change: fn(&mut Settings)| {
            let (mut now, mut after) = (noted.clone(), before.clone());
            change(&mut now);
            change(&mut after);
            assert_eq!(not_copied(now, &before, &noted), after);
        };
        case(|_| {});
        // Chosen meanwhile, here or in another tab.
        case(|settings| settings.recovery = true);
        case(|settings| settings.offer_at = 48);
        case(|settings| settings.last_copy = Some(today().before(1)));
    }

    #[test]
    fn an_absurd_number_does_no_harm() {
        let mut journal = Journal::default();
        note(&mut journal, &[2, 1, 0]);
        put_off(&mut journal, u32::MAX);
        assert!(!is_due(&journal, today()));
        assert_eq!(after(&journal, u32::MAX), u32::MAX);
    }
}
