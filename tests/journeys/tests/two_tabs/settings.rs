//! Two tabs that choose two different things.
use super::second_tab;
use anyhow::{Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    two_tabs_choose_two_things
}

/// From now on the tab does not find out that it is looked at again, which would make it read what is kept.
const DOZE: &str =
    "void addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)";
/// The colours and the size that the page has.
const LOOK: &str =
    "[document.documentElement.dataset.theme ?? '', document.documentElement.dataset.text ?? '']";

async fn look(stage: &Stage) -> Result<(String, String)> {
    Ok(serde_json::from_value(stage.evaluate(LOOK).await?)?)
}

async fn two_tabs_choose_two_things(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    stage.fail_at("mute").await?;
    stage.start().await?;
    stage.log_first().await?;
    second_tab(&stage).await?;
    stage.within("Also").sees("A first thing").await?;
    stage.open("#/more/look").await?;
    stage.evaluate(DOZE).await?;
    stage.go_to_tab(0).await?;
    stage.open("#/more/look").await?;
    stage.choose("Dark").await?;
    stage.saved().await?;
    stage.go_to_tab(1).await?;
    ensure!(look(&stage).await?.0 != "dark", "it has heard of the other");
    stage.choose("Largest").await?;
    stage.saved().await?;
    for tab in [0, 1, 0] {
        stage.go_to_tab(tab).await?;
        stage.reload().await?;
        stage.is_started().await?;
        stage.is_chosen("Dark").await?;
        stage.is_chosen("Largest").await?;
        stage
            .wait_until("it looks as it was chosen in both", async || {
                Ok(look(&stage).await? == look_of("dark", "largest"))
            })
            .await?;
    }
    stage.within("Screens").tap("Today").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.finish().await
}

fn look_of(theme: &str, size: &str) -> (String, String) {
    (theme.to_owned(), size.to_owned())
}
