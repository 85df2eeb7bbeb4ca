use super::*;
use crate::domain::goal::Rest;
use crate::domain::reminder::Subject;
use crate::domain::rhythm::Weekdays;
use ical::parser::ical::component::IcalCalendar;
use ical::property::Property;
use proptest::prelude::*;

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn reminder(rhythm: Rhythm) -> Reminder {
    Reminder {
        key: "00k3n5v7x9ab".to_owned(),
        about: Subject::Goal,
        words: "Something for today".to_owned(),
        at: 545,
        by_night: false,
        repeats: Repeats::As(rhythm),
        first: day("2026-11-21"),
        last: None,
        rests: Vec::new(),
    }
}

fn file<'a>(reminders: &'a [Reminder], taken_back: &'a [String]) -> File<'a> {
    File {
        reminders,
        taken_back,
        name: "00m3x9q7ab2c",
        number: 3,
        made_ms: 1_795_000_000_000,
        today: day("2026-11-21"),
        no_more: "No more reminders",
    }
}

pub(super) fn written(reminders: &[Reminder]) -> String {
    write(&file(reminders, &[]), &|reminder| reminder.words.clone())
}

/// As another's parser reads it.
pub(super) fn read(text: &str) -> IcalCalendar {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    calendar
}

pub(super) fn value(properties: &[Property], name: &str) -> Option<String> {
    let mut found = properties.iter().filter(|one| one.name == name);
    let value = found.next().and_then(|one| one.value.clone());
    assert!(found.next().is_none(), "{name} stands there twice");
    value
}

#[test]
fn a_file_is_as_the_standard_says() {
    let week = Weekdays::default().toggled(1).toggled(3);
    let mut walk = reminder(Rhythm::Weekdays(week));
    walk.rests.push(Rest {
        from: day("2026-11-24"),
        to: Some(day("2026-11-26")),
    });
    walk.rests.push(Rest {
        from: day("2027-01-01"),
        to: None,
    });
    let text = write(&file(&[walk], &["00gone".to_owned()]), &|_| {
        "Walk; then, tea".to_owned()
    });
    let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Reminders//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
BEGIN:VEVENT
UID:00k3n5v7x9ab.00m3x9q7ab2c
DTSTAMP:20261118T110640Z
SEQUENCE:3
DTSTART:20261123T090500
DURATION:PT10M
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T090500
EXDATE:20261125T090500
SUMMARY:Walk\\; then\\, tea
CLASS:PRIVATE
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Walk\\; then\\, tea
TRIGGER:PT0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:00gone.00m3x9q7ab2c
DTSTAMP:20261118T110640Z
SEQUENCE:3
DTSTART:20261121T000000
STATUS:CANCELLED
SUMMARY:No more reminders
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
";
    assert_eq!(text, expected.replace('\n', "\r\n"));
    let calendar = read(&text);
    assert_eq!(
        value(&calendar.properties, "METHOD").as_deref(),
        Some("PUBLISH")
    );
    assert_eq!(calendar.events.len(), 2);
    assert_eq!(
        (
            calendar.events[0].alarms.len(),
            calendar.events[1].alarms.len()
        ),
        (1, 0)
    );
}

#[test]
fn every_rhythm_has_its_rule() {
    for (repeats, start, rule) in [
        (
            Repeats::As(Rhythm::Daily),
            "20261121T090500",
            Some("FREQ=DAILY"),
        ),
        (
            Repeats::As(Rhythm::Weekly(7)),
            "20261121T090500",
            Some("FREQ=DAILY"),
        ),
        (
            Repeats::As(Rhythm::Weekly(3)),
            "20261123T090500",
            Some("FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ),
        (
            Repeats::Weeks(8),
            "20261121T090500",
            Some("FREQ=WEEKLY;INTERVAL=8"),
        ),
        (
            Repeats::As(Rhythm::Once(day("2026-12-24"))),
            "20261224T090500",
            None,
        ),
    ] {
        let mut one = reminder(Rhythm::Daily);
        one.repeats = repeats;
        let event = &read(&written(&[one])).events[0];
        assert_eq!(value(&event.properties, "DTSTART").as_deref(), Some(start));
        assert_eq!(value(&event.properties, "RRULE").as_deref(), rule);
    }
}

#[test]
fn a_time_of_the_night_is_on_the_next_date() {
    let mut late = reminder(Rhythm::Weekdays(Weekdays::default().toggled(7)));
    (late.at, late.by_night) = (90, true);
    late.rests.push(Rest {
        from: day("2026-11-29"),
        to: Some(day("2026-11-29")),
    });
    late.last = Some(day("2026-12-31"));
    let event = &read(&written(&[late])).events[0];
    let of = |name| value(&event.properties, name).unwrap();
    assert_eq!(of("DTSTART"), "20261123T013000");
    assert_eq!(of("RRULE"), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101T013000");
    assert_eq!(of("EXDATE"), "20261130T013000");
}

#[test]
fn nothing_to_come_is_not_in_it() {
    let past = reminder(Rhythm::Once(day("2026-11-20")));
    assert!(read(&written(&[past])).events.is_empty());
    assert!(read(&written(&[])).events.is_empty());
}

fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => text.push('\n'),
                other => text.extend(other),
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}

proptest! {
    #[test]
    fn any_words_are_read_back(words in "(\\PC|[\\n,;: \\\\\"]){0,200}") {
        // What the person typed has single spaces; see `domain/words.rs`.
        let words = words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        // That parser cannot read a value that starts with a colon.
        let words = ["Go ", &words].concat();
        let mut one = reminder(Rhythm::Daily);
        one.words.clone_from(&words);
        let text = written(&[one]);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{}", line);
            prop_assert!(!line.contains(['\n', '\r']));
        }
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        let event = &read(&text).events[0];
        let kept: String = words.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        // That parser leaves out white space at a line's end.
        let found = value(&event.properties, "SUMMARY").map(|value| unescaped(&value)).unwrap_or_default();
        prop_assert_eq!(found.trim_end(), kept.trim_end());
    }

    #[test]
    fn the_moment_is_a_moment(ms in 0_u64..253_402_300_800_000) {
        let text = utc(ms);
        prop_assert_eq!(text.len(), 16);
        let moment = chrono::NaiveDateTime::parse_from_str(&text, "%Y%m%dT%H%M%SZ").unwrap();
        prop_assert_eq!(moment.and_utc().timestamp(), i64::try_from(ms / 1000).unwrap());
    }
}
