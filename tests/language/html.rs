//! The words of an HTML page that a person sees or hears. Enough for our own pages; not a parser of any page.

const SPOKEN_ATTRIBUTES: [&str; 5] = [
    "alt=\"",
    "title=\"",
    "aria-label=\"",
    "placeholder=\"",
    "content=\"",
];

/// Visible text, and the attributes that are shown or read out, one space between elements.
pub(super) fn visible_words(page: &str) -> String {
    visible_lines(page).join(" ")
}

/// The same, each element's words by themselves.
pub(super) fn visible_lines(page: &str) -> Vec<String> {
    let mut page = page.to_owned();
    for (open, close) in [
        ("<!--", "-->"),
        ("<script", "</script>"),
        ("<style", "</style>"),
    ] {
        page = without(&page, open, close);
    }
    let mut words = Vec::new();
    for piece in page.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        words.extend(spoken(tag));
        words.push(text);
    }
    let squashed = |words: &str| {
        let words = decoded(words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines = words.into_iter().map(squashed);
    lines.filter(|line| !line.is_empty()).collect()
}

fn without(page: &str, open: &str, close: &str) -> String {
    let mut parts = page.split(open);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once(close).map_or("", |(_, after)| after));
    }
    kept
}

fn spoken(tag: &str) -> Vec<&str> {
    // Of the <meta> elements only the description is for people.
    if tag.starts_with("meta") && !tag.contains("description") && !tag.contains("title") {
        return Vec::new();
    }
    let value = |name: &&str| Some(tag.split_once(*name)?.1.split_once('"')?.0);
    SPOKEN_ATTRIBUTES.iter().filter_map(value).collect()
}

fn decoded(text: &str) -> String {
    let names = [
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&ndash;", "–"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    names.iter().fold(text.to_owned(), |text, (name, sign)| {
        text.replace(name, sign)
    })
}

#[test]
fn only_what_is_seen_or_heard_is_kept() {
    let page = r#"<!doctype html><meta name="description" content="A diary">
        <meta name="viewport" content="width=1"><style>.clean{}</style>
        <p class="dirty">You <b>may</b>&nbsp;go</p><!-- failed --><script>"streak"</script>
        <img alt="A bloom" src="x.svg">"#;
    assert_eq!(visible_words(page), "A diary You may go A bloom");
}
