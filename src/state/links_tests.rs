//! Who imitates a national help line, in every text of a link, against all of them.

use super::*;
use crate::exchange::link::{Link, write};

fn with_name(name: &str) -> Link {
    Link {
        name: name.to_owned(),
        ..Link::default()
    }
}

fn with_greeting(greeting: &str) -> Link {
    Link {
        greeting: greeting.to_owned(),
        ..with_name("The Hub")
    }
}

fn with_contact(contact: Contact) -> Link {
    Link {
        contacts: vec![contact],
        ..with_name("The Hub")
    }
}

fn named(name: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        number: "02079460000".to_owned(),
        ..Contact::default()
    }
}

pub(super) fn met(link: &Link) -> Result<Link, Refused> {
    read(&write(link))
}

/// The link as the name of a service, and as that of a contact.
pub(super) fn as_names(name: &str) -> [Link; 2] {
    [with_name(name), with_contact(named(name))]
}

#[test]
fn no_national_line_is_taken_for_another() {
    for line in national() {
        let contact = Contact {
            name: line.name.to_owned(),
            number: line.dial.to_owned(),
            page: line.page.to_owned(),
            ..Contact::default()
        };
        if contact.number.is_empty() && contact.page.is_empty() {
            continue;
        }
        let is_left_out = met(&with_contact(contact)).is_ok_and(|link| link.contacts.is_empty());
        assert!(is_left_out, "{}", line.name);
    }
}

#[test]
fn names_that_look_like_a_national_line_are_refused() {
    for name in [
        "Samaritans",
        "The Samaritans",
        "Samaritans helpline",
        "Samaritans of the valley",
        "Leeds Samartians group",
        "Sarnaritans",
        "Samar1tans",
        "S@maritans",
        "S a m a r i t a n s",
        "“Samaritans”",
        "Sаmaritans",
        "Ѕаmаritаnѕ",
        "Samαritans",
        "Sꭺmaritans",
        "ＳＡＭＡＲＩＴＡＮＳ",
        "𝓢𝓪𝓶𝓪𝓻𝓲𝓽𝓪𝓷𝓼",
        "Ⓢⓐⓜⓐⓡⓘⓣⓐⓝⓢ",
        "sᴀᴍᴀʀɪᴛᴀɴs",
        "Sɑmɑritɑns",
        "Ṣạṃạṛịṭạṇṣ",
        "Sa\u{ad}maritans",
        "Sama\u{200d}ritans",
        "Samari\u{fe0f}tans",
        "Sh0ut",
        "5hout",
        "FRANK helpline",
        "Chi1dline",
        "Chilcllíne",
        "Leeds Ѕhelter",
        "Breathlng Space",
        "Alcoholics Anonymous",
        "Papyrus Hopeline for Leeds",
        "National Domestic Abuse Helpline",
        "116 123",
        "NHS 111",
        "999",
    ] {
        for link in as_names(name) {
            let refused = met(&link);
            let is_refused = matches!(refused, Err(Refused::Imitates | Refused::Hidden));
            assert!(is_refused, "{name}: {refused:?}");
        }
    }
}

#[test]
fn honest_names_are_let_in_in_every_alphabet() {
    for names in HONEST {
        for name in names.split(", ") {
            for link in as_names(name) {
                assert_eq!(met(&link), Ok(link.clone()), "{name}");
            }
        }
    }
}

/// A line for each alphabet.
const HONEST: [&str; 17] = [
    "Change Grow Live Leeds, The Hub, Leeds Night Shelter, Emergency housing, Frank's café, Walking with you, Crew room, \
     Early release team, Lifeline church hall, A place to shout, NHS Leeds, St Anne's, Open 24/7 hub, Turning Point 2, Call the hub, The Hall, \
     Gambling help, Domestic Abuse Service, Drinks and drugs line, Men's shed, Recovery cafe",
    "Yr Hafan, Canolfan Gymunedol, Tŷ Gobaith, Gwasanaeth Cyffuriau, Llwybrau Newydd, Dŵr a Thân, Siop Siarad, Cwmni Da, \
     Ŷd, Hwb Môn, Adferiad, Pobl a Gwaith",
    "Dom Polski, Ośrodek Pomocy, Świetlica Żółw, Zdrowie i Nadzieja, Wspólna Droga, Łódź, Grupa Wsparcia, Klub Seniora, \
     Ścieżka, Żyć lepiej, Ćwiczenia, Przyjaźń",
    "Cafés de día, Ñandú, Grupo de Apoyo, Associação Nova Vida, Coração, São João, Größe, Bücher & Tee, Zentrum für Hilfe, \
     Élan, Façade, Crème",
    "Yeni Başlangıç, Çağdaş Yaşam, İstanbul Evi, Güneş, Umut Işığı, Dostluk, Şifa, Ağaç, Köprü, Özgür, Yağmur, Iğdır",
    "Căminul Speranța, Știință, Viață Nouă, Împreună, Țara, Gânduri, Prietenie, Sănătate, Drumul Bun, Ajutor, Româna, Casa",
    "Hội Người Việt, Nhà Hy Vọng, Sức khỏe, Bạn bè, Đường Mới, Cộng đồng, Trung tâm, Gia đình, Ngày mới, Tự do, Ấm áp, Ước mơ",
    "Дім надії, Українська громада, Їжа для всіх, Нове життя, Разом, Клуб друзів, Єдність, Ґанок, Підтримка, Центр здоров’я, Шлях, Мрія",
    "Дом надежды, Русский клуб, Новая жизнь, Вместе, Поддержка, Общий дом, Объятие, Путь, Друзья, Помощь, Семья, Мы",
    "Σπίτι της Ελπίδας, Ελληνική Κοινότητα, Νέα Ζωή, Μαζί, Φίλοι, Υγεία, Δρόμος, Βοήθεια, Οικογένεια, Ήλιος, Ψυχή, Ωραία",
    "مركز الأمل, بيت العائلة, الدعم, نحن معك, صحة, حياة جديدة, أصدقاء, الطريق, مساعدة, نادي المرأة, الحي, سلام ٢٤",
    "خانه امید, زندگی نو, می\u{200c}توانیم, امید نو, اردو مرکز, نئی زندگی, ہم ساتھ ہیں, صحت, دوست, راستہ, مدد, گھر",
    "आशा केंद्र, नया जीवन, साथ, मित्र, स्वास्थ्य, रास्ता, परिवार, मदद, हम साथ हैं, घर, सहारा, क्षमा",
    "ਆਸ ਕੇਂਦਰ, ਨਵਾਂ ਜੀਵਨ, ਸਾਥ, ਮਦਦ, আশা কেন্দ্র, নতুন জীবন, সাহায্য, ஆதரவு மையம், உதவி, ఆశ, સાથ, ശാന്തി",
    "希望之家, 新生活, 互助小组, 朋友, 健康中心, 家, ひまわり会, さくらハウス, カフェ夢, 희망의 집, 함께, ABC支援",
    "בית התקווה, חיים חדשים, ביחד, עזרה, ቤተሰብ, ተስፋ, հույս, ნიმედი, บ้านแห่งความหวัง, ຄວາມຫວັງ, អនាគត, မျှော်လင့်ချက်",
    "The Hub ❤\u{fe0f}, 🌳 Green space, Tea & talk ☕, Hub №1, Ⓐ, Club²",
];

#[test]
fn a_national_line_may_be_named_beside_its_own_number() {
    for greeting in [
        "You can also ring Samaritans on 116 123.",
        "Samaritans: 116 123. Us: 0113 496 0000.",
        "Ring us on 0113 496 0000. At night, Samaritans are on 116 123.",
        "116 123 is Samaritans.",
        "Samaritans: 116\u{a0}123",
        "We can help you reach Samaritans.",
        "Text SHOUT to 85258, or ring +44 116 123.",
        "Drinkline Scotland is 0800 7314 314.",
        "Be frank. Ring 0113 496 0000.",
        "Come to Shelter House. Ring 0113 496 0000.",
        "A place for release and relaxation on 4 and 5 May 2026.",
        "Samaritans come in on Mondays, 09.00-17.00.",
    ] {
        let link = with_greeting(greeting);
        assert_eq!(met(&link), Ok(link.clone()), "{greeting}");
    }
}

#[test]
fn a_national_line_beside_another_number_is_refused() {
    for text in [
        "Ring Samaritans on 020 7946 0000.",
        "Samaritans, day or night: 0113-496-0000",
        "0113.496.0000 is Samaritans.",
        "Ring Samaritans on O2O 7946 OOOO",
        "Samaritans 116 123 1",
        "Samaritans 0113\u{a0}496\u{2013}0000",
        "Samaritans have moved: 116 124",
        "Samaritans ٠٢٠٧٩٤٦",
        "Ring Shelter on 0113 496 0000.",
        "Text SHOUT to 60606",
        "Ring the Sаmaritans today.",
        "Sarnaritans are here for you.",
    ] {
        let goal = StarterGoal::Own {
            words: text.to_owned(),
            ways: vec![crate::domain::way::Way::Connect],
            rhythm: None,
        };
        let in_contact = |what_for: &str, hours: &str| {
            with_contact(Contact {
                what_for: what_for.to_owned(),
                hours: hours.to_owned(),
                ..named("Drop-in")
            })
        };
        for link in [
            with_greeting(text),
            in_contact(text, ""),
            in_contact("", text),
            Link {
                goals: vec![goal],
                ..Link::default()
            },
        ] {
            let refused = met(&link);
            let is_refused = matches!(refused, Err(Refused::Imitates | Refused::Hidden));
            assert!(is_refused, "{text}: {refused:?}");
        }
    }
    // The number that is dialled stands beside it.
    for what_for in ["Samaritans", "The Samaritans helpline"] {
        let link = with_contact(Contact {
            what_for: what_for.to_owned(),
            ..named("Someone to talk to")
        });
        assert_eq!(met(&link), Err(Refused::Imitates), "{what_for}");
    }
}

#[test]
fn a_name_shows_no_number_but_the_one_that_is_dialled() {
    for (name, refused) in [
        ("Drop-in 0113 496 0000", Refused::Number),
        ("Drop-in 0906 123 4567", Refused::Premium),
        ("Night line 116 123", Refused::Imitates),
    ] {
        assert_eq!(met(&with_contact(named(name))), Err(refused), "{name}");
    }
    assert!(met(&with_contact(named("Drop-in 020 7946 0000"))).is_ok());
    assert_eq!(
        met(&with_greeting("Ring 0906 123 4567.")),
        Err(Refused::Premium)
    );
}

#[test]
fn what_the_fuzzer_starts_from_is_refused_or_honest() {
    let mut count = 0;
    for file in std::fs::read_dir("tests/fuzz/corpus/link").unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let is_honest = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("honest");
        assert_eq!(
            read(&of_settings(&text)).is_ok(),
            is_honest,
            "{}",
            path.display()
        );
        count += 1;
    }
    assert!(count > 15);
}
