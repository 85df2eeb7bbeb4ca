//! Moving to another phone: two devices, two profiles, one file carried across.
use anyhow::{Result, ensure};
use journeys::{Stage, seed};
use std::collections::BTreeMap;

/// What a person wrote: everything but what concerns the store itself.
async fn diary(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let mut kept = stage.vault().await?;
    kept.retain(|key, _| key.contains('/') || key == "settings");
    Ok(kept)
}

#[tokio::test]
async fn a_diary_moves_whole() -> Result<()> {
    let mut old = Stage::new().await?;
    let today = old.start().await?;
    old.fill(&seed::week(today), today).await?;
    old.open("#/more").await?;
    old.tap("Moving to another phone").await?;
    old.heading("Moving to another phone").await?;
    old.sees(&old.server().url()).await?;
    old.tap("Save a copy").await?;
    old.saved().await?;
    let file = old.downloaded().await?;

    let mut new = Stage::new().await?;
    new.start().await?;
    new.open("#/more/moving").await?;
    new.give_file("Choose the file", &file).await?;
    new.tap("Add it all").await?;
    new.says("The copy was added.").await?;
    new.saved().await?;
    ensure!(
        diary(&new).await? == diary(&old).await?,
        "the two phones do not hold the same"
    );
    new.start().await?;
    new.within("Also")
        .sees("Helped Sam carry the shopping")
        .await?;
    // A copy of the new phone's is the same to the last byte.
    new.open("#/more/moving").await?;
    new.tap("Save a copy").await?;
    let again = new.downloaded().await?;
    ensure!(
        std::fs::read(&again)? == std::fs::read(&file)?,
        "the copies differ"
    );

    old.tap("Delete everything").await?;
    old.heading("Delete everything").await?;
    new.finish().await?;
    old.finish().await
}
