//! What only developer tools can do to a browser: most of it in Chromium alone.
use crate::{Engine, Stage, Theme};
use anyhow::Result;
use serde_json::{Value, json};

impl Stage {
    /// One command of the protocol of developer tools to this tab, and its answer.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        self.browser.send(method, parameters).await
    }

    /// Lets the browser know that it has no network (`navigator.onLine`); but for Chromium only the
    /// page that is open now. What the server answers is another matter: see [`Stage::offline`].
    pub async fn say_offline(&self, offline: bool) -> Result<()> {
        if self.engine != Engine::Chromium {
            let online = json!(!offline);
            let said = format!(
                "Object.defineProperty(navigator, 'onLine', {{ value: {online}, configurable: true }})"
            );
            return self.evaluate(&format!("void {said}")).await.map(drop);
        }
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        let done = self.devtools("Network.emulateNetworkConditions", conditions);
        done.await.map(drop)
    }

    /// Goes to a page of nobody's, so that the next one is opened afresh.
    pub async fn leave_for_nowhere(&self) -> Result<()> {
        Ok(self.browser.goto("about:blank").await?)
    }

    /// Makes the page's own processor this many times slower.
    pub async fn slow_down(&self, times: u8) -> Result<()> {
        let rate = json!({ "rate": times });
        let done = self.devtools("Emulation.setCPUThrottlingRate", rate);
        done.await.map(drop)
    }

    /// What the device asks of pages beside the theme, such as `forced-colors` to be `active`; until the next
    /// [`Stage::emulate`].
    pub async fn device_asks(&self, feature: &str, value: &str) -> Result<()> {
        let theme = if self.screen.0 == Theme::Dark {
            "dark"
        } else {
            "light"
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": feature, "value": value },
        ]);
        let media = json!({ "features": features });
        self.devtools("Emulation.setEmulatedMedia", media)
            .await
            .map(drop)
    }

    /// Draws this many dots for each CSS pixel, until the next [`Stage::emulate`].
    pub async fn zoom(&self, dots: u8) -> Result<()> {
        let (_, width, height) = self.screen;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": dots, "mobile": true,
        });
        let done = self.devtools("Emulation.setDeviceMetricsOverride", metrics);
        done.await.map(drop)
    }

    /// Runs a script in every page that is opened from now on, before any of its own.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        let done = self.devtools("Page.addScriptToEvaluateOnNewDocument", source);
        done.await.map(drop)
    }

    /// Makes the text of the page this many times as large, as a device's own setting does.
    pub async fn enlarge_text(&self, times: u8) -> Result<()> {
        let script = format!(
            "(root => root.style.fontSize = parseFloat(getComputedStyle(root).fontSize) * {times} + 'px')
            (document.documentElement)"
        );
        self.evaluate(&script).await.map(drop)
    }
}
