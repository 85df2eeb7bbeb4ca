//! The line between the tabs, which every page of the same origin can hear and call on.
use super::second_tab;
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    a_forged_call_loads_nothing_anew
    nothing_can_be_read_on_the_line
}

/// What was once believed, many times over.
const CALL: &str = "void (() => {
    for (let time = 0; time < 500; time += 1) {
        for (const words of [['wiped'], 'wiped', ['day/2026-11-21', 'rev/7'], null, 7]) window.line.postMessage(words);
    }
})()";

async fn a_forged_call_loads_nothing_anew(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage.listen_in().await?;
    stage.type_into("What did you do?", "Half a sen").await?;
    stage.evaluate(CALL).await?;
    let key = format!("draft//day/{today}/add/give");
    stage
        .wait_until("what was typed is kept", async || {
            let kept = stage.vault().await?;
            Ok(kept
                .get(&key)
                .is_some_and(|text| text.contains("Half a sen")))
        })
        .await?;
    stage.evaluate(CALL).await?;
    // Another tab is heard all the same, and at once.
    second_tab(&stage).await?;
    stage.log("In the other tab", "Connect").await?;
    stage.go_to_tab(0).await?;
    stage.holds("What did you do?", "Half a sen").await?;
    ensure!(
        stage.evaluate("Array.isArray(window.heard)").await? == true,
        "the page was loaded anew"
    );
    stage.tap("Go back").await?;
    stage.within("Also").sees("In the other tab").await?;
    stage.finish().await
}

async fn nothing_can_be_read_on_the_line(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.listen_in().await?;
    stage.log("Tea with Mo", "Connect").await?;
    stage.hears_only_calls(1).await?;
    stage.finish().await
}
