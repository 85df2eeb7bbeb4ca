//! The one optional question about a person's own goal or milestone: which safety cards should stand beside it.

use serde::{Deserialize, Serialize};

/// "Is this about stopping or cutting down?" Asked only while the recovery parts are on; never guessed from words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
}
