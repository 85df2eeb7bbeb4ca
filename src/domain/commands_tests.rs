use super::*;
use crate::domain::about::About;
use crate::domain::arbitrary::{act, is_sound, journal, today};
use crate::domain::goal::Details;
use crate::domain::stamp::Stamps;
use proptest::prelude::*;

fn draft(words: &str, ways: &[Way]) -> EntryDraft {
    EntryDraft {
        words: words.into(),
        ways: ways.iter().copied().collect(),
        ..EntryDraft::default()
    }
}

fn goal(words: &str, rhythm: Rhythm) -> GoalDraft {
    GoalDraft {
        words: words.into(),
        ways: Way::Active.into(),
        rhythm,
        idea: None,
        about: About::No,
        recovery: false,
        details: Details::default(),
    }
}

struct Diary(Journal, Stamps);

impl Diary {
    fn new() -> Self {
        Self(Journal::default(), Stamps::new(1))
    }

    fn keep(&mut self, outcome: Outcome) -> Changed {
        let changed = outcome.unwrap();
        self.0.apply(&changed, self.1.next(0));
        changed
    }
}

#[test]
fn a_tick_keeps_the_ways_of_that_day() {
    let mut diary = Diary::new();
    diary.keep(diary.0.make_goal(&goal("Walk", Rhythm::Daily), today(), 1));
    let id = diary.0.goals()[0].0.clone();
    diary.keep(diary.0.tick(today(), &id, today()));
    let changed = GoalDraft {
        ways: Way::Give.into(),
        ..goal("Walk with someone", Rhythm::Daily)
    };
    diary.keep(diary.0.change_goal(&id, &changed, today()));
    assert_eq!(
        diary.0.entry(today(), &id).unwrap().ways,
        Way::Active.into()
    );
    diary.keep(diary.0.tick(today(), &id, today()));
    assert_eq!(diary.0.entry(today(), &id), None);
}

#[test]
fn bad_input_is_refused_with_its_reason() {
    let journal = Journal::default();
    let refused = |draft: EntryDraft, day: Day| journal.log(day, &draft, today(), 1).unwrap_err();
    let connect = [Way::Connect];
    let long = "x".repeat(words::LINE + 1);
    assert_eq!(
        refused(draft(" ", &connect), today()),
        Refusal::Words(WordsError::Empty)
    );
    assert_eq!(
        refused(draft(&long, &connect), today()),
        Refusal::Words(WordsError::TooLong(1))
    );
    assert_eq!(refused(draft("Tea", &[]), today()), Refusal::NoWay);
    assert_eq!(
        refused(draft("Tea", &connect), today().after(1)),
        Refusal::FutureDay
    );
    let noted = EntryDraft {
        note: "x".repeat(words::NOTE + 1),
        ..draft("Tea", &connect)
    };
    assert_eq!(
        refused(noted, today()),
        Refusal::Note(WordsError::TooLong(1))
    );
    let made = |rhythm| {
        journal
            .make_goal(&goal("Walk", rhythm), today(), 1)
            .unwrap_err()
    };
    assert_eq!(made(Rhythm::Weekly(0)), Refusal::NoRhythm);
    assert_eq!(made(Rhythm::Once(today().before(1))), Refusal::PastDay);
    let nowhere = Id::new(0, 9);
    assert_eq!(
        journal.tick(today(), &nowhere, today()),
        Err(Refusal::NotThere)
    );
    assert_eq!(journal.unreach(&nowhere), Err(Refusal::NotThere));
}

#[test]
fn an_entry_goes_with_its_note() {
    let mut diary = Diary::new();
    let noted = EntryDraft {
        note: "It was warm.".into(),
        ..draft("Tea with Sam", &[Way::Connect, Way::Give])
    };
    diary.keep(diary.0.log(today(), &noted, today(), 1));
    let id = diary.0.entries(today(), today()).next().unwrap().1.clone();
    assert_eq!(diary.0.note(&id).unwrap().text, "It was warm.");
    let removed = diary.keep(diary.0.remove_entry(today(), &id));
    assert!(diary.0.is_new() && diary.0.note(&id).is_none());
    diary.keep(Ok(removed.inverse()));
    assert_eq!(diary.0.note(&id).unwrap().text, "It was warm.");
}

#[test]
fn recovery_parts_go_away_whole() {
    let mut diary = Diary::new();
    let secret = EntryDraft {
        recovery: true,
        ..draft("A group", &[Way::Connect])
    };
    diary.keep(diary.0.log(today(), &secret, today(), 1));
    let own = MilestoneDraft {
        words: "A month".into(),
        about: About::Alcohol,
        ..MilestoneDraft::default()
    };
    diary.keep(diary.0.reach(&own, today(), 2));
    assert_eq!(diary.0.entries(today(), today()).count(), 0);
    assert!(diary.0.milestones().is_empty());
    let on = Settings {
        recovery: true,
        ..Settings::default()
    };
    diary.keep(Ok(diary.0.set(on)));
    assert_eq!(diary.0.entries(today(), today()).count(), 1);
    assert_eq!(diary.0.milestones().len(), 1);
}

#[test]
fn entries_stand_in_the_order_they_were_made() {
    let mut diary = Diary::new();
    for (words, random) in [("one", 900), ("two", 5), ("three", 77)] {
        diary.keep(
            diary
                .0
                .log(today(), &draft(words, &[Way::Give]), today(), random),
        );
    }
    let words: Vec<_> = diary
        .0
        .entries(today(), today())
        .map(|(.., entry)| entry.words.clone().unwrap())
        .collect();
    assert_eq!(words, ["one", "two", "three"]);
}

proptest! {
    #[test]
    fn undo_restores(journal in journal(1), act in act()) {
        let changed = act.on(&journal);
        let mut stamps = Stamps::new(1);
        stamps.see(journal.latest());
        let mut after = journal.clone();
        after.apply(&changed, stamps.next(0));
        after.apply(&changed.inverse(), stamps.next(0));
        let bodies = |journal: &Journal| -> Vec<(Key, Body)> {
            let rows = journal.rows.iter().filter_map(|(k, r)| Some((k.clone(), r.body.clone()?)));
            // Settings that say nothing are as good as none.
            let quiet = Body::Settings(Box::default());
            rows.filter(|(_, body)| *body != quiet).collect()
        };
        prop_assert_eq!(bodies(&after), bodies(&journal));
    }

    #[test]
    fn commands_keep_the_journal_sound(journal in journal(1)) {
        prop_assert!(is_sound(&journal, today()));
    }

    #[test]
    fn ids_are_stable(journal in journal(1), act in act()) {
        let changed = act.on(&journal);
        let mut after = journal.clone();
        after.apply(&changed, journal.latest());
        prop_assert!(journal.rows.keys().all(|key| after.rows.contains_key(key)));
    }
}
