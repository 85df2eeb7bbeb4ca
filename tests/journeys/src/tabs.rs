//! Several tabs of one browser.
use crate::{Engine, Stage};
use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WindowHandle;

impl Stage {
    /// Opens another tab and goes to it; it is at no page yet.
    pub async fn new_tab(&self) -> Result<()> {
        // So that it stands behind those that are there.
        self.tabs_in_order().await?;
        let tab = self.browser.new_tab().await?;
        self.tabs.borrow_mut().push(tab.clone());
        self.browser.switch_to_window(tab).await?;
        let (theme, width, height) = self.screen;
        self.browser.emulate(theme, width, height).await
    }

    /// Goes to a tab by its place in the order of opening, the first being 0.
    pub async fn go_to_tab(&self, place: usize) -> Result<()> {
        let tabs = self.tabs_in_order().await?;
        let tab = tabs.get(place).context("there is no such tab")?;
        Ok(self.browser.switch_to_window(tab.clone()).await?)
    }

    /// Goes to a tab as a person does, who then sees it: the timers of a hidden one stand still for a second.
    pub async fn look_at_tab(&self, place: usize) -> Result<()> {
        self.go_to_tab(place).await?;
        if self.engine() == Engine::Chromium {
            // The other drivers show the tab that they go to.
            self.browser.send("Page.bringToFront", json!({})).await?;
        }
        Ok(())
    }

    /// The tabs in the order of their opening, those that pages opened included. The drivers list them in orders of
    /// their own, so they are noted as they come.
    async fn tabs_in_order(&self) -> Result<Vec<WindowHandle>> {
        let mut known = self.tabs.take();
        if known.is_empty() {
            known.push(self.browser.window().await?);
        }
        for tab in self.browser.windows().await? {
            if !known.contains(&tab) {
                known.push(tab);
            }
        }
        self.tabs.replace(known.clone());
        Ok(known)
    }
}
