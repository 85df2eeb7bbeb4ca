//! The words of the safety cards, and which of them stand beside what.
//!
//! The words live in `en/safety_cards.txt`: a line `=letter` (or `=letter|variant`) opens a card, each line after it
//! is a paragraph, `**` around what is strong. The wording may be made plainer, never weaker; a card follows what a
//! person picked, never the words they wrote. May import `domain` only.

mod card;

use std::sync::OnceLock;

pub use self::card::{Card, Cards};
use super::help_lines::Nation;
use crate::domain::{about::About, way::Way};

const DATA: &str = include_str!("en/safety_cards.txt");

/// A paragraph: runs of words, each with whether it is strong.
pub type Paragraph = Vec<(bool, &'static str)>;

/// Of whom a card speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The person who reads it.
    Mine,
    /// Someone the reader cares for.
    SomeoneICareFor,
}

/// Where or for whom the words of a card differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variant {
    Usual,
    SomeoneICareFor,
    NorthernIreland,
    AnyNation,
}

#[derive(Debug)]
struct Wording {
    card: Card,
    variant: Variant,
    paragraphs: Vec<Paragraph>,
}

/// The words of a card. `nation` may be a [`Nation`] or an `Option` of one: Northern Ireland has no NHS 111, so
/// while no nation is chosen the card says what is right in all four.
#[must_use]
pub fn text(card: Card, nation: impl Into<Option<Nation>>, voice: Voice) -> &'static [Paragraph] {
    let variant = variant(card, nation.into(), voice);
    wordings()
        .iter()
        .find(|wording| wording.card == card && wording.variant == variant)
        .map_or(&[], |wording| &wording.paragraphs)
}

/// The cards beside a person's own goal, milestone or start date, by their answer to "Is this about stopping or
/// cutting down?".
#[must_use]
pub fn cards_for(about: About) -> Cards {
    match about {
        About::No => Cards::empty(),
        About::Alcohol => Cards::of(&[Card::Alcohol]),
        About::BenzosOrGhb => Cards::of(&[Card::AfterABreak, Card::Benzos]),
        About::OtherDrugs => Cards::of(&[Card::AfterABreak]),
        // Without a medicine such as methadone the body can take less, too.
        About::Medicine => Cards::of(&[Card::AfterABreak, Card::Benzos, Card::Medicine]),
        About::RatherNotSay => Cards::of(&[Card::AfterABreak, Card::Alcohol, Card::Benzos]),
    }
}

/// The cards beside the ideas of a Way.
#[must_use]
pub fn cards_for_way(way: Way) -> Cards {
    match way {
        Way::Active => Cards::of(&[Card::Moving]),
        Way::Notice => Cards::of(&[Card::Noticing]),
        Way::Connect | Way::Learn | Way::Give => Cards::empty(),
    }
}

fn variant(card: Card, nation: Option<Nation>, voice: Voice) -> Variant {
    match (card, voice, nation) {
        (Card::AfterABreak, Voice::SomeoneICareFor, _) => Variant::SomeoneICareFor,
        (Card::Alcohol, _, Some(Nation::NorthernIreland)) => Variant::NorthernIreland,
        (Card::Alcohol, _, None) => Variant::AnyNation,
        _ => Variant::Usual,
    }
}

fn wordings() -> &'static [Wording] {
    static WORDINGS: OnceLock<Vec<Wording>> = OnceLock::new();
    WORDINGS.get_or_init(|| {
        let mut wordings = Vec::new();
        let mut open = false;
        for line in DATA.lines() {
            if let Some(head) = line.strip_prefix('=') {
                let wording = parse(head);
                open = wording.is_some();
                wordings.extend(wording);
            } else if let Some(wording) = wordings.last_mut().filter(|_| open) {
                wording.paragraphs.push(parse_paragraph(line));
            }
        }
        wordings
    })
}

/// Reads the head of a card; `None` for anything malformed (the tests let nothing such ship).
fn parse(head: &'static str) -> Option<Wording> {
    let (letter, variant) = head.split_once('|').unwrap_or((head, ""));
    let mut letters = letter.chars();
    let card = Card::from_letter(letters.next()?)?;
    let variant = match variant {
        "" => Variant::Usual,
        "someone" => Variant::SomeoneICareFor,
        "NI" => Variant::NorthernIreland,
        "any" => Variant::AnyNation,
        _ => return None,
    };
    letters.next().is_none().then_some(Wording {
        card,
        variant,
        paragraphs: Vec::new(),
    })
}

fn parse_paragraph(line: &'static str) -> Paragraph {
    // `a **b** c` has nothing between the stars of each pair.
    let runs = line.split('*').enumerate();
    runs.map(|(place, words)| (place % 4 == 2, words))
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
