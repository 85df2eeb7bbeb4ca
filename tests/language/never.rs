//! Words the app never says of a person or to one (safety.md, left column). People may type any word themselves.

/// A star stands for any ending. Hyphens and spaces are one.
const NEVER: [&str; 40] = [
    // Names for people.
    "addict*",
    "junkie*",
    "alcoholic*",
    "user",
    "users",
    // Judgement of use.
    "clean",
    "dirty",
    "abuse*",
    "misuse*",
    "habit",
    "habits",
    // Judgement of how it goes.
    "failed",
    "fell off the wagon",
    "back to day one",
    "slipped up",
    "streak",
    "streaks",
    // Judgement of treatment.
    "substitute*",
    "replacement*",
    "real recovery",
    "compliant",
    "refused",
    "hard to reach",
    // Struggle and pity.
    "battle*",
    "war on",
    "victim*",
    "suffer from",
    "suffers from",
    "suffered from",
    "suffering from",
    // Orders.
    "you should",
    "you must",
    "you need to",
    "you'll need to",
    // Families.
    "enabling",
    "co dependen*",
    "codependen*",
    // Words of services.
    "outcome*",
    "completion*",
    "intervention*",
];

/// Those of the words that occur in `text`.
pub(super) fn found(text: &str) -> Vec<&'static str> {
    let text = spaced(text);
    let occurs = |pattern: &&str| match pattern.strip_suffix('*') {
        Some(stem) => text.contains(&format!(" {stem}")),
        None => text.contains(&format!(" {pattern} ")),
    };
    NEVER.into_iter().filter(occurs).collect()
}

/// Small letters, one space around each word, a bar where a sentence ends (phrases do not reach across).
fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for letter in text.to_lowercase().chars() {
        match letter {
            '’' | '‘' | '\'' => spaced.push('\''),
            '.' | '?' | '!' | ':' | ';' | '\n' => spaced.push_str(" | "),
            _ if letter.is_alphanumeric() => spaced.push(letter),
            _ => spaced.push(' '),
        }
    }
    spaced.push(' ');
    let words: Vec<_> = spaced.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}

#[test]
fn words_are_found_in_any_form() {
    let cases = [
        ("An Addiction.", vec!["addict*"]),
        ("Keep it CLEAN", vec!["clean"]),
        ("non-compliant", vec!["compliant"]),
        ("a co-dependent pair", vec!["co dependen*"]),
        ("You  must, now", vec!["you must"]),
        ("You’ll need to wait", vec!["you'll need to"]),
        ("He fell off\u{a0}the wagon", vec!["fell off the wagon"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn innocent_words_are_left_alone() {
    for text in [
        "Clear away.",
        "I like you. Must go.",
        "used",
        "inhabit",
        "Thank you",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
