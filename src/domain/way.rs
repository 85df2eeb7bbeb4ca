//! The Five Ways to Wellbeing (New Economics Foundation for the UK Government's Foresight project, 2008).

use super::fields::{Stored, has_texts};
use serde_json::Value;

/// One of the Five Ways, in the fixed order of the bloom's petals: clockwise from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Connect.
    Connect,
    /// Be active.
    Active,
    /// Take notice.
    Notice,
    /// Keep learning.
    Learn,
    /// Give.
    Give,
}

impl Way {
    /// All five, in petal order.
    pub const ALL: [Self; 5] = [
        Self::Connect,
        Self::Active,
        Self::Notice,
        Self::Learn,
        Self::Give,
    ];

    /// Its place in the bloom, 0 to 4.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The word used in addresses, style classes and stored records.
    #[must_use]
    pub fn slug(self) -> &'static str {
        ["connect", "active", "notice", "learn", "give"][self.index()]
    }

    /// The Way whose slug this is.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.slug() == slug)
    }
}

/// A set of Ways: what one act touched, or what a day has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ways(u8);

impl Ways {
    /// No Way at all.
    pub const NONE: Self = Self(0);
    /// All five.
    pub const ALL: Self = Self(0b1_1111);

    /// Whether `way` is in the set.
    #[must_use]
    pub fn has(self, way: Way) -> bool {
        self.0 & Self::from(way).0 != 0
    }

    /// The set with `way` added.
    #[must_use]
    pub fn with(self, way: Way) -> Self {
        self.union(way.into())
    }

    /// The set with `way` added when it was out, taken away when it was in.
    #[must_use]
    pub fn toggled(self, way: Way) -> Self {
        Self(self.0 ^ Self::from(way).0)
    }

    /// What is in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in it.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The Ways in it, in petal order.
    pub fn iter(self) -> impl Iterator<Item = Way> {
        Way::ALL.into_iter().filter(move |way| self.has(*way))
    }

    /// One flag for each petal.
    #[must_use]
    pub fn petals(self) -> [bool; 5] {
        Way::ALL.map(|way| self.has(way))
    }
}

impl From<Way> for Ways {
    fn from(way: Way) -> Self {
        Self(1 << way.index())
    }
}

impl FromIterator<Way> for Ways {
    fn from_iter<I: IntoIterator<Item = Way>>(ways: I) -> Self {
        ways.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Stored for Way {
    fn read(value: &Value) -> Option<Self> {
        Self::from_slug(value.as_str()?)
    }

    fn form(&self) -> Value {
        self.slug().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}

/// The names of the Ways in it, in petal order.
impl Stored for Ways {
    fn read(value: &Value) -> Option<Self> {
        let mut ways = Self::NONE;
        for way in value.as_array()? {
            ways = ways.with(Way::read(way)?);
        }
        Some(ways)
    }

    fn form(&self) -> Value {
        let mut names = Vec::new();
        for way in self.iter() {
            names.push(way.form());
        }
        Value::Array(names)
    }

    fn has_name(value: &Value) -> bool {
        has_texts(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_stored_as_names_in_petal_order() {
        let set: Ways = [Way::Give, Way::Connect].into_iter().collect();
        assert_eq!(set.form().to_string(), r#"["connect","give"]"#);
        let read = |text| Ways::read(&serde_json::from_str(text).unwrap());
        assert_eq!(read(r#"["give","connect"]"#), Some(set));
        assert_eq!(read("[]"), Some(Ways::NONE));
        for wrong in [r#"["sleep"]"#, r#""give""#, "[1]"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn slugs_name_every_way() {
        for way in Way::ALL {
            assert_eq!(Way::from_slug(way.slug()), Some(way));
        }
        assert_eq!(Way::from_slug("Connect"), None);
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        for way in Way::ALL {
            let set = Ways::from(Way::Notice);
            assert_eq!(set.toggled(way).toggled(way), set);
        }
        assert_eq!(Ways::ALL.count(), 5);
    }
}
