//! Every screen by axe-core, in light and dark, on a small phone and a wide screen; large text; keys.
use anyhow::{Context, Result, ensure};
use journeys::{Key, Stage, Theme, every_address, rests_at, seed};
use waymark::domain::journal::Journal;

const WAYS: [&str; 5] = [
    "Connect",
    "Be active",
    "Take notice",
    "Keep learning",
    "Give",
];
const PHONE: (u32, u32) = (320, 740);
const DESKTOP: (u32, u32) = (1280, 800);

/// Every screen of a journal on a screen of this size, closed and opened, in light and dark.
async fn every_screen(full: bool, (width, height): (u32, u32)) -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = if full {
        seed::with_parts(today)
    } else {
        Journal::default()
    };
    if full {
        stage.fill(&journal, today).await?;
    }
    let mut faults = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        stage.emulate(theme, width, height).await?;
        for address in every_address(&journal, today) {
            stage.open(&address).await?;
            stage.is_at(rests_at(&address)).await?;
            stage.heading_is_there().await?;
            let mut judge = async |how: &str| {
                for outcome in [stage.fits_the_screen().await, stage.axe().await] {
                    faults.extend(
                        outcome
                            .err()
                            .map(|fault| format!("{address} {how}: {fault:#}")),
                    );
                }
            };
            judge("as it opens").await;
            stage.open_all().await?;
            judge("with all of it open").await;
        }
    }
    ensure!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
    stage.finish().await
}

#[tokio::test]
async fn every_screen_of_a_new_person_on_a_phone() -> Result<()> {
    every_screen(false, PHONE).await
}

#[tokio::test]
async fn every_screen_of_a_new_person_on_a_wide_screen() -> Result<()> {
    every_screen(false, DESKTOP).await
}

#[tokio::test]
async fn every_screen_with_a_week_on_a_phone() -> Result<()> {
    every_screen(true, PHONE).await
}

#[tokio::test]
async fn every_screen_with_a_week_on_a_wide_screen() -> Result<()> {
    every_screen(true, DESKTOP).await
}

#[tokio::test]
async fn large_text_fits_a_small_screen() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    stage.emulate(Theme::Light, PHONE.0, PHONE.1).await?;
    let mut faults = Vec::new();
    for enlarged in [false, true] {
        stage.open("#/more/look").await?;
        stage
            .choose(if enlarged { "Normal" } else { "Largest" })
            .await?;
        if enlarged {
            stage.enlarge_text(2).await?;
        }
        for address in every_address(&journal, today) {
            stage.open(&address).await?;
            stage.is_at(rests_at(&address)).await?;
            stage.heading_is_there().await?;
            stage.open_all().await?;
            let how = if enlarged { "at 200 %" } else { "at Largest" };
            let outcome = stage.fits_the_screen().await;
            faults.extend(
                outcome
                    .err()
                    .map(|fault| format!("{address} {how}: {fault:#}")),
            );
        }
    }
    ensure!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
    stage.finish().await
}

#[tokio::test]
async fn the_first_log_by_keyboard() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.sees("Show three more").await?;
    let cards = stage.buttons().await?;
    let of_a_way = |name: &&String| WAYS.iter().any(|way| name.ends_with(&format!(". {way}")));
    let card = cards.iter().find(of_a_way).context("no idea card")?;
    go_to(&stage, card).await?;
    stage.press(Key::Enter).await?;
    go_to(&stage, "I did this").await?;
    stage.press(' ').await?;
    stage.says("Noted.").await?;
    stage.saved().await?;
    stage.sees("A day with one is a good day.").await?;
    stage.finish().await
}

/// Presses Tab until what is called this has the focus.
async fn go_to(stage: &Stage, name: &str) -> Result<()> {
    for _ in 0..60 {
        if stage.focus().await? == name {
            return Ok(());
        }
        stage.press(Key::Tab).await?;
    }
    Err(anyhow::anyhow!("60 presses of Tab do not reach {name:?}"))
}

#[tokio::test]
async fn tab_reaches_everything_on_today() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    stage.tap("Today").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage.within("Also").sees("Helped Sam").await?;
    stage.evaluate("void (window.reached = new Set())").await?;
    for _ in 0..80 {
        stage.press(Key::Tab).await?;
        stage
            .evaluate("void window.reached.add(document.activeElement)")
            .await?;
    }
    let missed = "[...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
        .filter(one => one.checkVisibility({ visibilityProperty: true }) && !window.reached.has(one))
        .map(one => one.outerHTML.slice(0, 120))";
    let missed = stage.evaluate(missed).await?;
    ensure!(
        missed.as_array().is_some_and(Vec::is_empty),
        "Tab does not reach {missed:#}"
    );
    stage.finish().await
}
