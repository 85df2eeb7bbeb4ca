//! A lock that shuts by itself while something cannot be saved: the page is covered, and nothing of it is lost.
use super::{PASSCODE, PRIVATE, is_unreadable, open_lock};
use anyhow::{Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    covered_until_open_is_tapped_while_there_is_no_room
}

const FIELD: &str = "What did you do?";
const UNSAVED: &str = "No room for Mx Quill";
const HIDDEN: &str =
    "Lock when I leave this page Also when another app is opened, or the screen goes dark.";

/// The page gets out of sight; and notes whether it is ever shown again.
const HIDE: &str = "void (() => {
    const root = document.documentElement;
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    document.body.removeAttribute('data-journey-shown');
    const look = () => root.hasAttribute('data-shut') || document.body.setAttribute('data-journey-shown', '');
    new MutationObserver(look).observe(root, { attributeFilter: ['data-shut'] });
    look();
})()";

/// Covered, and still so after the store was asked for another three times.
async fn stays_covered(stage: &Stage) -> Result<()> {
    stage.evaluate(HIDE).await?;
    stage.heading("This page is closed").await?;
    let before = stage.refused().await?;
    stage
        .wait_until("the store is asked again and again", async || {
            Ok(stage.refused().await? > before + 2)
        })
        .await?;
    stage.heading("This page is closed").await?;
    let text = stage.text().await?;
    ensure!(!text.contains("Quill"), "{text}");
    let shown = stage.evaluate("document.body.hasAttribute('data-journey-shown')");
    ensure!(shown.await? == false, "it was shown for a moment");
    Ok(())
}

async fn covered_until_open_is_tapped_while_there_is_no_room(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    stage.set_lock(PASSCODE).await?;
    stage.tick(HIDDEN).await?;
    stage.saved().await?;
    stage.tap("Today").await?;
    stage.tap("Add to Give").await?;
    stage.fail_at("put").await?;
    stage.type_into(FIELD, UNSAVED).await?;
    stage.tap("Save").await?;
    stage.says("Not saved yet.").await?;

    stays_covered(&stage).await?;
    stage.tap("Open").await?;
    stage.heading(FIELD).await?;
    stage.holds(FIELD, UNSAVED).await?;
    stage.says("Not saved yet.").await?;
    is_unreadable(&stage).await?;

    // Covered once more, and then there is room.
    stays_covered(&stage).await?;
    stage.fail_at("").await?;
    stage.heading("Locked").await?;
    is_unreadable(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(UNSAVED).await?;
    stage.within("Also").sees(PRIVATE).await?;
    let text = stage.within("Also").text().await?;
    ensure!(text.matches(UNSAVED).count() == 1, "{text}");
    stage.finish().await
}
