//! It talks to nobody: every screen is walked through, and then all is tried that a script could do to get words out.
//! `docs/talks-to-nobody.md` says what came of that, and what no page can keep a browser from.
mod other;
mod policy;
mod worker;

use anyhow::{Result, ensure};
use journeys::{Engine, SUBPATH, Stage, every_address, rests_at, seed};
use policy::{with_the_headers, with_the_page_alone};
use worker::headers_hold_the_worker_too;

journeys::on_every_engine! {
    every_screen_talks_to_nobody
    with_the_headers
    with_the_page_alone
    headers_hold_the_worker_too
}

/// Opens every screen, with all there is to open on it; `afresh` loads the page anew for each.
async fn walk(stage: &Stage, addresses: &[String], afresh: bool) -> Result<()> {
    for address in addresses {
        stage.open(address).await?;
        stage.is_at(rests_at(address)).await?;
        if afresh {
            stage.reload().await?;
        }
        stage.heading_is_there().await?;
        stage.open_all().await?;
    }
    // A made-up person's diary is another page load, and so is the way back.
    for address in ["#/demo/1", "#/demo/end"] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.is_started().await?;
    }
    Ok(())
}

async fn every_screen_talks_to_nobody(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    let addresses = every_address(&journal, today);
    walk(&stage, &addresses, false).await?;
    let folder = SUBPATH.replace(' ', "%20");
    let strange: Vec<_> = stage
        .server()
        .requests()
        .into_iter()
        .filter(|request| !request.path.starts_with(&folder) || !request.only_asks())
        .collect();
    ensure!(
        strange.is_empty(),
        "asked for what is no file of the app: {strange:?}"
    );

    stage.is_ready_offline().await?;
    stage.open("#/more/bring").await?;
    stage.heading("Bring your history along").await?;
    stage.tools_are_kept().await?;
    stage.restart().await?;
    // A browser that was just opened may ask for the page while its worker wakes up: that nothing needs this is told
    // in `offline.rs`, with no network.
    stage.start().await?;
    let before = stage.server().requests().len();
    walk(&stage, &addresses, true).await?;
    let requests = stage.server().requests();
    // The browser itself looks for a new version there.
    let asked: Vec<_> = requests[before..]
        .iter()
        .filter(|request| !request.path.ends_with("/sw.js"))
        .collect();
    ensure!(
        asked.is_empty(),
        "all is kept, and yet it asked for {asked:?}"
    );
    // Requests to any other place are judged here.
    stage.finish().await
}
