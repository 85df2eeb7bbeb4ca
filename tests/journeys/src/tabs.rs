//! Several tabs of one browser.
use crate::Stage;
use anyhow::{Context, Result};

impl Stage {
    /// Opens another tab and goes to it; it is at no page yet.
    pub async fn new_tab(&self) -> Result<()> {
        let tab = self.browser.new_tab().await?;
        self.browser.switch_to_window(tab).await?;
        let (theme, width, height) = self.screen;
        self.browser.emulate(theme, width, height).await
    }

    /// Goes to a tab by its place, the first being 0.
    pub async fn go_to_tab(&self, place: usize) -> Result<()> {
        let tabs = self.browser.windows().await?;
        let tab = tabs.get(place).context("there is no such tab")?;
        Ok(self.browser.switch_to_window(tab.clone()).await?)
    }
}
