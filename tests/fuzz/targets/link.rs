//! What stands behind `#/add/`: as it is, and the input as the JSON that a link carries. What is taken can be made into a
//! link again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::exchange::link::{MOST, National, read, write};

const NATIONAL: [National; 2] = [
    National {
        name: "Samaritans",
        dial: "116123",
        text: "",
        page: "samaritans.org",
    },
    National {
        name: "Shout",
        dial: "",
        text: "85258",
        page: "giveusashout.org",
    },
];

fuzz_target!(|input: &[u8]| {
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = read(text, &NATIONAL);
    }
    let Ok(link) = read(&["1.", &base64(input)].concat(), &NATIONAL) else {
        return;
    };
    let text = write(&link);
    if text.len() <= MOST {
        assert_eq!(read(&text, &NATIONAL), Ok(link), "{text}");
    }
});

/// For addresses, without padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=three.len() {
            text.push(char::from(
                LETTERS[(bits >> (18 - 6 * place) & 63) as usize],
            ));
        }
    }
    text
}
