//! Two tabs of one diary, of which one has not heard of what the other did, or hears of it late.
use anyhow::Result;
use journeys::Stage;

mod calls;
mod seen_again;
mod settings;
mod undo;

/// Opens a second tab of the diary, which is in sight then.
async fn second_tab(stage: &Stage) -> Result<()> {
    stage.new_tab().await?;
    stage.start().await.map(drop)
}
