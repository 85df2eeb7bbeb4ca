//! The verbs of a journey: what a person does with the page, or with one region of it.
//!
//! Each waits, up to 20 seconds, until it can be done, and fails naming what is on the page instead.
use crate::page::{self, Link};
use crate::wait::{PATIENCE, until};
use anyhow::{Result, ensure};
use std::path::Path;
use std::time::Duration;
use thirtyfour::{Key, WebDriver, WebElement};

/// The page, or the region of it that has a name (its own, that of its heading, or, in a list or a
/// table, words that are in it). Names are whole and exact, as assistive technology has them.
#[derive(Clone)]
pub struct Part {
    driver: WebDriver,
    region: Option<String>,
    patience: Duration,
}

impl Part {
    pub(crate) fn whole(driver: &WebDriver) -> Self {
        Self {
            driver: driver.clone(),
            region: None,
            patience: PATIENCE,
        }
    }

    /// The verbs within one region.
    #[must_use]
    pub fn within(&self, region: &str) -> Self {
        Self {
            region: Some(region.to_owned()),
            ..self.clone()
        }
    }

    /// The same with less patience, or more.
    #[must_use]
    pub fn waiting(&self, patience: Duration) -> Self {
        Self {
            patience,
            ..self.clone()
        }
    }

    /// Taps a button or link.
    pub async fn tap(&self, name: &str) -> Result<()> {
        self.tap_kind("button or link", name).await
    }

    /// Replaces what is in a field by typing.
    pub async fn type_into(&self, label: &str, text: &str) -> Result<()> {
        self.attempt(async || {
            let field = self.target("field", label).await?;
            let kind = field.prop("type").await?.unwrap_or_default();
            // The driver cannot type what lies outside the basic plane.
            let typable = text.chars().all(|letter| letter <= '\u{ffff}');
            match kind.as_str() {
                "date" | "time" | "month" | "range" | "color" => {
                    page::edit(&self.driver, "pick", &field, text).await
                }
                _ if !typable => page::edit(&self.driver, "paste", &field, text).await,
                _ => {
                    page::edit(&self.driver, "select", &field, "").await?;
                    match text {
                        "" => field.send_keys(Key::Backspace).await?,
                        text => field.send_keys(text).await?,
                    }
                    typed(&field, text).await
                }
            }
        })
        .await
    }

    /// Replaces what is in a field by one paste, however long.
    pub async fn paste_into(&self, label: &str, text: &str) -> Result<()> {
        self.attempt(async || {
            let field = self.target("field", label).await?;
            page::edit(&self.driver, "paste", &field, text).await
        })
        .await
    }

    /// Chooses a radio button, or an option of a list.
    pub async fn choose(&self, label: &str) -> Result<()> {
        self.turn("choice", label, true).await
    }

    /// Ticks what is not ticked: a box, a switch or a button that stays pressed.
    pub async fn tick(&self, name: &str) -> Result<()> {
        self.is_not_ticked(name).await?;
        self.turn("tick", name, true).await
    }

    /// Takes back a tick.
    pub async fn untick(&self, name: &str) -> Result<()> {
        self.is_ticked(name).await?;
        self.turn("tick", name, false).await
    }

    /// Waits until it is ticked.
    pub async fn is_ticked(&self, name: &str) -> Result<()> {
        self.stands("tick", name, true).await
    }

    /// Waits until it is there, and not ticked.
    pub async fn is_not_ticked(&self, name: &str) -> Result<()> {
        self.stands("tick", name, false).await
    }

    /// Waits until a radio button or an option is chosen.
    pub async fn is_chosen(&self, label: &str) -> Result<()> {
        self.stands("choice", label, true).await
    }

    /// Waits until a field holds exactly this.
    pub async fn holds(&self, label: &str, text: &str) -> Result<()> {
        self.attempt(async || {
            let value = page::value(&self.driver, label, self.region.as_deref()).await?;
            ensure!(
                value == text,
                "the field \"{label}\" holds {value:?}, not {text:?}"
            );
            Ok(())
        })
        .await
    }

    /// Gives a file to a file field, which may be hidden behind a button.
    pub async fn give_file(&self, label: &str, path: &Path) -> Result<()> {
        self.attempt(async || {
            let field = self.target("file field", label).await?;
            Ok(field.send_keys(path.to_string_lossy().as_ref()).await?)
        })
        .await
    }

    /// Waits until these words are in sight, one after another with single spaces.
    pub async fn sees(&self, text: &str) -> Result<()> {
        self.attempt(async || {
            let seen = page::text(&self.driver, self.region.as_deref()).await?;
            ensure!(seen.contains(text), "\"{text}\" is not in sight");
            Ok(())
        })
        .await
    }

    /// Waits until these words are not in sight. Before the page has changed that may be so too
    /// soon: first see what comes instead.
    pub async fn does_not_see(&self, text: &str) -> Result<()> {
        self.attempt(async || {
            let seen = page::text(&self.driver, self.region.as_deref()).await?;
            ensure!(!seen.contains(text), "\"{text}\" is still in sight");
            Ok(())
        })
        .await
    }

    /// Waits until this holds. Its name says what is missing when it never does.
    pub async fn wait_until(
        &self,
        name: &str,
        mut holds: impl AsyncFnMut() -> Result<bool>,
    ) -> Result<()> {
        self.attempt(async || {
            ensure!(holds().await?, "it is not so that {name}");
            Ok(())
        })
        .await
    }

    /// Every word in sight, with single spaces, as it is now.
    pub async fn text(&self) -> Result<String> {
        page::text(&self.driver, self.region.as_deref()).await
    }

    /// The names of the buttons and links, in order, as they are now.
    pub async fn buttons(&self) -> Result<Vec<String>> {
        page::names(&self.driver, "button or link", self.region.as_deref()).await
    }

    /// The names of the ticks, in order, as they are now.
    pub async fn ticks(&self) -> Result<Vec<String>> {
        page::names(&self.driver, "tick", self.region.as_deref()).await
    }

    /// The links, in order, as they are now.
    pub async fn links(&self) -> Result<Vec<Link>> {
        page::links(&self.driver, self.region.as_deref()).await
    }

    async fn turn(&self, kind: &str, name: &str, on: bool) -> Result<()> {
        self.tap_kind(kind, name).await?;
        self.stands(kind, name, on).await
    }

    async fn stands(&self, kind: &str, name: &str, on: bool) -> Result<()> {
        self.attempt(async || {
            let is = page::is_on(&self.driver, kind, name, self.region.as_deref()).await?;
            ensure!(
                is == on,
                "the {kind} \"{name}\" is {}",
                if is { "on" } else { "off" }
            );
            Ok(())
        })
        .await
    }

    async fn tap_kind(&self, kind: &str, name: &str) -> Result<()> {
        // A tap that something else would take is refused by the driver, and tried again.
        self.attempt(async || {
            match self.target(kind, name).await?.click().await {
                // Firefox says so when the tap led to a place that cannot be had: it was a tap.
                Err(error) if error.to_string().contains("Reached error page") => Ok(()),
                tapped => {
                    tapped?;
                    page::tap_has_arrived(&self.driver).await
                }
            }
        })
        .await
    }

    async fn target(&self, kind: &str, name: &str) -> Result<WebElement> {
        page::target(&self.driver, kind, name, self.region.as_deref()).await
    }

    pub(crate) async fn attempt<T>(&self, attempt: impl AsyncFnMut() -> Result<T>) -> Result<T> {
        page::explain(&self.driver, until(self.patience, attempt).await).await
    }
}

/// Waits until a field holds what was typed: WebKit's driver answers before the last keys arrive.
async fn typed(field: &WebElement, text: &str) -> Result<()> {
    until(PATIENCE / 4, async || {
        let value = field.prop("value").await?;
        let is = value.as_ref().is_none_or(|value| value == text);
        ensure!(is, "{value:?} stands in the field, not {text:?}");
        Ok(())
    })
    .await
}
