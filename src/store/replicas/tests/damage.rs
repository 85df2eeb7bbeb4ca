//! Damage to a record, and the loss of a copy: nothing else is hidden, and the raw text is kept.

use super::*;

fn filled(days: u64) -> (Device, Journal) {
    let device = Device::new();
    let mut app = device.start();
    app.import(&journal(days, 50, "Tea")).1.unwrap();
    let journal = device.start().journal;
    (device, journal)
}

fn text_of(journal: &Journal, key: &str) -> String {
    record::write(journal, key).unwrap()
}

#[test]
fn every_byte_of_a_record_flipped_in_turn() {
    let (_, whole) = filled(3);
    let day = "day/2026-11-20";
    let sound = text_of(&whole, day);
    for place in 0..sound.len() {
        for mask in [0x01, 0x20, 0x7f] {
            let mut bytes = sound.clone().into_bytes();
            bytes[place] ^= mask;
            // A store of texts gives back nothing but texts.
            let damaged = String::from_utf8_lossy(&bytes).into_owned();
            let (device, _) = filled(3);
            device.put(day, &damaged);
            let found = device.start();
            let shown = found.journal.entries(today().before(9), today()).count();
            assert_eq!((shown, found.set_aside), (2, 1), "{damaged}");
            let kept = device.stored();
            assert!(
                kept.iter()
                    .any(|(key, text)| key.starts_with(ASIDE) && *text == damaged),
                "{damaged}"
            );
        }
    }
}

#[test]
fn a_record_cut_off_at_every_byte() {
    let (_, whole) = filled(3);
    let day = "day/2026-11-20";
    let sound = text_of(&whole, day);
    for end in 0..sound.len() {
        let (device, _) = filled(3);
        device.put(day, &sound[..end]);
        let found = device.start();
        let shown = found.journal.entries(today().before(9), today()).count();
        assert_eq!((shown, found.set_aside), (2, 1), "{}", &sound[..end]);
    }
}

#[test]
fn damage_to_any_records_of_one_copy_loses_nothing() {
    let (_, whole) = filled(6);
    let keys = record::stored_keys(&whole);
    for from in 0..keys.len() {
        for count in 1..=keys.len() - from {
            for in_vault in [false, true] {
                let (device, _) = filled(6);
                for key in &keys[from..from + count] {
                    if in_vault {
                        device.put_into_vault(key, "garbage");
                    } else {
                        device.put_into_mirror(key, "garbage");
                    }
                }
                let found = device.start();
                assert_eq!((&found.journal, found.set_aside), (&whole, 0));
                assert_eq!(found.rescued, count);
                let again = device.start();
                assert_eq!((again.journal, again.rescued), (found.journal, 0));
                assert!(
                    device
                        .stored()
                        .iter()
                        .any(|(key, text)| key.starts_with(MENDED) && text == "garbage")
                );
            }
        }
    }
}

#[test]
fn either_copy_brings_all_of_it_back() {
    for lose_vault in [true, false] {
        let (mut device, whole) = filled(6);
        if lose_vault {
            device.vault = Some(MemoryVault::with(&device.faults));
        } else {
            device.mirror = Some(MemoryMirror::with(&device.faults));
        }
        assert_eq!(device.start().journal, whole);
        assert_eq!(device.start().journal, whole);
        let records = |texts: Vec<(String, String)>| -> Vec<_> {
            texts
                .into_iter()
                .filter(|(key, _)| key.contains('/'))
                .collect()
        };
        assert_eq!(records(device.mirrored()), records(device.stored()));
        assert_eq!(
            records(device.stored()).len(),
            record::stored_keys(&whole).len()
        );
    }
}

#[test]
fn texts_that_are_no_records_of_ours_are_set_aside() {
    let (_, whole) = filled(2);
    let sound = text_of(&whole, "day/2026-11-21");
    let other_sum = sound.replacen(|digit: char| digit.is_ascii_digit(), "f", 1);
    let twice = serde_json::to_string(&sound).unwrap();
    let other_kind = record::with_sum(
        &sound[17..]
            .replace("\"day\"", "\"goal\"")
            .replacen("", "{", 1),
    );
    let long = "x".repeat(1_000_000);
    for bad in [
        "",
        "null",
        "[]",
        "{}",
        "\"{}\"",
        "0",
        "\u{feff}{}",
        "\0",
        &twice,
        &other_sum,
        &other_kind,
        &long,
    ] {
        let (device, _) = filled(2);
        device.put("goal/x1", bad);
        let found = device.start();
        assert_eq!(found.set_aside, 1, "{bad:.40?}");
        assert_eq!(found.journal.entries(today().before(9), today()).count(), 2);
    }
    // A sound record under another's key.
    let (device, _) = filled(2);
    device.put("day/2026-11-01", &sound);
    let found = device.start();
    assert_eq!(found.set_aside, 1);
    assert_eq!(
        found.journal.entries(today().before(40), today()).count(),
        2
    );
}

#[test]
fn keys_that_are_none_of_ours_hide_nothing() {
    let (device, whole) = filled(2);
    for key in [
        "",
        "__proto__",
        "constructor",
        "a\0b",
        "day/",
        "day/2026-13-40",
        "goal/../x",
        "💥",
    ] {
        device.put(key, "{}");
    }
    let found = device.start();
    assert_eq!(found.journal, whole);
    assert_eq!(found.set_aside, 8);
}

#[test]
fn two_records_that_changed_places() {
    let (device, whole) = filled(3);
    let (one, two) = ("day/2026-11-20", "day/2026-11-21");
    device.put(one, &text_of(&whole, two));
    device.put(two, &text_of(&whole, one));
    let found = device.start();
    assert_eq!(found.set_aside, 2);
    assert_eq!(found.journal.entries(today().before(9), today()).count(), 1);
    let kept = device.stored();
    for key in [one, two] {
        let text = text_of(&whole, key);
        assert!(
            kept.iter()
                .any(|(at, held)| at.starts_with(ASIDE) && *held == text)
        );
    }
}

#[test]
fn damaged_numbers_and_notes_of_the_store_delete_nothing() {
    for generation in [
        "-1",
        "9007199254740992",
        "two",
        "",
        "4503599627370496",
        "1",
        "3",
    ] {
        for both in [false, true] {
            let (device, whole) = filled(3);
            let number = generation
                .parse()
                .ok()
                .filter(|&number: &u64| number < 1 << 53);
            // What the real stores make of a text that is no number: none at all.
            device.mirror.as_ref().unwrap().renumber_as(number);
            if both {
                device.vault.as_ref().unwrap().renumber_as(number);
            }
            assert_eq!(seen(&device.start().journal), seen(&whole), "{generation}");
            let mut again = device.start();
            again.log(today(), "Bread", "").unwrap();
            assert_eq!(
                seen(&device.start().journal),
                seen(&again.journal),
                "{generation}"
            );
        }
    }
    for meta in [
        "",
        "null",
        "[]",
        r#"{"min_reader":"999"}"#,
        r#"{"min_reader":-1}"#,
    ] {
        let (device, whole) = filled(3);
        device.put(META, meta);
        let found = device.start();
        assert_eq!((found.too_new, seen(&found.journal)), (false, seen(&whole)));
    }
}
