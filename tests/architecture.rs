//! The one rule of direction, checked: which module may import which (see the map in `src/lib.rs`).
//! It reads the source as text, so that a wrong `use` fails even where it would compile.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Each top module, and the modules of ours that it may import.
const DIRECTION: [(&str, &[&str]); 12] = [
    ("main", &["app", "platform"]),
    ("lib", &[]),
    (
        "app",
        &["pages", "route", "state", "ui", "content", "platform"],
    ),
    ("pages", &["ui", "state", "content", "route", "domain"]),
    (
        "state",
        &["store", "exchange", "content", "domain", "platform"],
    ),
    ("store", &["exchange", "domain", "platform"]),
    ("route", &["domain"]),
    ("exchange", &["domain"]),
    ("content", &["domain"]),
    ("domain", &[]),
    ("platform", &[]),
    ("ui", &[]),
];

/// Names of foreign crates, and the only modules that may say them.
const FOREIGN: [(&str, &[&str]); 6] = [
    ("web_sys", &["platform", "ui"]),
    ("js_sys", &["platform", "ui"]),
    ("wasm_bindgen", &["platform", "ui"]),
    ("gloo_storage", &["platform"]),
    ("second_part", &["app"]),
    ("leptos", &["main", "app", "pages", "state", "ui"]),
];

#[test]
fn every_import_follows_the_direction() -> io::Result<()> {
    let mut broken = Vec::new();
    for file in rust_files(Path::new("src"))? {
        broken.extend(faults(&file, &fs::read_to_string(&file)?));
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
    Ok(())
}

#[test]
fn a_wrong_import_is_found() {
    let wrong = [
        ("src/domain/day.rs", "use crate::platform::clock;"),
        (
            "src/ui.rs",
            "use crate::{\n    ui::bloom,\n    domain::{Way, Day},\n};",
        ),
        (
            "src/content/ideas.rs",
            "fn f() { crate::state::App::new(); }",
        ),
        ("src/exchange.rs", "use super::state::App;"),
        ("src/ui/tick.rs", "use super::super::domain::Way;"),
        ("src/pages/today.rs", "use leptos::web_sys::Event;"),
        ("src/domain/goal.rs", "use leptos::prelude::*;"),
        ("src/main.rs", "use waymark::state::App;"),
        ("src/helpers.rs", ""),
        ("src/domain/mod.rs", ""),
    ];
    for (file, source) in wrong {
        assert_eq!(faults(Path::new(file), source).len(), 1, "{file}: {source}");
    }
}

#[test]
fn a_right_import_is_not() {
    let right = [
        (
            "src/pages/today.rs",
            "use crate::{domain::Day, ui::{self, Bloom}};\nuse super::goals;",
        ),
        (
            "src/domain.rs",
            "pub mod day;\nmod tests { use super::day; }",
        ),
        (
            "src/state.rs",
            "// crate::ui is not for us\nuse crate::platform::{clock, storage};",
        ),
        (
            "src/ui/tick.rs",
            "use super::icon;\nmod tests {\n    use super::super::icon;\n}",
        ),
    ];
    for (file, source) in right {
        assert_eq!(faults(Path::new(file), source), [""; 0], "{file}: {source}");
    }
}

/// What `source`, the text of the file at `path`, does against the rules: one line each.
fn faults(path: &Path, source: &str) -> Vec<String> {
    let levels: Vec<&str> = path
        .iter()
        .skip(1)
        .filter_map(|part| part.to_str())
        .collect();
    let file = path.display();
    let Some(module) = levels.first().map(|name| name.trim_end_matches(".rs")) else {
        return vec![format!("{file}: not a path inside src/")];
    };
    if levels.last() == Some(&"mod.rs") {
        return vec![format!(
            "{file}: a module's file is named for it, not mod.rs"
        )];
    }
    let Some((_, allowed)) = DIRECTION.iter().find(|(name, _)| *name == module) else {
        return vec![format!(
            "{file}: {module} has no place in the direction of imports"
        )];
    };
    let code = without_comments(source);
    let ours = imports(&code, levels.len()).into_iter();
    let ours = ours.filter(|target| target != module && !allowed.contains(&target.as_str()));
    let known = |target: &String| DIRECTION.iter().any(|(name, _)| name == target);
    let ours = ours
        .filter(known)
        .map(|target| format!("{file}: {module} may not import {target}"));
    let foreign = FOREIGN.iter();
    let foreign = foreign.filter(|(name, users)| !users.contains(&module) && says(&code, name));
    let foreign = foreign.map(|(name, _)| format!("{file}: {module} may not name {name}"));
    ours.chain(foreign).collect()
}

/// The top modules that the code names through `crate::`, `waymark::` or enough `super::`.
fn imports(code: &str, depth: usize) -> Vec<String> {
    let mut found = Vec::new();
    for root in ["crate::", "waymark::"] {
        for (at, _) in code.match_indices(root) {
            found.extend(first_names(&code[at + root.len()..]));
        }
    }
    // The tests at a file's foot are a module of their own, one level deeper.
    let tests = code.find("mod tests").unwrap_or(code.len());
    let above = |part: &str, levels: usize| {
        let up = "super::".repeat(levels);
        let beside = |at: usize| !part[..at].ends_with("super::");
        let places = part.match_indices(&up).filter(|(at, _)| beside(*at));
        let rests = places.map(|(at, _)| &part[at + up.len()..]);
        let rests = rests.filter(|rest| !rest.starts_with("super::"));
        rests.flat_map(first_names).collect::<Vec<_>>()
    };
    found.extend(above(&code[..tests], depth));
    found.extend(above(&code[tests..], depth + 1));
    found
}

/// The first name of a path, or of each path in a `{group}`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        let ends = |letter: char| !letter.is_alphanumeric() && letter != '_';
        text.trim_start()
            .split(ends)
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let Some(group) = path.trim_start().strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut names, mut open, mut start) = (Vec::new(), 0_usize, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => open += 1,
            ',' if open == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
            }
            '}' if open == 0 => {
                names.push(name(&group[start..at]));
                break;
            }
            '}' => open -= 1,
            _ => {}
        }
    }
    names
}

/// Whether the code names the crate: as a whole word, or the start of one (`gloo_storage_x`, never).
fn says(code: &str, name: &str) -> bool {
    let word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    code.match_indices(name)
        .any(|(at, _)| !code[..at].ends_with(word) && !code[at + name.len()..].starts_with(word))
}

fn without_comments(source: &str) -> String {
    let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
    source.lines().map(code).collect()
}

/// Every `.rs` file under `folder`, in order.
fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}
