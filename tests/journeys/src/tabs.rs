//! Several tabs of one browser.
use crate::{Engine, Stage};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WindowHandle;

/// A line of its own to the tabs, as any page of the origin can have one.
const LISTEN: &str = "void (() => {
    const folder = location.pathname.replace(/[^/]*$/, '');
    window.line = new BroadcastChannel(`wm:${folder}:`);
    window.heard = [];
    window.line.onmessage = ({ data }) => window.heard.push(JSON.stringify(data ?? null));
})()";

impl Stage {
    /// Listens on the line between the tabs from now on, until the page is loaded anew: `window.line`.
    pub async fn listen_in(&self) -> Result<()> {
        self.evaluate(LISTEN).await.map(drop)
    }

    /// Waits until so many calls were heard; nothing can be read in them.
    pub async fn hears_only_calls(&self, count: usize) -> Result<()> {
        self.wait_until("the other tabs are called", async || {
            let heard = format!("window.heard.length >= {count}");
            Ok(self.evaluate(&heard).await? == true)
        })
        .await?;
        let heard = self.evaluate("window.heard.join()").await?;
        let is_silent = "window.heard.every((words) => words === 'null')";
        ensure!(self.evaluate(is_silent).await? == true, "{heard}");
        Ok(())
    }

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
