use super::*;
use crate::domain::arbitrary::is_sound;
use crate::domain::change::{Body, Key};
use crate::domain::entry::Entry;
use crate::domain::goal::Status;
use crate::domain::id::Id;
use crate::domain::line::List;
use crate::domain::mood::Mood;
use crate::domain::record;
use crate::domain::start_date::StartDate;
use std::collections::BTreeSet;
use std::mem::discriminant;

mod kinds;

/// Each kind of line, and the parts it may have.
const PARTS: [(&str, &str); 11] = [
    ("person", "who word moods review away"),
    (
        "goal",
        "ways every in since with if then sure amount about recovery step rest done finished dropped",
    ),
    ("did", "on ways note recovery"),
    ("day", "on"),
    ("mood", "on"),
    ("idea", "ways"),
    ("reached", "on note about recovery proud"),
    ("start", "on show marks about note rests again"),
    ("checkup", "on life helped hindered next support"),
    ("review", "on next"),
    ("", "on in number"),
];

/// Names of what is drunk, used or prescribed, and of having stopped, by the beginnings of words.
const SUBSTANCES: [&str; 32] = [
    "alcohol", "beer", "benzo", "booze", "cannabis", "cigar", "cocaine", "coke", "crack", "detox",
    "dose", "drank", "drink", "drug", "drunk", "heroin", "ketamine", "lapse", "mdma", "meth",
    "naloxone", "opiate", "opioid", "pills", "rehab", "relapse", "smok", "sober", "spirits",
    "vape", "vodka", "wine",
];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A day of any kind: every weekday, the ends of months, of years and of a leap year's February.
fn days() -> impl Iterator<Item = Day> {
    let firsts = [
        "2026-11-21",
        "2028-02-26",
        "2026-12-29",
        "2027-02-25",
        "2027-03-29",
    ];
    let days = |first| (0..8).map(move |later| day(first).after(later));
    firsts.into_iter().flat_map(days)
}

fn today() -> Day {
    day("2026-11-21")
}

/// Everyone with their journal.
fn all(today: Day) -> Vec<(Person, Journal)> {
    let people = people().into_iter();
    let with = |person: Person| (person, journal(person.id, today).unwrap());
    people.map(with).collect()
}

fn bodies(journal: &Journal) -> impl Iterator<Item = (&Key, &Body)> {
    journal
        .keys()
        .filter_map(|key| Some((key, journal.body(key)?)))
}

fn has_substance(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut words = words.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| SUBSTANCES.iter().any(|name| word.starts_with(name)))
}

#[test]
fn there_are_six_people_in_their_order() {
    let ids: Vec<_> = people().iter().map(|person| person.id).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5", "6"]);
    let on = people().into_iter().filter(|person| person.recovery);
    assert_eq!(on.map(|person| person.id).collect::<String>(), "1235");
    for person in people() {
        assert!(Id::parse(person.id).is_some());
        assert!(!person.name.contains(' ') && !person.name.is_empty());
        assert!(person.about.ends_with('.'), "{}", person.about);
        assert!(!has_substance(person.about), "{}", person.about);
    }
    for nobody in ["", "0", "7", "x"] {
        assert_eq!(journal(nobody, today()), None);
    }
}

#[test]
fn every_line_can_be_told_on_any_day() {
    for today in days() {
        for (_, file) in FILES {
            let mut story = Story::new(today);
            for line in lines(file) {
                let told = story.tell(&line);
                assert!(told.is_some(), "{today}: {} {}", line.kind, line.words);
            }
        }
    }
}

#[test]
fn no_part_of_a_line_is_misspelt() {
    for (_, file) in FILES {
        for line in lines(file) {
            let known = PARTS.iter().find(|known| known.0 == line.kind);
            let (_, known) = known.unwrap_or(&PARTS[PARTS.len() - 1]);
            for (name, _) in &line.parts {
                let is_known = known.split(' ').any(|known| known == *name);
                assert!(is_known, "{} {} has {name}", line.kind, line.words);
            }
        }
    }
}

#[test]
fn what_nobody_understands_is_left_out() {
    for wrong in [
        "",
        "gaol Walk | ways A | every day | since 9",
        "goal Walk | ways X | every day | since 9",
        "goal Walk | ways A | every noon | since 9",
        "goal Walk | ways A | every week 8 | since 9",
        "goal Walk | ways A | every day | since 9 | done 9 x",
        "goal Walk | ways A | every day | since 9 | done 10",
        "goal Walk | ways A | every day | since 9 | amount far km",
        "goal @A99 | every day | since 9",
        "did Walk | on 3",
        "did Walk | ways A",
        "did Walk | ways A | on -3",
        "did Walk | ways A | on 3.8",
        "did Walk | ways A | on 999999",
        "mood fine | on 3",
        "reached @MA99 | on 3",
        "reached | on 3",
        "reached Walk | on 3mm",
        "start since then | on 3 | show years",
        "start since then | on 3 | marks 5d",
        "checkup 5 11 | on 3",
        "checkup 5 | on 3 | life fine",
        "review Walk | on 3 | next 1",
        "call Sam | number none",
    ] {
        let mut story = Story::new(today());
        assert_eq!(story.tell(&Line::read(wrong)), None, "{wrong}");
    }
}

#[test]
fn journals_are_sound_on_any_day() {
    for today in days().chain([Day::EARLIEST, Day::FIRST, Day::LATEST]) {
        for (person, journal) in all(today) {
            assert!(is_sound(&journal, today), "{} on {today}", person.name);
        }
    }
}

#[test]
fn a_journal_is_the_same_each_time() {
    for person in people() {
        assert_eq!(journal(person.id, today()), journal(person.id, today()));
    }
}

#[test]
fn every_record_is_read_back() {
    for (_, journal) in all(today()) {
        let mut again = Journal::default();
        for key in record::stored_keys(&journal) {
            let text = record::write(&journal, &key).unwrap();
            again.absorb(record::read(&key, &text).unwrap());
        }
        assert_eq!(again, journal);
    }
}

#[test]
fn nothing_but_what_is_planned_lies_ahead() {
    for today in days() {
        for (person, journal) in all(today) {
            for (key, body) in bodies(&journal) {
                let day = match (key, body) {
                    (Key::Entry(day, _), _) => Some(*day),
                    (_, Body::Note(note)) => Some(note.day),
                    (_, Body::Goal(goal)) => Some(goal.made),
                    (_, Body::Milestone(milestone)) => {
                        Some(milestone.place().max(milestone.marked))
                    }
                    (_, Body::Start(start)) => Some(start.until.unwrap_or(start.since)),
                    (_, Body::Line(line)) if line.list != Some(List::Appointments) => line.day,
                    (Key::Mood(id) | Key::CheckUp(id) | Key::Review(id), _) => {
                        Day::parse(id.as_str())
                    }
                    _ => None,
                };
                let is_past = day.is_none_or(|day| day <= today);
                assert!(is_past, "{} on {today}: {key:?}", person.name);
            }
        }
    }
}

#[test]
fn six_uneven_weeks_are_kept() {
    let mut faults = Vec::new();
    for today in days() {
        for (person, journal) in all(today) {
            let entries = journal.entries(Day::EARLIEST, today);
            let kept: BTreeSet<_> = entries.map(|(day, ..)| today.days_since(day)).collect();
            let is_whole = kept.last() == Some(&43) && (18..36).contains(&kept.len());
            let days: Vec<_> = kept.iter().copied().collect();
            // Three days with nothing on them, twice at least; and something lately.
            let gaps = days.windows(2).filter(|pair| pair[1] - pair[0] > 3);
            if !is_whole || gaps.count() < 2 || days[0] > 3 {
                faults.push(format!("{} on {today}: {days:?}", person.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
