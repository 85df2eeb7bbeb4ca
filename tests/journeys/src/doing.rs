//! What people often do in the app, each in several taps.
use crate::Stage;
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use waymark::domain::day::Day;
use waymark::domain::journal::Journal;

impl Stage {
    /// Opens the app at its start and waits until it can be used. Gives the day it is there.
    pub async fn start(&self) -> Result<Day> {
        self.open("#/").await?;
        self.is_started().await?;
        self.today().await
    }

    /// Turns the lock on; gives the recovery code.
    pub async fn set_lock(&self, passcode: &str) -> Result<String> {
        self.open("#/more/lock").await?;
        self.heading("Lock").await?;
        self.type_into("Passcode", passcode).await?;
        self.type_into("The same once more", passcode).await?;
        let code = "document.querySelector('#new-code').textContent";
        let code = self.evaluate(code).await?;
        self.tick("I have written it down").await?;
        self.tap("Turn the lock on").await?;
        self.sees("The lock is on.").await?;
        code.as_str().map(str::to_owned).context("no code")
    }

    /// Waits until the app runs and has read both of its stores.
    pub async fn is_started(&self) -> Result<()> {
        self.within("Screens").sees("Look back").await
    }

    /// The day that the device's own clock shows.
    pub async fn today(&self) -> Result<Day> {
        let now = "(now => [now.getFullYear(), now.getMonth() + 1, now.getDate()])(new Date())";
        let parts: (i32, u32, u32) = serde_json::from_value(self.evaluate(now).await?)?;
        Day::new(parts.0, parts.1, parts.2).context("the device shows no day")
    }

    /// "Saturday 21 November", as a heading says it in this year or with another's number.
    pub async fn full_day(&self, day: Day) -> Result<String> {
        let this_year = self.today().await?.year() == day.year();
        let year = if this_year { "" } else { ", year: 'numeric'" };
        let style = format!("weekday: 'long', day: 'numeric', month: 'long'{year}");
        self.say_day(day, &style).await
    }

    /// "21 November 2026".
    pub async fn long_day(&self, day: Day) -> Result<String> {
        self.say_day(day, "day: 'numeric', month: 'long', year: 'numeric'")
            .await
    }

    /// A day in words, by the browser's own formatter.
    pub async fn say_day(&self, day: Day, style: &str) -> Result<String> {
        let format = format!("new Intl.DateTimeFormat('en-GB', {{ timeZone: 'UTC', {style} }})");
        let said = format!(
            "{format}.format(new Date({})).replaceAll(',', '')",
            json!(day.to_string())
        );
        let said = self.evaluate(&said).await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Notes something in own words under one Way, on the day whose page is open.
    pub async fn log(&self, words: &str, way: &str) -> Result<()> {
        self.tap(&format!("Add to {way}")).await?;
        self.type_into("What did you do?", words).await?;
        self.tap("Save").await?;
        self.within("Also").sees(words).await?;
        self.saved().await
    }

    /// Notes "A first thing" under Give in a new journal, which then shows the day.
    pub async fn log_first(&self) -> Result<()> {
        self.open("#/").await?;
        self.tap("I did something today").await?;
        self.type_into("What did you do?", "A first thing").await?;
        self.tick("Give").await?;
        self.tap("Save").await?;
        self.within("Also").sees("A first thing").await?;
        self.saved().await
    }

    /// Writes into the note of the day whose page is open, and waits until the durable copy has that.
    pub async fn write_day_note(&self, text: &str) -> Result<()> {
        self.type_into("A note for this day", text).await?;
        let wanted = json!(text).to_string();
        self.wait_until("the note is kept", async || {
            Ok(self
                .vault()
                .await?
                .values()
                .any(|kept| kept.contains(&wanted)))
        })
        .await
    }

    /// Makes a goal for every day under one Way.
    pub async fn make_goal(&self, words: &str, way: &str) -> Result<()> {
        self.open("#/goals/new").await?;
        self.type_into("What will you do?", words).await?;
        self.tick(way).await?;
        self.tap("Save").await?;
        self.heading("Goals").await?;
        self.says("Goal kept.").await?;
        self.saved().await
    }

    /// Sends the form of a new milestone, and goes on from its quiet moment to the timeline.
    pub async fn reach(&self) -> Result<()> {
        self.tap("I reached this").await?;
        self.tap("Done").await?;
        self.heading("Milestones").await?;
        self.saved().await
    }

    /// Switches the recovery parts on or off.
    pub async fn recovery_parts(&self, on: bool) -> Result<()> {
        self.open("#/more/parts").await?;
        if on {
            self.tick("Show the recovery parts").await
        } else {
            self.untick("Show the recovery parts").await
        }
    }

    /// A file of this name, to be given to the app.
    pub fn new_file(&mut self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let file = self.new_folder()?.join(name);
        fs::write(&file, bytes)?;
        Ok(file)
    }

    /// Gives the app a copy to open, and waits until it has looked into it.
    pub async fn choose_copy(&mut self, text: &[u8]) -> Result<()> {
        let file = self.new_folder()?.join("diary.json");
        fs::write(&file, text)?;
        self.open("#/more/kept").await?;
        self.give_file("Choose the file", &file).await
    }

    /// Fills the app with a journal, through its own "Open a copy".
    pub async fn fill(&mut self, journal: &Journal, today: Day) -> Result<()> {
        self.start().await?;
        self.choose_copy(crate::seed::copy(journal, today).as_bytes())
            .await?;
        self.tap("Add it all").await?;
        self.says("The copy was added.").await?;
        self.saved().await
    }

    /// A new stage whose diary has a week with all there can be in it. Gives the day it is there, too.
    pub async fn with_parts() -> Result<(Self, Day)> {
        let mut stage = Self::new().await?;
        let today = stage.start().await?;
        stage.fill(&crate::seed::with_parts(today), today).await?;
        Ok((stage, today))
    }

    /// Opens what can be opened on this screen: idea cards, notes, groups of help lines, tables.
    pub async fn open_all(&self) -> Result<()> {
        let open = "(() => {
            document.querySelectorAll('main details').forEach(details => details.open = true);
            document.querySelectorAll('main [aria-expanded=false]').forEach(button => button.click());
        })()";
        self.evaluate(open).await.map(drop)
    }

    /// Waits until the service worker keeps the tools that most people never open, which one of them was used for.
    pub async fn tools_are_kept(&self) -> Result<()> {
        let kept = "caches.keys()
            .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
            .then((kept) => kept.flat().some(({ url }) => url.includes('/tools-')))";
        self.wait_until("the worker has kept the tools", async || {
            Ok(self.evaluate(kept).await? == true)
        })
        .await
    }

    /// Waits until the service worker keeps everything and answers for this page.
    pub async fn is_ready_offline(&self) -> Result<()> {
        let claimed = "navigator.serviceWorker.ready.then(() =>
            navigator.serviceWorker.controller || new Promise(done =>
                navigator.serviceWorker.addEventListener('controllerchange', done))).then(() => true)";
        self.evaluate(claimed).await?;
        self.open("#/more/kept").await?;
        self.reload().await?;
        self.sees("It works with no network.").await
    }
}
