use super::super::making::{File, all_files, archive, opened, today};
use super::super::{NO_THING, ZipError};
use super::*;
use proptest::prelude::*;

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
        text += "2026-11-21,thing ";
        text += &count.to_string();
        text.push('\n');
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
        let line = format!("{thing:03},Thing {thing},YES_NO,,,1,1,#FF8F00,,,,false\n");
        table.push_str(&line);
        let mut rows = String::from("Date,Value,Notes\n");
        for ago in 0..3650 {
            let said = ["YES_MANUAL", "NO", "SKIP"]
                [usize::from((ago * thing) % 5 == 3) + usize::from((ago * thing) % 97 == 8)];
            rows += &[&today().before(ago).to_string(), ",", said, ",\n"].concat();
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
