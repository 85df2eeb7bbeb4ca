//! An undo of what another tab has changed since.
use super::second_tab;
use anyhow::Result;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    what_would_be_lost_is_asked_first
    no_words_of_its_own_are_needed_to_ask
}

const ASKS: &str = "This now says \"Coffee with Mo\". If you undo it, you lose that.";
const ASKS_OF_A_CHANGE: &str = "This was changed later. If you undo it, you lose that.";

/// Two tabs: what the first one did just now, the second one has changed.
async fn changed_since(stage: &Stage) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.start().await?;
    stage.log("Tea with Mo", "Connect").await?;
    stage.look_at_tab(1).await?;
    stage.tap("Tea with Mo Connect").await?;
    stage
        .type_into("What did you do?", "Coffee with Mo")
        .await?;
    stage.tap("Save").await?;
    stage.within("Also").sees("Coffee with Mo").await?;
    stage.saved().await?;
    stage.look_at_tab(0).await?;
    stage.within("Also").sees("Coffee with Mo").await
}

async fn what_would_be_lost_is_asked_first(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    second_tab(&stage).await?;
    changed_since(&stage).await?;
    stage.tap("Undo").await?;
    stage.says(ASKS).await?;
    stage.within("Also").sees("Coffee with Mo").await?;
    // That the change before is saved is no part of the question.
    stage.does_not_see("Saved").await?;
    stage.axe().await?;
    // No: it stays as it is, in both tabs and after a reload.
    stage.tap("Close").await?;
    stage.does_not_see(ASKS).await?;
    for tab in [0, 1] {
        stage.look_at_tab(tab).await?;
        stage.reload().await?;
        stage.within("Also").sees("Coffee with Mo").await?;
    }
    stage.look_at_tab(1).await?;
    stage.tap("Coffee with Mo Connect").await?;
    stage.tap("Take it away").await?;
    stage.saved().await?;
    // Yes: it goes, in both.
    changed_since(&stage).await?;
    stage.tap("Undo").await?;
    stage.says(ASKS).await?;
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await?;
    for tab in [0, 1, 0] {
        stage.look_at_tab(tab).await?;
        stage.within("Also").sees("A first thing").await?;
        stage.does_not_see("Coffee with Mo").await?;
        stage.reload().await?;
    }
    stage.finish().await
}

async fn no_words_of_its_own_are_needed_to_ask(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    stage.start().await?;
    second_tab(&stage).await?;
    stage.look_at_tab(0).await?;
    stage.tick("Stretch").await?;
    stage.saved().await?;
    stage.look_at_tab(1).await?;
    stage.untick("Stretch").await?;
    stage.saved().await?;
    stage.look_at_tab(0).await?;
    stage.is_not_ticked("Stretch").await?;
    stage.tap("Undo").await?;
    stage.says(ASKS_OF_A_CHANGE).await?;
    stage.tap("Close").await?;
    stage.is_not_ticked("Stretch").await?;
    stage.finish().await
}
