//! What one tab saves while another one sets the lock: between the reading of everything and its being put in place of
//! everything.
use super::{PASSCODE, PRIVATE, is_unreadable, open_lock};
use anyhow::Result;
use journeys::faults::breakable;
use journeys::{Engine, Stage};

// Not in Firefox: what its driver changes of the page's own objects, the page does not see.
journeys::on_every_engine! { @in chromium Chromium
    what_another_tab_saves_while_the_lock_is_set
    what_a_tab_saves_that_hears_of_nothing
}
journeys::on_every_engine! { @in webkit WebKit
    what_another_tab_saves_while_the_lock_is_set
    what_a_tab_saves_that_hears_of_nothing
}

/// Holds a lock's setting back when everything has been read and nothing is replaced: twice, each time until it is let go.
const HOLD: &str = "void (() => {
    const real = SubtleCrypto.prototype.encrypt;
    let holds = 2;
    window.letGo = null;
    SubtleCrypto.prototype.encrypt = async function (how, ...rest) {
        const bound = new TextDecoder().decode(how.additionalData ?? new Uint8Array());
        if (bound.startsWith('waymark/sealed/') && holds > 0 && !window.letGo) {
            holds -= 1;
            await new Promise((done) => { window.letGo = done; });
        }
        return real.call(this, how, ...rest);
    };
})()";
/// Sends the form that is open, unless the tab has found the lock meanwhile.
const SEND: &str = "void [...document.querySelectorAll('#main form')]
    .find((form) => !form.querySelector('[type=password]'))?.requestSubmit()";
const LET_GO: &str = "void ((go) => { window.letGo = null; go(); })(window.letGo)";

/// Two tabs of a diary with something private; the second is the one in sight.
async fn two_tabs(stage: &Stage) -> Result<()> {
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    stage.new_tab().await?;
    stage.start().await?;
    stage.within("Also").sees(PRIVATE).await
}

/// Begins to set the lock in the first tab.
async fn begin_to_lock(stage: &Stage) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.open("#/more/lock").await?;
    stage.evaluate(HOLD).await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.type_into("The same once more", PASSCODE).await?;
    stage.tick("I have written it down").await?;
    stage.tap("Turn the lock on").await
}

/// Saves something in the second tab while the first is held back; the second is in sight then.
async fn save_while_it_is_held(stage: &Stage, words: &str) -> Result<()> {
    stage
        .wait_until("everything is read, and not sealed yet", async || {
            Ok(stage.evaluate("!!window.letGo").await? == true)
        })
        .await?;
    stage.look_at_tab(1).await?;
    stage.log(words, "Give").await
}

async fn let_go(stage: &Stage) -> Result<()> {
    stage.look_at_tab(0).await?;
    stage.evaluate(LET_GO).await.map(drop)
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
    let stage = Stage::on(engine).await?;
    two_tabs(&stage).await?;
    begin_to_lock(&stage).await?;
    for words in SAVED {
        save_while_it_is_held(&stage, words).await?;
        let_go(&stage).await?;
    }
    stage.sees("The lock is on.").await?;
    all_is_behind_the_lock(&stage, SAVED).await?;
    stage.finish().await
}

async fn what_a_tab_saves_that_hears_of_nothing(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    stage.fail_at("mute").await?;
    two_tabs(&stage).await?;
    begin_to_lock(&stage).await?;
    save_while_it_is_held(&stage, SAVED[0]).await?;
    let_go(&stage).await?;
    save_while_it_is_held(&stage, SAVED[1]).await?;
    stage.tap("Add to Give").await?;
    stage.type_into("What did you do?", "Too late").await?;
    stage
        .wait_until("the form that was begun is kept", async || {
            let mut vault = stage.vault().await?.into_iter();
            Ok(vault.any(|(key, text)| key.starts_with("draft/") && text.contains("Too late")))
        })
        .await?;
    let_go(&stage).await?;
    stage.sees("The lock is on.").await?;
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
