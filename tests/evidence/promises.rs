//! Every sentence that promises something is in `docs/promises.md`, and every sentence there is said.

use super::read;
use std::fs;

const TABLE: &str = "docs/promises.md";

/// What a promise sounds like, in small letters.
const PROMISING: [&str; 22] = [
    "saved",
    "kept",
    "copied",
    "deleted",
    "gone",
    "locked",
    "no network",
    "nobody",
    "no one",
    "stay",
    "never",
    "nothing is",
    "nothing was",
    "nothing of",
    "nothing leaves",
    "nothing you",
    "only you",
    "only who",
    "cannot see",
    "not touched",
    "safe",
    "lost",
];

/// Sentences with such a word that promise nothing.
const NO_PROMISE: &[&str] = &[
    // Names and titles.
    "What is kept on this device",
    "What is kept here",
    "See or save what is kept",
    "Safe at home",
    "Safe places",
    "To stay safe",
    "What stays private",
    "Never",
    "Locked",
    "A copy I saved",
    "Save a locked copy",
    "Save the locked copy",
    "You can save the locked copy.",
    "Open settings you saved",
    // What to do, and where.
    "Keep it somewhere safe.",
    "Go to More, then What is kept on this device.",
    "Go to More, then to What is kept on this device.",
    "Type the passcode it was saved with.",
    "Then open a copy, if you saved one.",
    "It shows safety advice that fits.",
    "What is not ticked stays out of sight.",
    "Such as a bed of my own, a bus pass, a little saved.",
    "Such as bad sleep, or staying in.",
    "Browsers keep a framed page apart, so notes would seem to be gone.",
    // What is not so, not yet, or not possible.
    "No copy saved yet.",
    "No calendar file saved yet.",
    "Something is not saved yet.",
    "Only your own diary can be locked.",
    "What this diary is locked with is damaged.",
    "A newer version of this app locked this diary.",
    "This browser does not let this page see what is kept.",
    "This zip file has a path that is not safe.",
    "It leads to a web page in a way that is not safe.",
    // What of another app's history is not taken over.
    "What stays behind, and why",
    "Nothing else stays behind.",
    "Only what you did is kept here.",
    "Its end stays behind.",
    "Their ends stay behind.",
    "Colours, scores and reminders stay in Loop.",
    "Colours, plans and reminders stay in HabitBull.",
    "Times, photos and goals stay in Daylio.",
    // To be held by the work that changes them.
    "Nothing here is deleted.",
];

/// The files of a folder with this ending, in the order of their names.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let found = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = found
        .flatten()
        .map(|file| file.path().display().to_string());
    let mut files: Vec<_> = paths.filter(|path| path.ends_with(ending)).collect();
    files.sort();
    files
}

/// The messages of a file of words: each stands on a line, `name: "words",`.
fn messages(source: &str) -> Vec<String> {
    let lines = source
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\","));
    let words = lines.filter_map(|line| line.split_once(": \""));
    words
        .map(|(_, words)| words.replace("\\\"", "\""))
        .collect()
}

/// What a page says: the text between its tags, and how it describes itself.
fn said_by(page: &str) -> Vec<String> {
    let mut said = Vec::new();
    for piece in page.split('<').filter(|piece| !piece.starts_with("!--")) {
        let (tag, text) = piece.split_once('>').unwrap_or_default();
        if tag.contains("description") {
            said.extend(tag.split('"').skip(1).step_by(2).map(str::to_owned));
        }
        said.push(text.trim().to_owned());
    }
    said
}

/// The words of the screens and of both pages: what they promise has to be in the table.
fn screens() -> Vec<String> {
    let words = files("src/content/text", ".rs");
    let mut said: Vec<_> = words
        .iter()
        .flat_map(|path| messages(&read(path)))
        .collect();
    for page in ["index.html", "public/rescue.html"] {
        said.extend(said_by(&read(page)));
    }
    said
}

fn sentences(message: &str) -> Vec<&str> {
    let ends = |letter: char| matches!(letter, '.' | '?' | '!');
    let mut found = Vec::new();
    let mut rest = message;
    while let Some(end) = rest.find(ends) {
        // Not within "code.svg".
        let end = end + 1 + rest[end + 1..].find(' ').unwrap_or(rest.len() - end - 1);
        found.push(rest[..end].trim());
        rest = &rest[end..];
    }
    found.push(rest.trim());
    found
}

fn is_promising(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    PROMISING.iter().any(|word| small.contains(word))
}

/// What is quoted in the first column of the table.
fn quoted(table: &str) -> Vec<&str> {
    let rows = table.lines().filter(|line| line.starts_with("| “"));
    let first = rows.map(|row| row[2..].split(" | ").next().unwrap_or_default());
    let quotes = first.flat_map(|cell| cell.split('“').skip(1));
    quotes
        .filter_map(|quote| quote.rsplit_once('”'))
        .map(|(words, _)| words)
        .collect()
}

/// What is quoted and said nowhere, and what is promised and not quoted.
fn faults(table: &str, said: &[String], screens: &[String], no_promise: &[&str]) -> Vec<String> {
    let quoted = quoted(table);
    let is_said = |quote: &&str| said.iter().any(|message| message.contains(*quote));
    let nowhere = quoted.iter().copied().filter(|quote| !is_said(quote));
    let mut faults: Vec<_> = nowhere
        .map(|quote| format!("said nowhere: {quote}"))
        .collect();
    for sentence in screens.iter().flat_map(|message| sentences(message)) {
        let is_known =
            quoted.iter().any(|quote| quote.contains(sentence)) || no_promise.contains(&sentence);
        if is_promising(sentence) && !is_known {
            faults.push(format!("a promise that is not in the table: {sentence}"));
        }
    }
    faults
}

#[test]
fn every_promise_is_in_the_table_and_every_sentence_there_is_said() {
    let screens = screens();
    let texts = files("src/content/en", ".txt");
    let said: Vec<_> = screens
        .iter()
        .cloned()
        .chain(texts.iter().map(|path| read(path)))
        .collect();
    let faults = faults(&read(TABLE), &said, &screens, NO_PROMISE);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    for sentence in NO_PROMISE {
        let is_said = |message: &String| sentences(message).contains(sentence);
        assert!(screens.iter().any(is_said), "said nowhere: {sentence}");
    }
}

#[test]
fn what_is_missing_is_found() {
    let said = ["Saved. Go on?", "Nobody asks."].map(str::to_owned);
    let table = "| “Saved.”<br>“It is gone.” | then | `x` |";
    let found = faults(table, &said, &said, &[]);
    let expected = [
        "said nowhere: It is gone.",
        "a promise that is not in the table: Nobody asks.",
    ];
    assert_eq!(found, expected);
    let table = table.replace("<br>“It is gone.”", "");
    assert_eq!(faults(&table, &said, &said, &["Nobody asks."]), [""; 0]);
    assert_eq!(
        sentences("Save it (code.svg). \"Undo\" it?"),
        ["Save it (code.svg).", "\"Undo\" it?", ""]
    );
    assert_eq!(
        messages("        name: \"Tap \\\"Add\\\".\","),
        ["Tap \"Add\"."]
    );
    assert_eq!(
        said_by("<p class=\"a\">It <b>stays</b></p>"),
        ["", "It", "stays", "", ""].map(str::to_owned)
    );
}
