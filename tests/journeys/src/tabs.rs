//! Several tabs of one browser.
use crate::Stage;
use anyhow::{Context, Result};

impl Stage {
    /// Opens another tab and goes to it; it is at no page yet.
    pub async fn new_tab(&self) -> Result<()> {
        // The drivers list tabs in orders of their own.
        let mut known = self.tabs.take();
        if known.is_empty() {
            known.push(self.browser.window().await?);
        }
        let tab = self.browser.new_tab().await?;
        known.push(tab.clone());
        self.tabs.replace(known);
        self.browser.switch_to_window(tab).await?;
        let (theme, width, height) = self.screen;
        self.browser.emulate(theme, width, height).await
    }

    /// Goes to a tab by its place in the order of opening, the first being 0.
    pub async fn go_to_tab(&self, place: usize) -> Result<()> {
        let tab = self.tabs.borrow().get(place).cloned();
        let tab = tab.context("there is no such tab")?;
        Ok(self.browser.switch_to_window(tab).await?)
    }
}
