//! When a new version takes over, and who may say that it works.
use super::*;

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

#[tokio::test]
async fn a_form_keeps_its_text_while_a_new_version_comes() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    stage.type_into_new_goal("Half a goal").await?;
    stage.new_tab().await?;
    is_usable(&stage, "built").await?;
    take(&stage, &host, &next("two")?.stamped()?).await?;
    has_taken_over(&stage, "two").await?;
    stage.go_to_tab(0).await?;
    stage.holds("What will you do?", "Half a goal").await?;
    let shown = stage.evaluate(RELEASE).await?;
    ensure!(shown == "built", "the form's page was loaded anew");
    stage.tick("Give").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.sees("Half a goal").await?;
    let shown = stage.evaluate(RELEASE).await?;
    ensure!(shown == "two", "{shown}");
    stage.finish().await
}

#[tokio::test]
async fn an_old_page_cannot_vouch_for_a_new_version() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    stage.start().await?;
    stage.new_tab().await?;
    is_usable(&stage, "built").await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two.rewrite(&program, |_| TRAPS.to_owned())?.stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    stage.go_to_tab(0).await?;
    let again =
        "(root => { root.removeAttribute('data-booted'); root.setAttribute('data-booted', ''); })
        (document.documentElement)";
    stage.evaluate(again).await?;
    // The worker has heard it once it has answered what was asked after it.
    stage.evaluate("fetch('icon.svg').then(() => true)").await?;
    ensure!(versions(&stage).await? == 2, "the version before is gone");
    stage.open("").await?;
    is_calm(&stage).await?;
    is_usable(&stage, "built").await
}

#[tokio::test]
async fn a_covered_page_is_no_failed_start() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    stage.allow(NEUTRAL);
    stage.start().await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two.rewrite(&program, |_| TRAPS.to_owned())?.stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(NEUTRAL).await?;
    for _ in 0..3 {
        stage.open("").await?;
        stage.reload().await?;
        stage.heading("This page is closed").await?;
    }
    stage.tap("Open").await?;
    is_calm(&stage).await?;
    is_usable(&stage, "built").await
}
