//! A tab that is looked at again: it finds what was written meanwhile, and reads no more than it has to.
use super::second_tab;
use anyhow::{Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    one_thing_is_read_where_nothing_has_changed
    what_another_tab_did_unheard_is_shown
}

/// How long the tab is out of sight, in seconds.
const AWAY: i64 = 90;

/// Notes when the first tab gets out of sight, which in Firefox takes a while.
const WATCH: &str = "void (() => {
    document.cookie = 'journey-hidden=no; path=/';
    addEventListener('visibilitychange', () => {
        if (document.hidden) document.cookie = 'journey-hidden=yes; path=/';
    });
})()";

/// The first tab, which was watched, is out of sight since another one was opened or looked at.
async fn is_out_of_sight(stage: &Stage) -> Result<()> {
    if stage.engine() == Engine::WebKit {
        // Its driver hides no tab.
        return Ok(());
    }
    stage
        .wait_until("the first tab is out of sight", async || {
            Ok(stage
                .evaluate("document.cookie.includes('journey-hidden=yes')")
                .await?
                == true)
        })
        .await
}

/// The first tab is left for the second, and looked at again after a while.
async fn come_back(stage: &mut Stage) -> Result<()> {
    stage.set_clock_later(AWAY)?;
    stage.look_at_tab(0).await?;
    if stage.engine() == Engine::WebKit {
        let seen = "void document.dispatchEvent(new Event('visibilitychange'))";
        stage.evaluate(seen).await?;
    }
    Ok(())
}

async fn one_thing_is_read_where_nothing_has_changed(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(engine, &host).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.evaluate(WATCH).await?;
    stage.new_tab().await?;
    stage.go_beside().await?;
    stage.fail_at("note-reads").await?;
    is_out_of_sight(&stage).await?;
    come_back(&mut stage).await?;
    stage
        .wait_until("something is read", async || {
            Ok(!stage.reads().await?.is_empty())
        })
        .await?;
    stage.is_at_rest().await?;
    // More than once where a full minute came just then.
    let reads = stage.reads().await?;
    ensure!(reads.iter().all(|read| read == "get(meta)"), "{reads:?}");
    stage.within("Also").sees("A first thing").await?;
    stage.finish().await
}

async fn what_another_tab_did_unheard_is_shown(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(engine, &host).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.fail_at("mute+note-reads").await?;
    stage.evaluate(WATCH).await?;
    second_tab(&stage).await?;
    stage.log("In the other tab", "Connect").await?;
    is_out_of_sight(&stage).await?;
    come_back(&mut stage).await?;
    stage.within("Also").sees("In the other tab").await?;
    stage.within("Also").sees("A first thing").await?;
    // What was found once is known.
    stage.is_at_rest().await?;
    let before = stage.reads().await?;
    ensure!(
        before.iter().any(|read| read.starts_with("getAll")),
        "{before:?}"
    );
    stage.evaluate(WATCH).await?;
    stage.look_at_tab(1).await?;
    is_out_of_sight(&stage).await?;
    come_back(&mut stage).await?;
    stage
        .wait_until("something is read", async || {
            Ok(stage.reads().await?.len() > before.len())
        })
        .await?;
    stage.is_at_rest().await?;
    let reads = stage.reads().await?.split_off(before.len());
    ensure!(reads.iter().all(|read| read == "get(meta)"), "{reads:?}");
    stage.finish().await
}
