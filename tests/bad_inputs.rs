//! The table of bad inputs names tests that are there: it cannot rot.

use std::fs;

/// The file and the name of every test in a line of the table.
fn tests_in(line: &str) -> Vec<(&str, &str)> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted.filter_map(|text| text.split_once("::")).collect()
}

/// What is wrong with the table, if anything.
fn faults(table: &str, is_there: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = table.lines().filter(|line| line.starts_with("| "));
    for line in lines.filter(|line| !line.starts_with("| what |")) {
        let tests = tests_in(line);
        if tests.is_empty() {
            faults.push(format!("no test is named: {line}"));
        }
        for (file, test) in tests {
            if !is_there(file, test) {
                faults.push(format!("{file} has no test {test}"));
            }
        }
    }
    faults
}

fn is_in_the_sources(file: &str, test: &str) -> bool {
    let start = format!("fn {test}(");
    fs::read_to_string(file).is_ok_and(|text| text.contains(&start))
}

#[test]
fn every_test_in_the_table_is_there() {
    let table = fs::read_to_string("docs/bad-inputs.md").unwrap();
    for part in ["## Storage", "## Files", "## Links", "## Time", "## Life"] {
        assert!(table.contains(part), "{part} is not there");
    }
    let faults = faults(&table, is_in_the_sources);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn what_is_missing_is_found() {
    let table =
        "| what | where |\n|---|---|\n| `a` full | `x.rs::one`<br>`y.rs::two` |\n| hung | |\n";
    let found = faults(table, |file, test| (file, test) == ("x.rs", "one"));
    assert_eq!(
        found,
        ["y.rs has no test two", "no test is named: | hung | |"]
    );
    assert!(!is_in_the_sources("tests/bad_inputs.rs", "nothing_like_it"));
    assert!(is_in_the_sources(
        "tests/bad_inputs.rs",
        "what_is_missing_is_found"
    ));
}
