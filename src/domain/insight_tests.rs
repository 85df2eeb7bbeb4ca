use super::*;
use crate::domain::about::About;
use crate::domain::arbitrary::{act, journal, today};
use crate::domain::commands::{EntryDraft, GoalDraft, MilestoneDraft, Refusal, StartDraft};
use crate::domain::goal::Details;
use crate::domain::goal::Status;
use crate::domain::milestone::When;
use crate::domain::rhythm::Weekdays;
use crate::domain::stamp::{Stamp, Stamps};
use crate::domain::start_date::{MarkerKind, Markers};
use proptest::prelude::*;

fn with_goal(rhythm: Rhythm, made: Day) -> (Journal, Id) {
    let draft = GoalDraft {
        words: "Walk".into(),
        ways: [Way::Give, Way::Active].into_iter().collect(),
        rhythm,
        idea: None,
        about: About::No,
        recovery: false,
        details: Details::default(),
    };
    let mut journal = Journal::default();
    let changed = journal.make_goal(&draft, made, 1).unwrap();
    journal.apply(&changed, Stamp::from((1, 0, 1)));
    let id = journal.goals()[0].0.clone();
    (journal, id)
}

fn tick(journal: &mut Journal, day: Day, id: &Id) -> Result<(), Refusal> {
    let changed = journal.tick(day, id, today())?;
    journal.apply(&changed, Stamp::from((2, 0, 1)));
    Ok(())
}

#[test]
fn a_day_has_the_petals_of_its_entries() {
    let (mut journal, id) = with_goal(Rhythm::Daily, today().before(5));
    assert!(petals(&journal, today()).is_empty());
    tick(&mut journal, today(), &id).unwrap();
    assert_eq!(
        petals(&journal, today()).petals(),
        [false, true, false, false, true]
    );
    let totals = totals(&journal, today());
    assert_eq!((totals.days, totals.ways), (1, [0, 1, 0, 0, 1]));
}

#[test]
fn goals_stand_on_the_days_they_are_for() {
    let monday = Weekdays::default().toggled(1);
    let made = today().before(5);
    for (rhythm, day, expected) in [
        (Rhythm::Daily, today(), 1),
        (Rhythm::Daily, made.before(1), 0),
        (Rhythm::Weekdays(monday), today(), 0),
        (Rhythm::Weekdays(monday), today().before(5), 1),
        (Rhythm::Weekly(2), today(), 1),
        (Rhythm::Once(today().before(1)), today().before(1), 1),
        (Rhythm::Once(today().before(1)), today(), 0),
    ] {
        let (journal, _) = with_goal(rhythm, made);
        assert_eq!(
            goals_on(&journal, day, 1).len(),
            expected,
            "{rhythm:?} on {day}"
        );
    }
}

#[test]
fn a_thing_done_once_leaves_the_next_day() {
    let (mut journal, id) = with_goal(Rhythm::Once(today().after(5)), today().before(3));
    tick(&mut journal, today().before(1), &id).unwrap();
    assert_eq!(goals_on(&journal, today().before(2), 1).len(), 1);
    assert!(goals_on(&journal, today().before(1), 1)[0].ticked);
    assert_eq!(goals_on(&journal, today(), 1), []);
}

#[test]
fn a_dropped_goal_stays_on_the_days_it_was_done() {
    let (mut journal, id) = with_goal(Rhythm::Daily, today().before(5));
    tick(&mut journal, today(), &id).unwrap();
    let dropped = journal.set_status(&id, Status::Dropped(today())).unwrap();
    journal.apply(&dropped, Stamp::from((3, 0, 1)));
    assert!(goals_on(&journal, today(), 1)[0].ticked);
    assert_eq!(goals_on(&journal, today().before(1), 1).len(), 1);
    assert_eq!(goals_on(&journal, today().after(1), 1), []);
}

#[test]
fn this_week_is_counted_up_to_that_day() {
    let (mut journal, id) = with_goal(Rhythm::Weekly(3), today().before(30));
    for ago in [0, 1, 5, 6, 7] {
        tick(&mut journal, today().before(ago), &id).unwrap();
    }
    // 2026-11-21 is a Saturday.
    assert_eq!(goals_on(&journal, today(), 1)[0].this_week, 3);
    assert_eq!(goals_on(&journal, today(), 6)[0].this_week, 1);
}

#[test]
fn a_person_is_back_after_days_without_entries() {
    let cases: [(&[u64], bool); 8] = [
        (&[], false),
        (&[0], false),
        (&[1], false),
        (&[2], false),
        (&[3], true),
        (&[400, 9], true),
        (&[400, 0], false),
        (&[30, 2], false),
    ];
    for (ticked, expected) in cases {
        let (mut journal, id) = with_goal(Rhythm::Daily, today().before(500));
        for ago in ticked {
            tick(&mut journal, today().before(*ago), &id).unwrap();
        }
        assert_eq!(came_back(&journal, today()), expected, "{ticked:?}");
    }
}

#[test]
fn a_clock_set_back_is_no_gap() {
    let (mut journal, id) = with_goal(Rhythm::Daily, today());
    tick(&mut journal, today(), &id).unwrap();
    assert!(!came_back(&journal, today().before(30)));
}

proptest! {
    #[test]
    fn logging_never_lowers_a_total(journal in journal(1), ago in 0_u64..40, way in 0_usize..5) {
        let before = totals(&journal, today());
        let draft = EntryDraft {
            words: "Tea".into(),
            ways: Way::ALL[way].into(),
            ..EntryDraft::default()
        };
        let mut after = journal.clone();
        let changed = journal.log(today().before(ago), &draft, today(), 3).unwrap();
        let mut stamps = Stamps::new(1);
        stamps.see(journal.latest());
        after.apply(&changed, stamps.next(0));
        let after = totals(&after, today());
        prop_assert!(after.days >= before.days && after.milestones == before.milestones);
        prop_assert!(after.ways.iter().zip(before.ways).all(|(after, before)| *after >= before));
        prop_assert!(after.ways[way] >= 1);
    }

    #[test]
    fn days_between_agree_with_single_days(journal in journal(1), act in act()) {
        let mut journal = journal;
        let changed = act.on(&journal);
        journal.apply(&changed, journal.latest());
        let first = today().before(50);
        let days = petals_between(&journal, first, today());
        for ago in 0..=50 {
            let day = today().before(ago);
            let found = days.iter().find(|(d, _)| *d == day).map_or(Ways::NONE, |(_, ways)| *ways);
            prop_assert_eq!(found, petals(&journal, day));
        }
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn the_timeline_has_milestones_and_the_markers_that_are_shown() {
    let mut journal = Journal::default();
    let mut stamps = Stamps::new(1);
    let mut keep = |journal: &mut Journal, changed: Result<_, _>| {
        let changed: crate::domain::change::Changed = changed.unwrap();
        journal.apply(&changed, stamps.next(5));
    };
    let shown = crate::domain::settings::Settings {
        recovery: true,
        ..Default::default()
    };
    let set = journal.set(shown);
    keep(&mut journal, Ok(set));
    let today = day("2026-11-21");
    let milestone = MilestoneDraft {
        words: "I laughed.".to_owned(),
        when: Some(When::Day(day("2026-11-05"))),
        ..MilestoneDraft::default()
    };
    let reached = journal.reach(&milestone, today, 1);
    keep(&mut journal, reached);
    let start = |unit| StartDraft {
        label: "since I came home".to_owned(),
        since: day("2026-11-01"),
        unit,
        markers: Markers::default()
            .toggled(MarkerKind::ThreeDays)
            .toggled(MarkerKind::OneWeek),
        about: About::No,
    };
    for (unit, random) in [(Unit::Days, 1), (Unit::Hidden, 2)] {
        let made = journal.make_start(&start(unit), today, random);
        keep(&mut journal, made);
    }
    let days = |journal: &Journal| -> Vec<String> {
        let found = timeline(journal, today).into_iter();
        found.map(|(day, _)| day.to_string()).collect()
    };
    assert_eq!(days(&journal), ["2026-11-08", "2026-11-05", "2026-11-04"]);
    // Resting since the fifth day, it keeps what it had reached, and reaches nothing more.
    let id = journal.starts()[0].0.clone();
    let other = journal.starts()[1].0.clone();
    for id in [id, other] {
        let paused = journal.pause_start(&id, Some(day("2026-11-05")));
        keep(&mut journal, paused);
    }
    assert_eq!(days(&journal), ["2026-11-05", "2026-11-04"]);
}
