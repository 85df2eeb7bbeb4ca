//! What comes along with things: amounts, rests, moods, and words that are too long.

use super::super::Origin;
use super::super::making::opened;
use super::tests::{BOTH, apply, day, found, today};
use super::things::MOST_RESTS;
use super::*;
use proptest::prelude::*;

#[test]
fn amounts_and_rests_come_along() {
    let mut found = found(Origin::Loop);
    found.things[0].target = Some(10_000);
    "pages".clone_into(&mut found.things[0].unit);
    found.marks.get_mut(&(day("2026-11-20"), 0)).unwrap().amount = Some(12_500);
    let rest = Mark {
        rest: true,
        ..Mark::default()
    };
    for on in ["2026-11-10", "2026-11-11", "2026-11-13"] {
        found.marks.insert((day(on), 0), rest.clone());
    }
    let mut journal = Journal::default();
    let plan = fit(&journal, &found, &BOTH, &[], today());
    apply(&mut journal, &plan.changed);
    let goals = journal.goals();
    let (id, goal) = goals
        .iter()
        .find(|(_, goal)| goal.details.amount.is_some())
        .unwrap();
    let amount = goal.details.amount.as_ref().unwrap();
    assert_eq!((amount.thousandths, &*amount.unit), (10_000, "pages"));
    let rests: Vec<_> = goal.rests.iter().map(|rest| (rest.from, rest.to)).collect();
    let (first, second) = (day("2026-11-10"), day("2026-11-13"));
    assert_eq!(
        rests,
        [(first, Some(first.after(1))), (second, Some(second))]
    );
    let tick = journal.entry(day("2026-11-20"), id).unwrap();
    assert_eq!(tick.amount, Some(12_500));
    assert!(plan.left.is_empty());
    // Without a goal, the amount stands in the words and a rest has no place.
    found.origin = Origin::Table;
    let plan = fit(&Journal::default(), &found, &BOTH, &[], today());
    assert!(plan.latest.iter().any(|(_, words)| words == "Walk"));
    let words = plan
        .changed
        .0
        .iter()
        .filter_map(|change| match &change.after {
            Some(Body::Entry(entry)) => entry.words.clone(),
            _ => None,
        });
    assert!(words.into_iter().any(|words| words == "Walk: 12.5"));
    assert_eq!((plan.left[0].why, plan.left[0].count), (Why::Rest, 3));
}

#[test]
fn very_many_rests_are_the_latest_ones() {
    let mut found = found(Origin::Loop);
    let rest = Mark {
        rest: true,
        ..Mark::default()
    };
    for ago in 1..=120 {
        found
            .marks
            .insert((day("2026-11-10").before(ago * 2), 0), rest.clone());
    }
    let plan = fit(&Journal::default(), &found, &BOTH, &[], today());
    let Some(Body::Goal(goal)) = &plan.changed.0[0].after else {
        panic!("no goal");
    };
    assert_eq!(goal.rests.len(), MOST_RESTS);
    assert_eq!(goal.rests[MOST_RESTS - 1].from, day("2026-11-08"));
    assert_eq!((plan.left[0].why, plan.left[0].count), (Why::Rest, 20));
}

#[test]
fn moods_come_in_the_words_that_were_picked() {
    let mut found = found(Origin::Daylio);
    let word = |on: &str, word: &str| (day(on), word.to_owned());
    found.moods = vec![
        word("2026-11-18", "rad"),
        word("2026-11-19", "meh"),
        word("2026-11-20", "rad"),
    ];
    assert_eq!(found.mood_words(), ["rad", "meh"]);
    let picked = [
        ("rad".to_owned(), Some(Mood::Great)),
        ("meh".to_owned(), None),
    ];
    let mut journal = Journal::default();
    let own = journal
        .say_mood(day("2026-11-20"), Mood::Low, today())
        .unwrap();
    apply(&mut journal, &own);
    let plan = fit(&journal, &found, &BOTH, &picked, today());
    assert_eq!((plan.moods, plan.same), (1, 1));
    assert_eq!((plan.left[0].why, plan.left[0].count), (Why::Mood, 1));
    apply(&mut journal, &plan.changed);
    assert_eq!(journal.mood(day("2026-11-18")), Some(Mood::Great));
    assert_eq!(journal.mood(day("2026-11-19")), None);
    assert_eq!(journal.mood(day("2026-11-20")), Some(Mood::Low));
}

#[test]
fn long_words_are_cut_and_said() {
    let mut found = found(Origin::Table);
    found.things[0].name = "é".repeat(201);
    let long = "x".repeat(3990);
    for (place, note) in [(0, "y".repeat(5000)), (NO_THING, long.clone())] {
        found
            .marks
            .get_mut(&(day("2026-11-20"), place))
            .unwrap()
            .note = note;
    }
    found.marks.insert(
        (day("2026-11-20"), 1),
        Mark {
            note: "No room for this one".to_owned(),
            ..Mark::default()
        },
    );
    let plan = fit(&Journal::default(), &found, &BOTH, &[], today());
    let left: Vec<_> = plan.left.iter().map(|left| left.why).collect();
    assert_eq!(left, [Why::LongName, Why::LongNote, Why::NoRoom]);
    for change in &plan.changed.0 {
        match &change.after {
            Some(Body::Entry(entry)) => {
                let words = entry.words.as_deref().unwrap_or_default();
                assert!(words.chars().count() <= words::LINE);
            }
            Some(Body::Note(note)) => assert!(note.text.chars().count() <= words::NOTE),
            other => panic!("{other:?}"),
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_read_is_added_once(
        header in 0..3_usize,
        rows in prop::collection::vec(
            (
                "2026-11-[0-2][0-9]|x",
                "[A-C]{0,2}|[A ]{3}",
                "0|1|2\\.5|yes|skip|-|\\?|rad",
                "[a-b\n ]{0,5}|\u{202e}",
            ),
            1..25,
        ),
    ) {
        let mut text = [
            "HabitName,CalendarDate,Value,CommentText",
            "activities,full_date,mood,note",
            "what,date,value,note",
        ][header].to_owned();
        for (day, name, value, note) in rows {
            text += &["\n\"", &name, "\",", &day, ",", &value, ",\"", &note, "\""].concat();
        }
        if let Ok(found) = opened(text.as_bytes()) {
            let choices = vec![BOTH[0]; found.things.len()];
            let moods: Vec<_> = found.mood_words().into_iter().map(|word| (word, Some(Mood::Good))).collect();
            let mut journal = Journal::default();
            let plan = fit(&journal, &found, &choices, &moods, today());
            apply(&mut journal, &plan.changed);
            prop_assert_eq!(journal.count(), plan.goals + plan.entries + plan.moods + plan.notes);
            let again = fit(&journal, &found, &choices, &moods, today());
            prop_assert!(again.changed.is_empty(), "{:?}", again.changed);
            apply(&mut journal, &plan.changed.into_inverse());
            prop_assert_eq!(journal.count(), 0);
        }
    }
}
