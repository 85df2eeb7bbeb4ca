use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_check_up_is_offered_in_its_time() {
    let case = |first, last, weeks, put_off, expected: Option<&str>| {
        let settings = Settings {
            checkup_weeks: weeks,
            checkup_put_off: put_off,
            ..Settings::default()
        };
        assert_eq!(offered_from(first, last, &settings), expected.map(day));
    };
    let first = Some(day("2026-01-31"));
    case(None, None, 4, None, None);
    case(first, None, 4, None, Some("2026-02-28"));
    case(first, None, 12, None, Some("2026-02-28"));
    case(first, None, 0, None, None);
    case(first, None, 4, Some(day("2026-03-01")), Some("2026-03-08"));
    let last = Some(day("2026-03-10"));
    case(first, last, 4, None, Some("2026-04-07"));
    case(first, last, 8, None, Some("2026-05-05"));
    case(first, last, 12, Some(day("2026-02-01")), Some("2026-06-02"));
}

#[test]
fn every_month_has_its_question() {
    let asked: Vec<Chime> = (1..=5)
        .map(|month| Chime::of_month(Day::new(2026, month, 9).unwrap()))
        .collect();
    for chime in Chime::ALL {
        assert!(asked.contains(&chime), "{chime:?}");
    }
}

#[test]
fn answers_outside_the_scale_are_not_read() {
    for (text, fine) in [
        (r#"{"happy":0,"anxious":10}"#, true),
        (r#"{"happy":11}"#, false),
        (r#"{"happy":-1}"#, false),
        (r#"{"health":"ok","support":"today"}"#, true),
        // A newer version's word is kept.
        (r#"{"health":"bad"}"#, true),
        (r#"{"health":3}"#, false),
        (r#"{"support":["no"]}"#, false),
        (r#"{"helped":3}"#, false),
    ] {
        let mut fields = crate::domain::fields::object_of(text).unwrap();
        assert_eq!(CheckUp::take(&mut fields).is_some(), fine, "{text}");
    }
}
