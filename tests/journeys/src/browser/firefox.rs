//! Firefox: what a page may not do is done from the browser's own window, whose scripts the driver
//! lets in (`--allow-system-access`).
//!
//! Seen of what no journey may cause: errors that no script caught and broken policies (the
//! browser's own list), what scripts write by `console.error` (its output), and requests to other
//! places (the proxy; of encrypted ones the host alone). Requests to Mozilla are Firefox's own. A
//! request to the server that fails shows in the server's list alone.
use super::{Browser, Surroundings, Theme, number_in};
use crate::watch::Watch;
use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId};

pub(super) fn driver(around: &Surroundings<'_>) -> Command {
    // A kill leaves the port of the dead browser here, which the driver would try.
    let _ = fs::remove_file(around.profile().join("MarionetteActivePort"));
    let mut command = Command::new("geckodriver");
    command.args(["--port=0", "--allow-system-access"]);
    command
}

/// The port that the driver chose, from the line in which it says so.
pub(super) fn port(said: &str) -> Result<u16> {
    number_in(said, "Listening on 127.0.0.1:", '\n')
}

pub(super) fn capabilities(around: &Surroundings<'_>) -> Result<Capabilities> {
    let profile = around.profile();
    let profile = profile
        .to_str()
        .context("the profile's path is not UTF-8")?;
    let (host, port) = (around.elsewhere.ip().to_string(), around.elsewhere.port());
    let mut capabilities = Capabilities::new();
    capabilities.set(
        "moz:firefoxOptions",
        json!({
            // The argument `--profile` is used in place; the capability of that name is copied.
            "args": ["--headless", "--profile", profile],
            "prefs": {
                // Otherwise `navigator.storage.persist()` waits for an answer for ever.
                "dom.storageManager.prompt.testing": true,
                "dom.storageManager.prompt.testing.allow": true,
                // No daily care of its databases, which a clock that jumps would bring on and which no
                // page that opens one gets past.
                "idle.lastDailyNotification": -1,
                // Back from an error page it asks for an icon that no page named.
                "browser.chrome.site_icons": false,
                // No processes kept ready for pages that never come.
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.newtab.preload": false,
                "devtools.console.stdout.content": true,
                "browser.download.folderList": 2,
                "browser.download.dir": around.downloads(),
                "browser.download.alwaysOpenPanel": false,
                "network.proxy.type": 1,
                "network.proxy.http": host,
                "network.proxy.http_port": port,
                "network.proxy.ssl": host,
                "network.proxy.ssl_port": port,
                "network.proxy.no_proxies_on": "127.0.0.1",
            },
        }),
    )?;
    Ok(capabilities)
}

/// What it says of a worker's answer to a page that has gone meanwhile: there is no request left whose name it could give.
const CUT_SHORT: &str = "Failed to load ‘’. A ServiceWorker intercepted the request and encountered an unexpected error.";

/// Its windows refuse to be as narrow as a phone until their style is told otherwise.
pub(super) async fn emulate(
    browser: &Browser,
    theme: Theme,
    width: u32,
    height: u32,
) -> Result<()> {
    let scheme = match theme {
        Theme::Dark => 0,
        Theme::Light => 1,
    };
    let script = "
        const [scheme, width, height] = arguments;
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme);
        document.documentElement.style.minWidth = '0';
        const { clientWidth, clientHeight } = gBrowser.selectedBrowser;
        window.resizeTo(width + outerWidth - clientWidth, height + outerHeight - clientHeight);";
    let arguments = vec![json!(scheme), json!(width), json!(height)];
    in_the_window(browser, script, arguments).await.map(drop)
}

pub(super) async fn report(
    browser: &Browser,
    log: &str,
    watch: &mut Watch,
    offline: bool,
) -> Result<()> {
    // A page's words come in quotes, the browser's own do not.
    for line in log.lines() {
        if let Some(message) = line.strip_prefix("console.error: \"") {
            watch.console(message, offline);
        }
    }
    let script = "
        const errors = Services.console.getMessageArray()
            .filter((one) => one instanceof Ci.nsIScriptError)
            .filter(({ flags, sourceName }) =>
                !(flags & Ci.nsIScriptError.warningFlag) && /^(http|blob)/.test(sourceName))
            .map(({ sourceName, errorMessage }) => `${sourceName} ${errorMessage}`);
        Services.console.reset();
        return errors;";
    let errors = in_the_window(browser, script, vec![]).await?;
    for error in errors.as_array().map_or(&[][..], Vec::as_slice) {
        let error = error.as_str().unwrap_or_default();
        if !error.ends_with(CUT_SHORT) {
            watch.console(error, offline);
        }
    }
    Ok(())
}

/// Asks the pages what stands in them, and writes that to the disk, as it would by itself.
pub(super) async fn write_tabs(browser: &Browser) -> Result<()> {
    let script = "
        const of = (name) => `resource:///modules/sessionstore/${name}.sys.mjs`;
        const { TabStateFlusher } = ChromeUtils.importESModule(of('TabStateFlusher'));
        const { SessionSaver } = ChromeUtils.importESModule(of('SessionSaver'));
        return TabStateFlusher.flushWindow(window).then(() => SessionSaver.run()).then(() => null);";
    in_the_window(browser, script, vec![]).await.map(drop)
}

/// Runs a script in the browser's own window.
async fn in_the_window(browser: &Browser, script: &str, arguments: Vec<Value>) -> Result<Value> {
    browser.handle().cmd(ScriptsRunIn("chrome")).await?;
    let answer = browser.execute(script, arguments).await;
    browser.handle().cmd(ScriptsRunIn("content")).await?;
    Ok(answer?.json().clone())
}

/// Where scripts run from now on: in pages (`content`) or in the browser's own window (`chrome`).
#[derive(Debug)]
struct ScriptsRunIn(&'static str);

impl FormatRequestData for ScriptsRunIn {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}
