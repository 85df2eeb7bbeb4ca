//! How a person wants the app to be. Everything starts at the quietest choice.

use super::day::{Day, WeekdayNumber};
use serde::{Deserialize, Serialize};

/// The person's choices on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark. `public/start.js` reads it by this name before the first paint.
    pub theme: Theme,
    /// How large text is. `public/start.js` reads it by this name before the first paint.
    pub text: TextSize,
    /// Whether the recovery parts are shown.
    pub recovery: bool,
    /// Hours after midnight at which the person's day ends, 0 to 6.
    pub day_ends_at: u8,
    /// The day their week starts on.
    pub week_starts: WeekdayNumber,
    /// The nation chosen on Help, by its name in the help lines' data.
    pub nation: Option<String>,
    /// The day a copy was last saved to a file.
    pub last_copy: Option<Day>,
}

impl Settings {
    /// The stored names of its fields.
    pub(super) const FIELDS: &'static [&'static str] = &[
        "theme",
        "text",
        "recovery",
        "day_ends_at",
        "week_starts",
        "nation",
        "last_copy",
    ];

    /// The same with numbers brought into their bounds, for what comes from elsewhere.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.day_ends_at = self.day_ends_at.min(6);
        self.week_starts = self.week_starts.clamp(1, 7);
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text: TextSize::Normal,
            recovery: false,
            day_ends_at: 0,
            week_starts: 1,
            nation: None,
            last_copy: None,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device is set.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its stored name.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["system", "light", "dark"][self as usize]
    }
}

/// How large text is, on top of what the device says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// As designed.
    Normal,
    /// Larger.
    Large,
    /// Largest.
    Largest,
}

impl TextSize {
    /// Every choice, in the order offered.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Largest];

    /// Its stored name.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["normal", "large", "largest"][self as usize]
    }
}
