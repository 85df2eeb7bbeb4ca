//! What comes while a diary is locked, or while its lock opens or is set.
use super::{PASSCODE, WEATHER, is_unreadable, open_lock, private_diary, returns_locked};
use anyhow::{Result, ensure};
use journeys::Engine;
use waymark::exchange::link::{Link, write};

journeys::on_every_engine! {
    a_link_waits_until_it_is_open
    a_reload_or_leave_while_it_opens_or_is_set
    everything_is_deleted_without_opening_it
}

async fn a_link_waits_until_it_is_open(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.set_lock(PASSCODE).await?;
    let before = stage.vault().await?;
    let link = Link {
        name: "Hill Street".to_owned(),
        greeting: "Come as you are.".to_owned(),
        ..Link::default()
    };
    let address = ["#/add/", &write(&link)].concat();
    stage.leave_for_nowhere().await?;
    // It says nothing before the diary is open, and does nothing.
    stage.open(&address).await?;
    stage.heading("Locked").await?;
    stage.does_not_see("Hill Street").await?;
    ensure!(before == stage.vault().await?, "something was added");
    is_unreadable(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.sees("Hill Street").await?;
    is_unreadable(&stage).await?;
    stage.finish().await
}

async fn a_reload_or_leave_while_it_opens_or_is_set(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.allow(WEATHER);
    // Loaded anew while it is being set: it is on, or it is not.
    stage.open("#/more/lock").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.type_into("The same once more", PASSCODE).await?;
    stage.tick("I have written it down").await?;
    stage.tap("Turn the lock on").await?;
    stage.reload().await?;
    let booted = "document.documentElement.hasAttribute('data-booted')";
    stage
        .wait_until("it has started", async || {
            Ok(stage.evaluate(booted).await? == true)
        })
        .await?;
    if stage.vault().await?.contains_key("lock") {
        open_lock(&stage, PASSCODE).await?;
    } else {
        stage.set_lock(PASSCODE).await?;
    }
    stage.reload().await?;
    stage.heading("Locked").await?;
    // Loaded anew while it opens.
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    is_unreadable(&stage).await?;
    // Left while it opens.
    stage.type_into("Passcode", PASSCODE).await?;
    stage.say_offline(true).await?;
    stage.tap("Open").await?;
    stage.tap("Leave").await?;
    stage.heading("This page is closed").await?;
    returns_locked(&stage).await?;
    stage.finish().await
}

async fn everything_is_deleted_without_opening_it(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.is_ready_offline().await?;
    stage.set_lock(PASSCODE).await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.tap("I forgot it").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.sees("Not deleted: your browser's history").await?;
    ensure!(
        stage.vault().await?.keys().eq(["gen"]),
        "{:?}",
        stage.vault().await?
    );
    ensure!(
        stage.mirror().await?.keys().eq(["gen"]),
        "{:?}",
        stage.mirror().await?
    );
    let rest = "(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
        sessionStorage.length,
    ])()";
    let rest = stage.evaluate(rest).await?;
    ensure!(
        rest == serde_json::json!([0, 0, 0]),
        "caches, workers, words of the tab: {rest}"
    );
    stage.tap("Start anew").await?;
    stage.heading("Small things, every day").await?;
    stage.finish().await
}
