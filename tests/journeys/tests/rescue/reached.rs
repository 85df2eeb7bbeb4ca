//! The ways to it: a failed start, a panic, a trap, an old browser.
use super::*;
use journeys::deploy::{Host, Version};
use journeys::dist;
use std::fs;

/// Goes from the calm page to this one.
async fn is_reached(stage: &Stage) -> Result<()> {
    stage.heading("Something went wrong").await?;
    stage.axe().await?;
    stage.fits_the_screen().await?;
    stage.tap("See or save what is kept").await?;
    stage.heading("What is kept here").await
}

#[tokio::test]
async fn reached_from_a_failed_start() -> Result<()> {
    let built = Version::built()?;
    let host = Host::with(&built.clone().without(&built.wasm()?))?;
    let stage = Stage::serving(host.folder()).await?;
    stage.open("").await?;
    is_reached(&stage).await?;
    stage.sees("There are no entries here.").await
}

#[tokio::test]
async fn reached_from_an_old_browser() -> Result<()> {
    for script in ["start.js", "rescue.js"] {
        let text = fs::read_to_string(dist().join(script))?;
        for new in ["=>", "`", "const ", "let ", "async ", "..."] {
            ensure!(
                !text.contains(new),
                "{script} has {new:?}: no old browser reads it"
            );
        }
    }
    for old in [
        "delete HTMLScriptElement.prototype.noModule",
        "delete self.WebAssembly",
    ] {
        let stage = Stage::new().await?;
        stage.start().await?;
        stage.log_first().await?;
        stage.before_each_page(old).await?;
        stage.open("").await?;
        is_reached(&stage).await?;
        stage.within("Your days").sees("A first thing").await?;
    }
    Ok(())
}

/// Makes the program ask for more room than there can be when it reads a chosen file: it panics.
const PANICS_ON_A_FILE: &str = "
    const poisoned = new ArrayBuffer(8);

    File.prototype.arrayBuffer = async () => poisoned;
    const list = Object.getPrototypeOf(Uint8Array.prototype);
    const { get } = Object.getOwnPropertyDescriptor(list, 'length');
    Object.defineProperty(list, 'length', {
        get() { return this.buffer === poisoned ? 2 ** 32 - 1 : get.call(this); },
    });";

#[tokio::test]
async fn reached_after_a_panic_in_a_handler() -> Result<()> {
    let (mut stage, _) = filled().await?;
    stage.before_each_page(PANICS_ON_A_FILE).await?;
    stage.open("").await?;
    stage.choose_copy(b"{}").await?;
    is_reached(&stage).await?;
    shows_the_week(&stage).await
}

#[tokio::test]
async fn reached_after_a_trap_in_a_handler() -> Result<()> {
    let (stage, _) = filled().await?;
    // What no panic can tell of: the engine itself stops the program.
    let trap = "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2,
        1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]))";
    stage
        .evaluate(&format!(
            "void setTimeout(() => new WebAssembly.Instance({trap}))"
        ))
        .await?;
    is_reached(&stage).await
}

#[tokio::test]
async fn reached_while_the_start_takes_long() -> Result<()> {
    let (stage, _) = filled().await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    stage
        .before_each_page("WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => {});")
        .await?;
    stage.open("#/more").await?;
    stage.reload().await?;
    let page = stage.waiting(std::time::Duration::from_secs(40));
    page.sees("This is taking a while").await?;
    page.sees("What you saved is still on this device.").await?;
    stage.tap("See or save what is kept").await?;
    shows_the_week(&stage).await?;
    let after = (stage.mirror().await?, stage.vault().await?);
    ensure!(after == before, "something changed");
    stage.finish().await
}
