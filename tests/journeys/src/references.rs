//! Which files a built app loads for its first use, read from the files themselves, because their
//! names carry hashes.
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The kinds of `<link>` that a browser loads at once.
const LOADED_LINKS: [&str; 5] = ["stylesheet", "icon", "manifest", "modulepreload", "preload"];
/// What stands before the name of a file that a script loads.
const LOADERS: [&str; 5] = ["from", "import", "import(", "URL(", "fetch("];
/// How the names of the program's second part start. The loader names them, and loads them when a screen of it is
/// opened: `tests/journeys/tests/second_part.rs` sees to that.
pub(crate) const SECOND_PART: &str = "later-";
/// How the name of its third part starts, which is kept only once it was used.
pub(crate) const THIRD_PART: &str = "tools-";

/// `index.html`, and all that it and what it loads at once name, by their paths below `dist`.
pub(crate) fn first_use(dist: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(name) = waiting.pop() {
        let is_later = name.starts_with(SECOND_PART) || name.starts_with(THIRD_PART);
        if found.contains(&name) || is_later {
            continue;
        }
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let exists = |reference: &String| dist.join(reference).is_file();
        let resolve = |reference: &str| local(folder, reference);
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => {
                let (surely, perhaps) = in_html(&text);
                for reference in surely.iter().filter_map(|reference| resolve(reference)) {
                    ensure!(
                        exists(&reference),
                        "{name} names {reference}, which is not there"
                    );
                    waiting.push(reference);
                }
                let perhaps = perhaps.iter().filter_map(|reference| resolve(reference));
                waiting.extend(perhaps.filter(exists));
            }
            // Scripts name files that a build has renamed, too: those are not there.
            Some("js") => {
                let named = in_script(&text);
                waiting.extend(named.filter_map(resolve).filter(exists));
            }
            Some("css") => {
                let named = text
                    .split("url(")
                    .skip(1)
                    .filter_map(|rest| rest.split(')').next());
                let named = named.map(|name| name.trim_matches(['"', '\'', ' ']));
                waiting.extend(named.filter_map(resolve).filter(exists));
            }
            _ => {}
        }
        found.insert(name);
    }
    Ok(found)
}

/// The path below the built folder, unless it is another kind of address.
fn local(folder: &str, reference: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || path.contains(':') || path.starts_with('/') || path.contains("..") {
        return None;
    }
    let path = path.trim_start_matches("./");
    Some(if folder.is_empty() {
        path.to_owned()
    } else {
        format!("{folder}/{path}")
    })
}

/// What a page loads, and the values of its `data-` attributes, which may name files.
fn in_html(text: &str) -> (Vec<String>, Vec<String>) {
    let mut surely = Vec::new();
    let mut perhaps = Vec::new();
    for tag in tags(text) {
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let attributes = pairs(attributes);
        let value = |wanted: &str| {
            let found = attributes.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.clone())
        };
        let is_loaded = |rel: String| rel.split(' ').any(|rel| LOADED_LINKS.contains(&rel));
        match name {
            "link" if value("rel").is_some_and(is_loaded) => surely.extend(value("href")),
            "script" | "img" => surely.extend(value("src")),
            _ => {}
        }
        let data = attributes
            .into_iter()
            .filter(|(name, _)| name.starts_with("data-"));
        perhaps.extend(data.map(|(_, value)| value));
    }
    (surely, perhaps)
}

/// The insides of the opening tags outside comments.
fn tags(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        let end = if after.starts_with("!--") { "-->" } else { ">" };
        let (tag, left) = after.split_once(end).unwrap_or((after, ""));
        if tag.starts_with(|first: char| first.is_ascii_alphabetic()) {
            found.push(tag.trim_end_matches('/'));
        }
        rest = left;
    }
    found
}

/// The attributes that have values, quoted or not.
fn pairs(attributes: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = attributes;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.split_whitespace().last().unwrap_or_default();
        let after = after.trim_start();
        let (value, left) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        found.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = left;
    }
    found
}

/// The strings in a script that stand where something is loaded.
fn in_script(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['"', '\'', '`'])
        .filter_map(|(at, quote)| {
            let before = text[..at].trim_end();
            let is_loaded = LOADERS.iter().any(|loader| before.ends_with(loader));
            let string = text[at + quote.len()..].split_once(quote)?.0;
            is_loaded.then_some(string)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        let (surely, perhaps) = in_html(
            "<!doctype html><!-- <script src=old.js></script> -->
            <link rel=\"stylesheet\" href=\"a-1.css\"/><link rel='apple-touch-icon' href=b.png>
            <link rel=\"shortcut icon\" href='c.svg'><script type=module src=./start.js
            data-wasm=\"x = y.wasm\"></script><a href=\"rescue.html\">=</a>",
        );
        assert_eq!(surely, ["a-1.css", "c.svg", "./start.js"]);
        assert_eq!(perhaps, ["x = y.wasm"]);
    }

    #[test]
    fn scripts() {
        let script = "import init, { a } from './app.js';import \"b.js\"; const c = import(`c.js`);
            navigator.serviceWorker.register('sw.js'); new URL( 'app_bg.wasm', import.meta.url)";
        let found: Vec<_> = in_script(script).collect();
        assert_eq!(found, ["./app.js", "b.js", "c.js", "app_bg.wasm"]);
    }

    #[test]
    fn addresses() {
        for (folder, reference, expected) in [
            ("", "./a.js?v=1", Some("a.js")),
            ("snippets/x", "./b.js", Some("snippets/x/b.js")),
            ("", "https://example.org/a.js", None),
            ("", "data:,", None),
            ("", "#top", None),
        ] {
            assert_eq!(local(folder, reference).as_deref(), expected, "{reference}");
        }
    }
}
