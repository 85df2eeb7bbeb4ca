//! One person with one device: a server, a profile and a browser.
use crate::browser::{Browser, Surroundings, Theme};
use crate::clock::Clock;
use crate::elsewhere::Elsewhere;
use crate::engine::Engine;
use crate::part::Part;
use crate::server::{SUBPATH, Server};
use crate::watch::Watch;
use crate::zone;
use anyhow::{Result, ensure};
use std::cell::RefCell;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::{env, fs};
use tempfile::TempDir;
use thirtyfour::WindowHandle;

const NOON: u8 = 12;

/// A server, a profile of its own and a browser; it dereferences to the whole page's [`Part`].
/// End every journey with [`Stage::finish`], which judges what went on meanwhile.
pub struct Stage {
    page: Part,
    pub(crate) engine: Engine,
    pub(crate) browser: Browser,
    pub(crate) server: Server,
    pub(crate) clock: Clock,
    /// The tabs in the order of opening, once there are several.
    pub(crate) tabs: RefCell<Vec<WindowHandle>>,
    kept: usize,
    pub(crate) screen: (Theme, u32, u32),
    zone: String,
    elsewhere: Elsewhere,
    watch: Watch,
    folder: TempDir,
}

impl Stage {
    /// Sets up the built app on a phone with Chromium.
    pub async fn new() -> Result<Self> {
        Self::on(Engine::Chromium).await
    }

    /// Sets up the built app on a phone: the folder that `WAYMARK_DIST` names, else the project's
    /// `dist`.
    pub async fn on(engine: Engine) -> Result<Self> {
        let dist = dist();
        let index = dist.join("index.html");
        ensure!(
            index.is_file(),
            "{} is not there: `make build` makes it",
            index.display()
        );
        Self::serving_on(engine, &dist).await
    }

    /// Sets up any folder of static files on a phone with Chromium.
    pub async fn serving(site: &Path) -> Result<Self> {
        Self::serving_on(Engine::Chromium, site).await
    }

    /// Sets up any folder of static files on a phone.
    pub async fn serving_on(engine: Engine, site: &Path) -> Result<Self> {
        let folder = TempDir::new()?;
        fs::create_dir(folder.path().join("downloads"))?;
        let server = Server::start(site, SUBPATH, 0)?;
        let clock = Clock::new(folder.path().join("clock"))?;
        let elsewhere = Elsewhere::start()?;
        let zone = zone::at(NOON);
        let browser = launch(engine, folder.path(), &clock, &zone, &elsewhere).await?;
        let screen = (Theme::Light, 360, 740);
        browser.emulate(screen.0, screen.1, screen.2).await?;
        Ok(Self {
            page: Part::whole(&browser),
            watch: Watch::new(engine, server.origin()),
            tabs: RefCell::default(),
            kept: 0,
            engine,
            browser,
            server,
            clock,
            screen,
            zone,
            elsewhere,
            folder,
        })
    }

    /// The engine that it runs in.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server, for its address and the requests that it saw.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Lets pages ask for addresses that start with `prefix`: the place that Leave goes to. No such
    /// request leaves this machine; nothing answers it.
    pub fn allow(&mut self, prefix: &str) {
        self.watch.allow(prefix);
    }

    /// Shows the pages on another screen, in CSS pixels; narrower than 700 is a phone.
    pub async fn emulate(&mut self, theme: Theme, width: u32, height: u32) -> Result<()> {
        self.screen = (theme, width, height);
        self.browser.emulate(theme, width, height).await
    }

    /// Cuts the network: the server's port refuses connections.
    pub async fn offline(&mut self) -> Result<()> {
        self.gather().await?;
        self.server.stop();
        Ok(())
    }

    /// Brings the network back, at the same address.
    pub async fn online(&mut self) -> Result<()> {
        self.gather().await?;
        Ok(self.server.resume()?)
    }

    /// Closes the browser in good order and opens it again on the same profile, at no page.
    pub async fn restart(&mut self) -> Result<()> {
        self.gather().await?;
        self.browser.close().await?;
        self.start_again().await
    }

    /// Kills every process of the browser and opens it again on the same profile, at no page.
    pub async fn crash(&mut self) -> Result<()> {
        self.gather().await?;
        self.browser.kill();
        self.start_again().await
    }

    /// The same at this very moment: what Chromium and Firefox logged since the last time is not
    /// looked at.
    pub async fn crash_at_once(&mut self) -> Result<()> {
        self.browser.kill();
        self.start_again().await
    }

    /// Moves the device to a time zone where it is this hour now, and opens the browser anew, at no
    /// page. Until then it is noon, so that no journey meets midnight by chance.
    pub async fn travel(&mut self, hour: u8) -> Result<()> {
        self.travel_to(&zone::at(hour)).await
    }

    /// Moves the device to a time zone such as `Pacific/Kiritimati`, and opens the browser anew, at
    /// no page.
    pub async fn travel_to(&mut self, zone: &str) -> Result<()> {
        zone.clone_into(&mut self.zone);
        self.restart().await
    }

    /// The folder in which the browser keeps all that outlives it.
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// Where finished downloads are.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// A new folder that stays until the end of the journey.
    pub(crate) fn new_folder(&mut self) -> Result<PathBuf> {
        self.kept += 1;
        let folder = self.folder.path().join(self.kept.to_string());
        fs::create_dir(&folder)?;
        Ok(folder)
    }

    /// Ends the journey. Fails on any error on the console, any request to another place, any file that was asked for
    /// and is not there, and any request that could carry more than the name of a file.
    pub async fn finish(mut self) -> Result<()> {
        self.gather().await?;
        self.browser.close().await?;
        let requests = self.server.requests();
        let missing = requests.iter().filter(|request| request.status == 404);
        let missing = missing.map(|request| format!("not found: {}", request.path));
        let sent = requests.iter().filter(|request| !request.only_asks());
        let sent =
            sent.map(|request| format!("something was sent: {} {}", request.method, request.path));
        let found = self.watch.faults().iter().cloned();
        let faults: Vec<_> = found.chain(missing).chain(sent).collect();
        ensure!(
            faults.is_empty(),
            "what no journey may cause:\n  {}",
            faults.join("\n  ")
        );
        Ok(())
    }

    async fn start_again(&mut self) -> Result<()> {
        let (folder, zone) = (self.folder.path(), &self.zone);
        self.browser = launch(self.engine, folder, &self.clock, zone, &self.elsewhere).await?;
        self.page = Part::whole(&self.browser);
        self.tabs.take();
        let (theme, width, height) = self.screen;
        self.browser.emulate(theme, width, height).await
    }

    /// Takes the browser's logs over, while it is known whether there was a network.
    async fn gather(&mut self) -> Result<()> {
        let offline = self.server.is_stopped();
        self.browser.report_to(&mut self.watch, offline).await?;
        for url in self.elsewhere.asked() {
            self.watch.elsewhere(&url);
        }
        Ok(())
    }
}

impl Deref for Stage {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.page
    }
}

/// The folder of the built app: the one that `WAYMARK_DIST` names, else the project's `dist`.
#[must_use]
pub fn dist() -> PathBuf {
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
    env::var_os("WAYMARK_DIST").map_or(built.into(), PathBuf::from)
}

async fn launch(
    engine: Engine,
    folder: &Path,
    clock: &Clock,
    zone: &str,
    elsewhere: &Elsewhere,
) -> Result<Browser> {
    let around = Surroundings {
        folder,
        clock: clock.path(),
        zone,
        elsewhere: elsewhere.address(),
    };
    Browser::open(engine, &around).await
}
