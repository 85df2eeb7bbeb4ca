//! Every text that ships, with the place it comes from.

use std::{fs, path::Path};

use serde_json::Value;
use waymark::content::{
    about, celebrations, checkup, help_lines, ideas, lapse, milestones, reading as matter,
    safety_cards, support, text,
};
use waymark::domain::checkup::Chime;

use super::{html, reading};

/// Texts of other bodies that are quoted as they are: too long or too hard by our own rules, and not ours to change.
const QUOTED: &str = include_str!("quoted.txt");

/// A text and where it stands.
pub(super) struct Shipped {
    pub(super) place: String,
    pub(super) words: String,
}

impl Shipped {
    fn new(place: &str, words: &str) -> Self {
        Self {
            place: place.to_owned(),
            words: words.to_owned(),
        }
    }

    /// The words without the names of organisations, which are theirs to choose.
    pub(super) fn without_names(&self) -> String {
        let mut names: Vec<_> = help_lines::help_lines()
            .iter()
            .map(|line| line.name)
            .collect();
        // Another app's name.
        names.push("Loop Habit Tracker");
        // A longer name may hold a shorter one.
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
            .iter()
            .fold(self.words.clone(), |words, name| words.replace(name, "it"))
    }

    /// The words without sentences that are quoted.
    pub(super) fn unquoted(&self) -> String {
        let mut own = reading::sentences(&self.words);
        let straight = |text: &str| text.replace('’', "'").replace(['“', '”'], "\"");
        own.retain(|sentence| !QUOTED.contains(&straight(sentence)));
        own.join("\n")
    }
}

pub(super) fn all() -> Vec<Shipped> {
    let parts = [
        ideas(),
        milestones(),
        help_lines(),
        cards(),
        messages(),
        support(),
        practitioner(),
        pages(),
        manifests(),
        demo(),
    ];
    parts.into_iter().flatten().collect()
}

pub(super) fn ideas() -> Vec<Shipped> {
    ideas::ideas()
        .iter()
        .map(|idea| Shipped::new(idea.id, idea.words))
        .collect()
}

pub(super) fn milestones() -> Vec<Shipped> {
    let groups = milestones::groups()
        .iter()
        .map(|group| Shipped::new(group.id, group.title));
    let bank = milestones::milestones().iter();
    groups
        .chain(bank.map(|milestone| Shipped::new(milestone.id, milestone.words)))
        .collect()
}

pub(super) fn help_lines() -> Vec<Shipped> {
    let words = |line: &help_lines::HelpLine| {
        let own = [Some(line.what_for), line.audience, line.cost, line.hours];
        let own = own.into_iter().flatten().collect::<Vec<_>>();
        Shipped::new(line.name, &own.join("\n"))
    };
    help_lines::help_lines().iter().map(words).collect()
}

fn cards() -> Vec<Shipped> {
    let mut cards = Vec::new();
    for card in safety_cards::Card::ALL {
        for nation in help_lines::Nation::ALL.into_iter().map(Some).chain([None]) {
            for voice in [
                safety_cards::Voice::Mine,
                safety_cards::Voice::SomeoneICareFor,
            ] {
                let runs = safety_cards::text(card, nation, voice).iter().flatten();
                let words: String = runs.map(|(_, words)| *words).collect();
                cards.push(Shipped::new(&format!("card {card:?}"), &words));
            }
        }
    }
    cards
}

pub(super) fn messages() -> Vec<Shipped> {
    let entries = text::entries().into_iter();
    let mut messages: Vec<_> = entries
        .map(|(name, words)| Shipped::new(name, words))
        .collect();
    for piece in about::pieces(include_str!("../../src/content/en/about.txt")) {
        messages.push(Shipped::new("about", to_read(piece)));
    }
    messages.extend(fixed_words());
    messages
}

fn to_read(piece: matter::Piece<'_>) -> &str {
    let (matter::Piece::Heading(words) | matter::Piece::Words(words) | matter::Piece::Item(words)) =
        piece;
    words
}

/// What is said in a check-up, after a lapse and beside a milestone.
fn fixed_words() -> Vec<Shipped> {
    let mut words = vec![
        checkup::INTRODUCTION,
        checkup::CREDIT,
        checkup::SUPPORT_QUESTION,
        checkup::SUPPORT,
    ];
    words.extend(checkup::QUESTIONS);
    words.extend(checkup::ENDS.iter().flat_map(|(low, high)| [*low, *high]));
    words.extend(Chime::ALL.map(checkup::monthly));
    words.extend(lapse::KINDNESS);
    words.extend(celebrations::SENTENCES);
    words.extend(celebrations::FAMILY_SENTENCES);
    let shipped = words.into_iter();
    shipped
        .map(|words| Shipped::new("fixed words", words))
        .collect()
}

/// The pages of support: their own words, for help lines and milestones are read by themselves.
pub(super) fn support() -> Vec<Shipped> {
    lines_of(
        include_str!("../../src/content/en/support.txt"),
        "support page",
    )
}

/// The page for workers.
pub(super) fn practitioner() -> Vec<Shipped> {
    lines_of(
        include_str!("../../src/content/en/practitioner.txt"),
        "page for workers",
    )
}

fn lines_of(text: &str, what: &str) -> Vec<Shipped> {
    let mut shipped = Vec::new();
    for (id, title) in support::pages(text) {
        let place = format!("{what} {id}");
        shipped.push(Shipped::new(&place, title));
        let (_, pieces) = support::page(text, id).unwrap_or_default();
        for piece in pieces {
            match piece {
                support::Piece::Text(piece) => shipped.push(Shipped::new(&place, to_read(piece))),
                support::Piece::Screen(_, name, beside) => {
                    shipped.push(Shipped::new(&place, name));
                    shipped.push(Shipped::new(&place, beside));
                }
                support::Piece::HelpLine(_) | support::Piece::Milestone(_) => {}
            }
        }
    }
    shipped
}

/// What the made-up people say: the words of each line, and of its parts that have any.
pub(super) fn demo() -> Vec<Shipped> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/en/demo");
    let mut shipped = Vec::new();
    for (name, file) in files_in(&folder, &["txt"]) {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            for (place, part) in line.split('|').enumerate() {
                let (kind, words) = part.trim().split_once(' ').unwrap_or_default();
                let has_words = match kind {
                    "mood" | "checkup" => false,
                    "who" | "note" | "with" | "if" | "then" | "step" | "helped" | "hindered"
                    | "next" => true,
                    _ => place == 0,
                };
                // Steps and notes begin with a day, ideas and milestones of the bank are read by themselves.
                let is_words = |c: char| c.is_alphabetic();
                if has_words && !words.starts_with('@') && words.contains(is_words) {
                    let words = words.trim_start_matches(|c: char| !is_words(c));
                    shipped.push(Shipped::new(&format!("demo {name}"), words));
                }
            }
        }
    }
    shipped
}

/// The pages that are there before and without the program.
fn pages() -> Vec<Shipped> {
    let visible = |(name, page): &(String, String)| Shipped::new(name, &html::visible_words(page));
    files(&["html"]).iter().map(visible).collect()
}

/// The same, each element's words by themselves.
pub(super) fn lines_of_pages() -> Vec<Shipped> {
    let mut lines = Vec::new();
    for (name, page) in files(&["html"]) {
        for words in html::visible_lines(&page) {
            lines.push(Shipped::new(&name, &words));
        }
    }
    lines
}

/// The help lines that stand in each page itself.
pub(super) fn calls_in_pages() -> Vec<Vec<String>> {
    let is_call = |line: &&str| line.contains(r#"class="call""#);
    let calls = |(_, page): (String, String)| {
        let found = page.lines().filter(is_call).map(str::to_owned);
        found.collect()
    };
    files(&["html"]).into_iter().map(calls).collect()
}

/// What a phone shows of the installed app.
fn manifests() -> Vec<Shipped> {
    let mut found = Vec::new();
    for (name, manifest) in files(&["webmanifest", "json"]) {
        let Ok(manifest) = serde_json::from_str(&manifest) else {
            panic!("{name} is not JSON");
        };
        collect_names(&name, &manifest, &mut found);
    }
    found
}

fn collect_names(place: &str, value: &Value, found: &mut Vec<Shipped>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(words)
                        if ["name", "short_name", "description", "label"]
                            .contains(&key.as_str()) =>
                    {
                        found.push(Shipped::new(place, words));
                    }
                    _ => collect_names(place, value, found),
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                collect_names(place, value, found);
            }
        }
        _ => {}
    }
}

/// Name and content of the files in the root and in `public/` that end in one of these.
fn files(endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.to_path_buf(), root.join("public")];
    let found = folders.iter().map(|folder| files_in(folder, endings));
    found.flatten().collect()
}

fn files_in(folder: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|known| ending == *known))
        {
            let Ok(content) = fs::read_to_string(&path) else {
                panic!("{name} cannot be read");
            };
            found.push((name, content));
        }
    }
    found
}
