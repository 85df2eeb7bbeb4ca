//! The laws of links: each comes back as it was, and whatever else is given is refused or sound.

use super::tests::NATIONAL;
use super::*;
use proptest::prelude::*;

fn words(most: usize) -> impl Strategy<Value = String> {
    let line = "[a-zA-Zé0-9][a-zA-Zé0-9 ,.'?!&%#]{0,30}";
    line.prop_map(move |text| {
        // More digits may be a number that is not the contact's.
        let mut digits = 0;
        let fits = |letter: &char| {
            digits += usize::from(letter.is_ascii_digit());
            !letter.is_ascii_digit() || digits < 5
        };
        let text: String = text.chars().filter(fits).collect();
        let text: Vec<_> = text.split_whitespace().collect();
        text.join(" ")
            .chars()
            .take(most)
            .collect::<String>()
            .trim()
            .to_owned()
    })
}

fn contact() -> impl Strategy<Value = Contact> {
    let page = prop_oneof![
        Just(String::new()),
        "https://[a-z]{1,9}\\.[a-z]{2,5}(/[a-z0-9?=&#]{0,9})?"
    ];
    let number = prop_oneof![Just(String::new()), "01[2-9][0-9]{8}", "07[1-9][0-9]{8}"];
    (words(CONTACT_NAME), number, page, words(WHAT_FOR), words(9)).prop_map(
        |(name, number, page, what_for, hours)| Contact {
            name: ["A ", &name].concat(),
            number,
            page,
            what_for,
            hours,
        },
    )
}

fn starter() -> impl Strategy<Value = StarterGoal> {
    let rhythm = prop::option::of(prop_oneof![
        Just(Rhythm::Daily),
        (1_u8..=7).prop_map(Rhythm::Weekly),
        (0_u64..900).prop_map(|days| Rhythm::Once(Day::FIRST.after(days))),
    ]);
    let ways = prop::sample::subsequence(Way::ALL.to_vec(), 1..4);
    ("[A-Z][0-9]{2}", words(GOAL), ways, rhythm, any::<bool>()).prop_map(
        |(id, words, ways, rhythm, bank)| {
            if bank {
                StarterGoal::Bank(Id::parse(&id).unwrap(), rhythm)
            } else {
                StarterGoal::Own {
                    words,
                    ways,
                    rhythm,
                }
            }
        },
    )
}

pub(super) fn link() -> impl Strategy<Value = Link> {
    let texts = (words(NAME), words(GREETING));
    let lists = (
        prop::collection::vec(contact(), 0..=CONTACTS),
        prop::collection::vec(starter(), 0..=GOALS),
    );
    let first = (
        prop::sample::subsequence(Way::ALL.to_vec(), 0..3),
        prop::sample::subsequence(vec!["A", "J", "H1"], 0..3),
    );
    let rest = (any::<bool>(), any::<bool>(), prop::option::of(0_u64..30000));
    (texts, lists, first, rest).prop_map(
        |((name, greeting), (contacts, goals), (ways, groups), (recovery, demo, checked))| Link {
            name,
            greeting,
            contacts,
            nation: demo.then(|| "wales".to_owned()),
            language: recovery.then(|| "cy".to_owned()),
            goals,
            ways,
            groups: groups.into_iter().map(str::to_owned).collect(),
            recovery,
            demo,
            checked: checked.map(|days| Day::FIRST.after(days)),
        },
    )
}

proptest! {
    #[test]
    fn every_link_comes_back(link in link()) {
        let text = write(&link);
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)));
        prop_assert_eq!(read(&text, &NATIONAL), Ok(link));
    }

    #[test]
    fn any_text_is_refused_or_read(text in "\\PC{0,99}", bytes in prop::collection::vec(any::<u8>(), 0..99)) {
        let _ = read(&text, &NATIONAL);
        let _ = read(&["1.", &text].concat(), &NATIONAL);
        let _ = read(&["1.", &base64::encode(text.as_bytes())].concat(), &NATIONAL);
        let _ = read(&["1.", &base64::encode(&bytes)].concat(), &NATIONAL);
    }

    #[test]
    fn a_changed_link_is_refused_or_sound(link in link(), place in any::<prop::sample::Index>(), byte in any::<u8>(), text in any::<bool>()) {
        let mut carried = write(&link).into_bytes();
        if text {
            let mut json = base64::decode(&carried[2..]).unwrap();
            let place = place.index(json.len());
            json[place] = byte;
            carried = ["1.", &base64::encode(&json)].concat().into_bytes();
        } else {
            let place = place.index(carried.len());
            carried[place] = byte;
        }
        let Ok(read) = read(&String::from_utf8_lossy(&carried), &NATIONAL) else {
            return Ok(());
        };
        prop_assert!(read.name.chars().count() <= NAME && read.contacts.len() <= CONTACTS);
        for contact in read.contacts {
            prop_assert!(contact.number.bytes().all(|digit| digit.is_ascii_digit()));
            prop_assert!(contact.page.is_empty() || contact.page.starts_with("https://"));
        }
    }
}
