//! A durable copy that takes longer than a person waits: what is said then is true.
use anyhow::{Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    a_newer_entry_of_the_day_while_the_older_is_on_its_way
}

const NOT_YET: &str = "Not saved yet.";
const OLDER: &str = "The older one";
const NEWER: &str = "The newer one";
const FIELD: &str = "What did you do?";

/// Notes from now on whether it was ever said, until the page is loaded anew.
const LISTEN: &str = "void (() => {
    const said = document.querySelector('#status');
    const note = () => /\\bSaved\\b/.test(said.textContent) && document.body.setAttribute('data-journey-said', '');
    new MutationObserver(note).observe(said, { subtree: true, childList: true, characterData: true });
    note();
})()";

async fn was_said_to_be_saved(stage: &Stage) -> Result<bool> {
    let said = stage.evaluate("document.body.hasAttribute('data-journey-said')");
    Ok(said.await? == true)
}

async fn a_newer_entry_of_the_day_while_the_older_is_on_its_way(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.fail_at("slow").await?;
    stage.send_entry(OLDER).await?;
    stage.evaluate(LISTEN).await?;
    stage.is_held("slow", 1).await?;
    stage.says(NOT_YET).await?;
    stage.heading(FIELD).await?;
    stage.holds(FIELD, OLDER).await?;

    // The entries of a day are one record.
    stage.open(&format!("#/day/{today}/add/connect")).await?;
    stage.type_into(FIELD, NEWER).await?;
    stage.tap("Save").await?;
    stage.fail_at("slow:2:").await?;
    // The older one is on the device now, and the newer one is not.
    stage.is_held("slow", 2).await?;
    stage.says(NOT_YET).await?;
    stage.heading(FIELD).await?;
    stage.holds(FIELD, NEWER).await?;
    ensure!(!was_said_to_be_saved(&stage).await?, "it was not saved yet");

    stage.fail_at("").await?;
    stage.within("Also").sees(NEWER).await?;
    stage.saved().await?;
    ensure!(
        was_said_to_be_saved(&stage).await?,
        "what is said is not noted"
    );
    for words in [OLDER, NEWER, "A first thing"] {
        let kept = stage.count_kept(words).await?;
        ensure!(kept == 1, "{words} is there {kept} times");
    }
    stage.reload().await?;
    for words in [OLDER, NEWER, "A first thing"] {
        stage.within("Also").sees(words).await?;
    }
    stage.finish().await
}
