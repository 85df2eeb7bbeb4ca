//! Proves the harness on a stand-in for the app: each verb does what it says, and can fail.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Key, Stage, Theme};
use std::fs;
use std::path::Path;
use std::time::Duration;

journeys::on_every_engine! {
    the_end_judges
    other_places
    the_clock_and_the_zone
    a_copy_comes_out
}

async fn stand_in() -> Result<Stage> {
    stand_in_on(Engine::Chromium).await
}

async fn stand_in_on(engine: Engine) -> Result<Stage> {
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/stand-in");
    let stage = Stage::serving_on(engine, Path::new(site)).await?;
    stage.open("").await?;
    Ok(stage)
}

#[tokio::test]
async fn a_note_is_kept() -> Result<()> {
    let mut stage = stand_in().await?;
    stage.type_into("Note", "old").await?;
    stage.type_into("Note", "a “warm” day 🌱").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.holds("Note", "a “warm” day 🌱").await?;
    stage.type_into("Note", "").await?;
    stage.holds("Note", "").await?;
    stage.paste_into("Note", &"long ".repeat(20_000)).await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.restart().await?;
    stage.open("").await?;
    stage.holds("Note", &"long ".repeat(20_000)).await?;
    stage.finish().await
}

#[tokio::test]
async fn fields_ticks_and_choices() -> Result<()> {
    let stage = stand_in().await?;
    stage.type_into("Day", "2026-02-28").await?;
    stage.holds("Day", "2026-02-28").await?;
    stage.choose("Once").await?;
    stage.holds("How often", "Once").await?;
    stage.within("Colour").choose("Blue").await?;
    stage.is_chosen("Blue").await?;
    stage.tick("Walk to the shop").await?;
    stage.untick("Walk to the shop").await?;
    stage.within("Goals").tick("Call a friend").await?;
    stage.is_ticked("Call a friend").await?;
    stage.tap_in("Sing", "Drop").await?;
    stage.sees("Dropped Sing").await?;
    stage.within("Goals").does_not_see("Note").await?;
    stage.does_not_see("Out of sight").await?;
    stage.finish().await
}

#[tokio::test]
async fn places_keys_and_dialogs() -> Result<()> {
    let mut stage = stand_in().await?;
    stage.heading("One").await?;
    stage.tap("Two").await?;
    stage.heading("Two").await?;
    stage.focus_is_on("Two").await?;
    stage.is_at("#/two").await?;
    stage.title("Stand-in").await?;
    stage.back().await?;
    stage.heading("One").await?;
    ensure!(stage.address().await?.is_empty());
    stage.press(Key::Shift).await?;
    stage.sees("Shift").await?;
    stage.tap("Ask").await?;
    stage.within("Sure?").sees("Yes").await?;
    stage.tap("Yes").await?;
    for (theme, width) in [(Theme::Light, 320), (Theme::Dark, 1280)] {
        stage.emulate(theme, width, 800).await?;
        let dark = stage.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        ensure!(dark.await? == (theme == Theme::Dark));
        stage.fits_the_screen().await?;
        stage.axe().await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn files_go_in_and_out() -> Result<()> {
    let stage = stand_in().await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("in.txt");
    fs::write(&file, "from a file")?;
    stage.give_file("A copy to open", &file).await?;
    stage.sees("from a file").await?;
    let picture = folder.path().join("screen.png");
    stage.screenshot(&picture).await?;
    ensure!(fs::read(&picture)?.starts_with(b"\x89PNG"));
    stage.finish().await
}

#[tokio::test]
async fn no_network() -> Result<()> {
    let mut stage = stand_in().await?;
    stage
        .evaluate("navigator.serviceWorker.ready.then(() => true)")
        .await?;
    stage.offline().await?;
    stage.crash().await?;
    stage.open("#/two").await?;
    stage.heading("Two").await?;
    stage.online().await?;
    stage.reload().await?;
    stage.heading("Two").await?;
    let requests = stage.server().requests();
    ensure!(requests[0].path == "/a/b%20c/app/" && requests[0].destination == "document");
    ensure!(
        requests
            .iter()
            .any(|request| request.destination == "serviceworker")
    );
    stage.finish().await
}

/// The verb must have failed, and have said this.
fn refused(outcome: Result<()>, expected: &str) -> Result<()> {
    let error = outcome.err().context("this should have failed")?;
    let said = format!("{error:#}");
    ensure!(said.contains(expected), "{expected:?} is not in {said}");
    Ok(())
}

#[tokio::test]
async fn verbs_can_fail() -> Result<()> {
    let stage = stand_in().await?;
    let page = stage.waiting(Duration::from_millis(100));
    for (outcome, expected) in [
        (
            page.tap("Sav").await,
            "no button or link is called \"Sav\" on the page",
        ),
        (
            page.tap("Sav").await,
            "button or links: \"One\", \"Two\", \"Save\"",
        ),
        (
            page.tap("Drop").await,
            "2 of kind button or link are called \"Drop\"",
        ),
        (page.tap("Later").await, "is disabled"),
        (
            page.within("Songs").tap("Drop").await,
            "no region is called \"Songs\"",
        ),
        (
            page.within("Goals").tap("Save").await,
            "is called \"Save\" in \"Goals\"",
        ),
        (
            page.type_into("Text", "a").await,
            "no field is called \"Text\"",
        ),
        (page.holds("Note", "a").await, "holds \"\", not \"a\""),
        (page.is_ticked("Walk to the shop").await, "is off"),
        (page.untick("Walk to the shop").await, "is off"),
        (page.choose("Red").await, "no choice is called \"Red\""),
        (page.sees("Out of sight").await, "is not in sight"),
        (page.does_not_see("Goals").await, "is still in sight"),
    ] {
        refused(outcome, expected)?;
    }
    stage.tap("Ask").await?;
    refused(page.tap("Save").await, "is called \"Save\"")?;
    stage.tap("Yes").await?;
    stage
        .evaluate("document.querySelector('textarea').labels[0].remove()")
        .await?;
    refused(stage.axe().await, "\"label\"")?;
    stage
        .evaluate("document.querySelector('h1').style.setProperty('width', '999px')")
        .await?;
    refused(stage.fits_the_screen().await, "wide on a screen of 360")?;
    stage.finish().await
}

async fn the_end_judges(engine: Engine) -> Result<()> {
    let style = "Object.assign(document.createElement('style'), { textContent: 'a {}' })";
    let policy = format!("document.head.append({style})");
    let thrown = "new Promise(done => setTimeout(() => { setTimeout(done); throw Error('that') }))";
    let stage = stand_in_on(engine).await?;
    for script in [
        "console.error('this')",
        thrown,
        &policy,
        "fetch('no.json').then(() => 0)",
        "fetch('./', { method: 'POST', body: 'words' }).then(() => 0)",
        "fetch('./?words').then(() => 0)",
    ] {
        stage.evaluate(script).await?;
    }
    let error = stage.finish().await.err().context("this is no fault")?;
    let said = format!("{error:#}").replace("Content-Security-Policy", "Content Security Policy");
    for expected in [
        "console: ",
        "this",
        "Error: that",
        "Content Security Policy",
        "not found: /a/b%20c/app/no.json",
        "something was sent: POST /a/b%20c/app/",
        "something was sent: GET /a/b%20c/app/?words",
    ] {
        ensure!(said.contains(expected), "{expected:?} is not in {said}");
    }
    Ok(())
}

async fn other_places(engine: Engine) -> Result<()> {
    // WebKit remembers no place that could not be had; the others ask for the encrypted one first.
    let place = match engine {
        Engine::WebKit => "http://example.org/",
        _ => "https://example.org/",
    };
    for allowed in [true, false] {
        let mut stage = stand_in_on(engine).await?;
        if allowed {
            stage.allow(place);
        }
        // A page that goes away before its worker is there says that this failed.
        stage
            .evaluate("navigator.serviceWorker.ready.then(() => true)")
            .await?;
        let there = format!("{place}weather");
        stage
            .evaluate(&format!("void location.assign('{there}')"))
            .await?;
        stage.is_at(&there).await?;
        stage.back().await?;
        stage.heading("One").await?;
        let outcome = stage.finish().await;
        if allowed {
            outcome?;
        } else {
            refused(outcome, &format!("a request to another place: {place}"))?;
        }
    }
    Ok(())
}

async fn the_clock_and_the_zone(engine: Engine) -> Result<()> {
    let mut stage = stand_in_on(engine).await?;
    stage.travel_to("Asia/Kathmandu").await?;
    stage.open("").await?;
    let zone = "new Date(2026, 6, 1).getTimezoneOffset()";
    ensure!(stage.evaluate(zone).await? == -345);
    // Timers take no notice: none of these days is waited for.
    stage
        .evaluate("void setTimeout(() => document.title = 'Late', 36e5)")
        .await?;
    for local in ["2028-02-29T23:59:58", "2016-11-21T00:00:00"] {
        stage.clock_shows(local).await?;
        let away = format!("Date.now() - new Date('{local}')");
        let away = stage.evaluate(&away).await?.as_i64().context("no number")?;
        ensure!((-2000..60_000).contains(&away), "{away} ms from {local}");
        stage.title("Stand-in").await?;
    }
    stage.finish().await
}

async fn a_copy_comes_out(engine: Engine) -> Result<()> {
    let mut stage = stand_in_on(engine).await?;
    for _ in 0..2 {
        stage.tap("Keep a copy").await?;
        ensure!(fs::read_to_string(stage.downloaded().await?)? == "a copy");
    }
    stage.finish().await
}
