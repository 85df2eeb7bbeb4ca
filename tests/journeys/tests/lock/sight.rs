//! Out of sight: covered when the page loses the focus, covered at its start, another name, another place to leave to;
//! and a lock that shuts by itself.
use super::{PASSCODE, PRIVATE, WEATHER, open_lock, private_diary};
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    covered_when_it_loses_the_focus
    it_starts_covered
    another_name_and_another_place
    a_lock_shuts_when_the_page_is_hidden
}

/// Covered: nothing in sight, a neutral title and icon.
async fn is_covered(stage: &Stage) -> Result<()> {
    stage.heading("This page is closed").await?;
    stage.title("Page").await?;
    stage.does_not_see(PRIVATE).await?;
    stage.does_not_see("Help").await?;
    let icon = "document.querySelector('link[rel~=icon]').getAttribute('href')";
    ensure!(
        stage.evaluate(icon).await? == "data:,",
        "the icon shows whose page it is"
    );
    Ok(())
}

async fn covered_when_it_loses_the_focus(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    // Not unless it is wanted.
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage
        .evaluate("void dispatchEvent(new Event('blur'))")
        .await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.open("#/more/sight").await?;
    stage
        .tick("Cover it when I look away When another app or window is in front. A tap opens it.")
        .await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage
        .evaluate("void dispatchEvent(new Event('blur'))")
        .await?;
    is_covered(&stage).await?;
    stage.axe().await?;
    stage.tap("Open").await?;
    stage.title("Today · Waymark").await?;
    stage.within("Also").sees(PRIVATE).await?;
    // After a reload, before the app has started, too.
    stage.reload().await?;
    stage.is_started().await?;
    stage
        .evaluate("void dispatchEvent(new Event('blur'))")
        .await?;
    is_covered(&stage).await?;
    stage.finish().await
}

async fn it_starts_covered(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.allow(WEATHER);
    stage.open("#/more/sight").await?;
    stage
        .tick("Start covered It opens with a plain cover. A tap opens it.")
        .await?;
    stage.saved().await?;
    stage.restart().await?;
    stage.open("#/goals").await?;
    is_covered(&stage).await?;
    stage.tap("Open").await?;
    stage.heading("Goals").await?;
    stage.title("Goals · Waymark").await?;
    // Once left, it is opened once.
    stage.say_offline(true).await?;
    stage.tap("Leave").await?;
    is_covered(&stage).await?;
    stage.say_offline(false).await?;
    stage.tap("Open").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

async fn another_name_and_another_place(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.open("#/more/sight").await?;
    stage.choose("Wikipedia").await?;
    stage.saved().await?;
    stage.choose("Notes").await?;
    stage.saved().await?;
    stage.title("More · Notes").await?;
    is_called_notes(&stage).await?;
    stage.restart().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.title("Today · Notes").await?;
    is_called_notes(&stage).await?;
    // With a lock on, they are known before it is open.
    stage.set_lock(PASSCODE).await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.title("Notes").await?;
    is_called_notes(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Screens").tap("More").await?;
    stage.tap("Out of sight").await?;
    stage.choose("Waymark").await?;
    stage.saved().await?;
    stage.title("More · Waymark").await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.title("Waymark").await?;
    stage.finish().await
}

async fn is_called_notes(stage: &Stage) -> Result<()> {
    let names = "[document.querySelector('link[rel=manifest]').getAttribute('href'),
        document.querySelector('link[rel~=icon]').getAttribute('href'),
        document.querySelector('link[rel=apple-touch-icon]').getAttribute('href'),
        document.querySelector('.brand').textContent, document.getElementById('leave').href]";
    let names = stage.evaluate(names).await?;
    let expected = serde_json::json!([
        "./notes-manifest.webmanifest",
        "./notes-icon.svg",
        "./notes-apple-touch-icon.png",
        "Notes",
        "https://en.wikipedia.org/wiki/Main_Page"
    ]);
    ensure!(names == expected, "{names}");
    // And they are there, with what they name.
    let found = "fetch('./notes-manifest.webmanifest').then(found => found.json()).then(({ icons }) =>
        Promise.all(icons.map(({ src }) => fetch(src).then(({ ok }) => ok)))).then(all => all.every(Boolean))";
    ensure!(stage.evaluate(found).await? == true, "an icon is not there");
    Ok(())
}

async fn a_lock_shuts_when_the_page_is_hidden(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.set_lock(PASSCODE).await?;
    stage
        .tick(
            "Lock when I leave this page Also when another app is opened, or the screen goes dark.",
        )
        .await?;
    stage.saved().await?;
    stage.tap("Today").await?;
    stage.tap("Add a note").await?;
    stage
        .type_into("A note for this day", "Half a sentence of Mx Quill")
        .await?;
    let hide =
        "void (Object.defineProperty(document, 'hidden', { value: true, configurable: true }),
        document.dispatchEvent(new Event('visibilitychange')))";
    stage.evaluate(hide).await?;
    stage.does_not_see(PRIVATE).await?;
    stage.heading("Locked").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    // What was typed last is not lost.
    stage
        .holds("A note for this day", "Half a sentence of Mx Quill")
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn a_lock_shuts_after_a_time_without_a_tap() -> Result<()> {
    let mut stage = private_diary(Engine::Chromium).await?;
    stage.set_lock(PASSCODE).await?;
    stage.choose("After 1 minute").await?;
    stage.saved().await?;
    stage.tap("Today").await?;
    stage.within("Also").sees(PRIVATE).await?;
    // The phone slept, and is looked at again.
    stage.set_clock_later(180)?;
    stage
        .evaluate("void document.dispatchEvent(new Event('visibilitychange'))")
        .await?;
    stage.heading("Locked").await?;
    stage.finish().await
}
