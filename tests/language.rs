//! The language of every shipped text (safety.md): words that never appear, no shouting, and plain reading.

#[path = "language/html.rs"]
mod html;
#[path = "language/manners.rs"]
mod manners;
#[path = "language/never.rs"]
mod never;
#[path = "language/reading.rs"]
mod reading;
#[path = "language/shipped.rs"]
mod shipped;

use shipped::Shipped;

/// A Flesch–Kincaid grade of 5 is read at 10 to 11 years.
const HIGHEST_GRADE: f64 = 5.0;
const LONGEST_SENTENCE: usize = 15;

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn assert_plain(name: &str, texts: &[Shipped]) {
    let words: Vec<_> = texts.iter().map(Shipped::unquoted).collect();
    let grade = reading::grade(&words);
    println!("{name}: grade {grade:.1}");
    assert!(grade <= HIGHEST_GRADE, "{name}: grade {grade:.1}");
}

#[test]
fn words_that_hurt_never_appear() {
    let found = |text: Shipped| {
        let words = never::found(&text.without_names());
        (!words.is_empty()).then(|| format!("{}: {words:?} in {}", text.place, text.words))
    };
    assert_none(
        &shipped::all()
            .into_iter()
            .filter_map(found)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_shouts() {
    let found = |text: Shipped| {
        let fault = manners::fault(&text.without_names())?;
        Some(format!("{}: {fault} in {}", text.place, text.words))
    };
    assert_none(
        &shipped::all()
            .into_iter()
            .filter_map(found)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn ideas_read_plainly() {
    assert_plain("ideas", &shipped::ideas());
}

#[test]
fn milestones_read_plainly() {
    assert_plain("milestones", &shipped::milestones());
}

#[test]
fn help_lines_read_plainly() {
    assert_plain("help lines", &shipped::help_lines());
}

#[test]
fn messages_read_plainly() {
    assert_plain("messages", &shipped::messages());
}

#[test]
fn support_reads_plainly() {
    assert_plain("support", &shipped::support());
}

#[test]
fn the_page_for_workers_reads_plainly() {
    assert_plain("page for workers", &shipped::practitioner());
}

#[test]
fn pages_read_plainly() {
    assert_plain("pages", &shipped::lines_of_pages());
}

#[test]
fn made_up_people_speak_plainly() {
    let demo = shipped::demo();
    assert!(demo.len() > 150);
    assert_plain("demo", &demo);
}

#[test]
fn every_page_that_stands_alone_has_the_same_help_lines() {
    let pages = shipped::calls_in_pages();
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].len(), 5);
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for text in shipped::messages()
        .into_iter()
        .chain(shipped::support())
        .chain(shipped::practitioner())
        .chain(shipped::lines_of_pages())
        .chain(shipped::demo())
    {
        for sentence in reading::sentences(&text.unquoted()) {
            let count = reading::words(&sentence).count();
            if count > LONGEST_SENTENCE {
                long.push(format!("{}: {count} words in: {sentence}", text.place));
            }
        }
    }
    assert_none(&long);
}
