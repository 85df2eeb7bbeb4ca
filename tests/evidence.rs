//! The documents name tests and files that are there, rate risks as their matrix says, and have every sentence of the app
//! that promises something: they cannot rot.

#[path = "evidence/promises.rs"]
mod promises;

use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 8] = [
    "SECURITY.md",
    "docs/threat-model.md",
    "docs/hazard-log.md",
    "docs/privacy.md",
    "docs/dtac.md",
    "docs/hosting.md",
    "docs/promises.md",
    "docs/release-checklist.md",
];

/// Where the tree's own files stand.
const FOLDERS: [&str; 7] = [
    "src/", "tests/", "public/", "docs/", "style/", ".ci/", "vendor/",
];

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is quoted in a document, and names something of the tree: a file, or a file and a test.
fn named(document: &str) -> Vec<(&str, Option<&str>)> {
    let quoted = document
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    let ours = quoted.filter(|text| FOLDERS.iter().any(|folder| text.starts_with(folder)));
    ours.map(|text| match text.split_once("::") {
        Some((file, test)) => (file, Some(test)),
        None => (text, None),
    })
    .collect()
}

fn is_there(file: &str, test: Option<&str>) -> bool {
    match test {
        Some(test) => {
            fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("fn {test}(")))
        }
        None => Path::new(file).exists(),
    }
}

/// A line of the hazard log that rates a risk: severity, likelihood, rating.
fn rating(line: &str) -> Option<(&str, &str, &str)> {
    let (_, rest) = line.split_once("Severity: ")?;
    let (severity, rest) = rest.split_once(" · Likelihood: ")?;
    let (likelihood, rest) = rest.split_once(" · **Risk: ")?;
    Some((severity, likelihood, rest.split_once("**")?.0))
}

/// The matrix of the standard, a row for each likelihood.
fn risk(severity: &str, likelihood: &str) -> Option<&'static str> {
    let row = match likelihood {
        "Very high" => ["3", "4", "4", "5", "5"],
        "High" => ["2", "3", "3", "4", "5"],
        "Medium" => ["2", "2", "3", "3", "4"],
        "Low" => ["1", "2", "2", "3", "4"],
        "Very low" => ["1", "1", "2", "2", "3"],
        _ => return None,
    };
    let severities = [
        "Minor",
        "Significant",
        "Considerable",
        "Major",
        "Catastrophic",
    ];
    let column = severities.iter().position(|known| *known == severity)?;
    Some(row[column])
}

#[test]
fn what_the_documents_name_is_there() {
    let mut faults = Vec::new();
    for path in DOCUMENTS {
        for (file, test) in named(&read(path)) {
            if !is_there(file, test) {
                faults.push(format!("{path}: {file} {}", test.unwrap_or_default()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_hazard_is_rated_twice_by_the_matrix() {
    let log = read("docs/hazard-log.md");
    let mut count = 0;
    for hazard in log.split("\n### H").skip(1) {
        let ratings: Vec<_> = hazard.lines().filter_map(rating).collect();
        assert_eq!(ratings.len(), 2, "H{hazard}");
        for (severity, likelihood, found) in ratings {
            assert_eq!(risk(severity, likelihood), Some(found), "H{hazard}");
        }
        count += 1;
    }
    assert!(count >= 14, "{count} hazards");
}

#[test]
fn what_is_missing_is_found() {
    let text = "`tests/evidence.rs::nothing_like_it` and `src/nowhere.rs`, but `cargo` and `#/help`\nnext `src/lib.rs`";
    let expected = [
        ("tests/evidence.rs", Some("nothing_like_it")),
        ("src/nowhere.rs", None),
        ("src/lib.rs", None),
    ];
    assert_eq!(named(text), expected);
    let there = expected.map(|(file, test)| is_there(file, test));
    assert_eq!(there, [false, false, true]);
    let line = "| Initial | Severity: Major · Likelihood: Very low · **Risk: 2** |";
    assert_eq!(rating(line), Some(("Major", "Very low", "2")));
    assert_eq!(risk("Major", "Very low"), Some("2"));
    assert_eq!(risk("Major", "Never"), None);
}
