//! What a person already has, in four plain groups: the "recovery capital" of the field (Cloud and Granfield) without
//! its name, and without a score.

use super::line::List;

/// A group of strengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capital {
    /// Physical capital: "A place and money".
    Place,
    /// Social capital: "People".
    People,
    /// Human capital: "Skills, work and health".
    Skills,
    /// Cultural capital: "What I belong to and believe in".
    Belonging,
}

impl Capital {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::People, Self::Place, Self::Skills, Self::Belonging];

    /// Its name in the data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["place", "people", "skills", "belonging"][self as usize]
    }

    /// The list that holds what a person has of it.
    #[must_use]
    pub fn list(self) -> List {
        [List::Place, List::People, List::Skills, List::Belonging][self as usize]
    }
}
