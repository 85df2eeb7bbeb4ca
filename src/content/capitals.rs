//! Sets of the four groups of strengths: what an idea builds on.

use crate::domain::strengths::Capital;

/// A set of [`Capital`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capitals(u8);

impl Capitals {
    /// The set of just these.
    #[must_use]
    pub fn of(capitals: &[Capital]) -> Self {
        capitals
            .iter()
            .fold(Self::default(), |set, capital| set.with(*capital))
    }

    /// The set with `capital` added.
    #[must_use]
    pub fn with(self, capital: Capital) -> Self {
        Self(self.0 | 1 << capital as u8)
    }

    /// Whether `capital` is in the set.
    #[must_use]
    pub fn has(self, capital: Capital) -> bool {
        self == self.with(capital)
    }

    /// Whether both sets have one in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set with the one of this letter added; `None` if it is unknown or already in.
    pub(super) fn with_letter(self, letter: char) -> Option<Self> {
        let capital = match letter {
            'P' => Capital::People,
            'M' => Capital::Place,
            'S' => Capital::Skills,
            'L' => Capital::Belonging,
            _ => return None,
        };
        (!self.has(capital)).then(|| self.with(capital))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_means_one_group() {
        let cases = [
            ('P', Capital::People),
            ('M', Capital::Place),
            ('S', Capital::Skills),
            ('L', Capital::Belonging),
        ];
        for (letter, capital) in cases {
            let one = Capitals::default().with_letter(letter).unwrap();
            assert_eq!(one, Capitals::of(&[capital]));
            assert!(Capital::ALL.iter().all(|c| one.has(*c) == (*c == capital)));
        }
    }

    #[test]
    fn unknown_and_double_letters_are_refused() {
        assert!(Capitals::default().is_empty());
        assert_eq!(Capitals::default().with_letter('p'), None);
        assert_eq!(Capitals::of(&[Capital::Place]).with_letter('M'), None);
    }

    #[test]
    fn sets_meet_in_one_they_both_have() {
        let some = Capitals::of(&[Capital::People, Capital::Skills]);
        assert!(some.meets(Capitals::of(&[Capital::Skills, Capital::Place])));
        assert!(!some.meets(Capitals::of(&[Capital::Place])));
        assert!(!some.meets(Capitals::default()));
    }
}
