//! Every change can be taken back.
use anyhow::{Context, Result};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    ticks
    entries
    the_first_entry
    notes
    goals
    own_ideas
}

/// Takes back what was just done, and waits until that is kept.
async fn undo(stage: &Stage) -> Result<()> {
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await
}

async fn ticks(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    stage.tap("Today").await?;
    stage.tick("Stretch").await?;
    undo(&stage).await?;
    stage.is_not_ticked("Stretch").await?;
    stage.sees("Nothing noted yet.").await?;
    stage.reload().await?;
    stage.is_not_ticked("Stretch").await?;
    stage.tick("Stretch").await?;
    stage.untick("Stretch").await?;
    undo(&stage).await?;
    stage.is_ticked("Stretch").await?;
    stage.reload().await?;
    stage.is_ticked("Stretch").await?;
    stage.finish().await
}

async fn entries(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.log("Tea with Ali", "Connect").await?;
    undo(&stage).await?;
    stage.does_not_see("Tea with Ali").await?;

    stage.tap("A first thing Give").await?;
    stage.heading("Something you did").await?;
    stage
        .type_into("What did you do?", "A second thought")
        .await?;
    stage.tap("Add a note").await?;
    stage.type_into("Note", "With a note").await?;
    stage.tap("Save").await?;
    stage.says("Changed.").await?;
    stage
        .within("Also")
        .sees("A second thought Give · Note")
        .await?;
    undo(&stage).await?;
    stage.within("Also").sees("A first thing Give").await?;
    stage.does_not_see("Note").await?;

    stage.tap("A first thing Give").await?;
    stage.tap("Take it away").await?;
    stage.says("Taken away.").await?;
    stage.does_not_see("A first thing").await?;
    undo(&stage).await?;
    stage.within("Also").sees("A first thing Give").await?;
    stage.reload().await?;
    stage.within("Also").sees("A first thing Give").await?;
    stage.does_not_see("Tea with Ali").await?;
    stage.finish().await
}

async fn the_first_entry(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    undo(&stage).await?;
    stage.heading("Small things, every day").await?;
    stage.finish().await
}

async fn notes(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.tap("Add a note").await?;
    stage.focus_is_on("A note for this day").await?;
    stage.write_day_note("Cold, and bright.").await?;
    stage.write_day_note("Cold.").await?;
    undo(&stage).await?;
    stage
        .holds("A note for this day", "Cold, and bright.")
        .await?;
    stage.reload().await?;
    stage
        .holds("A note for this day", "Cold, and bright.")
        .await?;
    stage.type_into("A note for this day", "").await?;
    let gone = async || -> Result<bool> {
        let kept = stage.vault().await?;
        Ok(!kept.values().any(|text| text.contains("Cold, and bright.")))
    };
    stage.wait_until("the note is gone", gone).await?;
    undo(&stage).await?;
    stage
        .holds("A note for this day", "Cold, and bright.")
        .await?;
    stage.finish().await
}

async fn goals(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    for (button, said) in [
        ("Let it go", "Let go."),
        ("I have finished this", "Finished. Well done."),
    ] {
        stage.tap("Stretch Every day").await?;
        stage.tap(button).await?;
        stage.says(said).await?;
        stage.sees("Past goals").await?;
        undo(&stage).await?;
        stage.within("Be active").sees("Stretch Every day").await?;
    }
    stage.finish().await
}

async fn own_ideas(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/ideas/notice").await?;
    stage.type_into("My own idea", "Sit by the canal").await?;
    stage.tap("Keep this idea").await?;
    stage.says("Idea kept.").await?;
    stage.holds("My own idea", "").await?;
    let names = stage.within("My own ideas").buttons().await?;
    let own = names
        .iter()
        .find(|name| name.starts_with("Sit by the canal"));
    stage.tap(own.context("the idea is not there")?).await?;
    stage.tap("Take it away").await?;
    stage.says("Taken away.").await?;
    stage.does_not_see("Sit by the canal").await?;
    undo(&stage).await?;
    stage.reload().await?;
    stage
        .within("My own ideas")
        .sees("Sit by the canal")
        .await?;
    stage.finish().await
}
