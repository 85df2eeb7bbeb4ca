//! After the first visit the app needs no network: not even to start cold.
use anyhow::{Result, ensure};
use journeys::{Engine, Request, Stage, every_address, seed};
use std::collections::BTreeMap;

journeys::on_every_engine! {
    every_screen_opens_with_no_network
    help_opens_cold_with_no_network
    a_later_visit_asks_for_nothing
}

async fn every_screen_opens_with_no_network(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    let addresses = every_address(&journal, today);
    let mut seen = BTreeMap::new();
    for address in &addresses {
        stage.open(address).await?;
        stage.reload().await?;
        seen.insert(address, stage.heading_is_there().await?);
    }
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    for address in &addresses {
        stage.open(address).await?;
        stage.reload().await?;
        let opening = stage.heading_is_there().await?;
        ensure!(
            seen.get(address) == Some(&opening),
            "{address} says {opening:?}"
        );
    }
    stage.start().await?;
    stage.log("With no network", "Connect").await?;
    stage.online().await?;
    stage.reload().await?;
    stage.within("Also").sees("With no network").await?;
    stage.finish().await
}

async fn help_opens_cold_with_no_network(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    let now = stage.within("Now").links().await?;
    ensure!(now.iter().any(|link| link.href == "tel:116123"), "{now:?}");
    stage.within("Now").sees("Shout").await?;
    stage.finish().await
}

async fn a_later_visit_asks_for_nothing(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    stage.restart().await?;
    let before = stage.server().requests().len();
    stage.start().await?;
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    let requests = stage.server().requests();
    // Chromium asks for the document beside a worker that has yet to wake, and takes what comes first.
    // That nothing needs it is told above, with no network.
    let needed =
        |request: &&Request| !request.path.ends_with("/sw.js") && request.destination != "document";
    let asked: Vec<_> = requests[before..].iter().filter(needed).collect();
    ensure!(asked.is_empty(), "{asked:?}");
    stage.finish().await
}
