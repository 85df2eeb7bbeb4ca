//! The verbs that concern the page as a whole: where it is, what it says, how it looks.
use crate::{Engine, Stage, axe, page};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// How the files of downloads that are under way end.
const PARTIAL: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

impl Stage {
    /// Taps a button or link in a region.
    pub async fn tap_in(&self, region: &str, name: &str) -> Result<()> {
        self.within(region).tap(name).await
    }

    /// Goes to an address within the app, such as `#/goals`; "" is its start.
    pub async fn open(&self, address: &str) -> Result<()> {
        let url = format!("{}{address}", self.server.url());
        let opened = self.browser.goto(&url).await;
        opened.with_context(|| format!("opening {url}"))
    }

    /// Where the browser is: what follows the app's own address, or the whole of any other one.
    pub async fn address(&self) -> Result<String> {
        let url = self.browser.current_url().await?.to_string();
        let within = url.strip_prefix(&self.server.url()).map(ToOwned::to_owned);
        Ok(within.unwrap_or(url))
    }

    /// Waits until the browser is at this address within the app.
    pub async fn is_at(&self, address: &str) -> Result<()> {
        self.attempt(async || {
            let is = self.address().await?;
            ensure!(is == address, "the address is {is:?}, not {address:?}");
            Ok(())
        })
        .await
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        if self.engine != Engine::Firefox {
            return Ok(self.browser.refresh().await?);
        }
        // Its driver's own goes past the worker and every cache, as with Shift held down.
        let reload = "window.isOld = true; location.reload()";
        self.browser.execute(reload, vec![]).await?;
        self.wait_until("the page is loaded anew", async || {
            let is_new = "return !window.isOld && document.readyState === 'complete'";
            // At once: an answer that is waited for goes down with the page.
            let is_new = self.browser.execute(is_new, vec![]).await?;
            Ok(*is_new.json() == true)
        })
        .await
    }

    /// Goes back, as the browser's own button does.
    pub async fn back(&self) -> Result<()> {
        Ok(self.browser.back().await?)
    }

    /// Presses and lets go of one key, such as [`crate::Key::Shift`], wherever the focus is.
    pub async fn press(&self, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let keys = self.browser.action_chain().key_down(key).key_up(key);
        Ok(keys.perform().await?)
    }

    /// Waits until the page's one heading of the first level is this.
    pub async fn heading(&self, text: &str) -> Result<()> {
        self.attempt(async || {
            let headings = page::texts(&self.browser, "headings").await?;
            ensure!(
                headings == [text],
                "the headings are {headings:?}, not {text:?}"
            );
            Ok(())
        })
        .await
    }

    /// Waits until the app has drawn a screen: a heading, with something beside it.
    pub async fn heading_is_there(&self) -> Result<String> {
        let drawn =
            "(main => main?.children.length > 1 && main.querySelector('h1')?.textContent || null)
            (document.querySelector('#main'))";
        self.attempt(async || {
            let heading = self.evaluate(drawn).await?;
            let heading = heading.as_str().context("no screen is drawn")?;
            Ok(heading.trim().to_owned())
        })
        .await
    }

    /// Waits until the page's title is this.
    pub async fn title(&self, text: &str) -> Result<()> {
        self.attempt(async || {
            let title = self.browser.title().await?;
            ensure!(title == text, "the title is {title:?}, not {text:?}");
            Ok(())
        })
        .await
    }

    /// Waits until what has the focus has this name or these words.
    pub async fn focus_is_on(&self, name: &str) -> Result<()> {
        self.attempt(async || {
            let focus = page::focus(&self.browser).await?;
            ensure!(focus == name, "the focus is on {focus:?}, not on {name:?}");
            Ok(())
        })
        .await
    }

    /// Waits until a status region says "Saved". So the app must take that word away in the same
    /// task in which the next change begins, or this would be the old one.
    pub async fn saved(&self) -> Result<()> {
        self.attempt(async || {
            let status = page::texts(&self.browser, "status").await?;
            let words = |text: &String| {
                text.split(' ')
                    .any(|word| word.trim_end_matches('.') == "Saved")
            };
            ensure!(
                status.iter().any(words),
                "the status is {status:?}, without \"Saved\""
            );
            Ok(())
        })
        .await
    }

    /// Waits until a status region says this.
    pub async fn says(&self, text: &str) -> Result<()> {
        self.attempt(async || {
            let status = page::texts(&self.browser, "status").await?;
            let any = status.iter().any(|said| said.contains(text));
            ensure!(any, "the status is {status:?}, without {text:?}");
            Ok(())
        })
        .await
    }

    /// What has the focus, by its name or else its words; empty when nothing has.
    pub async fn focus(&self) -> Result<String> {
        page::focus(&self.browser).await
    }

    /// Waits for a finished download and takes it out of the folder for downloads, where the next
    /// of the same name would replace it; gives its new place.
    pub async fn downloaded(&mut self) -> Result<PathBuf> {
        let finished = async || {
            let mut files = Vec::new();
            for entry in fs::read_dir(self.downloads())? {
                let entry = entry?;
                ensure!(entry.metadata()?.len() > 0, "a download has only begun");
                files.push(entry.file_name());
            }
            let is_partial = |name: &OsString| {
                let name = name.to_string_lossy();
                name.starts_with('.') || PARTIAL.iter().any(|ending| name.ends_with(ending))
            };
            ensure!(!files.iter().any(is_partial), "a download does not end");
            files.pop().context("nothing is downloaded")
        };
        let name = self.attempt(finished).await?;
        let kept = self.new_folder()?.join(&name);
        fs::rename(self.downloads().join(name), &kept)?;
        Ok(kept)
    }

    /// The value of a JavaScript expression, which may be a promise.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        page::evaluate(&self.browser, expression).await
    }

    /// Fails when the page must be scrolled sideways.
    pub async fn fits_the_screen(&self) -> Result<()> {
        let widths =
            "[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]";
        let (width, room): (u32, u32) = serde_json::from_value(self.evaluate(widths).await?)?;
        let screen = self.screen.1;
        // On a wide screen the bar that scrolls up and down takes a part of it.
        ensure!(
            width <= screen.min(room),
            "the page is {width} wide on a screen of {screen}"
        );
        Ok(())
    }

    /// Fails when axe-core finds anything in the page as it stands (WCAG 2.2 AA and its best
    /// practices).
    pub async fn axe(&self) -> Result<()> {
        self.axe_but(&[]).await
    }

    /// The same, but for rules that do not apply to how the page is shown now.
    pub async fn axe_but(&self, rules: &[&str]) -> Result<()> {
        if self.evaluate("typeof axe").await? == "undefined" {
            self.browser.execute(axe::script()?, vec![]).await?;
        }
        let judged = axe::judge(&self.evaluate(&axe::run(rules)).await?);
        judged.with_context(|| format!("on {:?}", self.screen))
    }

    /// Writes what is on the screen to a PNG file.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        fs::write(path, self.browser.screenshot_as_png().await?)?;
        Ok(())
    }
}
