//! What may befall a page: a reload, Leave or another tab in the middle of it, foreign texts in its place.
mod foreign;
mod stopped;

use anyhow::{Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};
use serde_json::Value;

journeys::on_every_engine! {
    cleared_while_it_is_open
}

const CLEARED: &str =
    "Your browser has cleared what was kept here. What you see is still on this page.";
/// What the names of both places start with.
const PREFIX: &str = "const prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';";
/// Takes both places away, as a browser does for a site's data.
const CLEAR: &str = "localStorage.clear();
    await new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase(prefix);
        request.onsuccess = done;
        request.onerror = request.onblocked = fail;
    });";

/// Runs statements in the page, with the prefix at hand.
async fn run(stage: &Stage, statements: &str) -> Result<Value> {
    let script = format!("(async () => {{ {PREFIX} {statements} }})()");
    stage.evaluate(&script).await
}

/// Waits until both places hold all of these words.
async fn both_hold(stage: &Stage, all: &[&str]) -> Result<()> {
    stage
        .wait_until("both places hold it all", async || {
            let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
            Ok(all.iter().all(|words| {
                mirror.values().any(|text| text.contains(words))
                    && vault.values().any(|text| text.contains(words))
            }))
        })
        .await
}

async fn cleared_while_it_is_open(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("A first goal", "Give").await?;
    stage.open("#/").await?;
    stage.log("Before it was cleared", "Give").await?;
    run(&stage, CLEAR).await?;
    stage.log("After it was cleared", "Connect").await?;
    stage.sees(CLEARED).await?;
    stage.within("Also").sees("Before it was cleared").await?;
    stage.tap("Keep it again").await?;
    stage.does_not_see(CLEARED).await?;
    stage.saved().await?;
    both_hold(&stage, &["A first goal", "Before it was", "After it was"]).await?;
    // What is kept as it is typed must not hide that all else is gone.
    stage.open("#/goals/new").await?;
    run(&stage, CLEAR).await?;
    stage.type_into("What will you do?", "Half a goal").await?;
    stage.sees(CLEARED).await?;
    stage.holds("What will you do?", "Half a goal").await?;
    stage.tap("Keep it again").await?;
    stage.saved().await?;
    both_hold(&stage, &["A first goal", "Before it was", "After it was"]).await?;
    stage.open("#/").await?;
    stage.reload().await?;
    stage.within("Also").sees("Before it was cleared").await?;
    stage.within("Also").sees("After it was cleared").await?;
    stage.finish().await
}

#[tokio::test]
async fn the_durable_copy_closes_in_the_middle_of_a_save() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage
        .type_into("What did you do?", "In the middle of it")
        .await?;
    // In one task: the save begins, and the database is asked for by someone who takes it away.
    run(
        &stage,
        "document.querySelector('#main form').requestSubmit();
        await new Promise((done, fail) => {
            const request = indexedDB.deleteDatabase(prefix);
            request.onsuccess = done;
            request.onerror = fail;
        });",
    )
    .await?;
    stage
        .wait_until("it says how that went", async || {
            let text = stage.text().await?;
            Ok(text.contains("Saved") || text.contains("Not saved yet."))
        })
        .await?;
    if stage.text().await?.contains("Not saved yet.") {
        stage
            .holds("What did you do?", "In the middle of it")
            .await?;
        stage.tap("Save").await?;
    }
    stage.within("Also").sees("In the middle of it").await?;
    stage.saved().await?;
    stage.log("And one more", "Give").await?;
    // Whether it was cleared before the save or after it: what is done next notices.
    stage.sees(CLEARED).await?;
    stage.tap("Keep it again").await?;
    stage.saved().await?;
    both_hold(
        &stage,
        &["A first thing", "In the middle of it", "And one more"],
    )
    .await?;
    stage.reload().await?;
    stage.within("Also").sees("In the middle of it").await?;
    let kept = stage.within("Also").text().await?;
    ensure!(kept.matches("In the middle of it").count() == 1, "{kept}");
    stage.finish().await
}

#[tokio::test]
async fn what_a_newer_version_left_is_only_looked_at() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.damage("meta", "{\"min_reader\":999}").await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    stage.reload().await?;
    stage
        .sees("A newer version of this app was used here.")
        .await?;
    stage.within("Also").sees("A first thing").await?;
    let links = stage.links().await?;
    ensure!(
        links.iter().any(|link| link.href == "./rescue.html"),
        "{links:?}"
    );
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage.type_into("What did you do?", "Not now").await?;
    stage.tap("Save").await?;
    stage.says("Not saved yet.").await?;
    stage.holds("What did you do?", "Not now").await?;
    stage.open("#/more/kept").await?;
    stage.tap("Load again").await?;
    stage
        .sees("A newer version of this app was used here.")
        .await?;
    let after = (stage.mirror().await?, stage.vault().await?);
    ensure!(before == after, "something was written: {after:?}");
    stage.tap("See or save what is kept").await?;
    stage.within("Your days").sees("A first thing").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_tab_a_month_old_sees_what_another_did() -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    let day = 24 * 60 * 60;
    stage.set_clock(-30 * day)?;
    let then = stage.start().await?;
    stage.log_first().await?;
    stage.set_clock(0)?;
    stage.new_tab().await?;
    stage.start_failing_at("mute").await?;
    stage.send_entry("A month later").await?;
    stage.within("Also").sees("A month later").await?;
    stage.open(&format!("#/day/{then}")).await?;
    stage.within("Also").sees("A first thing").await?;
    stage.log("Remembered later", "Connect").await?;
    stage.go_to_tab(0).await?;
    stage
        .evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        .await?;
    let now = stage.today().await?;
    stage.heading(&stage.full_day(now).await?).await?;
    stage.within("Also").sees("A month later").await?;
    stage.log("In the old tab", "Give").await?;
    stage.open(&format!("#/day/{then}")).await?;
    stage.within("Also").sees("Remembered later").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.start_failing_at("").await?;
    for words in ["A month later", "In the old tab"] {
        stage.within("Also").sees(words).await?;
        ensure!(stage.count_kept(words).await? == 1, "{words}");
    }
    stage.finish().await
}
