//! The later parts of the program: loaded when a screen of them is opened, not before, and once. The worker keeps the
//! second for everyone, and the third for those who use it.
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    loaded_once_when_it_is_needed
    not_to_be_had_at_first
    the_third_part_is_kept_once_it_was_used
}

/// What the page itself has asked for of the second part, which is in two files; the worker asks on its own.
const ASKED: &str = "performance.getEntriesByType('resource').filter((file) => /later-.*wasm/.test(file.name)).length";

async fn asked(stage: &Stage, files: u64) -> Result<()> {
    let asked = stage.evaluate(ASKED).await?;
    ensure!(asked == files, "asked for {asked} files, not {files}");
    Ok(())
}

async fn loaded_once_when_it_is_needed(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.tap("Help").await?;
    stage.heading("Someone to talk to").await?;
    asked(&stage, 0).await?;
    stage.tap("Look back").await?;
    stage.heading("This week").await?;
    stage.back().await?;
    stage.heading("Someone to talk to").await?;
    stage.tap("More").await?;
    stage.tap("Days and weeks").await?;
    stage.heading("Days and weeks").await?;
    asked(&stage, 2).await?;
    // Two screens at once are one request as well.
    stage.reload().await?;
    stage
        .evaluate("void (location.hash = '#/look-back/month', location.hash = '#/more/days')")
        .await?;
    stage.heading("Days and weeks").await?;
    asked(&stage, 2).await?;
    stage.finish().await
}

async fn not_to_be_had_at_first(engine: Engine) -> Result<()> {
    for end in [".wasm", ".css"] {
        without_at_first(engine, end).await?;
    }
    Ok(())
}

async fn without_at_first(engine: Engine, end: &str) -> Result<()> {
    let built = Version::built()?;
    let part = built.find("later-", end)?;
    let host = Host::with(&built.clone().without(&part))?;
    let stage = Stage::serving_on(engine, host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.tap("Look back").await?;
    stage.heading("Look back").await?;
    stage.sees("This part could not be loaded.").await?;
    // The everyday screens go on, and a later try can do better.
    stage.tap("Today").await?;
    stage.within("Also").sees("A first thing").await?;
    host.deploy(&built)?;
    stage.tap("More").await?;
    stage.tap("Appearance").await?;
    // Not to its end: what was not found is counted there.
    stage.heading("Appearance").await
}

async fn the_third_part_is_kept_once_it_was_used(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    // A connection that is still open would go on.
    stage.restart().await?;
    stage.open("#/more/bring").await?;
    stage.sees("This part could not be loaded.").await?;
    stage.online().await?;
    stage.reload().await?;
    stage.heading("Bring your history along").await?;
    stage.tools_are_kept().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/more/bring").await?;
    stage.heading("Bring your history along").await?;
    stage.open("#/links").await?;
    stage.heading("Make a link for a service").await?;
    stage.online().await?;
    // Not to its end: what could not be had with no network is counted there.
    Ok(())
}
