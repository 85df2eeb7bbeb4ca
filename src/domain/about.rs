//! The one optional question about a person's own goal or milestone: which safety cards should stand beside it.

use super::fields::{Fields, Stored, is_newer, take_or_default};
use serde_json::Value;

/// "Is this about stopping or cutting down?" Asked only while the recovery parts are on; never guessed from words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// No, or not asked.
    #[default]
    No,
    /// Alcohol.
    Alcohol,
    /// Benzodiazepines or GHB/GBL.
    BenzosOrGhb,
    /// Other drugs.
    OtherDrugs,
    /// A prescribed medicine.
    Medicine,
    /// Rather not say: every stopping card is shown.
    RatherNotSay,
}

impl About {
    /// Every answer, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::No,
        Self::Alcohol,
        Self::BenzosOrGhb,
        Self::OtherDrugs,
        Self::Medicine,
        Self::RatherNotSay,
    ];

    /// Takes one out of a stored object. An answer that only a newer version knows stays there and counts as the one
    /// for which every card is shown. `None`: it has the wrong form.
    pub(super) fn take(from: &mut Fields) -> Option<Self> {
        if from.get("about").is_some_and(is_newer::<Self>) {
            return Some(Self::RatherNotSay);
        }
        take_or_default(from, "about")
    }

    /// Its stored name.
    fn name(self) -> &'static str {
        [
            "no",
            "alcohol",
            "benzos-or-ghb",
            "other-drugs",
            "medicine",
            "rather-not-say",
        ][self as usize]
    }
}

impl Stored for About {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|about| about.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }

    fn has_name(value: &Value) -> bool {
        value.is_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_read_back() {
        for about in About::ALL {
            assert_eq!(About::read(&about.form()), Some(about));
        }
        assert_eq!(About::read(&"yes".into()), None);
    }
}
