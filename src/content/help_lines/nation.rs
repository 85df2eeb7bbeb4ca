//! The four nations, because health services and help lines differ between them.

/// A nation of the United Kingdom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nation {
    /// England.
    England,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All four, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::England,
        Self::Scotland,
        Self::Wales,
        Self::NorthernIreland,
    ];

    /// The word it is stored as.
    #[must_use]
    pub fn slug(self) -> &'static str {
        ["england", "scotland", "wales", "northern-ireland"][self as usize]
    }

    /// The nation stored as this word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.slug() == slug)
    }
}

/// A set of nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nations(u8);

impl Nations {
    /// The United Kingdom: all four.
    pub const UK: Self = Self(0b1111);
    /// Great Britain: all but Northern Ireland.
    pub const GB: Self = Self(0b0111);

    /// The set of just these.
    #[must_use]
    pub fn of(nations: &[Nation]) -> Self {
        let bits = nations.iter().map(|nation| 1 << *nation as u8);
        Self(bits.fold(0, |set, bit| set | bit))
    }

    /// Whether `nation` is in the set.
    #[must_use]
    pub fn has(self, nation: Nation) -> bool {
        self.0 & Self::of(&[nation]).0 != 0
    }

    /// The nations in it, in the order they are offered.
    pub fn iter(self) -> impl Iterator<Item = Nation> {
        let has = move |nation: &Nation| self.has(*nation);
        Nation::ALL.into_iter().filter(has)
    }

    /// Reads the letters of the data file (`E`, `S`, `W`, `N`); `None` if there is none, or one is unknown.
    pub(super) fn from_letters(letters: &str) -> Option<Self> {
        let nation = |letter| "ESWN".find(letter).map(|place| Nation::ALL[place]);
        let nations: Vec<Nation> = letters.chars().map(nation).collect::<Option<_>>()?;
        (!nations.is_empty()).then(|| Self::of(&nations))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn great_britain_is_all_but_northern_ireland() {
        for nation in Nation::ALL {
            assert!(Nations::UK.has(nation));
            assert_eq!(Nations::GB.has(nation), nation != Nation::NorthernIreland);
        }
        assert_eq!(Nations::UK.iter().count(), 4);
    }

    #[test]
    fn letters_name_nations() {
        assert_eq!(Nations::from_letters("ESWN"), Some(Nations::UK));
        assert_eq!(Nations::from_letters("ESW"), Some(Nations::GB));
        let wales = Nations::from_letters("W").map(|nations| nations.iter().collect());
        assert_eq!(wales, Some(vec![Nation::Wales]));
        assert_eq!(Nations::from_letters(""), None);
        assert_eq!(Nations::from_letters("EX"), None);
    }

    #[test]
    fn slugs_name_every_nation() {
        for nation in Nation::ALL {
            assert_eq!(Nation::from_slug(nation.slug()), Some(nation));
        }
        assert_eq!(Nation::from_slug("England"), None);
    }
}
