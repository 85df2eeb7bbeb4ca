//! Browsers whose storage fails: the built app with a script before its own, in every engine.
use crate::deploy::{Host, Version};
use crate::server::BESIDE;
use crate::{Engine, Stage};
use anyhow::Result;
use serde_json::json;

/// Makes storage fail as a cookie says, which outlives each page.
const SCRIPT: &str = include_str!("faults.js");

/// A host with the built app that can be made to fail; drop it after its stage.
pub fn breakable() -> Result<Host> {
    let before =
        |text: String| text.replacen("<script ", "<script src=./faults.js></script><script ", 1);
    let version = Version::built()?.with("faults.js", SCRIPT);
    Host::with(&version.rewrite("index.html", before)?.stamped()?)
}

impl Stage {
    /// Sets up the app that can be made to fail.
    pub async fn on_breakable(engine: Engine, host: &Host) -> Result<Self> {
        let stage = Self::serving_on(engine, host.folder()).await?;
        stage.go_beside().await?;
        Ok(stage)
    }

    /// Makes the storage of the page in sight, and of every later one, fail at these calls (`+` between them), until
    /// told otherwise; "" is at none.
    ///
    /// - `local-throws`, `local-null`: what asking for `localStorage` comes to
    /// - `get`, `set`: a call of it that throws
    /// - `idb-missing`, `open-throws`, `open-hangs`, `open-blocked`: what asking for `IndexedDB` comes to
    /// - `put`, `commit`: no room left at once, or at the transaction's end
    /// - `mute`: this tab tells the others nothing
    /// - `slow`: a transaction that writes a record does not end, nor does any behind it
    /// - `seal`: what a lock is being set with is not sealed; one text at a time
    /// - `note-reads`: nothing fails; see [`Stage::reads`]
    ///
    /// `set:2:2` is the second call alone, `put:3:` the third and every later one, counted since the page was loaded. What
    /// `slow` and `seal` hold goes on as soon as they are not said of its number any more: after `slow`, `slow:2:` lets
    /// the first go.
    pub async fn fail_at(&self, calls: &str) -> Result<()> {
        let cookie = json!(format!("fault={calls}; path=/"));
        self.evaluate(&format!("void (document.cookie = {cookie})"))
            .await
            .map(drop)
    }

    /// Waits until the one with this number is held by `slow` or `seal`: those before have ended.
    pub async fn is_held(&self, what: &str, number: u32) -> Result<()> {
        self.wait_until(&format!("{what} holds number {number}"), async || {
            Ok(self.told(what).await? == number.to_string())
        })
        .await
    }

    /// How often `put` has refused a text since the page was loaded.
    pub async fn refused(&self) -> Result<u32> {
        Ok(self.told("refused").await?.parse().unwrap_or_default())
    }

    /// What `note-reads` has noted since the page was loaded, such as `get(meta)`.
    pub async fn reads(&self) -> Result<Vec<String>> {
        let noted = self.told("reads").await?;
        Ok(noted.split_whitespace().map(ToOwned::to_owned).collect())
    }

    /// What the script before the app's own has noted; empty for nothing.
    async fn told(&self, what: &str) -> Result<String> {
        let told = format!("document.querySelector('script[src*=faults]')?.dataset.{what} ?? ''");
        let told = self.evaluate(&told).await?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }

    /// Goes to a page of the same origin that is not the app.
    pub async fn go_beside(&self) -> Result<()> {
        let page = format!("{}{BESIDE}", self.server.origin());
        Ok(self.browser.goto(&page).await?)
    }

    /// The same faults, and the app opened anew with them.
    pub async fn start_failing_at(&self, calls: &str) -> Result<()> {
        self.go_beside().await?;
        self.fail_at(calls).await?;
        self.start().await.map(drop)
    }

    /// Writes into the form for something done today and taps Save, without waiting for what comes of it.
    pub async fn send_entry(&self, words: &str) -> Result<()> {
        let today = self.today().await?;
        self.open(&format!("#/day/{today}/add/give")).await?;
        self.type_into("What did you do?", words).await?;
        self.tap("Save").await
    }

    /// How often the words stand in the durable copy's records.
    pub async fn count_kept(&self, words: &str) -> Result<usize> {
        let kept = self.vault().await?;
        let records = kept.iter().filter(|(key, _)| !key.starts_with("draft/"));
        Ok(records.map(|(_, text)| text.matches(words).count()).sum())
    }
}
