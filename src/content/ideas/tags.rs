//! What an idea asks of a person, and whom it suits: one letter each in the data file.

/// One thing to filter ideas by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// `n`: no phone or credit needed.
    NoPhone,
    /// `r`: works with no fixed home.
    NoFixedHome,
    /// `s`: can be done sitting or lying.
    Seated,
    /// `k`: good with children.
    WithChild,
    /// `c`: made for carers and family.
    Carers,
    /// `5`: five minutes or less.
    FiveMinutes,
    /// `w`: with another person or a service.
    Together,
    /// `o`: outdoors.
    Outdoors,
    /// `£`: may cost a little.
    MayCost,
    /// `y`: shown only while the recovery parts are on.
    Recovery,
}

impl Tag {
    /// All of them, in the order of their letters below.
    pub const ALL: [Self; 10] = [
        Self::NoPhone,
        Self::NoFixedHome,
        Self::Seated,
        Self::WithChild,
        Self::Carers,
        Self::FiveMinutes,
        Self::Together,
        Self::Outdoors,
        Self::MayCost,
        Self::Recovery,
    ];

    fn from_letter(letter: char) -> Option<Self> {
        let place = "nrskc5wo£y".chars().position(|known| known == letter)?;
        Some(Self::ALL[place])
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u16);

impl Tags {
    /// The set of just these.
    #[must_use]
    pub fn of(tags: &[Tag]) -> Self {
        tags.iter().fold(Self::default(), |set, tag| set.with(*tag))
    }

    /// The set with `tag` added.
    #[must_use]
    pub fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u16)
    }

    /// The set with `tag` added when it was out, taken away when it was in: what a filter button does.
    #[must_use]
    pub fn toggled(self, tag: Tag) -> Self {
        Self(self.0 ^ 1 << tag as u16)
    }

    /// Whether `tag` is in the set.
    #[must_use]
    pub fn has(self, tag: Tag) -> bool {
        self.has_all(Self::of(&[tag]))
    }

    /// Whether every tag of `wanted` is in the set.
    #[must_use]
    pub fn has_all(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// Reads the letters of the data file; `None` if one of them is unknown or stands twice.
    pub(super) fn from_letters(letters: &str) -> Option<Self> {
        letters.chars().try_fold(Self::default(), |set, letter| {
            let tag = Tag::from_letter(letter)?;
            (!set.has(tag)).then(|| set.with(tag))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_means_one_tag() {
        let cases = [
            ('n', Tag::NoPhone),
            ('r', Tag::NoFixedHome),
            ('s', Tag::Seated),
            ('k', Tag::WithChild),
            ('c', Tag::Carers),
            ('5', Tag::FiveMinutes),
            ('w', Tag::Together),
            ('o', Tag::Outdoors),
            ('£', Tag::MayCost),
            ('y', Tag::Recovery),
        ];
        for (letter, tag) in cases {
            assert_eq!(Tag::from_letter(letter), Some(tag));
        }
        assert_eq!(Tag::from_letter('x'), None);
    }

    #[test]
    fn a_set_has_what_was_put_in() {
        let set = Tags::of(&[Tag::Seated, Tag::Recovery]);
        for tag in Tag::ALL {
            let expected = matches!(tag, Tag::Seated | Tag::Recovery);
            assert_eq!(set.has(tag), expected, "{tag:?}");
            assert_eq!(set.toggled(tag).has(tag), !expected, "{tag:?}");
        }
        assert!(set.has_all(Tags::default()));
    }

    #[test]
    fn unknown_and_double_letters_are_refused() {
        assert_eq!(
            Tags::from_letters("sy"),
            Some(Tags::of(&[Tag::Seated, Tag::Recovery]))
        );
        assert_eq!(Tags::from_letters(""), Some(Tags::default()));
        assert_eq!(Tags::from_letters("s q"), None);
        assert_eq!(Tags::from_letters("ss"), None);
    }
}
