//! Sets of what recovery research finds in people's own accounts: tags on ideas and milestones, never a score.

use crate::domain::checkup::Chime;

/// A set of [`Chime`]s: what an idea or a milestone may bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chimes(u8);

impl Chimes {
    /// The set of just these.
    #[must_use]
    pub fn of(chimes: &[Chime]) -> Self {
        chimes
            .iter()
            .fold(Self::default(), |set, chime| set.with(*chime))
    }

    /// The set with `chime` added.
    #[must_use]
    pub fn with(self, chime: Chime) -> Self {
        Self(self.0 | 1 << chime as u8)
    }

    /// Whether `chime` is in the set.
    #[must_use]
    pub fn has(self, chime: Chime) -> bool {
        self == self.with(chime)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set with the one of this letter (`c h i m e`) added; `None` if it is unknown or already in.
    pub(super) fn with_letter(self, letter: char) -> Option<Self> {
        let place = "chime".chars().position(|known| known == letter)?;
        let chime = Chime::ALL[place];
        (!self.has(chime)).then(|| self.with(chime))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_the_names_of_the_domain() {
        for chime in Chime::ALL {
            let letter = chime.name().chars().next().unwrap();
            let one = Chimes::default().with_letter(letter);
            assert_eq!(one, Some(Chimes::of(&[chime])));
            assert!(
                Chime::ALL
                    .iter()
                    .all(|c| one.unwrap().has(*c) == (*c == chime))
            );
        }
    }

    #[test]
    fn unknown_and_double_letters_are_refused() {
        assert!(Chimes::default().is_empty());
        assert_eq!(Chimes::default().with_letter('x'), None);
        assert_eq!(Chimes::default().with_letter('C'), None);
        assert_eq!(Chimes::of(&[Chime::Hope]).with_letter('h'), None);
    }
}
