//! WebKitGTK: `MiniBrowser`, with a desktop of its own around it.
//!
//! Seen of what no journey may cause: every message of the console with the browser's own, which it
//! writes to its output, and requests to other places (the proxy; of encrypted ones the host alone).
use super::{Browser, Surroundings, Theme};
use crate::watch::Watch;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::ffi::OsString;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::Capabilities;

/// Makes the bar of the window give way, so that the window can be as narrow as a phone.
const NARROW: &str = "* {
    min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px;
}";

pub(super) fn driver(around: &Surroundings<'_>) -> Result<Command> {
    let settings = around.profile().join("settings");
    fs::create_dir_all(settings.join("gtk-3.0"))?;
    fs::write(settings.join("gtk-3.0/gtk.css"), NARROW)?;
    let downloads = around.downloads();
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(settings.join("user-dirs.dirs"), folders)?;
    let proxy = format!("http://{}", around.elsewhere);
    // It cannot choose a port and say which; between this and its start another could take it.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("XDG_CONFIG_HOME", settings)
        .env("XDG_DATA_HOME", around.profile().join("data"))
        .env("XDG_CACHE_HOME", around.profile().join("cache"))
        .env("http_proxy", &proxy)
        .env("https_proxy", &proxy)
        .env("no_proxy", "127.0.0.1")
        .env("LANG", "en_GB.UTF-8") // under C, navigator.language is the invalid "C"
        .env("NO_AT_BRIDGE", "1");
    Ok(command)
}

/// The port that the driver was given, once it answers there.
pub(super) fn port(arguments: &[OsString]) -> Result<u16> {
    let mut given = arguments.iter().filter_map(|argument| argument.to_str());
    let port = given.find_map(|argument| argument.strip_prefix("--port="));
    let port = port.context("the driver was given no port")?.parse()?;
    TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    Ok(port)
}

pub(super) fn capabilities() -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set(
        "webkitgtk:browserOptions",
        json!({
            "binary": mini_browser()?,
            "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
        }),
    )?;
    Ok(capabilities)
}

/// It stands in the folder of the library, whose name has the machine's kind and a version in it.
fn mini_browser() -> Result<PathBuf> {
    for machine in fs::read_dir("/usr/lib")?.flatten() {
        for version in ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"] {
            let program = machine.path().join(version).join("MiniBrowser");
            if program.is_file() {
                return Ok(program);
            }
        }
    }
    anyhow::bail!("MiniBrowser is not installed: `make browsers` does it")
}

pub(super) async fn emulate(
    browser: &Browser,
    theme: Theme,
    width: u32,
    height: u32,
) -> Result<()> {
    ensure!(
        theme == Theme::Light,
        "WebKit takes its theme from the desktop, which is light here"
    );
    browser.set_window_rect(0, 0, width, height).await?;
    // The bar above the page takes a part of the window.
    let inner = browser
        .execute("return [innerWidth, innerHeight]", vec![])
        .await?;
    let (inner_width, inner_height): (u32, u32) = inner.convert()?;
    let (more, higher) = (
        width.saturating_sub(inner_width),
        height.saturating_sub(inner_height),
    );
    let set = browser.set_window_rect(0, 0, width + more, height + higher);
    Ok(set.await?)
}

/// A line of the console: its source, `CONSOLE`, perhaps a kind, a level, and the message.
pub(super) fn report(log: &str, watch: &mut Watch, offline: bool) {
    for line in log.lines() {
        let said = line.split_once("CONSOLE ").map(|(_, said)| said);
        let is_error = said.is_some_and(|said| {
            let mut words = said.split(' ').take(2);
            words.any(|word| word == "ERROR")
        });
        // WebKit knows no such part of a policy, and says so each time. And it speaks of access when
        // a page that goes away cuts its own requests short.
        let excused = line.contains("directive 'manifest-src'")
            || (line.ends_with(" due to access control checks.") && watch.is_of_server(line));
        if is_error && !excused {
            watch.console(line, offline);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_found_in_the_log() {
        let mut watch = Watch::new(crate::Engine::WebKit, "http://h".to_owned());
        let fine = "CONSOLE LOG an ERROR\nCONSOLE OTHER WARN preloaded\n\
            CONSOLE JS ERROR Cannot load http://h/sw.js due to access control checks.\n\
            CONSOLE SECURITY ERROR Unrecognized Content-Security-Policy directive 'manifest-src'.";
        report(fine, &mut watch, false);
        assert!(watch.faults().is_empty());
        let wrong = "CONSOLE ERROR this\nhttp://h/:1:1: CONSOLE SECURITY ERROR Refused\n\
            undefined:2:74: CONSOLE JS ERROR Error: that\n\
            CONSOLE JS ERROR Cannot load http://i/ due to access control checks.";
        report(wrong, &mut watch, false);
        assert_eq!(watch.faults().len(), 4);
    }
}
