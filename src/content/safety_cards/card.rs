//! The seven safety cards by name, and sets of them.

/// A safety card; the letter is its name in the data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Card {
    /// A: after a break the body cannot take what it used to.
    AfterABreak,
    /// B: do not stop drinking suddenly.
    Alcohol,
    /// C: do not stop benzos, GHB/GBL and some medicines suddenly.
    Benzos,
    /// D: doses, safe keeping and missed pick-ups.
    Medicine,
    /// E: nobody is watching.
    NobodyIsWatching,
    /// F: go gently.
    Moving,
    /// G: look around instead of inward.
    Noticing,
}

impl Card {
    /// All seven, A to G.
    pub const ALL: [Self; 7] = [
        Self::AfterABreak,
        Self::Alcohol,
        Self::Benzos,
        Self::Medicine,
        Self::NobodyIsWatching,
        Self::Moving,
        Self::Noticing,
    ];

    pub(super) fn from_letter(letter: char) -> Option<Self> {
        let place = "ABCDEFG".find(letter)?;
        Some(Self::ALL[place])
    }
}

/// A set of safety cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cards(u8);

impl Cards {
    /// No card.
    #[must_use]
    pub const fn empty() -> Self {
        Self(0)
    }

    /// The set of just these.
    #[must_use]
    pub fn of(cards: &[Card]) -> Self {
        let start = Self::empty();
        cards.iter().fold(start, |set, card| set.with(*card))
    }

    /// The set with `card` added.
    #[must_use]
    pub fn with(self, card: Card) -> Self {
        Self(self.0 | 1 << card as u8)
    }

    /// What is in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether `card` is in the set.
    #[must_use]
    pub fn has(self, card: Card) -> bool {
        self == self.with(card)
    }

    /// Whether there is no card in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::empty()
    }

    /// The cards in it, A to G.
    pub fn iter(self) -> impl Iterator<Item = Card> {
        Card::ALL.into_iter().filter(move |card| self.has(*card))
    }

    /// Reads the letters of a data file; `None` if one of them is no card.
    pub(in crate::content) fn from_letters(letters: &str) -> Option<Self> {
        letters.chars().try_fold(Self::empty(), |set, letter| {
            Some(set.with(Card::from_letter(letter)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_its_cards_in_order() {
        let set = Cards::of(&[Card::Noticing, Card::AfterABreak]).with(Card::Benzos);
        let in_order: Vec<_> = set.iter().collect();
        assert_eq!(in_order, [Card::AfterABreak, Card::Benzos, Card::Noticing]);
        assert!(set.has(Card::Benzos) && !set.has(Card::Alcohol));
        assert!(Cards::empty().is_empty() && Cards::empty().iter().next().is_none());
        assert_eq!(set.union(Cards::empty()), set);
    }

    #[test]
    fn letters_name_cards() {
        let all = Cards::from_letters("ABCDEFG");
        assert_eq!(all, Some(Cards::of(&Card::ALL)));
        assert_eq!(
            Cards::from_letters("BD"),
            Some(Cards::of(&[Card::Alcohol, Card::Medicine]))
        );
        assert_eq!(Cards::from_letters(""), Some(Cards::empty()));
        assert_eq!(Cards::from_letters("AH"), None);
        assert_eq!(Cards::from_letters("a"), None);
    }
}
