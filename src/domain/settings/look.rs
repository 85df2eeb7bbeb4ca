//! How the app looks: colours, and the size of text.

use crate::domain::fields::Stored;
use serde_json::Value;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Stored for Theme {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }
}

impl Stored for TextSize {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }
}
