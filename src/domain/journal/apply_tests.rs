use super::*;
use crate::domain::arbitrary::today;
use crate::domain::change::Change;
use crate::domain::commands::EntryDraft;
use crate::domain::settings::Settings;
use crate::domain::way::Way;

#[test]
fn what_was_changed_since_is_named() {
    let mut journal = Journal::default();
    let mut stamps = Stamps::new(1);
    let draft = |words: &str| EntryDraft {
        words: words.into(),
        ways: Way::Give.into(),
        note: "Warm.".into(),
        ..EntryDraft::default()
    };
    let logged = journal.log(today(), &draft("Tea"), today(), 1).unwrap();
    journal.apply(&logged, stamps.next(1));
    let undo = logged.inverse();
    assert_eq!(journal.changed_since(&undo), []);
    let Key::Entry(_, id) = logged.0[0].key.clone() else {
        panic!("an entry")
    };
    let entry = Key::Entry(today(), id.clone());
    // In another tab.
    let changed = journal.change_entry(today(), &id, &draft("Coffee"), today());
    journal.apply(&changed.unwrap(), stamps.next(2));
    assert_eq!(journal.changed_since(&undo), std::slice::from_ref(&entry));
    let gone = journal.remove_entry(today(), &id).unwrap();
    journal.apply(&gone, stamps.next(3));
    assert_eq!(journal.changed_since(&undo), [Key::Note(id), entry]);
    // What takes back a deletion meets nothing there, as it was left.
    assert_eq!(journal.changed_since(&gone.inverse()), []);
}

#[test]
fn of_the_settings_only_what_a_change_touches_counts() {
    let base = Settings::default();
    let set = |change: fn(&mut Settings)| {
        let mut settings = base.clone();
        change(&mut settings);
        settings
    };
    let case = |done: fn(&mut Settings), since: fn(&mut Settings), expected: bool| {
        let mut journal = Journal::default();
        let done = journal.set(set(done));
        journal.apply(&done, Stamp::from((1, 0, 1)));
        let mut settings = journal.settings();
        since(&mut settings);
        let later = journal.set(settings);
        journal.apply(&later, Stamp::from((2, 0, 1)));
        let changed: Vec<Key> = journal.changed_since(&done.inverse());
        assert_eq!(!changed.is_empty(), expected, "{done:?}");
        assert!(changed.iter().all(|key| *key == Key::Settings));
    };
    case(|s| s.recovery = true, |_| {}, false);
    case(|s| s.recovery = true, |s| s.badge = true, false);
    case(|s| s.recovery = true, |s| s.recovery = false, true);
    case(
        |s| s.hidden = vec!["A".into()],
        |s| s.hidden = vec!["B".into()],
        true,
    );
    let nothing = Changed(Vec::<Change>::new());
    assert_eq!(Journal::default().changed_since(&nothing), []);
}
