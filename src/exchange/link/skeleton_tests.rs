//! What looks alike, and what nobody sees.

use super::*;

#[test]
fn what_looks_alike_is_alike() {
    let seen = |text: &str| String::from_utf8(looks(&words(text))).unwrap();
    for text in [
        "samaritans",
        "SAMARITANS",
        "Sa-mari tans",
        "Sarnaritans",
        "5amar1tan$",
        "S@maritans",
        "Ѕаmаritаnѕ",
        "Ѕɑmαritans",
        "ꮪamaritans",
        "ѕᴀᴍᴀʀɪᴛᴀɴѕ",
        "Ｓａｍａｒｉｔａｎｓ",
        "𝐒𝐚𝐦𝐚𝐫𝐢𝐭𝐚𝐧𝐬",
        "𝒮𝒶𝓂𝒶𝓇𝒾𝓉𝒶𝓃𝓈",
        "Ⓢⓐⓜⓐⓡⓘⓣⓐⓝⓢ",
        "🅂🄰🄼🄰🅁🄸🅃🄰🄽🅂",
        "🅢🅐🅜🅐🅡🅘🅣🅐🅝🅢",
        "Ṡȧmȧritȧns",
        "S\u{307}amar\u{323}itans",
        "Sa\u{ad}mari\u{200d}tans",
        "Sa\u{fe0f}maritans",
        "“Samaritans”",
    ] {
        assert_eq!(seen(text), seen("Samaritans"), "{text}");
    }
    for text in ["Samoritans", "Самаритяни", "Sailors"] {
        assert_ne!(seen(text), seen("Samaritans"), "{text}");
    }
}

#[test]
fn joiners_and_the_like_are_let_in_where_they_are_of_use() {
    for text in [
        "The Hub ❤\u{fe0f}",
        "👩\u{200d}👧 group",
        "Press 1\u{fe0f}\u{20e3}",
        "Croeso 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "Việt Nam",
        "Vie\u{302}\u{323}t Nam",
        "(NHS) Київ",
        "日本語ABC",
        "5 µg",
    ] {
        assert!(!is_hidden(text), "{text}");
    }
    for text in [
        "Hu\u{ad}b",
        "Hu\u{200d}b",
        "Hub\u{200c}",
        "Hu\u{fe0f}b",
        "Hu\u{34f}b",
        "Hub\u{3164}",
        "Hub\u{2800}",
        "Hub\u{e0041}",
        "H\u{300}\u{301}\u{302}\u{303}ub",
        "\u{e000}Hub",
        "Hυb",
        "Нub",
        "Hꮜb",
        "Κлуб",
    ] {
        assert!(is_hidden(text), "{text:?}");
    }
}
