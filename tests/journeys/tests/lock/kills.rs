//! A browser that is killed while a lock is set, changed or taken off: whatever it says at its next start is true.
use super::{PASSCODE, PRIVATE, open_lock, private_diary};
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};
use std::time::Duration;

const NEW: &str = "another passcode";

/// So many milliseconds after the tap. Hashing takes some hundreds; a step is over in about a second.
const AFTER_MS: [u64; 8] = [0, 60, 150, 300, 450, 600, 900, 1500];

/// Whether it is locked, once it has started.
async fn is_locked(stage: &Stage) -> Result<bool> {
    stage.open("#/").await?;
    // Both stores are read then. What the quick copy shows before that is told in docs/lock.md.
    let booted = "document.documentElement.hasAttribute('data-booted')";
    stage
        .wait_until("it has started", async || {
            Ok(stage.evaluate(booted).await? == true)
        })
        .await?;
    stage
        .wait_until("it shows a screen", async || {
            let heading = stage.heading_is_there().await?;
            Ok(heading != "Small things, every day")
        })
        .await?;
    Ok(stage.heading_is_there().await? == "Locked")
}

#[tokio::test]
async fn killed_while_it_is_set_and_taken_off() -> Result<()> {
    let mut stage = private_diary(Engine::Chromium).await?;
    for after in AFTER_MS {
        stage.open("#/more/lock").await?;
        stage.type_into("Passcode", PASSCODE).await?;
        stage.type_into("The same once more", PASSCODE).await?;
        stage.tick("I have written it down").await?;
        stage.tap("Turn the lock on").await?;
        // Not for luck: this is the moment of the kill.
        tokio::time::sleep(Duration::from_millis(after)).await;
        stage.crash_at_once().await?;
        if is_locked(&stage).await? {
            let stores = format!("{:?} {:?}", stage.mirror().await?, stage.vault().await?);
            ensure!(
                !stores.contains("Quill"),
                "killed after {after} ms: it can be read"
            );
            open_lock(&stage, PASSCODE).await?;
            stage.within("Also").sees(PRIVATE).await?;
            take_off(&stage, after).await?;
            stage.crash_at_once().await?;
            if is_locked(&stage).await? {
                open_lock(&stage, PASSCODE).await?;
                stage.within("Also").sees(PRIVATE).await?;
                take_off(&stage, 0).await?;
                stage.says("The lock is off.").await?;
            }
        }
        stage.open("#/").await?;
        stage.within("Also").sees(PRIVATE).await?;
    }
    stage.finish().await
}

/// Begins to take the lock off.
async fn take_off(stage: &Stage, after: u64) -> Result<()> {
    stage.within("Screens").tap("More").await?;
    stage.tap("Lock").await?;
    stage.tap("Take the lock off").await?;
    let form = stage.within("Take the lock off");
    form.type_into("Passcode now, or recovery code", PASSCODE)
        .await?;
    stage.press(journeys::Key::Enter).await?;
    tokio::time::sleep(Duration::from_millis(after)).await;
    Ok(())
}

#[tokio::test]
async fn killed_while_the_passcode_is_changed() -> Result<()> {
    let mut stage = private_diary(Engine::Chromium).await?;
    stage.set_lock(PASSCODE).await?;
    let (mut now, mut new) = (PASSCODE, NEW);
    for after in AFTER_MS {
        stage.within("Screens").tap("More").await?;
        stage.tap("Lock").await?;
        stage.tap("Change the passcode").await?;
        let form = stage.within("Change the passcode");
        form.type_into("Passcode now, or recovery code", now)
            .await?;
        form.type_into("New passcode", new).await?;
        form.type_into("The same once more", new).await?;
        form.tick("I have written it down").await?;
        stage.press(journeys::Key::Enter).await?;
        tokio::time::sleep(Duration::from_millis(after)).await;
        stage.crash_at_once().await?;
        ensure!(
            is_locked(&stage).await?,
            "killed after {after} ms: it is open"
        );
        stage.type_into("Passcode", new).await?;
        stage.tap("Open").await?;
        // One of the two opens it.
        let opened = stage
            .waiting(Duration::from_secs(5))
            .within("Screens")
            .sees("Look back")
            .await;
        if opened.is_ok() {
            std::mem::swap(&mut now, &mut new);
        } else {
            stage.sees("That is not it.").await?;
            open_lock(&stage, now).await?;
        }
        stage.within("Also").sees(PRIVATE).await?;
    }
    stage.finish().await
}
