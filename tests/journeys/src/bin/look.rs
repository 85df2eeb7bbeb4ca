//! scratch
use anyhow::{Context, Result};
use journeys::{Stage, Theme};
use std::path::Path;

async fn shot(stage: &mut Stage, name: &str, themes: &[Theme]) -> Result<()> {
    for theme in themes {
        stage.emulate(*theme, 360, 740).await?;
        let long = stage
            .evaluate("document.scrollingElement.scrollHeight")
            .await?;
        let long = u32::try_from(long.as_u64().context("no height")?)?;
        stage.emulate(*theme, 360, long.max(740)).await?;
        stage
            .screenshot(Path::new(&format!("/tmp/maker-shots/{name}-{theme:?}.png")))
            .await?;
    }
    stage.emulate(Theme::Light, 360, 740).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let both = [Theme::Light, Theme::Dark];
    std::fs::create_dir_all("/tmp/maker-shots")?;
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/links").await?;
    stage.heading("Make a link for a service").await?;
    shot(&mut stage, "links-empty", &both).await?;
    stage
        .type_into("Name of the service", "Riverside Wellbeing Hub")
        .await?;
    stage
        .type_into("A greeting", "Welcome. Come as you are, any weekday.")
        .await?;
    stage.tap("Add a contact").await?;
    let one = stage.within("Contact 1");
    one.type_into("Who answers", "Front desk").await?;
    one.type_into("Phone number", "0906 123 4567").await?;
    one.type_into("What for", "A chat and a hot drink").await?;
    one.type_into("When, in words", "Weekdays, 9 to 5").await?;
    shot(&mut stage, "links-wrong", &both[..1]).await?;
    one.type_into("Phone number", "020 7946 0000").await?;
    stage.tap("Add a goal").await?;
    stage
        .within("Goal 1")
        .choose("Go for a walk with someone.")
        .await
        .ok();
    stage.tap("Add a goal").await?;
    stage
        .within("Goal 2")
        .type_into("What to do", "Come to the Tuesday lunch")
        .await?;
    shot(&mut stage, "links-full", &both).await?;
    let carried = stage
        .evaluate("document.querySelector('.address').textContent.split('#/add/')[1]")
        .await?;
    let carried = carried.as_str().unwrap_or_default().to_owned();
    for kind in ["poster", "rooms", "leaflet"] {
        stage.open(&format!("#/handout/{kind}/{carried}")).await?;
        stage.sees("Only the sheet is printed.").await?;
        shot(&mut stage, kind, &both[..1]).await?;
        stage.paper(kind).await?;
    }
    stage.open("#/ideas/share/C01").await?;
    stage.heading("Share this idea").await?;
    shot(&mut stage, "idea", &both).await?;
    let carried = stage
        .evaluate("document.querySelector('.address').textContent.split('#/add/')[1]")
        .await?;
    let carried = carried.as_str().unwrap_or_default().to_owned();
    stage.open(&format!("#/handout/card/{carried}")).await?;
    stage.sees("Only the sheet is printed.").await?;
    stage.paper("card").await?;
    stage.open("#/together/send").await?;
    stage.heading("Send goals to a phone").await?;
    stage
        .within("Goal 1")
        .type_into("What to do", "Ring my sister")
        .await?;
    shot(&mut stage, "plan", &both).await?;
    stage.open(&format!("#/add/{carried}")).await?;
    stage.heading_is_there().await?;
    shot(&mut stage, "opened", &both[..1]).await?;
    Ok(())
}
