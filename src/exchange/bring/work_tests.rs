use super::super::making::{File, archive};
use super::super::{DateOrder, Found, Mark, NO_THING, Why, ZipError};
use super::*;
use crate::domain::rhythm::Rhythm;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-21")
}

fn read(mut work: Box<Work>) -> Result<Found, BringError> {
    let mut steps = 0;
    loop {
        let (at, of) = work.progress();
        assert!(at <= of, "{at} of {of}");
        match work.step()? {
            Ok(found) => return Ok(found),
            Err(more) => work = more,
        }
        steps += 1;
        assert!(steps < 100_000, "it never ends");
    }
}

/// Opens a file and reads it, a table with the columns that were guessed.
fn opened(bytes: &[u8]) -> Result<Found, BringError> {
    match open(bytes.to_vec(), today())? {
        Opened::Known(work) => read(work),
        Opened::Table(sheet) => {
            let columns = sheet.guess.clone().ok_or(BringError::NothingFound)?;
            read(Box::new(sheet.read(columns, today())))
        }
    }
}

fn left(found: &Found) -> Vec<(Why, usize)> {
    found
        .left
        .iter()
        .map(|left| (left.why, left.count))
        .collect()
}

fn named<'a>(found: &'a Found, name: &str) -> &'a super::super::Thing {
    found
        .things
        .iter()
        .find(|thing| thing.name == name)
        .unwrap()
}

fn mark<'a>(found: &'a Found, name: &str, on: &str) -> Option<&'a Mark> {
    let place = found.things.iter().position(|thing| thing.name == name)?;
    found.marks.get(&(day(on), place))
}

fn loop_files() -> Vec<File> {
    let file = |name: &str, text: &str| File::new(name, text.as_bytes());
    vec![
        file(
            "Habits.csv",
            include_str!("../../../tests/fixtures/bring/loop/Habits.csv"),
        ),
        file("001 Meditate/Scores.csv", "Date,Score\n2026-11-21,0.0520\n"),
        file(
            "001 Meditate/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/001 Meditate/Checkmarks.csv"),
        ),
        file(
            "002 Wake up early/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/002 Wake up early/Checkmarks.csv"),
        ),
        file(
            "003 Read a book/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/003 Read a book/Checkmarks.csv"),
        ),
        file(
            "004 Old thing/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/004 Old thing/Checkmarks.csv"),
        ),
        file("Scores.csv", "Date,Meditate,\n2026-11-21,0.0520,\n"),
        file(
            "Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/Checkmarks.csv"),
        ),
    ]
}

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
    assert_eq!(left(&found), [(Why::Value, 1)]);
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

#[test]
fn columns_are_guessed() {
    for (text, expected) in [
        ("date,name\n2026-11-21,x\n", Some((0, Some(1), None, None))),
        (
            "what,day,done,comment\nx,21.11.2026,1,y\n",
            Some((1, Some(0), Some(2), Some(3))),
        ),
        (
            "2026-11-21,Walk\n2026-11-20,Swim\n",
            Some((0, Some(1), None, None)),
        ),
        (
            "a,b\nx,2026-11-21\ny,2026-11-20\n",
            Some((1, Some(0), None, None)),
        ),
        (
            "Date,Notes\n2026-11-21,Hello\n",
            Some((0, None, None, Some(1))),
        ),
        ("a,b\nc,d\n", None),
    ] {
        let Opened::Table(sheet) = open(text.into(), today()).unwrap() else {
            panic!("{text}");
        };
        let guess = sheet
            .guess
            .map(|guess| (guess.date, guess.name, guess.value, guess.note));
        assert_eq!(guess, expected, "{text}");
    }
}

#[test]
fn a_diary_of_dates_and_words_becomes_notes() {
    let found = opened(b"Date,Notes\n2026-11-21,Hello\n2026-11-20,\"Two\nlines\"\n").unwrap();
    assert!(found.things.is_empty());
    assert_eq!(found.marks[&(today(), NO_THING)].note, "Hello");
    assert_eq!(found.marks.len(), 2);
}

#[test]
fn wrong_files_are_refused() {
    let deep = "[".repeat(100_000);
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff";
    let cases: [(&[u8], BringError); 12] = [
        (b"", BringError::Empty),
        (b" \r\n ", BringError::Empty),
        (b"hello", BringError::NothingFound),
        (deep.as_bytes(), BringError::NothingFound),
        (png, BringError::NotText),
        (b"\xFF\xFEa", BringError::NotText),
        (b"PK\x03\x04", BringError::Zip(ZipError::Damaged)),
        (b"PK\x05\x06", BringError::Zip(ZipError::Damaged)),
        (&vec![b' '; MOST_BYTES + 1], BringError::TooMuch),
        (
            &archive(&[File::new("photo.jpg", b"x")]),
            BringError::NothingFound,
        ),
        (
            &archive(&[File::new("Habits.csv", b"")]),
            BringError::NothingFound,
        ),
        (
            b"{\"app\":\"waymark\",\"format\":1,\"records\":[]}",
            BringError::NothingFound,
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(opened(bytes), Err(expected), "{:?}", bytes.get(..20));
    }
}

#[test]
fn what_is_too_much_is_refused() {
    let mut text = String::from("date,what\n");
    for count in 0..=super::super::MOST_THINGS {
        text.push_str(&format!("2026-11-21,thing {count}\n"));
    }
    assert_eq!(opened(text.as_bytes()), Err(BringError::TooMuch));
    let rows = "2026-11-21,x\n".repeat(super::super::MOST_ROWS + 1);
    assert_eq!(opened(rows.as_bytes()), Err(BringError::TooMuch));
}

#[test]
fn hostile_names_are_only_names() {
    for name in [
        "<script>alert(1)</script>",
        "=HYPERLINK(\"x\")",
        "__proto__",
        "\u{202e}abc\u{0}",
        "../../etc",
        "javascript:alert(1)",
        "👩‍👧",
    ] {
        let text = format!("date,what\n2026-11-21,\"{}\"\n", name.replace('"', "\"\""));
        let found = opened(text.as_bytes()).unwrap();
        assert_eq!(found.things[0].name, name);
    }
}

/// Ten years of 30 things, as Loop writes them.
fn ten_years() -> Vec<File> {
    let mut table = String::from(
        "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n",
    );
    let mut files = Vec::new();
    for thing in 1..=30_u64 {
        table.push_str(&format!(
            "{thing:03},Thing {thing},YES_NO,,,1,1,#FF8F00,,,,false\n"
        ));
        let mut rows = String::from("Date,Value,Notes\n");
        for ago in 0..3650 {
            let said = ["YES_MANUAL", "NO", "SKIP"]
                [usize::from((ago * thing) % 5 == 3) + usize::from((ago * thing) % 97 == 8)];
            rows.push_str(&format!("{},{said},\n", today().before(ago)));
        }
        files.push(File::new(
            &format!("{thing:03} Thing {thing}/Checkmarks.csv"),
            rows.as_bytes(),
        ));
    }
    files.push(File::new("Habits.csv", table.as_bytes()));
    files
}

#[test]
fn ten_years_are_read_in_many_small_steps() {
    let bytes = archive(&ten_years());
    let Opened::Known(mut work) = open(bytes, today()).unwrap() else {
        panic!("it is a table");
    };
    let mut steps = 0;
    let mut before = 0;
    let found = loop {
        let (at, of) = work.progress();
        assert!(at + of / 20 >= before, "it goes back from {before} to {at}");
        before = at;
        match work.step().unwrap() {
            Ok(found) => break found,
            Err(more) => work = more,
        }
        steps += 1;
    };
    assert!(steps > 200, "{steps} steps");
    assert_eq!(found.things.len(), 30);
    assert!(found.marks.len() > 80_000, "{}", found.marks.len());
}

fn all_files() -> [Vec<u8>; 4] {
    [
        archive(&loop_files()),
        include_bytes!("../../../tests/fixtures/bring/habitbull.csv").to_vec(),
        include_bytes!("../../../tests/fixtures/bring/daylio.csv").to_vec(),
        include_bytes!("../../../tests/fixtures/bring/table.csv").to_vec(),
    ]
}

#[test]
fn a_file_cut_off_anywhere_does_not_panic() {
    for bytes in all_files() {
        for length in 0..bytes.len() {
            let _ = opened(&bytes[..length]);
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = opened(&bytes);
    }

    #[test]
    fn no_table_panics(text in "(full_date|HabitName|CalendarDate|Value|mood|date|activities|2026-11-2[0-9]|[,;|\"\n\t])*") {
        let _ = opened(text.as_bytes());
    }

    #[test]
    fn no_change_of_a_file_panics(
        file in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = all_files()[file].clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = opened(&bytes);
    }

    #[test]
    fn no_checkmarks_panic(rows in "([0-9-]{0,11},(YES_MANUAL|SKIP|NO|[0-9]{0,14}|-1),[a-z\"]{0,4}\n){0,8}") {
        let files = [File::new("Habits.csv", b"Name,Type\nA,NUMERICAL\n"), File::new("001 A/Checkmarks.csv", rows.as_bytes())];
        let _ = opened(&archive(&files));
    }
}
