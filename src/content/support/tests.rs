//! What the pages of support promise.

use super::super::milestones::milestone;
use super::super::safety_cards::{self, Card, Voice};
use super::*;

const DATA: &str = include_str!("../en/support.txt");

/// The words of a page, without its help lines and milestones.
fn words(id: &str) -> String {
    let mut words = Vec::new();
    for piece in page(DATA, id).unwrap().1 {
        if let Piece::Text(
            reading::Piece::Heading(text)
            | reading::Piece::Words(text)
            | reading::Piece::Item(text),
        ) = piece
        {
            words.push(text);
        }
    }
    words.join("\n")
}

fn help_lines_of(id: &str) -> Vec<&'static str> {
    let (_, pieces) = page(DATA, id).unwrap();
    let name = |piece| match piece {
        Piece::HelpLine(line) => Some(line.name),
        _ => None,
    };
    pieces.into_iter().filter_map(name).collect()
}

#[test]
fn the_pages_are_these() {
    let ids: Vec<_> = pages(DATA).into_iter().map(|(id, _)| id).collect();
    let expected = [
        "peer",
        "mutual",
        "communities",
        "housing",
        "residential",
        "medicines",
        "family",
        "ask",
        "entitled",
        "late",
        "caring",
        "worker",
        "meaning",
    ];
    assert_eq!(ids, expected);
    for (id, title) in pages(DATA) {
        let (found, pieces) = page(DATA, id).unwrap();
        assert_eq!(found, title);
        assert!(!title.is_empty() && !pieces.is_empty(), "{id}");
    }
}

#[test]
fn no_line_is_lost() {
    let heads = pages(DATA).len();
    let pieces = pages(DATA)
        .into_iter()
        .map(|(id, _)| page(DATA, id).unwrap().1.len());
    let notes = DATA.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(heads + pieces.sum::<usize>() + notes, DATA.lines().count());
    assert!(DATA.lines().all(|line| !line.trim().is_empty()));
    assert!(!DATA.contains('\r'));
}

#[test]
fn every_help_line_and_milestone_that_is_named_exists() {
    for line in DATA.lines() {
        if let Some(name) = line.strip_prefix('>') {
            assert!(help_lines().iter().any(|line| line.name == name), "{name}");
        }
        if let Some(id) = line.strip_prefix('!') {
            assert!(milestone(id).is_some(), "{id}");
        }
    }
}

#[test]
fn no_number_and_no_web_address_is_typed_here() {
    let number = |text: &str| {
        text.split(|c: char| !c.is_ascii_digit())
            .any(|run| run.len() > 2)
    };
    for line in DATA
        .lines()
        .filter(|line| !line.starts_with(['!', '>', '#']))
    {
        assert!(!number(line), "{line}");
        for sign in ["http", "www", "://", ".uk", ".org", ".com", ".scot", "@"] {
            assert!(!line[1..].contains(sign), "{line}");
        }
    }
    assert!(number("Call 999.") && !number("Its 12 steps"));
}

#[test]
fn every_kind_of_support_says_what_it_is_and_how_to_ask() {
    for id in [
        "peer",
        "mutual",
        "communities",
        "housing",
        "residential",
        "family",
    ] {
        let words = words(id);
        assert!(words.starts_with("What it is\n"), "{id}");
        assert!(words.contains("\nHow to ask\n\""), "{id}");
    }
    assert!(words("medicines").contains("\nHow to ask\n\""));
}

#[test]
fn what_is_said_about_safety_is_what_the_cards_say() {
    let card = |card| {
        let paragraphs = safety_cards::text(card, None, Voice::Mine).iter();
        paragraphs
            .flatten()
            .map(|(_, words)| *words)
            .collect::<String>()
    };
    let medicines = words("medicines");
    assert!(medicines.contains(&card(Card::Medicine)));
    for (page, shared) in [
        ("residential", "your body cannot take what it used to"),
        ("residential", "The amount you used before could kill you."),
        (
            "residential",
            "Keep naloxone close and tell people where it is.",
        ),
    ] {
        assert!(card(Card::AfterABreak).contains(shared), "{shared}");
        assert!(words(page).contains(shared), "{shared}");
    }
    for (of, shared) in [
        (Card::Alcohol, "do not stop suddenly. It can be dangerous."),
        (
            Card::Benzos,
            "suddenly if you take them most days. It can cause fits and can kill.",
        ),
    ] {
        assert!(card(of).contains(shared), "{shared}");
        assert!(words("residential").contains(shared), "{shared}");
    }
}

#[test]
fn a_long_night_leads_to_someone_and_names_no_substance() {
    let lines = help_lines_of("late");
    let expected = [
        "Samaritans",
        "Shout",
        "Emergency",
        "NHS urgent mental health",
        "Lifeline",
    ];
    assert_eq!(lines, expected);
    let words = words("late").to_lowercase();
    for word in ["drug", "drink or", "alcohol", "recovery", "lapse"] {
        assert!(!words.contains(word), "{word}");
    }
    for piece in page(DATA, "late").unwrap().1 {
        if let Piece::Milestone(id) = piece {
            assert!(!milestone(id).unwrap().is_recovery(), "{id}");
        }
    }
}

#[test]
fn every_nation_has_someone_to_call_when_home_is_not_safe() {
    use super::super::help_lines::{Group, others};
    let named = help_lines_of("caring");
    for line in others(Group::SafeAtHome, None) {
        assert!(named.contains(&line.name), "{}", line.name);
    }
}

#[test]
fn a_meeting_takes_three_sentences() {
    assert_eq!(words("worker").matches(". ").count(), 2);
}

#[test]
fn what_is_no_such_file_has_no_pages() {
    assert_eq!(pages("<!doctype html>\n<p>@</p>"), []);
    assert_eq!(page(DATA, "nothing"), None);
    assert_eq!(page("", "peer"), None);
    let unknown = page("@a|A\n>Nobody\n!MX\nHello.", "a").unwrap().1;
    let hello = Piece::Text(reading::Piece::Words("Hello."));
    assert_eq!(unknown, [Piece::Milestone("MX"), hello]);
}
