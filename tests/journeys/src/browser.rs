//! A real browser on a profile that outlives it: open, close or kill, and open the same again.
mod chromium;
mod firefox;
mod webkit;

use crate::display::Display;
use crate::engine::Engine;
use crate::process::Group;
use crate::wait::{PATIENCE, until};
use crate::watch::Watch;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use thirtyfour::WebDriver;

/// What the device asks for by `prefers-color-scheme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// What surrounds a browser, the same each time it is opened.
pub(crate) struct Surroundings<'a> {
    /// Holds the profile, the driver's log and what is downloaded.
    pub(crate) folder: &'a Path,
    /// The file with the clock's offset: see `clock`.
    pub(crate) clock: &'a Path,
    /// The device's time zone.
    pub(crate) zone: &'a str,
    /// Answers for every place but this machine: see `elsewhere`.
    pub(crate) elsewhere: SocketAddr,
}

impl Surroundings<'_> {
    fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }
}

/// A running browser; dereferences to its driver session. Dropping it kills it, with its
/// helpers and its driver.
pub(crate) struct Browser {
    engine: Engine,
    driver: WebDriver,
    group: Group,
    /// Ends after the browser does.
    _display: Option<Display>,
    log: PathBuf,
    /// How much of the log has been looked at, in bytes.
    read: usize,
}

impl Browser {
    /// Starts a driver of its own in a group of its own, so that port and death are not shared.
    /// The profile is made when it does not exist.
    pub(crate) async fn open(engine: Engine, around: &Surroundings<'_>) -> Result<Self> {
        fs::create_dir_all(around.profile())?;
        let log = around.profile().with_extension("log");
        let display = match engine {
            Engine::WebKit => Some(Display::start()?),
            Engine::Chromium | Engine::Firefox => None, // they can do without
        };
        // Another program may take the port between its choice and its use: then anew.
        let started = until(PATIENCE, async || {
            start_driver(engine, around, &log, display.as_ref()).await
        });
        let (group, port) = started.await?;
        let capabilities = match engine {
            Engine::Chromium => chromium::capabilities(around)?,
            Engine::Firefox => firefox::capabilities(around)?,
            Engine::WebKit => webkit::capabilities()?,
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        let driver = driver.await.with_context(|| logged(engine, &log))?;
        let browser = Self {
            engine,
            driver,
            group,
            _display: display,
            log,
            read: 0,
        };
        if engine == Engine::Chromium {
            chromium::keep_downloads(&browser, &around.downloads()).await?;
        }
        Ok(browser)
    }

    /// Shows pages on a screen of this size, in CSS pixels. WebKit takes the theme from the desktop
    /// around it, which is light.
    pub(crate) async fn emulate(&self, theme: Theme, width: u32, height: u32) -> Result<()> {
        // A window takes its time, and may not want to be so narrow at first.
        until(PATIENCE, async || {
            match self.engine {
                Engine::Chromium => return chromium::emulate(self, theme, width, height).await,
                Engine::Firefox => firefox::emulate(self, theme, width, height).await?,
                Engine::WebKit => webkit::emulate(self, theme, width, height).await?,
            }
            let size = self.driver.execute("return innerWidth", vec![]).await?;
            let is = size.json();
            ensure!(*is == width, "the screen is {is} wide, not {width}");
            Ok(())
        })
        .await
    }

    /// Hands what the browser logged since the last time to `watch`.
    pub(crate) async fn report_to(&mut self, watch: &mut Watch, offline: bool) -> Result<()> {
        if self.engine == Engine::Chromium {
            return chromium::report(self, watch, offline).await;
        }
        let log = fs::read(&self.log)?;
        let new = String::from_utf8_lossy(log.get(self.read..).unwrap_or_default()).into_owned();
        self.read = log.len();
        if self.engine == Engine::WebKit {
            webkit::report(&new, watch, offline);
            return Ok(());
        }
        firefox::report(self, &new, watch, offline).await
    }

    /// Makes Firefox write down its tabs, which it would do every 15 seconds; Chromium does so by itself.
    pub(crate) async fn write_tabs(&self) -> Result<()> {
        match self.engine {
            Engine::Firefox => firefox::write_tabs(self).await,
            Engine::Chromium | Engine::WebKit => Ok(()),
        }
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

    /// One command of the protocol of developer tools, and its answer. Chromium alone has it.
    pub(crate) async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.engine != Engine::Chromium {
            bail!(
                "{method}: Chromium alone can do this, not {:?}",
                self.engine
            );
        }
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
        if !self.group.is_dead() && !self.group.is_leader_running() {
            eprintln!("{}", logged(self.engine, &self.log));
        }
        // Without this thirtyfour would first end the session in good order.
        let _ = self.driver.clone().leak();
    }
}

/// Starts the driver of an engine, and finds the port on which it can be asked.
async fn start_driver(
    engine: Engine,
    around: &Surroundings<'_>,
    log: &Path,
    display: Option<&Display>,
) -> Result<(Group, u16)> {
    let output = File::create(log)?;
    let mut command = match engine {
        Engine::Chromium => chromium::driver(),
        Engine::Firefox => firefox::driver(around),
        Engine::WebKit => webkit::driver(around)?,
    };
    if let Some(display) = display {
        command.env("DISPLAY", display.name());
    }
    command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .env("LD_PRELOAD", env!("WAYMARK_SHIM"))
        .env("WAYMARK_CLOCK", around.clock)
        .env("WAYMARK_LINES", "1")
        .env("TZ", around.zone);
    let asked: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let group = Group::start(command)?;
    let port = until(PATIENCE, async || {
        let said = fs::read_to_string(log)?;
        let port = match engine {
            Engine::Chromium => chromium::port(&said),
            Engine::Firefox => firefox::port(&said),
            Engine::WebKit => webkit::port(&asked),
        };
        // A driver that has ended will not say it any more.
        if port.is_err() && !group.is_leader_running() {
            return Ok(None);
        }
        port.map(Some)
    });
    let port = port.await.with_context(|| logged(engine, log))?;
    Ok((group, port.with_context(|| logged(engine, log))?))
}

/// Why it does not run, as the driver's log has it.
fn logged(engine: Engine, log: &Path) -> String {
    let said = fs::read_to_string(log).unwrap_or_default();
    format!("the driver of {engine:?} does not run: {said}")
}

/// What stands between two words in a driver's log, as a number.
fn number_in(said: &str, before: &str, after: char) -> Result<u16> {
    let rest = said
        .split(before)
        .nth(1)
        .and_then(|rest| rest.split_once(after));
    let (digits, _) = rest.context("the driver does not say its port")?;
    Ok(digits.parse()?)
}
