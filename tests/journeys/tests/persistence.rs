//! Keeping data for good: asked of the browser at the first save, explained first where the browser would ask the
//! person, and said before anything is noted where a browser may not keep it.
use anyhow::{Result, ensure};
use journeys::Stage;
use serde_json::json;

/// A browser that has not promised to keep anything; `window.asked` counts how often it was asked to.
const UNDECIDED: &str = "
    window.asked = 0;
    navigator.storage.persisted = async () => false;
    navigator.storage.persist = async () => { window.asked += 1; return true; };";

const FIREFOX: &str = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 \
    (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const IN_APP: &str = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240805.005; wv) AppleWebKit/537.36 \
    (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0 Mobile Safari/537.36";

/// A stage whose browser calls itself this; empty for what it is.
async fn calling_itself(agent: &str) -> Result<Stage> {
    let stage = Stage::new().await?;
    if !agent.is_empty() {
        let agent = json!({ "userAgent": agent });
        stage
            .devtools("Emulation.setUserAgentOverride", agent)
            .await?;
    }
    stage.before_each_page(UNDECIDED).await?;
    stage.start().await?;
    Ok(stage)
}

async fn was_asked(stage: &Stage, times: u32) -> Result<()> {
    let asked = stage.evaluate("window.asked").await?;
    ensure!(asked == times, "asked {asked} times, not {times}");
    Ok(())
}

#[tokio::test]
async fn it_is_asked_at_the_first_save_and_not_before() -> Result<()> {
    let stage = calling_itself("").await?;
    stage.tap("I did something today").await?;
    stage.type_into("What did you do?", "A first thing").await?;
    stage.tick("Give").await?;
    was_asked(&stage, 0).await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    was_asked(&stage, 1).await?;
    stage.log("A second thing", "Give").await?;
    was_asked(&stage, 1).await?;
    stage.finish().await
}

#[tokio::test]
async fn firefox_is_explained_before_it_asks() -> Result<()> {
    let stage = calling_itself(FIREFOX).await?;
    let explained = "Firefox can ask";
    stage.does_not_see(explained).await?;
    stage.log_first().await?;
    stage.sees(explained).await?;
    was_asked(&stage, 0).await?;
    stage.tap("Ask now").await?;
    stage
        .wait_until("it is asked", async || {
            Ok(stage.evaluate("window.asked").await? == 1)
        })
        .await?;
    stage.does_not_see(explained).await?;
    stage.finish().await
}

#[tokio::test]
async fn firefox_is_not_asked_again_after_not_now() -> Result<()> {
    let stage = calling_itself(FIREFOX).await?;
    stage.log_first().await?;
    stage.sees("Firefox can ask").await?;
    stage.tap("Not now").await?;
    stage.does_not_see("Firefox can ask").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.log("A second thing", "Give").await?;
    stage.open("#/more/kept").await?;
    // What comes late has come by then: this line is an answer of the browser's, too.
    stage.sees("This browser may delete your entries").await?;
    stage.tap("Today").await?;
    stage.within("Also").sees("A second thing").await?;
    stage.does_not_see("Firefox can ask").await?;
    was_asked(&stage, 0).await?;
    stage.finish().await
}

#[tokio::test]
async fn on_an_iphone_the_home_screen_is_advised_before_anything_is_noted() -> Result<()> {
    let stage = calling_itself(IPHONE).await?;
    let advice = "Add to Home Screen";
    stage.sees(advice).await?;
    stage.log_first().await?;
    stage.does_not_see(advice).await?;
    stage.open("#/more/kept").await?;
    stage.sees(advice).await?;
    stage.tap("Not now").await?;
    stage.does_not_see(advice).await?;
    stage.open("#/more").await?;
    stage
        .tap("What is kept on this device No copy saved yet.")
        .await?;
    stage.sees("Open a copy").await?;
    stage.does_not_see(advice).await?;
    stage.reload().await?;
    stage.sees(advice).await?;
    stage.tap("Moving to another phone").await?;
    stage.heading("Moving to another phone").await?;
    stage.finish().await
}

#[tokio::test]
async fn within_another_app_the_way_out_is_shown_first() -> Result<()> {
    let stage = calling_itself(IN_APP).await?;
    stage.sees("Open this address in your own browser:").await?;
    stage.sees(&stage.server().url()).await?;
    stage.log_first().await?;
    stage.does_not_see("in your own browser").await?;
    stage.finish().await
}

#[tokio::test]
async fn elsewhere_nothing_is_advised() -> Result<()> {
    let stage = calling_itself("").await?;
    stage.sees("Show three more").await?;
    for words in ["Home Screen", "own browser", "Firefox"] {
        stage.does_not_see(words).await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn what_is_said_of_the_browser_is_its_own_answer() -> Result<()> {
    let stage = calling_itself("").await?;
    let said = [
        (
            "async () => true",
            "This browser keeps your entries until you delete them.",
        ),
        (
            "async () => false",
            "This browser may delete your entries when it runs out of room.",
        ),
        (
            "async () => { throw Error('no'); }",
            "This browser does not say whether it may delete your entries.",
        ),
    ];
    for (answer, expected) in said {
        stage
            .evaluate(&format!("void (navigator.storage.persisted = {answer})"))
            .await?;
        stage.open("#/more").await?;
        stage.heading("More").await?;
        stage.open("#/more/kept").await?;
        stage.sees(expected).await?;
        for (_, other) in said {
            if other != expected {
                stage.does_not_see(other).await?;
            }
        }
    }
    stage.finish().await
}
