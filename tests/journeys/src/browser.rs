//! A real browser on a profile that outlives it: open, close or kill, and open the same again.
use crate::process::Group;
use crate::wait::{PATIENCE, until};
use crate::watch::Watch;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::ops::Deref;
use std::path::Path;
use std::process::{Command, Stdio};
use thirtyfour::{Capabilities, WebDriver};

/// The engines that journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Engine {
    /// Debian's Chromium, driven by its chromedriver.
    Chromium,
}

/// What the device asks for by `prefers-color-scheme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// Below this width, in CSS pixels, a screen is a phone's.
const PHONE: u32 = 700;

/// A running browser; dereferences to its driver session. Dropping it kills it, with its
/// helpers and its driver.
pub(crate) struct Browser {
    driver: WebDriver,
    group: Group,
}

impl Browser {
    /// Starts a driver of its own in a group of its own, so that port and death are not shared.
    /// `profile` is made when it does not exist; files are downloaded to `downloads`.
    /// `zone` is the device's time zone.
    pub(crate) async fn open(
        engine: Engine,
        zone: &str,
        profile: &Path,
        downloads: &Path,
    ) -> Result<Self> {
        fs::create_dir_all(profile)?;
        let Engine::Chromium = engine;
        let log = profile.with_extension("log");
        let output = File::create(&log)?;
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null());
        command.stdout(output.try_clone()?).stderr(output);
        command.env("TZ", zone);
        let group = Group::start(command)?;
        let port = until(PATIENCE, async || chosen_port(&log)).await?;
        let capabilities = chromium(profile)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .with_context(|| format!("{engine:?} does not start"))?;
        let browser = Self { driver, group };
        let behaviour = json!({ "behavior": "allow", "downloadPath": downloads });
        browser
            .send("Browser.setDownloadBehavior", behaviour)
            .await?;
        Ok(browser)
    }

    /// Shows pages on a screen of this size, in CSS pixels.
    pub(crate) async fn emulate(&self, theme: Theme, width: u32, height: u32) -> Result<()> {
        let scheme = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.send(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < PHONE,
        });
        self.send("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// Hands what the browser logged since the last time to `watch`.
    pub(crate) async fn report_to(&self, watch: &mut Watch, offline: bool) -> Result<()> {
        for entry in self.get_log("browser").await? {
            watch.console(&entry.level, &entry.message, offline);
        }
        for entry in self.get_log("performance").await? {
            watch.protocol(&entry.message);
        }
        Ok(())
    }

    /// Ends the session in good order and waits until the browser has written everything.
    pub(crate) async fn close(&self) -> Result<()> {
        self.driver.clone().quit().await?;
        until(PATIENCE, async || {
            ensure!(self.group.is_leader_alone(), "the browser does not end");
            Ok(())
        })
        .await
    }

    /// Kills every process of it at once, as a crash would.
    pub(crate) fn kill(&mut self) {
        self.group.kill();
    }

    /// One command of the protocol of developer tools, and its answer.
    pub(crate) async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| method.to_owned())
    }
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Without this thirtyfour would first end the session in good order.
        let _ = self.driver.clone().leak();
    }
}

/// The port that the driver chose, from the line in which it says so.
fn chosen_port(log: &Path) -> Result<u16> {
    let said = fs::read_to_string(log)?;
    let port = said.split("successfully on port ").nth(1);
    let digits = port.and_then(|rest| rest.split_once('.'));
    let (port, _) = digits.with_context(|| format!("the driver does not start: {said}"))?;
    Ok(port.parse()?)
}

fn chromium(profile: &Path) -> Result<Capabilities> {
    let profile = profile
        .to_str()
        .context("the profile's path is not UTF-8")?;
    let mut capabilities = Capabilities::new();
    capabilities.set(
        "goog:chromeOptions",
        json!({ "args": [
            format!("--user-data-dir={profile}"),
            "--headless=new",
            "--no-sandbox", // needed as root
            "--disable-gpu",
            "--disable-dev-shm-usage", // /dev/shm is small in containers
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "about:blank", // its own start page would load much, and slowly
            // Nothing leaves this machine, whatever a page asks for.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ] }),
    )?;
    let everything = json!({ "browser": "ALL", "performance": "ALL" });
    capabilities.set("goog:loggingPrefs", everything)?;
    Ok(capabilities)
}
