//! What a link carries comes back, and nothing else gets in.

use super::*;
use crate::domain::fields::Stored;
use crate::domain::rhythm::Weekdays;
use proptest::prelude::*;
use serde_json::json;

/// Some national lines, as `content` has them.
pub(super) const NATIONAL: [National; 4] = [
    National {
        name: "Emergency",
        dial: "999",
        text: "",
        page: "",
    },
    National {
        name: "Samaritans",
        dial: "116123",
        text: "",
        page: "",
    },
    National {
        name: "FRANK",
        dial: "03001236600",
        text: "82111",
        page: "",
    },
    National {
        name: "WithYou",
        dial: "",
        text: "",
        page: "https://wearewithyou.org.uk",
    },
];

pub(super) fn of(value: &Value) -> String {
    ["1.", &base64::encode(value.to_string().as_bytes())].concat()
}

fn refusal(carried: &str) -> Option<Refused> {
    read(carried, &NATIONAL).err()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn whole() -> Link {
    Link {
        name: "The Hub".to_owned(),
        greeting: "Come as you are.".to_owned(),
        contacts: vec![Contact {
            name: "Drop-in".to_owned(),
            number: "02079460000".to_owned(),
            page: "https://hub.example.org/drop-in?a=b".to_owned(),
            what_for: "For a chat and a cup of tea.".to_owned(),
            hours: "Weekdays, 10 to 4".to_owned(),
        }],
        nation: Some("england".to_owned()),
        language: Some("en-GB".to_owned()),
        goals: vec![
            StarterGoal::Bank(Id::parse("C01").unwrap(), None),
            StarterGoal::Bank(Id::parse("A10").unwrap(), Some(Rhythm::Weekly(2))),
            StarterGoal::Own {
                words: "Walk to the hub".to_owned(),
                ways: vec![Way::Active, Way::Connect],
                rhythm: Some(Rhythm::Weekdays(Weekdays::default().toggled(1))),
            },
        ],
        ways: vec![Way::Give, Way::Notice],
        groups: vec!["J".to_owned(), "H1".to_owned()],
        recovery: true,
        demo: true,
        checked: Some(day("2026-05-03")),
    }
}

/// What a link says, in words that stay as they are when the type grows.
fn says(link: &Link) -> String {
    let Link {
        name,
        greeting,
        contacts,
        nation,
        language,
        goals,
        ways,
        groups,
        recovery,
        demo,
        checked,
    } = link;
    let mut said = vec![format!("{name}: {greeting}")];
    for contact in contacts {
        said.push(contact::form(contact).to_string());
    }
    for goal in goals {
        said.push(match goal {
            StarterGoal::Bank(id, rhythm) => format!("{id} {}", rhythm.form()),
            StarterGoal::Own {
                words,
                ways,
                rhythm,
            } => format!("{words} {ways:?} {}", rhythm.form()),
        });
    }
    let first = groups.join(" ");
    said.push(format!(
        "{nation:?} {language:?} {ways:?} {first} {recovery} {demo}"
    ));
    said.push(checked.map(|day| day.to_string()).unwrap_or_default());
    said.join("; ")
}

/// Every line of the fixtures: what is carried, a tab, and what it says.
#[test]
fn old_links_open_for_ever() {
    let fixtures = include_str!("../../tests/fixtures/links-v1.txt");
    let mut count = 0;
    for line in fixtures.lines() {
        let (carried, says) = line.split_once('\t').unwrap();
        let link = read(carried, &NATIONAL).unwrap();
        assert_eq!(self::says(&link), says, "{carried}");
        assert_eq!(read(&write(&link), &NATIONAL), Ok(link));
        count += 1;
    }
    assert!(count >= 6);
}

#[test]
fn a_whole_link_comes_back() {
    let text = write(&whole());
    assert_eq!(read(&text, &NATIONAL), Ok(whole()));
    assert!(text.len() < 700, "{}", text.len());
}

#[test]
fn what_happens_to_links_on_their_way_does_not_matter() {
    let text = write(&whole());
    for met in [
        format!("{text} \n"),
        format!("{text}."),
        format!("{text}).\u{201d}"),
        format!("{text}=="),
        format!("{text}#"),
        format!("{text}#/help"),
        format!("{text}?fbclid=abc&x=1"),
        format!("{text}&utm_source=x"),
    ] {
        assert_eq!(read(&met, &NATIONAL), Ok(whole()), "{met}");
    }
}

#[test]
fn what_a_newer_version_adds_is_passed_over() {
    let link = of(&json!({"n": "Hub", "zz": [1, {"a": null}], "w": "gq"}));
    let expected = Link {
        name: "Hub".to_owned(),
        ways: vec![Way::Give],
        ..Link::default()
    };
    assert_eq!(read(&link, &NATIONAL), Ok(expected));
}

#[test]
fn each_bad_form_has_its_reason() {
    use Refused::{Damaged, Empty, Newer, NotOurs, TooLong};
    let garbage = ["1.", &base64::encode(b"garbage")].concat();
    let no_text = ["1.", &base64::encode(&[255, 254])].concat();
    let cut_off = of(&json!({"n": "A service"}));
    for (carried, reason) in [
        ("", Empty),
        (" ", Empty),
        ("1.", Empty),
        ("#", Empty),
        (&of(&json!({})), Empty),
        (&of(&json!({"n": "", "c": []})), Empty),
        (&"x".repeat(MOST + 1), TooLong),
        (&"%".repeat(2_000_000), TooLong),
        ("1", Damaged),
        ("abc", Damaged),
        ("1.ab!cd", Damaged),
        ("1.abcde", Damaged),
        ("1.ab%zzcd", Damaged),
        (&no_text, Damaged),
        (&garbage, NotOurs),
        (&cut_off[..cut_off.len() - 3], NotOurs),
        (&of(&json!([])), NotOurs),
        (&of(&json!("text")), NotOurs),
        (&of(&json!({"n": 1})), NotOurs),
        (&of(&json!({"c": {}})), NotOurs),
        (&of(&json!({"n": "Hub", "c": [["A", 1]]})), NotOurs),
        (&of(&json!({"g": [1]})), NotOurs),
        (&of(&json!({"g": ["../x"]})), NotOurs),
        (&of(&json!({"g": [{"t": "Walk"}]})), NotOurs),
        (&of(&json!({"g": [{"y": "c"}]})), NotOurs),
        (
            &of(&json!({"g": [{"b": "C01", "r": {"weekly": 9}}]})),
            NotOurs,
        ),
        (&of(&json!({"n": "Hub", "k": "2026-02-30"})), NotOurs),
        (&of(&json!({"n": "Hub", "m": "A <b>"})), Refused::Markup),
        (&of(&json!({"n": "Hub", "c": ["A"]})), NotOurs),
        ("2.eyJuIjoiSHViIn0", Newer),
        ("x.eyJuIjoiSHViIn0", Newer),
    ] {
        assert_eq!(refusal(carried), Some(reason), "{carried:.60}");
    }
    let deep = ["1.", &base64::encode("[".repeat(6000).as_bytes())].concat();
    assert_eq!(refusal(&deep), Some(NotOurs));
    let most = ["1.", &"A".repeat(MOST - 2)].concat();
    assert_eq!(refusal(&most), Some(NotOurs));
}

#[test]
fn texts_have_their_limits() {
    let long = |count| "é".repeat(count);
    let contact = |name: &str| json!([name, "02079460000"]);
    let many = |count| vec![contact("A"); count];
    for (value, reason) in [
        (json!({"n": long(NAME)}), None),
        (json!({"n": long(NAME + 1)}), Some(Refused::TooMuch)),
        (json!({"n": "A", "h": long(GREETING)}), None),
        (
            json!({"n": "A", "h": long(GREETING + 1)}),
            Some(Refused::TooMuch),
        ),
        (json!({"n": "A", "c": many(CONTACTS)}), None),
        (
            json!({"n": "A", "c": many(CONTACTS + 1)}),
            Some(Refused::TooMuch),
        ),
        (json!({"n": "A", "g": vec!["C01"; GOALS]}), None),
        (
            json!({"n": "A", "g": vec!["C01"; GOALS + 1]}),
            Some(Refused::TooMuch),
        ),
        (json!({"g": vec!["C01"; PLAN_GOALS]}), None),
        (
            json!({"g": vec!["C01"; PLAN_GOALS + 1]}),
            Some(Refused::TooMuch),
        ),
        (json!({"g": [{"t": long(GOAL), "y": "c"}]}), None),
        (
            json!({"g": [{"t": long(GOAL + 1), "y": "c"}]}),
            Some(Refused::TooMuch),
        ),
        (json!({"c": many(1)}), Some(Refused::NoName)),
        (json!({"h": "Hello"}), Some(Refused::NoName)),
        (
            json!({"n": "A", "c": [["", "02079460000"]]}),
            Some(Refused::NoName),
        ),
        (json!({"n": "a\u{202e}b"}), Some(Refused::Hidden)),
        (json!({"n": "a\u{200b}b"}), Some(Refused::Hidden)),
        (json!({"n": "a\nb"}), Some(Refused::Hidden)),
        (json!({"n": "S\u{430}maritans"}), Some(Refused::Hidden)),
        (json!({"n": "Клуб AA"}), None),
        (json!({"n": "A | B"}), None),
        (json!({"n": "<b>Hub"}), Some(Refused::Markup)),
        (
            json!({"g": [{"t": "<img src=x>", "y": "c"}]}),
            Some(Refused::Markup),
        ),
    ] {
        assert_eq!(refusal(&of(&value)), reason, "{value}");
    }
}

fn words(most: usize) -> impl Strategy<Value = String> {
    let line = "[a-zA-Zé0-9][a-zA-Zé0-9 ,.'?!&%#]{0,30}";
    line.prop_map(move |text| {
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
