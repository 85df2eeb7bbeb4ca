//! Offers to keep a copy: on the third day, quietly, and not again for a good while.
use anyhow::{Result, ensure};
use journeys::{Stage, seed};

const OFFER: &str = "Keep a copy?";

/// Notes something on the two days before today, after `log_first`, and comes back to Today.
async fn two_more_days(stage: &Stage) -> Result<()> {
    let today = stage.today().await?;
    for ago in [1, 2] {
        stage.open("#/").await?;
        stage.sees("I did something else").await?;
        stage.does_not_see(OFFER).await?;
        stage.open(&format!("#/day/{}", today.before(ago))).await?;
        stage.log(&format!("Tea, {ago}"), "Connect").await?;
        stage.does_not_see(OFFER).await?;
    }
    stage.tap("Today").await?;
    stage.heading(&stage.full_day(today).await?).await
}

#[tokio::test]
async fn the_third_day_brings_an_offer_and_not_now_keeps_it_away() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.does_not_see(OFFER).await?;
    stage.log_first().await?;
    two_more_days(&stage).await?;
    stage.within(OFFER).sees("Anyone with this phone").await?;
    stage.open(&format!("#/day/{}", today.before(1))).await?;
    stage.sees("Back to today").await?;
    stage.does_not_see(OFFER).await?;
    stage.tap("Today").await?;
    stage.within(OFFER).tap("Not now").await?;
    stage.sees("I did something else").await?;
    stage.does_not_see(OFFER).await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.log("A second thing", "Give").await?;
    stage.does_not_see(OFFER).await?;
    stage.open("#/more").await?;
    stage.sees("No copy saved yet.").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_copy_from_the_offer_is_a_copy() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    two_more_days(&stage).await?;
    stage.within(OFFER).tap("Save a copy").await?;
    stage.says("The copy is with your browser now.").await?;
    let file = stage.downloaded().await?;
    ensure!(file.ends_with(format!("diary-{today}.json")), "{file:?}");
    stage.does_not_see(OFFER).await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see(OFFER).await?;
    stage.open("#/more").await?;
    let last = format!("Last copy: {}", stage.long_day(today).await?);
    stage.sees(&last).await?;
    stage.finish().await
}

#[tokio::test]
async fn nothing_is_offered_where_nothing_may_be_changed() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    stage.start().await?;
    stage.sees(OFFER).await?;
    stage.damage("meta", r#"{"min_reader":999}"#).await?;
    stage.reload().await?;
    stage
        .sees("A newer version of this app was used here.")
        .await?;
    stage.sees("I did something else").await?;
    stage.does_not_see(OFFER).await?;
    stage.finish().await
}
