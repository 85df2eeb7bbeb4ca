//! Leave: one tap or three presses of Shift, and every way back shows the neutral cover.
use anyhow::{Result, ensure};
use journeys::{Key, Stage};

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

#[tokio::test]
async fn leave_and_come_back() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.allow(NEUTRAL);
    stage.open("#/help").await?;
    stage.tap("Leave").await?;
    stage.is_at(NEUTRAL).await?;

    stage.open("#/goals").await?;
    stage.heading("This page is closed").await?;
    stage.title("Page").await?;
    ensure!(
        stage.address().await?.is_empty(),
        "the address tells what was open"
    );
    stage.does_not_see("Help").await?;
    stage.axe().await?;
    stage.reload().await?;
    stage.heading("This page is closed").await?;

    stage.tap("Open").await?;
    stage.sees("Help").await?;
    stage.title("Waymark").await?;
    stage.finish().await
}

#[tokio::test]
async fn leave_by_keyboard() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.allow(NEUTRAL);
    stage.open("").await?;
    for _ in 0..3 {
        stage.press(Key::Shift).await?;
    }
    stage.is_at(NEUTRAL).await?;
    stage.finish().await
}
