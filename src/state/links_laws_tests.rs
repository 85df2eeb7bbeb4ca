//! The law of disguises: no letters that look alike, no marks and nothing hidden make the name of a national help line pass.

use super::tests::{as_names, met};
use super::*;
use proptest::prelude::*;

const LOOKALIKES: &str = include_str!("../exchange/link/lookalikes.txt");

/// What a letter may be replaced by or followed by so that it still looks the same.
fn disguises(letter: char) -> Vec<String> {
    let small = letter.to_ascii_lowercase();
    let shape = match small {
        'i' => 'l',
        other => other,
    };
    let mut found = vec![letter.to_string()];
    for line in LOOKALIKES.lines() {
        let (looks, alike) = line.split_once(' ').unwrap();
        if looks == shape.to_string() {
            found.extend(alike.chars().map(String::from));
        }
    }
    for mark in [
        "\u{307}", "\u{323}", "\u{ad}", "\u{200d}", "\u{fe0f}", "\u{34f}",
    ] {
        found.push([letter.to_string().as_str(), mark].concat());
    }
    found.extend(match small {
        'm' => vec!["rn".to_owned()],
        'w' => vec!["vv".to_owned()],
        'o' => vec!["0".to_owned()],
        'l' | 'i' => vec!["1".to_owned(), "I".to_owned()],
        _ => Vec::new(),
    });
    found
}

proptest! {
    #[test]
    fn no_disguise_of_a_national_line_is_let_in(
        line in any::<prop::sample::Index>(),
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 60),
        only in any::<u64>(),
    ) {
        let lines = national();
        let line = line.get(&lines);
        let mut name = String::new();
        for (place, letter) in line.name.chars().enumerate() {
            if letter.is_ascii_alphanumeric() && only >> (place % 64) & 1 == 1 {
                let all = disguises(letter);
                let shown: &String = chosen[place].get(&all);
                name.push_str(shown);
            } else {
                name.push(letter);
            }
        }
        let fits = name.chars().count() <= 40;
        for link in as_names(&name) {
            let refused = met(&link);
            let is_refused = matches!(refused, Err(Refused::Imitates | Refused::Hidden));
            prop_assert!(is_refused || (!fits && refused == Err(Refused::TooMuch)), "{name}: {refused:?}");
        }
    }
}
