//! A quiet voice: no exclamation marks, no emoji, no capitals for shouting.

/// Short forms people know, groups by the names they go by, and the keyword of a text line.
const KNOWN_CAPITALS: [&str; 27] = [
    "A4", "AA", "BBC", "CA", "CSV", "CV", "GB", "GBL", "GHB", "GP", "HIV", "ID", "JSON", "KB",
    "MB", "MIT", "NA", "NHS", "NI", "OK", "ONS", "PDF", "QR", "SHOUT", "SMART", "TV", "UK",
];

/// What is wrong with the manners of a text, if anything.
pub(super) fn fault(text: &str) -> Option<String> {
    if text.contains(['!', '¡']) {
        return Some("an exclamation mark".to_owned());
    }
    if let Some(sign) = text.chars().find(|c| is_emoji(*c)) {
        return Some(format!("the emoji {sign}"));
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let shouted = words.find(|word| shouts(word))?;
    Some(format!("the capitals {shouted}"))
}

fn shouts(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().any(char::is_lowercase);
    capitals > 1 && !small && !KNOWN_CAPITALS.contains(&word)
}

fn is_emoji(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27bf}' | '\u{2b50}'..='\u{2b55}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..)
}

#[test]
fn bad_manners_are_seen() {
    for text in ["Well done!", "A star ⭐", "Done ✅", "STOP now", "Good 🙂"] {
        assert!(fault(text).is_some(), "{text}");
    }
}

#[test]
fn quiet_text_passes() {
    for text in [
        "I saw a GP – all OK.",
        "GHB/GBL",
        "Text SHOUT to 85258",
        "A B",
        "24 hours · €2",
        "",
    ] {
        assert_eq!(fault(text), None, "{text}");
    }
}
