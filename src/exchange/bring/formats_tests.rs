//! Each app's file, read whole.

use super::making::{File, archive, day, left, loop_files, mark, named, opened, read, today};
use super::{Columns, DateOrder, NO_THING, Opened, Origin, Why, open};
use crate::domain::rhythm::Rhythm;

#[test]
fn loops_archive_is_read_whole() {
    let found = opened(&archive(&loop_files())).unwrap();
    assert_eq!(found.origin, Origin::Loop);
    let things: Vec<_> = found
        .things
        .iter()
        .map(|thing| {
            (
                thing.name.as_str(),
                thing.done,
                thing.rests,
                thing.archived,
                thing.has_amounts,
            )
        })
        .collect();
    assert_eq!(
        things,
        [
            ("Meditate", 2, 1, false, false),
            ("Wake up, early!", 2, 0, false, false),
            ("Read a book", 2, 0, false, true),
            ("Old thing", 1, 0, true, false),
        ]
    );
    let often = |name: &str| {
        named(&found, name)
            .often
            .map(|often| (often.rhythm, often.is_same))
    };
    assert_eq!(often("Meditate"), Some((Rhythm::Daily, true)));
    assert_eq!(often("Wake up, early!"), Some((Rhythm::Weekly(5), false)));
    assert_eq!(often("Read a book"), Some((Rhythm::Weekly(3), true)));
    let book = named(&found, "Read a book");
    assert_eq!((book.unit.as_str(), book.target), ("pages", Some(10_000)));
    assert_eq!(
        (book.first, book.last),
        (Some(day("2026-11-19")), Some(today()))
    );
    assert_eq!(
        mark(&found, "Read a book", "2026-11-21").unwrap().amount,
        Some(12_500)
    );
    assert_eq!(mark(&found, "Read a book", "2026-11-20"), None);
    assert_eq!(mark(&found, "Wake up, early!", "2026-11-21"), None);
    let sick = mark(&found, "Meditate", "2026-11-20").unwrap();
    assert_eq!((sick.done, sick.note.as_str()), (false, "Sick"));
    assert!(mark(&found, "Meditate", "2026-11-19").unwrap().rest);
    let note = &mark(&found, "Meditate", "2026-11-18").unwrap().note;
    assert_eq!(note, "Ten minutes, \"just\" breathing");
    assert_eq!(
        left(&found),
        [
            (Why::NotDone, 2),
            (Why::ByItself, 1),
            (Why::About, 3),
            (Why::Rhythm, 1)
        ]
    );
}

#[test]
fn older_archives_are_read_too() {
    for (table, rows) in [
        (
            "Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Run,Did you?,calm,3,7,#AFB42B\n",
            "2026-11-21,2\n2026-11-20,1\n2026-11-19,0\n2026-11-18,3\n2026-11-17,-1\n2026-11-16,2\n",
        ),
        (
            "Name,Description,NumRepetitions,Interval,Color\nRun,Did you?,3,7,#AFB42B\n",
            "Date,Value\n2026-11-21,2\n2026-11-20,1\n2026-11-19,0\n2026-11-18,3\n2026-11-16,2\n",
        ),
    ] {
        let files = [
            File::new("Habits.csv", table.as_bytes()),
            File::new("001 Run/Checkmarks.csv", rows.as_bytes()),
        ];
        let found = opened(&archive(&files)).unwrap();
        let run = named(&found, "Run");
        assert_eq!(
            (run.done, run.rests, run.has_amounts),
            (2, 1, false),
            "{table}"
        );
        assert_eq!(run.often.map(|often| often.rhythm), Some(Rhythm::Weekly(3)));
        let behind = left(&found);
        assert!(
            behind.contains(&(Why::ByItself, 1)) && behind.contains(&(Why::NotDone, 1)),
            "{behind:?}"
        );
    }
}

#[test]
fn folders_find_their_things() {
    // Two of one name, one in other letters, one folder that is not listed, and all of it within a folder.
    let table = "Position,Name,Type\n001,Run,YES_NO\n002,Run,YES_NO\n003,مشي,YES_NO\n004,Nothing yet,YES_NO\n";
    let files = [
        File::new("My export/Habits.csv", table.as_bytes()),
        File::new(
            "My export/002 Run/Checkmarks.csv",
            b"Date,Value,Notes\n2026-11-20,YES_MANUAL,\n",
        ),
        File::new(
            "My export/001 Run/Checkmarks.csv",
            b"Date,Value,Notes\n2026-11-21,YES_MANUAL,\n2026-11-19,YES_MANUAL,\n",
        ),
        File::new(
            "My export/003/Checkmarks.csv",
            b"Date,Value,Notes\n2026-11-21,YES_MANUAL,\n",
        ),
        File::new(
            "My export/009 Swim/Checkmarks.csv",
            b"Date,Value,Notes\n2026-11-21,2500,\n",
        ),
        File::new("__MACOSX/My export/._Habits.csv", b"\0\x05\x16\x07"),
    ];
    let found = opened(&archive(&files)).unwrap();
    let done: Vec<_> = found
        .things
        .iter()
        .map(|thing| (thing.name.as_str(), thing.which, thing.done))
        .collect();
    assert_eq!(
        done,
        [
            ("Run", 0, 2),
            ("Run", 1, 1),
            ("مشي", 0, 1),
            ("Nothing yet", 0, 0),
            ("Swim", 0, 1)
        ]
    );
    assert!(named(&found, "Swim").has_amounts);
}

#[test]
fn habit_bulls_table_is_read_whole() {
    let found = opened(include_bytes!(
        "../../../tests/fixtures/bring/habitbull.csv"
    ))
    .unwrap();
    assert_eq!(found.origin, Origin::HabitBull);
    let things: Vec<_> = found
        .things
        .iter()
        .map(|thing| (thing.name.as_str(), thing.done, thing.has_amounts))
        .collect();
    assert_eq!(
        things,
        [
            ("Walk", 2, false),
            ("Press-ups", 3, true),
            ("Read", 1, false)
        ]
    );
    assert_eq!(
        mark(&found, "Press-ups", "2026-11-18").unwrap().amount,
        Some(1000)
    );
    assert_eq!(mark(&found, "Walk", "2026-11-19").unwrap().note, "Too wet");
    assert_eq!(mark(&found, "Walk", "2026-11-20").unwrap().amount, None);
    assert_eq!(
        left(&found),
        [
            (Why::NoDate, 1),
            (Why::Ahead, 1),
            (Why::NoName, 1),
            (Why::NotDone, 1),
            (Why::Value, 1),
            (Why::About, 1),
            (Why::Group, 3)
        ]
    );
}

#[test]
fn daylios_table_is_read_whole() {
    let found = opened(include_bytes!("../../../tests/fixtures/bring/daylio.csv")).unwrap();
    assert_eq!(found.origin, Origin::Daylio);
    let things: Vec<_> = found
        .things
        .iter()
        .map(|thing| (thing.name.as_str(), thing.done))
        .collect();
    assert_eq!(
        things,
        [
            ("family", 1),
            ("good meal", 1),
            ("walk", 1),
            ("friends", 1),
            ("film", 1)
        ]
    );
    let moods: Vec<_> = found.moods.iter().map(|(_, mood)| mood.as_str()).collect();
    assert_eq!(moods, ["awful", "rad", "good"]);
    assert_eq!(left(&found), [(Why::SecondMood, 1)]);
    let note = &found.marks[&(today(), NO_THING)].note;
    assert_eq!(note, "Home\nSoup with Mum.\nEarly night.");
    let scales = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n2026-11-21,x,y,z,meh,work,Sleep: 3,,Hello\n";
    let found = opened(scales.as_bytes()).unwrap();
    assert_eq!(left(&found), [(Why::Scales, 1)]);
    assert_eq!(found.marks[&(today(), NO_THING)].note, "Hello");
}

#[test]
fn any_table_is_read_by_its_columns() {
    let bytes = include_bytes!("../../../tests/fixtures/bring/table.csv");
    let Opened::Table(sheet) = open(bytes.to_vec(), today()).unwrap() else {
        panic!("it is known");
    };
    let guess = sheet.guess.clone().unwrap();
    assert_eq!(
        (guess.date, guess.name, guess.value, guess.note, guess.order),
        (0, Some(2), None, Some(1), DateOrder::DayFirst)
    );
    let columns = Columns {
        value: Some(3),
        ..guess
    };
    let found = read(Box::new(sheet.read(columns, today()))).unwrap();
    let things: Vec<_> = found
        .things
        .iter()
        .map(|thing| (thing.name.as_str(), thing.done, thing.has_amounts))
        .collect();
    assert_eq!(things, [("Walk", 2, true), ("Rang Sam", 1, false)]);
    assert_eq!(
        mark(&found, "Walk", "2026-11-21").unwrap().amount,
        Some(3500)
    );
    assert_eq!(
        mark(&found, "Rang Sam", "2026-11-19").unwrap().note,
        "Tired"
    );
    assert_eq!(left(&found), [(Why::NoDate, 1), (Why::NotDone, 1)]);
}
