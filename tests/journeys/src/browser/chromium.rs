//! Chromium: everything by the protocol of developer tools.
//!
//! Seen of what no journey may cause: every message of the console with the browser's own (failed
//! requests, broken policies), every request of a page to any place, and what anything else asks of other places
//! (the proxy; of encrypted ones the host alone).
use super::{Browser, Surroundings, Theme, number_in};
use crate::watch::Watch;
use anyhow::{Context, Result};
use serde_json::json;
use std::env;
use std::path::Path;
use std::process::Command;
use thirtyfour::Capabilities;

/// Below this width, in CSS pixels, a screen is a phone's.
const PHONE: u32 = 700;

pub(super) fn driver() -> Command {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0");
    command
}

/// The port that the driver chose, from the line in which it says so.
pub(super) fn port(said: &str) -> Result<u16> {
    number_in(said, "successfully on port ", '.')
}

pub(super) fn capabilities(around: &Surroundings<'_>) -> Result<Capabilities> {
    let profile = around.profile();
    let profile = profile
        .to_str()
        .context("the profile's path is not UTF-8")?;
    let mut capabilities = Capabilities::new();
    // After five minutes a hidden tab's timers stand still for a minute each: four tabs would save for hours.
    let timers = if env::var_os("WAYMARK_SOAK").is_some() {
        "--disable-background-timer-throttling"
    } else {
        "--no-first-run"
    };
    capabilities.set(
        "goog:chromeOptions",
        json!({ "args": [
            timers,
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
            // What asks for another place shows itself here, workers and the browser's own pages included.
            format!("--proxy-server=http://{}", around.elsewhere),
            // Nothing leaves this machine, whatever a page asks for.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ] }),
    )?;
    let everything = json!({ "browser": "ALL", "performance": "ALL" });
    capabilities.set("goog:loggingPrefs", everything)?;
    Ok(capabilities)
}

pub(super) async fn keep_downloads(browser: &Browser, folder: &Path) -> Result<()> {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
    let set = browser.send("Browser.setDownloadBehavior", behaviour);
    set.await.map(drop)
}

pub(super) async fn emulate(
    browser: &Browser,
    theme: Theme,
    width: u32,
    height: u32,
) -> Result<()> {
    let scheme = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    let media = json!({ "features": features });
    browser.send("Emulation.setEmulatedMedia", media).await?;
    let metrics = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < PHONE,
    });
    let set = browser.send("Emulation.setDeviceMetricsOverride", metrics);
    set.await.map(drop)
}

pub(super) async fn report(browser: &Browser, watch: &mut Watch, offline: bool) -> Result<()> {
    for entry in browser.get_log("browser").await? {
        if entry.level == "SEVERE" {
            watch.console(&entry.message, offline);
        }
    }
    for entry in browser.get_log("performance").await? {
        watch.protocol(&entry.message);
    }
    Ok(())
}
