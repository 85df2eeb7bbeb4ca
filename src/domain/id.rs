//! Names of records and of the items in a day.

use std::fmt;

/// A stable name: a random one, a bank id or a date. 1 to 64 of `A–Z a–z 0–9 . _ -`.
///
/// It stands in storage keys and in addresses, so nothing else is let in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The id in `text`, when it has the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        fits.then(|| Self(text.into()))
    }

    /// A new id: two letters that sort it behind the `earlier` ones made before it, then ten of 50 random bits.
    /// The 32 letters and digits (Crockford's base 32) cannot be misread.
    #[must_use]
    pub fn new(earlier: usize, random: u64) -> Self {
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let letter = |bits: u64| char::from(LETTERS[(bits & 31) as usize]);
        let order = earlier.min(1023) as u64;
        let mut text = String::with_capacity(12);
        text.push(letter(order >> 5));
        text.push(letter(order));
        text.extend((0..10).map(|place| letter(random >> (place * 5))));
        Self(text.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_ids() {
        for good in ["C01", "2026-11-21", "0123abc", "a.b_c-d"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        let long = "a".repeat(65);
        for bad in ["", "a/b", "a b", "é", "../x", "a\0", "<b>", long.as_str()] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn new_ids_are_ids_in_order() {
        let ids =
            [0, 1, 31, 32, 1022, 1023].map(|earlier| Id::new(earlier, u64::MAX - earlier as u64));
        assert!(ids.is_sorted());
        for id in ids {
            assert_eq!(Id::parse(id.as_str()), Some(id));
        }
        assert_ne!(Id::new(5000, 1), Id::new(5000, 2));
    }
}
