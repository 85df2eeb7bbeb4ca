//! What the safety cards promise.

use super::*;

fn plain(card: Card, nation: Option<Nation>, voice: Voice) -> String {
    let paragraphs = text(card, nation, voice).iter();
    let lines = paragraphs.map(|runs| runs.iter().map(|(_, words)| *words).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_block_is_a_card_and_every_card_has_words() {
    let heads = DATA.lines().filter_map(|line| line.strip_prefix('='));
    assert_eq!(heads.clone().filter_map(parse).count(), heads.count());
    assert_eq!(wordings().len(), 10);
    let nations = Nation::ALL.into_iter().map(Some).chain([None]);
    for nation in nations {
        for card in Card::ALL {
            for voice in [Voice::Mine, Voice::SomeoneICareFor] {
                assert!(!plain(card, nation, voice).is_empty(), "{card:?}");
            }
        }
    }
    assert!(!DATA.contains('\r'));
}

#[test]
fn strong_marks_come_in_pairs() {
    for line in DATA.lines().filter(|line| !line.starts_with(['#', '='])) {
        assert_eq!(line.matches("**").count() % 2, 0, "{line}");
        assert!(!line.replace("**", "").contains('*'), "{line}");
        assert!(!line.trim().is_empty());
    }
}

#[test]
fn a_nation_may_be_given_plainly() {
    let plainly = text(Card::Alcohol, Nation::Wales, Voice::Mine);
    assert_eq!(
        plainly,
        text(Card::Alcohol, Some(Nation::Wales), Voice::Mine)
    );
    assert_eq!(plainly[1][0], (true, "Call 999"));
    assert!(!plainly[1][1].0);
}

#[test]
fn northern_ireland_is_never_sent_to_nhs_111() {
    let in_ni = plain(Card::Alcohol, Some(Nation::NorthernIreland), Voice::Mine);
    assert!(in_ni.contains("a GP or out-of-hours GP") && !in_ni.contains("111"));
    for nation in [Nation::England, Nation::Scotland, Nation::Wales] {
        let card = plain(Card::Alcohol, Some(nation), Voice::Mine);
        assert!(card.contains("a GP, your local alcohol service or NHS 111 first"));
    }
    let anywhere = plain(Card::Alcohol, None, Voice::Mine);
    assert!(anywhere.contains("NHS 111 (in Northern Ireland, a GP or out-of-hours GP) first"));
}

#[test]
fn variants_of_a_card_keep_its_strength() {
    let same = [
        "even after a few days",
        "could kill",
        "alone",
        "mix",
        "alcohol, benzos or other downers",
        "There is no amount we can call safe.",
        "Keep naloxone close and tell people where it is.",
        "If someone cannot be woken, is breathing slowly, snoring oddly or has blue or grey lips: \
         call 999, give naloxone, stay with them.",
    ];
    for voice in [Voice::Mine, Voice::SomeoneICareFor] {
        let card = plain(Card::AfterABreak, None, voice);
        for words in same {
            assert!(card.contains(words), "{voice:?}: {words}");
        }
    }
    let theirs = plain(Card::AfterABreak, None, Voice::SomeoneICareFor);
    assert!(theirs.contains("their body cannot take what it used to"));
    assert!(!theirs.to_lowercase().contains("you"));
    let strong = |nation| text(Card::Alcohol, nation, Voice::Mine)[0][0];
    assert_eq!(strong(None), strong(Some(Nation::England)));
    assert_eq!(strong(None), strong(Some(Nation::NorthernIreland)));
}

#[test]
fn nothing_is_contracted_in_safety_text() {
    assert!(!DATA.contains("n't") && !DATA.contains("n’t"));
}

#[test]
fn the_answer_about_stopping_chooses_the_cards() {
    let cases: [(About, &[Card]); 6] = [
        (About::No, &[]),
        (About::Alcohol, &[Card::Alcohol]),
        (About::BenzosOrGhb, &[Card::AfterABreak, Card::Benzos]),
        (About::OtherDrugs, &[Card::AfterABreak]),
        (
            About::Medicine,
            &[Card::AfterABreak, Card::Benzos, Card::Medicine],
        ),
        (
            About::RatherNotSay,
            &[Card::AfterABreak, Card::Alcohol, Card::Benzos],
        ),
    ];
    for (about, cards) in cases {
        assert_eq!(cards_for(about), Cards::of(cards), "{about:?}");
    }
}

#[test]
fn two_ways_carry_a_card() {
    for way in Way::ALL {
        let expected: &[Card] = match way {
            Way::Active => &[Card::Moving],
            Way::Notice => &[Card::Noticing],
            _ => &[],
        };
        assert_eq!(cards_for_way(way), Cards::of(expected), "{way:?}");
    }
}

#[test]
fn a_malformed_card_is_skipped() {
    for block in ["", "# note", "H\nWords.", "A|moon\nWords.", "AB\nWords."] {
        assert!(parse(block).is_none(), "{block}");
    }
}
