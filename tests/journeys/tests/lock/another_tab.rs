//! What one tab saves while another one sets the lock: between the reading of everything and its being put in place of
//! everything.
use super::{PASSCODE, PRIVATE, is_unreadable, open_lock};
use anyhow::Result;
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    what_another_tab_saves_while_the_lock_is_set
    what_a_tab_saves_that_hears_of_nothing
    nothing_can_be_read_on_the_line_with_a_lock
}

/// Sends the form that is open, unless the tab has found the lock meanwhile.
const SEND: &str = "void [...document.querySelectorAll('#main form')]
    .find((form) => !form.querySelector('[type=password]'))?.requestSubmit()";

/// Two tabs of a diary with something private; the second is the one in sight.
async fn two_tabs(stage: &Stage) -> Result<()> {
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    stage.new_tab().await?;
    stage.start().await?;
    stage.within("Also").sees(PRIVATE).await
}

/// Begins to set the lock in the first tab, which is held back when everything has been read and nothing is replaced.
/// `others`: what else fails.
async fn begin_to_lock(stage: &Stage, others: &str) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.open("#/more/lock").await?;
    stage.fail_at(&["seal", others].concat()).await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.type_into("The same once more", PASSCODE).await?;
    stage.tick("I have written it down").await?;
    stage.tap("Turn the lock on").await?;
    stage.is_held("seal", 1).await
}

/// Saves something in the second tab while the first is held back; the second is in sight then.
async fn save_while_it_is_held(stage: &Stage, words: &str) -> Result<()> {
    stage.look_at_tab(1).await?;
    stage.log(words, "Give").await
}

/// Lets the first tab go on to where it is held the next time.
async fn hold_again(stage: &Stage, others: &str) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.fail_at(&["seal:2:", others].concat()).await?;
    stage.is_held("seal", 2).await
}

async fn let_go(stage: &Stage, others: &str) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.fail_at(others).await?;
    stage.sees("The lock is on.").await
}

/// What said "Saved" is there behind the lock, and nothing can be read before.
async fn all_is_behind_the_lock(stage: &Stage, words: [&str; 2]) -> Result<()> {
    for tab in [1, 0] {
        stage.look_at_tab(tab).await?;
        if tab == 0 {
            stage.reload().await?;
        }
        stage.heading("Locked").await?;
        is_unreadable(stage).await?;
        open_lock(stage, PASSCODE).await?;
        stage.within("Screens").tap("Today").await?;
        for words in [words[0], words[1], PRIVATE] {
            stage.within("Also").sees(words).await?;
        }
    }
    Ok(())
}

const SAVED: [&str; 2] = ["While it was set", "And once more"];

async fn what_another_tab_saves_while_the_lock_is_set(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    two_tabs(&stage).await?;
    begin_to_lock(&stage, "").await?;
    save_while_it_is_held(&stage, SAVED[0]).await?;
    hold_again(&stage, "").await?;
    save_while_it_is_held(&stage, SAVED[1]).await?;
    let_go(&stage, "").await?;
    all_is_behind_the_lock(&stage, SAVED).await?;
    stage.finish().await
}

async fn what_a_tab_saves_that_hears_of_nothing(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    stage.fail_at("mute").await?;
    two_tabs(&stage).await?;
    begin_to_lock(&stage, "+mute").await?;
    save_while_it_is_held(&stage, SAVED[0]).await?;
    hold_again(&stage, "+mute").await?;
    save_while_it_is_held(&stage, SAVED[1]).await?;
    stage.tap("Add to Give").await?;
    stage.type_into("What did you do?", "Too late").await?;
    stage
        .wait_until("the form that was begun is kept", async || {
            let mut vault = stage.vault().await?.into_iter();
            Ok(vault.any(|(key, text)| key.starts_with("draft/") && text.contains("Too late")))
        })
        .await?;
    let_go(&stage, "mute").await?;
    // Not looked at, so that it does not find the lock before it is told to save.
    stage.go_to_tab(1).await?;
    stage.evaluate(SEND).await?;
    stage.heading("Locked").await?;
    is_unreadable(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.holds("What did you do?", "Too late").await?;
    stage.reload().await?;
    all_is_behind_the_lock(&stage, SAVED).await?;
    stage.finish().await
}

async fn nothing_can_be_read_on_the_line_with_a_lock(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    two_tabs(&stage).await?;
    stage.look_at_tab(0).await?;
    stage.listen_in().await?;
    stage.set_lock(PASSCODE).await?;
    stage.within("Screens").tap("Today").await?;
    stage.log("Behind the lock", "Give").await?;
    stage.hears_only_calls(2).await?;
    // The other tab has found the lock.
    stage.look_at_tab(1).await?;
    stage.heading("Locked").await?;
    stage.finish().await
}
