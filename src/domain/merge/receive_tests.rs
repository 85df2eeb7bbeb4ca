use super::*;
use crate::domain::arbitrary::today;
use crate::domain::change::{Change, Changed};
use crate::domain::commands::EntryDraft;
use crate::domain::id::Id;
use crate::domain::merge::Preview;
use crate::domain::record::{self, read};
use crate::domain::settings::Settings;
use crate::domain::way::Way;

pub(super) const DAY: u64 = 86_400_000;
/// 26 November 2026.
pub(super) const NOW: u64 = 1_795_651_200_000;

/// The records of a copy of this journal.
pub(super) fn records(journal: &Journal) -> Vec<Loaded> {
    let mut records = Vec::new();
    for key in record::stored_keys(journal) {
        records.push(read(&key, &record::write(journal, &key).unwrap()).unwrap());
    }
    records
}

/// Opens it and adds what it holds. How many things that changed.
pub(super) fn open(journal: &mut Journal, copy: &Journal, now: u64) -> usize {
    let mut count = 0;
    for loaded in journal.receive(records(copy), now) {
        let merged = journal.absorb(loaded);
        count += merged.iter().filter(|one| one.before != one.after).count();
    }
    count
}

pub(super) fn preview(journal: &Journal, copy: &Journal, now: u64) -> Preview {
    journal.preview(&journal.receive(records(copy), now))
}

fn with_entry(words: &str, stamp: Stamp) -> Journal {
    let mut journal = Journal::default();
    write_entry(&mut journal, words, stamp);
    journal
}

fn write_entry(journal: &mut Journal, words: &str, stamp: Stamp) {
    let draft = EntryDraft {
        words: words.into(),
        ways: Way::Give.into(),
        ..EntryDraft::default()
    };
    let id = Id::parse("00abc").unwrap();
    let changed = if journal.entry(today(), &id).is_some() {
        journal.change_entry(today(), &id, &draft, today()).unwrap()
    } else {
        let mut logged = journal.log(today(), &draft, today(), 1).unwrap();
        logged.0.truncate(1);
        logged.0[0].key = Key::Entry(today(), id);
        logged
    };
    journal.apply(&changed, stamp);
}

fn words(journal: &Journal) -> Option<&str> {
    let entry = journal.entry(today(), &Id::parse("00abc").unwrap())?;
    entry.words.as_deref()
}

#[test]
fn a_copy_of_a_clock_that_was_ahead_does_not_take_back_what_was_done_since() {
    let far = Stamp::from((NOW + 400 * DAY, 3, 9));
    let copy = with_entry("Theirs", far);
    for later in [0, 3 * DAY, 399 * DAY, 500 * DAY] {
        let mut here = Journal::default();
        assert_eq!(open(&mut here, &copy, NOW), 1);
        assert_eq!(words(&here), Some("Theirs"));
        assert!(here.latest() < Stamp::from((NOW + 1, 0, 0)));
        assert_eq!(open(&mut here, &copy, NOW + later), 0);

        let mut stamps = Stamps::new(1);
        stamps.see(here.latest());
        write_entry(&mut here, "Mine", stamps.next(NOW + 5));
        let edited = here.clone();
        assert_eq!(preview(&here, &copy, NOW + later).same, 1);
        assert_eq!(open(&mut here, &copy, NOW + later), 0, "{later}");
        assert_eq!(here, edited);

        let gone = here.remove_entry(today(), &Id::parse("00abc").unwrap());
        here.apply(&gone.unwrap(), stamps.next(NOW + 6));
        assert_eq!(preview(&here, &copy, NOW + later).gone, 1);
        assert_eq!(open(&mut here, &copy, NOW + later), 0, "{later}");
        assert_eq!(words(&here), None);
        // Asked for, it comes back, and stays so.
        let mut asked = here.receive(records(&copy), NOW + later);
        here.bring_back(&mut asked, stamps.next(NOW + 7));
        for loaded in asked {
            here.absorb(loaded);
        }
        assert_eq!(words(&here), Some("Theirs"));
        write_entry(&mut here, "Mine again", stamps.next(NOW + 8));
        assert_eq!(open(&mut here, &copy, NOW + later), 0, "{later}");
    }
}

#[test]
fn a_file_that_is_newer_wins_over_older_words() {
    let far = Stamp::from((NOW + 400 * DAY, 3, 9));
    let mut here = with_entry("Old", Stamp::from((NOW - DAY, 0, 1)));
    let right = with_entry("Newer", Stamp::from((NOW - 5, 0, 2)));
    assert_eq!(open(&mut here, &right, NOW), 1);
    let copy = with_entry("Ahead", far);
    assert_eq!(open(&mut here, &copy, NOW), 1);
    // The phone went on from where its clock had been.
    let later = with_entry("Ahead, later", Stamp { count: 4, ..far });
    assert_eq!(open(&mut here, &later, NOW + DAY), 1);
    assert_eq!(words(&here), Some("Ahead, later"));
    assert_eq!(open(&mut here, &copy, NOW + DAY), 0);
    // And it knows that what was written here came after its own.
    let mut phone = later;
    let mut stamps = Stamps::new(1);
    stamps.see(here.latest());
    write_entry(&mut here, "Mine", stamps.next(NOW + 2 * DAY));
    assert_eq!(open(&mut phone, &here, NOW + 3 * DAY), 1);
    assert_eq!(words(&phone), Some("Mine"));
    assert_eq!(open(&mut phone, &here, NOW + 3 * DAY), 0);
}

#[test]
fn of_the_settings_each_field_is_brought_near() {
    let mut far = Journal::default();
    let dark = far.set(Settings {
        recovery: true,
        ..Settings::default()
    });
    far.apply(&dark, Stamp::from((NOW + 400 * DAY, 0, 9)));
    let mut here = Journal::default();
    let set = here.set(Settings {
        asks_mood: true,
        ..Settings::default()
    });
    here.apply(&set, Stamp::from((NOW - 9, 0, 1)));
    assert_eq!(open(&mut here, &far, NOW), 1);
    assert!(here.settings().recovery && here.settings().asks_mood);
    let mut stamps = Stamps::new(1);
    stamps.see(here.latest());
    let off = here.set(Settings {
        recovery: false,
        ..here.settings()
    });
    here.apply(&off, stamps.next(NOW + 1));
    for later in [0, 500 * DAY] {
        assert!(!preview(&here, &far, NOW + later).settings);
        assert_eq!(open(&mut here, &far, NOW + later), 0);
        assert!(!here.settings().recovery && here.settings().asks_mood);
    }
}

#[test]
fn what_no_clock_was_ahead_of_stays_as_it_is() {
    let copy = with_entry("Tea", Stamp::from((NOW + DAY, 7, 9)));
    let here = Journal::default();
    assert_eq!(here.receive(records(&copy), NOW), records(&copy));
    // The copy of this device, whose own clock was ahead.
    let far = with_entry("Tea", Stamp::from((NOW + 9 * DAY, 7, 9)));
    assert_eq!(far.receive(records(&far), NOW), records(&far));
}

#[test]
fn the_undo_of_an_opening_stays_done() {
    let copy = with_entry("Theirs", Stamp::from((NOW + 400 * DAY, 3, 9)));
    let mut here = Journal::default();
    let mut merged = Vec::new();
    for loaded in here.receive(records(&copy), NOW) {
        merged.extend(here.absorb(loaded));
    }
    let undo: Vec<Change> = Changed(merged).into_inverse().0;
    let mut stamps = Stamps::new(1);
    stamps.see(here.latest());
    here.apply(&Changed(undo), stamps.next(NOW));
    assert_eq!(preview(&here, &copy, NOW).gone, 1);
    assert_eq!(open(&mut here, &copy, NOW), 0);
}
