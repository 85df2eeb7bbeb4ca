use super::*;
use crate::domain::about::About;
use crate::domain::arbitrary::today;
use crate::domain::commands::GoalDraft;
use crate::domain::goal::{Amount, Details};
use crate::domain::insight;
use crate::domain::rhythm::Rhythm;
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamps;
use crate::domain::way::Way;
use crate::domain::words::WordsError;

struct Diary(Journal, Stamps);

impl Diary {
    /// One goal for every day, ten days old.
    fn new() -> (Self, Id) {
        let mut diary = Self(Journal::default(), Stamps::new(1));
        let outcome = diary.0.make_goal(&draft("Walk"), today().before(10), 1);
        diary.keep(outcome);
        let id = diary.0.goals()[0].0.clone();
        (diary, id)
    }

    fn keep(&mut self, outcome: Outcome) {
        self.0.apply(&outcome.unwrap(), self.1.next(0));
    }

    fn is_for(&self, id: &Id, day: Day) -> bool {
        self.0.goal(id).unwrap().is_for(day)
    }
}

fn draft(words: &str) -> GoalDraft {
    GoalDraft {
        words: words.into(),
        ways: Way::Active.into(),
        rhythm: Rhythm::Daily,
        idea: None,
        about: About::No,
        recovery: false,
        details: Details::default(),
    }
}

#[test]
fn a_rest_takes_a_goal_off_its_days_and_nothing_else() {
    let (mut diary, id) = Diary::new();
    let rest = Rest {
        from: today(),
        to: Some(today().after(2)),
    };
    diary.keep(diary.0.rest(&id, rest));
    for (day, expected) in [
        (today().before(1), true),
        (today(), false),
        (today().after(2), false),
        (today().after(3), true),
    ] {
        assert_eq!(diary.is_for(&id, day), expected, "{day}");
    }
    let back = Rest {
        to: Some(today().before(1)),
        ..rest
    };
    assert_eq!(diary.0.rest(&id, back), Err(Refusal::EndsBefore));
    diary.keep(diary.0.remove_rest(&id, today()));
    assert!(diary.is_for(&id, today()));
}

#[test]
fn rests_that_meet_become_one() {
    let day = |ahead: u64| today().after(ahead);
    for (old, new, expected) in [
        ((0, None), (4, Some(9)), (0, Some(9))),
        ((9, Some(30)), (0, Some(11)), (0, Some(30))),
        ((0, Some(30)), (4, Some(9)), (0, Some(30))),
        ((0, Some(4)), (4, None), (0, None)),
        ((4, None), (0, Some(9)), (0, Some(9))),
    ] {
        let (mut diary, id) = Diary::new();
        let rest = |(from, to): (u64, Option<u64>)| Rest {
            from: day(from),
            to: to.map(day),
        };
        diary.keep(diary.0.rest(&id, rest(old)));
        diary.keep(diary.0.rest(&id, rest(new)));
        let rests = &diary.0.goal(&id).unwrap().rests;
        assert_eq!(*rests, [rest(expected)], "{old:?} and {new:?}");
    }
}

#[test]
fn taking_up_ends_a_rest_the_day_before() {
    let (mut diary, id) = Diary::new();
    let from = today().before(3);
    diary.keep(diary.0.rest(&id, Rest { from, to: None }));
    assert!(!diary.is_for(&id, today().after(400)));
    diary.keep(diary.0.take_up(&id, today()));
    assert!(diary.is_for(&id, today()) && !diary.is_for(&id, today().before(1)));
    // One that began today is as if it had not been.
    let rest = Rest {
        from: today(),
        to: None,
    };
    diary.keep(diary.0.rest(&id, rest));
    diary.keep(diary.0.take_up(&id, today()));
    assert!(diary.is_for(&id, today()));
    assert_eq!(diary.0.goal(&id).unwrap().rests.len(), 1);
}

#[test]
fn steps_are_added_ticked_and_taken_away() {
    let (mut diary, id) = Diary::new();
    for words in [" Find  my trainers ", "Ask Sam"] {
        diary.keep(diary.0.add_step(&id, words));
    }
    diary.keep(diary.0.tick_step(&id, 1, today()));
    let steps = diary.0.goal(&id).unwrap().steps.clone();
    assert_eq!(steps[0].words, "Find my trainers");
    assert_eq!((steps[0].done, steps[1].done), (None, Some(today())));
    diary.keep(diary.0.remove_step(&id, 0));
    assert_eq!(diary.0.goal(&id).unwrap().steps, steps[1..]);
    assert_eq!(diary.0.tick_step(&id, 5, today()), Err(Refusal::NotThere));
    let empty = Refusal::Words(WordsError::Empty);
    assert_eq!(diary.0.add_step(&id, "  "), Err(empty));
    while diary.0.goal(&id).unwrap().steps.len() < STEPS {
        diary.keep(diary.0.add_step(&id, "One more"));
    }
    assert_eq!(diary.0.add_step(&id, "Too"), Err(Refusal::TooManySteps));
}

#[test]
fn any_amount_fills_the_petal_and_none_empties_it() {
    let (mut diary, id) = Diary::new();
    diary.keep(diary.0.measure(today(), &id, 1, today()));
    assert_eq!(insight::petals(&diary.0, today()), Way::Active.into());
    assert_eq!(diary.0.entry(today(), &id).unwrap().amount, Some(1));
    diary.keep(diary.0.measure(today(), &id, 0, today()));
    assert_eq!(diary.0.entry(today(), &id), None);
    assert_eq!(
        diary.0.measure(today(), &id, -1, today()),
        Err(Refusal::Amount)
    );
    let tomorrow = today().after(1);
    assert_eq!(
        diary.0.measure(tomorrow, &id, 1, today()),
        Err(Refusal::FutureDay)
    );
}

#[test]
fn a_change_of_words_keeps_rests_steps_and_reminder() {
    let (mut diary, id) = Diary::new();
    diary.keep(diary.0.add_step(&id, "Find my trainers"));
    diary.keep(diary.0.remind(&id, Some(570)));
    diary.keep(diary.0.rest(
        &id,
        Rest {
            from: today(),
            to: None,
        },
    ));
    let before = diary.0.goal(&id).unwrap().clone();
    let mut changed = draft("Walk further");
    changed.details.amount = Some(Amount {
        thousandths: 2500,
        unit: " km ".into(),
    });
    changed.details.with = "Sam".into();
    diary.keep(diary.0.change_goal(&id, &changed, today()));
    let after = diary.0.goal(&id).unwrap();
    assert_eq!((&after.rests, &after.steps), (&before.rests, &before.steps));
    assert_eq!((after.at, after.details.with.as_str()), (Some(570), "Sam"));
    assert_eq!(after.details.amount.as_ref().unwrap().unit, "km");
    changed.details.then = "x".repeat(201);
    let too_long = Refusal::Detail(WordsError::TooLong(1));
    assert_eq!(diary.0.change_goal(&id, &changed, today()), Err(too_long));
}

#[test]
fn goals_stand_in_the_order_the_person_gives_them() {
    let (mut diary, first) = Diary::new();
    for (random, words) in [(2, "Read"), (3, "Rest")] {
        diary.keep(diary.0.make_goal(&draft(words), today(), random));
    }
    let ids: Vec<Id> = diary
        .0
        .goals()
        .iter()
        .map(|(id, _)| (*id).clone())
        .collect();
    let moved = |diary: &mut Diary, id: &Id, beside: &Id, after: bool| {
        let goal_order = diary.0.goal_moved(id, beside, after);
        let settings = Settings {
            goal_order,
            ..diary.0.settings()
        };
        diary.keep(Ok(diary.0.set(settings)));
        let goals = diary.0.goals();
        let words: Vec<&str> = goals.iter().map(|(_, goal)| goal.words.as_str()).collect();
        words.join(" ")
    };
    assert_eq!(moved(&mut diary, &ids[2], &first, false), "Rest Walk Read");
    assert_eq!(moved(&mut diary, &ids[2], &ids[1], true), "Walk Read Rest");
    assert_eq!(moved(&mut diary, &first, &first, true), "Walk Read Rest");
    let gone = Id::parse("gone").unwrap();
    assert_eq!(moved(&mut diary, &first, &gone, true), "Walk Read Rest");
    assert_eq!(moved(&mut diary, &gone, &first, true), "Walk Read Rest");
}
