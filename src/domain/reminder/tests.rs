use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn reminder(rhythm: Rhythm) -> Reminder {
    Reminder {
        key: "00abc".to_owned(),
        about: Subject::Goal,
        words: "A short walk".to_owned(),
        at: 540,
        by_night: false,
        repeats: Repeats::As(rhythm),
        // A Saturday.
        first: day("2026-11-21"),
        last: None,
        rests: Vec::new(),
    }
}

fn dates(reminder: &Reminder) -> Option<(String, Option<String>, Vec<String>)> {
    let dates = reminder.dates()?;
    let left_out = dates.left_out.iter().map(ToString::to_string).collect();
    let until = dates.until.map(|day| day.to_string());
    Some((dates.start.to_string(), until, left_out))
}

#[test]
fn the_first_day_is_one_of_its_own() {
    let mondays = Weekdays::default().toggled(1);
    for (repeats, start) in [
        (Repeats::As(Rhythm::Daily), Some("2026-11-21")),
        (Repeats::As(Rhythm::Weekdays(mondays)), Some("2026-11-23")),
        (Repeats::As(Rhythm::Weekdays(Weekdays::default())), None),
        (Repeats::As(Rhythm::Weekly(1)), Some("2026-11-25")),
        (Repeats::As(Rhythm::Weekly(7)), Some("2026-11-21")),
        (Repeats::As(Rhythm::Weekly(0)), None),
        (
            Repeats::As(Rhythm::Once(day("2026-12-01"))),
            Some("2026-12-01"),
        ),
        (
            Repeats::As(Rhythm::Once(day("2026-11-21"))),
            Some("2026-11-21"),
        ),
        (Repeats::As(Rhythm::Once(day("2026-11-20"))), None),
        (Repeats::Weeks(4), Some("2026-11-21")),
    ] {
        let mut found = reminder(Rhythm::Daily);
        found.repeats = repeats;
        let found = found.dates().map(|dates| dates.start.to_string());
        assert_eq!(found.as_deref(), start, "{repeats:?}");
    }
}

#[test]
fn rests_are_left_out_or_end_it() {
    let with = |rests: &[(&str, Option<&str>)]| {
        let mut found = reminder(Rhythm::Daily);
        found.rests = rests
            .iter()
            .map(|(from, to)| Rest {
                from: day(from),
                to: to.map(day),
            })
            .collect();
        dates(&found)
    };
    let some = |start: &str, until: Option<&str>, left_out: &[&str]| {
        let left_out = left_out.iter().map(|day| (*day).to_owned()).collect();
        Some((start.to_owned(), until.map(str::to_owned), left_out))
    };
    // Over.
    assert_eq!(
        with(&[("2026-11-01", Some("2026-11-20"))]),
        some("2026-11-21", None, &[])
    );
    // Now, to a day.
    assert_eq!(
        with(&[("2026-11-01", Some("2026-11-22"))]),
        some("2026-11-23", None, &[])
    );
    // Now, with no end.
    assert_eq!(with(&[("2026-11-01", None)]), None);
    assert_eq!(with(&[("2026-11-21", None)]), None);
    // To come.
    assert_eq!(
        with(&[("2026-11-23", Some("2026-11-24")), ("2026-12-01", None)]),
        some(
            "2026-11-21",
            Some("2026-11-30"),
            &["2026-11-23", "2026-11-24"]
        )
    );
    // Two that overlap.
    assert_eq!(
        with(&[
            ("2026-11-23", Some("2026-11-24")),
            ("2026-11-24", Some("2026-11-25"))
        ]),
        some(
            "2026-11-21",
            None,
            &["2026-11-23", "2026-11-24", "2026-11-25"]
        )
    );
    // So long that the file is saved anew after it.
    assert_eq!(
        with(&[("2026-12-01", Some("2036-12-01"))]),
        some("2026-11-21", Some("2026-11-30"), &[])
    );
}

#[test]
fn what_was_chosen_is_read_back() {
    let mut choices = Choices::default();
    assert_eq!(choices.lines(), [""; 0]);
    choices.own_words = true;
    choices.meetings_at = Some(600);
    choices.name = Some("00m3x9q7ab2c".to_owned());
    let (daily, once) = (
        reminder(Rhythm::Daily),
        reminder(Rhythm::Once(day("2026-12-01"))),
    );
    let once = Reminder {
        key: "00xyz".to_owned(),
        ..once
    };
    choices.note(&[daily, once], day("2026-11-21"), |_| String::new());
    let mut lines = choices.lines();
    lines.push("later x".to_owned());
    let read = Choices::read(&lines);
    assert_eq!(read.lines(), lines);
    assert_eq!(read.sent, choices.sent);
    assert_eq!(read.sent[1].until, Some(day("2026-12-01")));
    for wrong in [
        "meetings 1440",
        "meetings x",
        "name a;b",
        "sent",
        "sent a/b x",
        "name",
    ] {
        let read = Choices::read(&[wrong.to_owned()]);
        assert_eq!(read, Choices::default(), "{wrong}");
    }
}

#[test]
fn a_change_asks_for_a_new_file_and_a_passed_day_does_not() {
    let today = day("2026-11-21");
    let words = |_: &Reminder| "Something for today".to_owned();
    let daily = reminder(Rhythm::Daily);
    let once = Reminder {
        key: "00xyz".to_owned(),
        ..reminder(Rhythm::Once(day("2026-11-25")))
    };
    let mut choices = Choices::default();
    assert!(
        !choices.is_stale(std::slice::from_ref(&daily), today, words),
        "no file yet"
    );
    choices.name = Some("00m3x9q7ab2c".to_owned());
    choices.note(&[daily.clone(), once.clone()], today, words);
    let both = [daily.clone(), once.clone()];
    assert!(!choices.is_stale(&both, today, words));
    assert!(
        choices.is_stale(&both, today, |reminder| reminder.words.clone()),
        "words"
    );
    let mut later = both.clone();
    later[0].first = day("2026-12-24");
    assert!(!choices.is_stale(&later, today, words), "time goes by");
    later[0].at = 541;
    assert!(choices.is_stale(&later, today, words), "time of day");
    assert!(choices.is_stale(&both[..1], today, words), "taken away");
    assert!(
        !choices.is_stale(&both[..1], day("2026-11-25"), words),
        "its day has come"
    );
    assert_eq!(choices.taken_back(&both[..1], today), ["00xyz"]);
    assert_eq!(choices.taken_back(&both[..1], day("2026-11-26")), [""; 0]);
    // Once taken back, it is so in every further file, and asks for none.
    choices.note(&both[..1], today, words);
    assert!(!choices.is_stale(&both[..1], today, words));
    assert_eq!(choices.taken_back(&both[..1], day("2026-12-26")), ["00xyz"]);
    assert!(choices.is_stale(&both, today, words), "wanted again");
    choices.note(&both, today, words);
    assert_eq!(choices.taken_back(&both, today), [""; 0]);
}

#[test]
fn a_week_of_nudges_has_as_many_as_the_goal() {
    for times in 0..=7 {
        let days = Repeats::As(Rhythm::Weekly(times)).weekdays();
        let count = days.map_or(7, |days| days.iter().count());
        assert_eq!(count, usize::from(times));
    }
}

proptest! {
    #[test]
    fn dates_agree_with_the_rule(
        days in 0_u8..128, kind in 0..4_u8, times in 0_u8..9,
        rests in prop::collection::vec((0_u64..90, prop::option::of(0_u64..40)), 0..4),
        last in prop::option::of(0_u64..80),
    ) {
        let mut weekdays = Weekdays::default();
        for weekday in 1..=7 {
            if days & (1 << (weekday - 1)) != 0 {
                weekdays = weekdays.toggled(weekday);
            }
        }
        let first = day("2026-11-21");
        let mut reminder = reminder(match kind {
            0 => Rhythm::Daily,
            1 => Rhythm::Weekdays(weekdays),
            2 => Rhythm::Weekly(times),
            _ => Rhythm::Once(first.after(times.into())),
        });
        reminder.last = last.map(|days| first.after(days));
        for (from, length) in rests {
            let from = first.before(20).after(from);
            reminder.rests.push(Rest { from, to: length.map(|length| from.after(length)) });
        }
        let dates = reminder.dates();
        for ahead in 0..150 {
            let day = first.after(ahead);
            let resting = reminder.rests_on(day);
            let expected = reminder.is_on(day) && !resting && reminder.last.is_none_or(|last| day <= last)
                // After a rest with no end nothing comes.
                && !reminder.rests.iter().any(|rest| rest.to.is_none() && rest.from <= day);
            let found = dates.as_ref().is_some_and(|dates| {
                dates.start <= day && dates.until.is_none_or(|until| day <= until)
                    && reminder.is_on(day) && !dates.left_out.contains(&day)
            });
            prop_assert_eq!(found, expected, "{}", day);
        }
        if let Some(dates) = dates {
            prop_assert!(reminder.is_on(dates.start) && !dates.left_out.contains(&dates.start));
        }
    }
}
