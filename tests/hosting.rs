//! The examples in `docs/hosting/` send what `public/_headers` says, and the page's own policy is the same.

use std::collections::BTreeMap;
use std::fs;

/// The headers for one path, by their names in small letters.
type Headers = BTreeMap<String, String>;
/// Which paths a rule is for, and the one header it sets.
type Rule = (Vec<String>, String, String);
/// Reads the rules of one kind of host.
type Reader = fn(&str) -> Vec<Rule>;

const POLICY: &str = "content-security-policy";
/// What a `<meta>` cannot say.
const HEADER_ALONE: &str = "; frame-ancestors 'none'";

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines that say something, without what stands around them.
fn spoken(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What stands between the first two quotation marks.
fn quoted(line: &str) -> &str {
    let quoted = line.split('"').nth(1);
    quoted.unwrap_or_else(|| panic!("{line}: nothing is quoted"))
}

/// The first word, and the rest.
fn first_word(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

/// A path pattern: a star stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => path
            .strip_prefix(before)
            .is_some_and(|rest| after.is_empty() || rest.ends_with(after)),
    }
}

/// The names of `^(one|two-.*)$` or `~/(one|two-.*)$`, the one form of expression that the examples may have.
fn names(expression: &str) -> Vec<String> {
    let inside = expression.trim_start_matches(['^', '~', '/']);
    let inside = inside.strip_prefix('(').and_then(|e| e.strip_suffix(")$"));
    let inside = inside.unwrap_or_else(|| panic!("{expression}: another form"));
    let plain = inside.replace(".*", "*").replace("\\.", ".");
    plain.split('|').map(|name| format!("/{name}")).collect()
}

fn rule(patterns: &[&str], name: &str, value: &str) -> Rule {
    let patterns = patterns.iter().map(ToString::to_string).collect();
    (patterns, name.to_lowercase(), value.to_owned())
}

/// `_headers`: a pattern on a line of its own, then indented `Name: value`.
fn static_host(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut pattern = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(':') {
            Some((name, value)) => rules.push(rule(&[pattern], name.trim(), value.trim())),
            None => pattern = line.trim(),
        }
    }
    rules
}

/// Apache: `Header [always] set Name "value"`, perhaps within `<FilesMatch>`.
fn apache(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut patterns = vec!["/*".to_owned()];
    for line in spoken(text) {
        if line.starts_with("<FilesMatch") {
            patterns = names(quoted(line));
        } else if line == "</FilesMatch>" {
            patterns = vec!["/*".to_owned()];
        } else if let Some(header) = line.strip_prefix("Header ") {
            let header = header.trim_start_matches("always ").strip_prefix("set ");
            let header = header.unwrap_or_else(|| panic!("{line}: another form"));
            let name = first_word(header).0.to_lowercase();
            rules.push((patterns.clone(), name, quoted(header).to_owned()));
        }
    }
    // The folder itself is answered with its page.
    for (patterns, _, _) in &mut rules {
        if patterns.iter().any(|pattern| pattern == "/index.html") {
            patterns.push("/".to_owned());
        }
    }
    rules
}

/// nginx: `add_header Name "value" always;`, and values that a `map` of the path gives.
fn nginx(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut mapped = Vec::new();
    for line in spoken(text) {
        if line.starts_with("\"~") {
            let parts: Vec<_> = line.split('"').collect();
            mapped.push((names(parts[1]), parts[3].to_owned()));
        } else if let Some(header) = line.strip_prefix("add_header ") {
            let (name, value) = first_word(header);
            if value.starts_with('$') {
                for (patterns, value) in &mapped {
                    rules.push((patterns.clone(), name.to_lowercase(), value.clone()));
                }
            } else {
                assert!(value.ends_with("\" always;"), "{name} not on every answer");
                rules.push(rule(&["/*"], name, quoted(value)));
            }
        }
    }
    rules
}

/// Caddy: a block of `Name "value"` lines, and `header @matcher Name "value"` after `@matcher path …`.
fn caddy(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut matchers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut is_block = false;
    for line in spoken(text) {
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["header", "{"] => is_block = true,
            ["}"] => is_block = false,
            [name, ..] if is_block && !name.starts_with('-') => {
                rules.push(rule(&["/*"], name, quoted(line)));
            }
            [matcher, "path", ref paths @ ..] => {
                matchers.insert(matcher, paths.to_vec());
            }
            ["header", matcher, name, value, ..] => {
                let value = if value.starts_with('"') {
                    quoted(line)
                } else {
                    value
                };
                rules.push(rule(&matchers[matcher], name, value));
            }
            _ => {}
        }
    }
    rules
}

/// What a host with these rules sends for a path. The type of a file is its own affair.
fn sent(rules: &[Rule], path: &str) -> Headers {
    let for_path = |rule: &&Rule| rule.0.iter().any(|pattern| matches(pattern, path));
    let named = rules.iter().filter(for_path);
    let named = named.filter(|(_, name, _)| name != "content-type");
    named
        .map(|(_, name, value)| (name.clone(), value.clone()))
        .collect()
}

/// A path for every pattern of the rules, and some that none names.
fn paths(rules: &[Rule]) -> Vec<String> {
    let patterns = rules.iter().flat_map(|(patterns, _, _)| patterns);
    let mut paths: Vec<_> = patterns
        .map(|pattern| pattern.replace('*', "0a1b.css"))
        .collect();
    for other in [
        "/icon.svg",
        "/manifest.webmanifest",
        "/nowhere",
        "/more-0a1b.wasm",
    ] {
        paths.push(other.to_owned());
    }
    paths
}

/// Where two hosts differ, both ways round.
fn differences(expected: &[Rule], found: &[Rule]) -> Vec<String> {
    let mut differences = Vec::new();
    for path in paths(expected).into_iter().chain(paths(found)) {
        let (expected, found) = (sent(expected, &path), sent(found, &path));
        let names: std::collections::BTreeSet<_> = expected.keys().chain(found.keys()).collect();
        for name in names {
            if expected.get(name) != found.get(name) {
                differences.push(format!("{path} {name}: {:?}", found.get(name)));
            }
        }
    }
    differences
}

fn examples() -> [(&'static str, Reader); 3] {
    [
        ("docs/hosting/htaccess", apache),
        ("docs/hosting/nginx.conf", nginx),
        ("docs/hosting/Caddyfile", caddy),
    ]
}

#[test]
fn the_examples_send_what_the_headers_file_says() {
    let expected = static_host(&read("public/_headers"));
    assert!(sent(&expected, "/").len() >= 7, "{expected:?}");
    for (path, parse) in examples() {
        let differences = differences(&expected, &parse(&read(path)));
        assert!(differences.is_empty(), "{path}\n{}", differences.join("\n"));
    }
}

#[test]
fn the_page_has_the_same_policy() {
    let rules = static_host(&read("public/_headers"));
    let header = sent(&rules, "/")[POLICY].clone();
    let page = read("index.html");
    let meta = |named: &str| {
        let (_, rest) = page.split_once(named).unwrap();
        let (_, rest) = rest.split_once("content=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let policy = meta("http-equiv=\"Content-Security-Policy\"");
    assert_eq!(policy + HEADER_ALONE, header);
    assert_eq!(
        meta("name=\"referrer\""),
        sent(&rules, "/")["referrer-policy"]
    );
}

#[test]
fn the_examples_know_the_types_rewrite_nothing_and_log_no_visits() {
    for (path, _) in examples() {
        let text = read(path);
        for kind in ["application/wasm", "application/manifest+json"] {
            assert!(text.contains(kind), "{path} does not know {kind}");
        }
        for line in spoken(&text) {
            let first = line.split([' ', ';']).next().unwrap();
            let rewrites = [
                "RewriteRule",
                "FallbackResource",
                "try_files",
                "rewrite",
                "uri",
            ];
            assert!(!rewrites.contains(&first), "{path} rewrites: {line}");
            let logs = ["CustomLog", "log", "access_log"].contains(&first);
            assert!(!logs || line == "access_log off;", "{path} logs: {line}");
        }
    }
}

#[test]
fn what_differs_is_found() {
    let expected = static_host(&read("public/_headers"));
    let cases = [
        (" 'wasm-unsafe-eval'", ""),
        ("frame-ancestors 'none'", "frame-ancestors 'self'"),
        ("nosniff", "sniff"),
        ("camera=(), ", ""),
        ("31536000, immutable", "60"),
        ("Referrer-Policy", "Referer-Policy"),
        ("later-", "latest-"),
        ("tools-", "tool-"),
        ("rescue", "help"),
    ];
    for (path, parse) in examples() {
        let text = read(path);
        for (whole, changed) in cases {
            assert!(text.contains(whole), "{path} has no {whole}");
            let changed = parse(&text.replace(whole, changed));
            let found = differences(&expected, &changed);
            assert!(!found.is_empty(), "{path} without {whole}");
        }
    }
}

#[test]
fn what_is_too_much_is_found() {
    let expected = static_host("/*\n  A: b\n");
    assert!(differences(&expected, &static_host("/*\n  A: b\n/x\n  C: d\n")).len() == 1);
    assert!(differences(&expected, &nginx("add_header A \"b\" always;")).is_empty());
    assert!(differences(&expected, &caddy("header {\n\tA \"b\"\n\t-Server\n}")).is_empty());
    assert!(differences(&expected, &apache("Header always set A \"b\"")).is_empty());
}
