//! The `_headers` file that static hosts obey: a path pattern on a line of its own, then indented
//! `Name: value` lines. `*` stands for anything.

/// The rules of one `_headers` file, in its order.
#[derive(Debug, Default)]
pub(crate) struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HeaderRules {
    /// Reads the text of a `_headers` file; blank lines and `#` comments say nothing.
    pub(crate) fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        let spoken = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with('#');
        for line in text.lines().filter(spoken) {
            if !line.starts_with(char::is_whitespace) {
                rules.push(Rule {
                    pattern: line.trim().to_owned(),
                    headers: Vec::new(),
                });
            } else if let (Some(rule), Some((name, value))) =
                (rules.last_mut(), line.split_once(':'))
            {
                rule.headers
                    .push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    /// The headers for `path`, which starts at the site's root with a slash. Where several rules
    /// give the same header, their values are joined by a comma, as hosts do.
    pub(crate) fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let matching = self.0.iter().filter(|rule| matches(&rule.pattern, path));
        for (name, value) in matching.flat_map(|rule| &rule.headers) {
            let same = |(known, _): &&mut (String, String)| known.eq_ignore_ascii_case(name);
            match found.iter_mut().find(same) {
                Some((_, values)) => *values = format!("{values}, {value}"),
                None => found.push((name.clone(), value.clone())),
            }
        }
        found
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => path.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices()
                .map(|(at, _)| at)
                .chain([rest.len()])
                .any(|at| matches(after, &rest[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, path, expected) in [
            ("/*", "/", true),
            ("/*", "/icons/a.svg", true),
            ("/sw.js", "/sw.js", true),
            ("/sw.js", "/other/sw.js", false),
            ("/*.wasm", "/app-1f_bg.wasm", true),
            ("/*.wasm", "/app.wasm.txt", false),
            ("/icons/*", "/icon.svg", false),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn rules_add_up() {
        let rules = HeaderRules::parse(
            "# every file\n/*\n  X-Frame-Options: DENY\n  Vary: a\n\n/*.js\n\tvary: b: c\n",
        );
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            rules.for_path("/start.js"),
            [pair("X-Frame-Options", "DENY"), pair("Vary", "a, b: c")]
        );
        assert_eq!(rules.for_path("/").len(), 2);
        assert_eq!(HeaderRules::parse("  Lost: header").for_path("/"), []);
    }
}
