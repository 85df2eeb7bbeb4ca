//! A passcode and a recovery code are in no file, though they were shown as they were typed.
use super::{anywhere, word};
use anyhow::{Context, Result};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    a_passcode_that_is_shown_is_nowhere
    the_passcode_of_a_copy_is_nowhere
    a_passcode_is_shown_until_it_is_sent_or_out_of_sight
}

const SHOW: &str = "Show what I type";

/// Turns the lock on, with the passcode in sight; gives the recovery code.
pub(crate) async fn set_lock(stage: &Stage, passcode: &str) -> Result<String> {
    stage.open("#/more/lock").await?;
    stage.heading("Lock").await?;
    stage.tick(SHOW).await?;
    stage.type_into("Passcode", passcode).await?;
    stage.type_into("The same once more", passcode).await?;
    stage.tabs_are_written(&word("controlset")).await?;
    let code = "document.querySelector('#new-code').textContent";
    let code = stage.evaluate(code).await?;
    stage.tick("I have written it down").await?;
    stage.tap("Turn the lock on").await?;
    stage.sees("The lock is on.").await?;
    code.as_str().map(str::to_owned).context("no code")
}

pub(crate) async fn open_lock(stage: &Stage, passcode: &str) -> Result<()> {
    stage.heading("Locked").await?;
    stage.type_into("Passcode", passcode).await?;
    stage.tap("Open").await?;
    stage.within("Screens").sees("Look back").await
}

async fn a_passcode_that_is_shown_is_nowhere(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let mut secrets = vec![word("passcode")];
    stage.start().await?;
    stage.log_first().await?;
    let code = set_lock(&stage, &secrets[0]).await?;
    secrets.push(code.clone());
    anywhere(&stage, &secrets)?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.tick(SHOW).await?;
    stage.type_into("Passcode", &secrets[0]).await?;
    stage.tap("I forgot it").await?;
    stage.type_into("Recovery code", &code).await?;
    stage.tabs_are_written(&word("controlopen")).await?;
    anywhere(&stage, &secrets)?;
    stage.within("I forgot it").tap("Open").await?;
    stage.heading("Lock").await?;
    stage.tabs_are_written(&word("controlopened")).await?;
    anywhere(&stage, &secrets)?;
    stage.crash_at_once().await?;
    anywhere(&stage, &secrets)?;
    stage.open("#/").await?;
    open_lock(&stage, &secrets[0]).await?;
    stage.restart().await?;
    anywhere(&stage, &secrets)?;
    stage.finish().await
}

async fn the_passcode_of_a_copy_is_nowhere(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let secrets = [word("copy")];
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/locked").await?;
    stage.tick(SHOW).await?;
    stage.type_into("New passcode", &secrets[0]).await?;
    stage.tabs_are_written(&word("controlcopy")).await?;
    anywhere(&stage, &secrets)?;
    stage.crash_at_once().await?;
    anywhere(&stage, &secrets)?;
    stage.finish().await
}

async fn a_passcode_is_shown_until_it_is_sent_or_out_of_sight(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let typed = word("shown");
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/lock").await?;
    stage.type_into("Passcode", &typed).await?;
    stage.does_not_see(&typed).await?;
    stage.tick(SHOW).await?;
    stage.sees(&typed).await?;
    stage.axe().await?;
    stage.untick(SHOW).await?;
    stage.does_not_see(&typed).await?;
    stage.tick(SHOW).await?;
    stage.sees(&typed).await?;
    let hidden =
        "void (Object.defineProperty(document, 'hidden', { value: true, configurable: true }),
        document.dispatchEvent(new Event('visibilitychange')), delete document.hidden)";
    stage.evaluate(hidden).await?;
    stage.is_not_ticked(SHOW).await?;
    stage.does_not_see(&typed).await?;
    stage.tick(SHOW).await?;
    stage.sees(&typed).await?;
    stage.tap("Turn the lock on").await?;
    stage.sees("The two are not the same.").await?;
    stage.does_not_see(&typed).await?;
    stage.finish().await
}
