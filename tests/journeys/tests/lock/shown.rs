//! A browser that is killed right after everything was deleted or locked: its quick copy may come back as it was before,
//! and the next start shows nothing of that, not even for a moment.
use super::{PASSCODE, PRIVATE, is_unreadable, open_lock};
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Stage};
use serde_json::Value;

journeys::on_every_engine! {
    nothing_that_was_deleted_is_shown_after_a_kill
    nothing_that_was_locked_is_shown_after_a_kill
}

/// Notes whether the private words ever stood in the page, in the words of a person, a title or a field.
const WATCH: &str = "new MutationObserver((changes) => {
    const texts = [document.documentElement?.outerHTML, document.title];
    for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) texts.push(node.textContent, node.value);
    if (texts.some((text) => text?.includes('Quill'))) sessionStorage.setItem('journey-shown', 'yes');
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });";

async fn was_shown(stage: &Stage) -> Result<bool> {
    let shown = stage.evaluate("sessionStorage.getItem('journey-shown') === 'yes'");
    Ok(shown.await? == true)
}

/// The app as it was built, watched from the first moment of each page on.
fn watched() -> Result<Host> {
    let before =
        |text: String| text.replacen("<script ", "<script src=./watch.js></script><script ", 1);
    let version = Version::built()?.with("watch.js", WATCH);
    Host::with(&version.rewrite("index.html", before)?.stamped()?)
}

/// A diary that the browser has written to its disk, and the quick copy of it.
async fn written(engine: Engine, host: &Host) -> Result<(Stage, Value)> {
    let mut stage = Stage::serving_on(engine, host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    stage.restart().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.is_started().await?;
    ensure!(was_shown(&stage).await?, "what is shown is not noted");
    let quick = stage.evaluate("Object.entries(localStorage)").await?;
    ensure!(quick.to_string().contains(PRIVATE), "{quick}");
    Ok((stage, quick))
}

/// Kills the browser at once, with a quick copy that never reached the disk, and starts again.
async fn killed_and_started(stage: &mut Stage, quick: &Value, heading: &str) -> Result<()> {
    stage.crash_at_once().await?;
    stage.go_beside_the_app().await?;
    // Engines hold it back for a moment or for many seconds: here for as long as can be.
    let put_back = format!(
        "void (localStorage.clear(), {quick}.forEach(([key, text]) => localStorage.setItem(key, text)))"
    );
    stage.evaluate(&put_back).await?;
    stage.open("#/").await?;
    let booted = "document.documentElement.hasAttribute('data-booted')";
    stage
        .wait_until("it has started", async || {
            Ok(stage.evaluate(booted).await? == true)
        })
        .await?;
    stage.heading(heading).await?;
    ensure!(!was_shown(stage).await?, "it was shown for a moment");
    Ok(())
}

async fn nothing_that_was_deleted_is_shown_after_a_kill(engine: Engine) -> Result<()> {
    let host = watched()?;
    let (mut stage, quick) = written(engine, &host).await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    killed_and_started(&mut stage, &quick, "Small things, every day").await?;
    stage
        .wait_until("nothing is kept in either place", async || {
            let kept = format!("{:?} {:?}", stage.mirror().await?, stage.vault().await?);
            Ok(!kept.contains("Quill") && !kept.contains("day/"))
        })
        .await?;
    stage.reload().await?;
    stage.heading("Small things, every day").await?;
    ensure!(!was_shown(&stage).await?, "it was shown for a moment");
    stage.finish().await
}

async fn nothing_that_was_locked_is_shown_after_a_kill(engine: Engine) -> Result<()> {
    let host = watched()?;
    let (mut stage, quick) = written(engine, &host).await?;
    stage.set_lock(PASSCODE).await?;
    killed_and_started(&mut stage, &quick, "Locked").await?;
    is_unreadable(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}
