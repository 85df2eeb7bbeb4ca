//! Saving in a stream through the app's own controls, and looking for what was saved.
use crate::Stage;
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;
use waymark::domain::day::Day;

const SCRIPT: &str = include_str!("stream.js");

/// One thing to save on a day before today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The day that it belongs to.
    pub day: Day,
    /// What is saved.
    pub what: What,
}

/// What is saved. Texts are different from each other, so that each can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A tick for the goal with these words.
    Tick(String),
    /// The day's note.
    Note(String),
    /// Something done, under Give.
    Entry(String),
}

impl Save {
    fn plan(saves: &[Self]) -> Value {
        let one = |save: &Self| {
            let (kind, what) = match &save.what {
                What::Tick(what) => ("tick", what),
                What::Note(what) => ("note", what),
                What::Entry(what) => ("entry", what),
            };
            json!({ "day": save.day.to_string(), "kind": kind, "what": what })
        };
        saves.iter().map(one).collect()
    }

    /// Whether it is among stored texts, whose keys start with `prefix`.
    fn is_in(&self, prefix: &str, stored: &BTreeMap<String, String>) -> bool {
        let record = |kind: &str| {
            let text = stored.get(&format!("{prefix}{kind}/{}", self.day));
            text.map(String::as_str).unwrap_or_default()
        };
        match &self.what {
            What::Note(text) => record("note").contains(&json!(text).to_string()),
            What::Entry(text) => record("day").contains(&json!(text).to_string()),
            What::Tick(goal) => {
                let words = json!(goal).to_string();
                let goals = stored.iter().filter_map(|(key, text)| {
                    let id = key.strip_prefix(prefix)?.strip_prefix("goal/")?;
                    text.contains(&words).then_some(id)
                });
                let day: Value = serde_json::from_str(record("day")).unwrap_or_default();
                goals.into_iter().any(|id| {
                    let item = &day["d"]["items"][id];
                    item["d"].is_object() && item["del"].is_null()
                })
            }
        }
    }
}

/// What is not among stored texts, whose keys start with `prefix`.
#[must_use]
pub fn missing<'a>(
    saves: &'a [Save],
    prefix: &str,
    stored: &BTreeMap<String, String>,
) -> Vec<&'a Save> {
    let is_missing = |save: &&Save| !save.is_in(prefix, stored);
    saves.iter().filter(is_missing).collect()
}

impl Stage {
    /// Begins to save all this in the tab that is open, and does not wait for it.
    pub async fn begin_saving(&self, saves: &[Save]) -> Result<()> {
        let begin = format!("{SCRIPT} stream.save(arguments[0])");
        self.browser.execute(begin, vec![Save::plan(saves)]).await?;
        Ok(())
    }

    /// How many of them the app has said "Saved" to, from the first on.
    pub async fn acknowledged(&self) -> Result<usize> {
        let state = self
            .browser
            .execute("return [stream.state.done, stream.state.problem]", vec![])
            .await?;
        let (done, problem): (usize, Option<String>) = state.convert()?;
        ensure!(problem.is_none(), "the stream broke off: {problem:?}");
        Ok(done)
    }

    /// Fails with what the pages of the days do not show. The look at them all may take as long as `patience`.
    pub async fn shows_all(&self, saves: &[Save], patience: Duration) -> Result<()> {
        // Each day once.
        let mut by_day = saves.to_vec();
        by_day.sort_by_key(|save| save.day);
        // Not in one script that the driver waits for: from page to page, that can leave it waiting for ever.
        let look = format!("{SCRIPT} stream.look(arguments[0])");
        self.browser
            .execute(look, vec![Save::plan(&by_day)])
            .await?;
        let missing = until(patience, async || self.not_shown().await).await?;
        ensure!(missing.is_empty(), "missing: {missing:#?}");
        Ok(())
    }

    async fn not_shown(&self) -> Result<Vec<String>> {
        let state = self
            .browser
            .execute(
                "return [stream.state.missing, stream.state.problem]",
                vec![],
            )
            .await?;
        let (missing, problem): (Option<Vec<String>>, Option<String>) = state.convert()?;
        missing.with_context(|| problem.unwrap_or("still looking".to_owned()))
    }
}
