use super::super::{Marks, Often, Origin};
use super::*;
use crate::domain::goal::Status;
use crate::domain::rhythm::Rhythm;
use crate::domain::stamp::Stamps;
use crate::domain::way::Way;

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn today() -> Day {
    day("2026-11-21")
}

pub(super) fn thing(name: &str) -> Thing {
    Thing {
        name: name.to_owned(),
        which: 0,
        unit: String::new(),
        target: None,
        often: Some(Often {
            rhythm: Rhythm::Weekly(3),
            is_same: true,
        }),
        archived: false,
        has_amounts: false,
        done: 2,
        rests: 0,
        first: Some(day("2026-11-18")),
        last: Some(day("2026-11-20")),
    }
}

pub(super) fn found(origin: Origin) -> Found {
    let mark = |done: bool, note: &str| Mark {
        done,
        note: note.to_owned(),
        ..Mark::default()
    };
    Found {
        origin,
        things: vec![
            thing("Walk"),
            Thing {
                which: 1,
                ..thing("Walk")
            },
        ],
        marks: Marks::from([
            ((day("2026-11-18"), 0), mark(true, "")),
            ((day("2026-11-19"), 0), mark(false, "Too wet")),
            ((day("2026-11-20"), 0), mark(true, "A heron")),
            ((day("2026-11-20"), 1), mark(true, "")),
            (
                (day("2026-11-20"), NO_THING),
                mark(false, "A good day.\nReally."),
            ),
        ]),
        moods: Vec::new(),
        left: Vec::new(),
    }
}

pub(super) const BOTH: [Choice; 2] = [
    Choice {
        ways: Ways::ALL,
        goes_on: true,
    },
    Choice {
        ways: Ways::ALL,
        goes_on: false,
    },
];

pub(super) fn apply(journal: &mut Journal, changed: &Changed) {
    journal.apply(changed, Stamps::new(1).next(1));
}

#[test]
fn goals_come_with_their_ticks() {
    let found = found(Origin::Loop);
    let plan = fit(&Journal::default(), &found, &BOTH, &[], today());
    assert_eq!(
        (plan.goals, plan.entries, plan.notes, plan.same),
        (2, 3, 2, 0)
    );
    let mut journal = Journal::default();
    apply(&mut journal, &plan.changed);
    let goals = journal.goals();
    let [(id, walk), (_, other)] = goals.as_slice() else {
        panic!("{goals:?}");
    };
    let (id, walk, other) = if walk.status.is_current() {
        (id, walk, other)
    } else {
        (&goals[1].0, &goals[1].1, &goals[0].1)
    };
    assert_eq!(
        (walk.words.as_str(), walk.rhythm, walk.made),
        ("Walk", Rhythm::Weekly(3), day("2026-11-18"))
    );
    assert_eq!(other.status, Status::Finished(today()));
    assert!(journal.entry(day("2026-11-18"), id).unwrap().is_tick());
    assert!(journal.entry(day("2026-11-19"), id).is_none());
    let note = |on: &str| journal.note(&Id::parse(on).unwrap()).unwrap().text.clone();
    assert_eq!(note("2026-11-19"), "Walk: Too wet");
    assert_eq!(note("2026-11-20"), "Walk: A heron\nA good day.\nReally.");
}

#[test]
fn things_come_in_their_own_words() {
    let found = found(Origin::Table);
    let plan = fit(&Journal::default(), &found, &BOTH, &[], today());
    assert_eq!((plan.goals, plan.entries, plan.notes), (0, 3, 3));
    let mut journal = Journal::default();
    apply(&mut journal, &plan.changed);
    let entries: Vec<_> = journal.entries(day("2026-11-20"), today()).collect();
    assert_eq!(entries.len(), 2);
    assert!(
        entries
            .iter()
            .all(|(_, _, entry)| entry.words.as_deref() == Some("Walk"))
    );
    let beside = entries
        .iter()
        .filter(|(_, id, _)| journal.note(id).is_some());
    assert_eq!(beside.count(), 1);
}

#[test]
fn adding_twice_changes_nothing() {
    for origin in [
        Origin::Loop,
        Origin::HabitBull,
        Origin::Daylio,
        Origin::Table,
    ] {
        let found = found(origin);
        let mut journal = Journal::default();
        let plan = fit(&journal, &found, &BOTH, &[], today());
        apply(&mut journal, &plan.changed);
        let again = fit(&journal, &found, &BOTH, &[], today());
        assert!(again.changed.is_empty(), "{origin:?}: {:?}", again.changed);
        assert!(again.same >= 5, "{origin:?}");
        // Undo takes all of it back.
        apply(&mut journal, &plan.changed.inverse());
        assert_eq!(journal.count(), 0, "{origin:?}");
    }
}

#[test]
fn what_is_here_is_never_replaced() {
    let found = found(Origin::Loop);
    let mut journal = Journal::default();
    let own = journal
        .write_day_note(day("2026-11-20"), "My own words.", today())
        .unwrap();
    apply(&mut journal, &own);
    let plan = fit(&journal, &found, &BOTH, &[], today());
    apply(&mut journal, &plan.changed);
    let text = &journal
        .note(&Id::parse("2026-11-20").unwrap())
        .unwrap()
        .text;
    assert_eq!(text, "My own words.\nWalk: A heron\nA good day.\nReally.");
    // A goal that was changed here stays as it is.
    let id = journal.goals()[0].0.clone();
    let dropped = journal.set_status(&id, Status::Dropped(today())).unwrap();
    apply(&mut journal, &dropped);
    let again = fit(&journal, &found, &BOTH, &[], today());
    assert!(again.changed.is_empty());
}

#[test]
fn another_thing_of_the_same_name_stays_behind_and_is_named() {
    let mut found = found(Origin::Table);
    let mut journal = Journal::default();
    let plan = fit(&journal, &found, &BOTH, &[], today());
    apply(&mut journal, &plan.changed);
    if let Some(mark) = found.marks.get_mut(&(day("2026-11-18"), 0)) {
        mark.amount = Some(2000);
    }
    let again = fit(&journal, &found, &BOTH, &[], today());
    assert!(again.changed.is_empty());
    let left = again.left.iter().find(|left| left.why == Why::Taken);
    assert_eq!(left.map(|left| left.count), Some(1));
}

#[test]
fn what_is_left_out_stays_out() {
    let found = found(Origin::Loop);
    let one = [
        Choice::default(),
        Choice {
            ways: Way::Give.into(),
            goes_on: true,
        },
    ];
    let plan = fit(&Journal::default(), &found, &one, &[], today());
    assert_eq!((plan.goals, plan.entries), (1, 1));
    assert_eq!(plan.left[0].why, Why::Out);
    assert_eq!(plan.left[0].examples, ["Walk"]);
    let none = fit(&Journal::default(), &found, &[], &[], today());
    assert_eq!(none.changed.0.len(), 1, "the note of the day is nobody's");
}

#[test]
fn ids_do_not_meet() {
    let journal = Journal::default();
    let mut ids = std::collections::BTreeSet::new();
    for origin in [Origin::Loop, Origin::Table] {
        let found = found(origin);
        let fitting = Fitting {
            journal: &journal,
            found: &found,
            kept: Vec::new(),
            plan: Plan::default(),
            lines: Vec::new(),
            notes: Vec::new(),
        };
        for name in ["a", "ab", "", "é"] {
            for which in 0..3 {
                let thing = Thing {
                    which,
                    ..thing(name)
                };
                for on in [None, Some(today()), Some(day("2026-11-20"))] {
                    assert!(ids.insert(fitting.id(&thing, on)), "{name} {which} {on:?}");
                }
            }
        }
    }
    assert_eq!(ids.len(), 72);
}
