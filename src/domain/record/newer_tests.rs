use super::*;
use crate::domain::about::About;
use crate::domain::change::{Body, Change, Changed};
use crate::domain::goal::Status;
use crate::domain::merge::merge_texts;
use crate::domain::record::{Unreadable, read, read_text, stored_keys, with_sum, write};
use proptest::prelude::*;

fn journal_of(texts: &[&str]) -> Journal {
    let mut journal = Journal::default();
    for text in texts {
        journal.absorb(read_text(&with_sum(text)).unwrap().1);
    }
    journal
}

const GOAL: &str = r#"{"d":{"made":"2026-11-01","rhythm":"daily","ways":["active"],"words":"Walk"},"h":[5,0,1],"id":"00abc","k":"goal","v":1}"#;
const DAY: &str = r#"{"d":{"items":{"00abc":{"d":{"ways":["give"]},"h":[5,0,1]},"00new":{"d":{"ways":["give","sleep"],"words":"Slept"},"h":[7,0,1]}}},"h":[7,0,1],"id":"2026-11-21","k":"day","v":1}"#;

fn day() -> Day {
    Day::parse("2026-11-21").unwrap()
}

#[test]
fn a_thing_with_a_name_of_a_newer_version_is_kept_whole() {
    let case = |key: &str, text: &str| {
        let journal = journal_of(&[text]);
        let text = with_sum(text);
        assert_eq!(write(&journal, key).as_ref(), Some(&text));
        assert_eq!(stored_keys(&journal), [key]);
        assert_eq!((journal.count(), journal.keys().count()), (1, 0), "{text}");
        let mut twice = journal.clone();
        twice.absorb(read(key, &text).unwrap());
        assert_eq!(twice, journal);
    };
    for rhythm in [r#""monthly""#, r#"{"monthly":[3]}"#] {
        case("goal/00abc", &GOAL.replace(r#""daily""#, rhythm));
    }
    case("goal/00abc", &GOAL.replace("active", "sleep"));
    case(
        "idea/a",
        r#"{"d":{"way":"sleep","words":"Nap"},"h":[5,0,1],"id":"a","k":"idea","v":1}"#,
    );
    case(
        "mood/2026-11-21",
        r#"{"d":{"word":"calm"},"h":[5,0,1],"id":"2026-11-21","k":"mood","v":1}"#,
    );
}

#[test]
fn what_is_no_name_is_damage() {
    let case = |from: &str, to: &str| {
        let text = with_sum(&GOAL.replace(from, to));
        assert_eq!(read("goal/00abc", &text), Err(Unreadable::Damaged), "{to}");
    };
    case(r#""daily""#, "7");
    case(r#""daily""#, r#"{"weekly":300}"#);
    case(r#""daily""#, r#"{"weekly":3,"often":1}"#);
    case(r#"["active"]"#, r#"["sleep",1]"#);
    case(r#"["active"]"#, r#""sleep""#);
    case(r#"["active"]"#, r#"["sleep"],"status":3"#);
    // Nothing else may be wrong with it.
    case(r#"["active"],"words""#, r#"["sleep"],"wards""#);
    case(
        r#""2026-11-01","rhythm":"daily""#,
        r#""2026-02-30","rhythm":"monthly""#,
    );
}

#[test]
fn one_such_entry_hides_no_other_of_its_day() {
    let mut journal = journal_of(&[DAY]);
    assert_eq!(write(&journal, "day/2026-11-21"), Some(with_sum(DAY)));
    assert_eq!(
        (journal.entries(day(), day()).count(), journal.count()),
        (1, 2)
    );
    let id = Id::parse("00abc").unwrap();
    let gone = journal.remove_entry(day(), &id).unwrap();
    journal.apply(&gone, Stamp::from((9, 0, 1)));
    let text = write(&journal, "day/2026-11-21").unwrap();
    assert!(
        text.contains(r#""00new":{"d":{"ways":["give","sleep"],"words":"Slept"},"h":[7,0,1]}"#)
    );
    // Of a day with nothing else, too.
    let alone = DAY.replace(r#""00abc":{"d":{"ways":["give"]},"h":[5,0,1]},"#, "");
    let alone = journal_of(&[&alone]);
    assert_eq!(stored_keys(&alone), ["day/2026-11-21"]);
    let mut again = Journal::default();
    let loaded = read("day/2026-11-21", &write(&alone, "day/2026-11-21").unwrap()).unwrap();
    assert_eq!(loaded.stored_key().as_deref(), Some("day/2026-11-21"));
    again.absorb(loaded);
    assert_eq!(again, alone);
}

#[test]
fn of_one_thing_the_later_form_stays_whoever_can_read_it() {
    let newer = GOAL.replace(r#""daily""#, r#""monthly""#);
    let at = |text: &str, ms: u64| text.replace("[5,0,1]", &format!("[{ms},0,1]"));
    let case = |one: &str, two: &str, expected: &str| {
        let both = [journal_of(&[one, two]), journal_of(&[two, one])];
        for journal in &both {
            assert_eq!(write(journal, "goal/00abc"), Some(with_sum(expected)));
            assert_eq!(stored_keys(journal), ["goal/00abc"]);
        }
        assert_eq!(both[0], both[1]);
    };
    case(GOAL, &at(&newer, 6), &at(&newer, 6));
    case(&at(GOAL, 7), &at(&newer, 6), &at(GOAL, 7));
    case(GOAL, &newer, &newer);
    case(&at(&newer, 8), &newer, &at(&newer, 8));
    // A form that is read here is changed into one that is not: it goes from sight.
    let mut journal = journal_of(&[GOAL]);
    let loaded = read("goal/00abc", &with_sum(&at(&newer, 6))).unwrap();
    assert_eq!(journal.preview(std::slice::from_ref(&loaded)).changed, 1);
    let merged = journal.absorb(loaded);
    assert!(merged.len() == 1 && merged[0].after.is_none());
    let older = read("goal/00abc", &with_sum(GOAL)).unwrap();
    assert_eq!(journal.preview(&[older]).same, 1);
}

#[test]
fn what_is_written_over_it_is_later() {
    let mood = r#"{"d":{"word":"calm"},"h":[900,0,1],"id":"2026-11-21","k":"mood","v":1}"#;
    let mut journal = journal_of(&[mood]);
    assert_eq!(journal.mood(day()), None);
    let said = journal.say_mood(day(), Mood::Good, day()).unwrap();
    journal.apply(&said, Stamp::from((9, 0, 2)));
    journal.absorb(read_text(&with_sum(mood)).unwrap().1);
    assert_eq!(journal.mood(day()), Some(Mood::Good));
}

#[test]
fn a_name_that_may_be_left_out_is_kept_and_stood_in_for() {
    let text = GOAL.replace(r#""made""#, r#""about":"gambling","made""#);
    let text = text.replace(r#""ways""#, r#""status":{"paused":"2026-11-02"},"ways""#);
    let mut journal = journal_of(&[&text]);
    assert_eq!(write(&journal, "goal/00abc"), Some(with_sum(&text)));
    let id = Id::parse("00abc").unwrap();
    let goal = journal.goal(&id).unwrap().clone();
    // An answer that cannot be read shows every card.
    assert_eq!(
        (goal.about, goal.status),
        (About::RatherNotSay, Status::Current)
    );
    let mut keep = |goal: &crate::domain::goal::Goal| {
        let change = Change {
            key: Key::Goal(id.clone()),
            before: None,
            after: Some(Body::Goal(Box::new(goal.clone()))),
        };
        journal.apply(&Changed(vec![change]), Stamp::from((9, 0, 1)));
        write(&journal, "goal/00abc").unwrap()
    };
    let mut goal = goal;
    goal.words = "Walk far".into();
    let kept = keep(&goal);
    assert!(kept.contains(r#""about":"gambling""#) && kept.contains(r#"{"paused":"2026-11-02"}"#));
    goal.about = About::No;
    let kept = keep(&goal);
    assert!(!kept.contains("about") && kept.contains(r#"{"paused":"2026-11-02"}"#));
}

#[test]
fn every_other_name_that_may_be_left_out_is_kept() {
    for (key, text) in [
        (
            "since/a",
            r#"{"d":{"about":"gambling","label":"Since","markers":["24h","5d"],"since":"2026-11-01","unit":"hours"},"h":[5,0,1],"id":"a","k":"since","v":1}"#,
        ),
        (
            "checkup/2026-11-21",
            r#"{"d":{"health":"mixed","support":"soon"},"h":[5,0,1],"id":"2026-11-21","k":"checkup","v":1}"#,
        ),
        (
            "milestone/a",
            r#"{"d":{"about":"gambling","marked":"2026-11-01","words":"Done"},"h":[5,0,1],"id":"a","k":"milestone","v":1}"#,
        ),
    ] {
        let journal = journal_of(&[text]);
        assert_eq!(journal.keys().count(), 1, "{key}");
        assert_eq!(write(&journal, key), Some(with_sum(text)));
    }
}

/// A day with two entries, each read here, deleted, or only read by a newer version.
fn a_day() -> impl Strategy<Value = String> {
    let item = || {
        let form = prop::sample::select(vec![
            r#""d":{"ways":["give"]},"#,
            r#""d":{"ways":["sleep"]},"#,
            r#""d":{"ways":["give","sleep"]},"#,
            r#""del":true,"#,
        ]);
        (form, 0_u64..5).prop_map(|(form, ms)| format!(r#"{{{form}"h":[{ms},0,1]}}"#))
    };
    (item(), item(), any::<bool>()).prop_map(|(a, b, both)| {
        let items = if both {
            format!(r#""a":{a},"b":{b}"#)
        } else {
            format!(r#""b":{b}"#)
        };
        with_sum(&format!(
            r#"{{"d":{{"items":{{{items}}}}},"h":[9,0,1],"id":"2026-11-21","k":"day","v":1}}"#
        ))
    })
}

/// A goal that is read here, or only by a newer version.
fn a_goal() -> impl Strategy<Value = String> {
    let rhythm = prop::sample::select(vec![
        r#""daily""#,
        r#"{"weekly":2}"#,
        r#""monthly""#,
        r#""yearly""#,
    ]);
    (rhythm, 0_u64..5).prop_map(|(rhythm, ms)| {
        let text = GOAL.replace(r#""daily""#, rhythm);
        with_sum(&text.replace("[5,", &format!("[{ms},")))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn what_is_read_here_and_what_is_not_merge_by_the_laws(
        days in [a_day(), a_day(), a_day()],
        goals in [a_goal(), a_goal(), a_goal()],
    ) {
        for [a, b, c] in [days, goals] {
            let merge = |one: &str, two: &str| merge_texts(one, two).unwrap();
            let whole = merge(&a, &a);
            prop_assert_eq!(&merge(&whole, &a), &whole);
            prop_assert_eq!(merge(&a, &b), merge(&b, &a));
            prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        }
    }
}
