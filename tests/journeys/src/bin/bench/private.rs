//! How fast the page is hidden at Leave, and how fast a lock is set and opened.
use super::SLOWER;
use anyhow::{Context, Result};
use journeys::{Key, Stage, seed};

const PASSCODE: &str = "three plain words";
/// How often Leave is tapped.
const LEAVES: usize = 9;

/// Prints them, for an empty diary and one of so many years.
pub(crate) async fn print(years: u32) -> Result<()> {
    println!("\nat processor / {SLOWER}: hidden and locked, ms");
    println!("{:<44} {:>10} {:>10}", "", "empty", "10 years");
    let (empty, full) = (measure(0).await?, measure(years).await?);
    let names = [
        "Leave: from the tap until nothing is painted",
        "lock: turned on",
        "lock: opened",
    ];
    for ((name, empty), full) in names.into_iter().zip(empty).zip(full) {
        println!("{name:<44} {empty:>10.1} {full:>10.1}");
    }
    Ok(())
}

async fn measure(years: u32) -> Result<[f64; 3]> {
    let mut stage = Stage::new().await?;
    stage.allow("https://www.bbc.co.uk/");
    let today = stage.start().await?;
    if years > 0 {
        stage.fill(&seed::years(1, today, years), today).await?;
    } else {
        stage.log_first().await?;
    }
    stage.slow_down(SLOWER).await?;
    let leave = leave(&stage).await?;
    stage.open("#/more/lock").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.type_into("The same once more", PASSCODE).await?;
    stage.tick("I have written it down").await?;
    let set = until(
        &stage,
        "Turn the lock on",
        "h1 ~ p, main p",
        "The lock is on.",
    )
    .await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    let opened = until(&stage, "Open", "nav.bar a", "Look back").await?;
    stage.press(Key::Escape).await?;
    stage.finish().await?;
    Ok([leave, set, opened])
}

/// The median time from the tap to the frame after it.
async fn leave(stage: &Stage) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..LEAVES {
        stage.open("#/").await?;
        stage.is_started().await?;
        stage.say_offline(true).await?;
        let hidden = "new Promise(done => {
            const before = performance.now();
            document.getElementById('leave').click();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
        })";
        times.push(stage.evaluate(hidden).await?.as_f64().context("no time")?);
        stage.say_offline(false).await?;
        stage.tap("Open").await?;
        stage.is_started().await?;
    }
    times.sort_by(f64::total_cmp);
    times.get(LEAVES / 2).copied().context("no time")
}

/// From a tap on a button until such a thing says these words, where it can be seen.
async fn until(stage: &Stage, button: &str, things: &str, words: &str) -> Result<f64> {
    let script = format!(
        "new Promise(done => {{
            const before = performance.now();
            const seen = () => [...document.querySelectorAll('{things}')].some(one =>
                one.textContent === '{words}' && one.checkVisibility());
            [...document.querySelectorAll('button')].find(one => one.textContent === '{button}' && one.id !== 'open').click();
            const look = () => seen() ? done(performance.now() - before) : requestAnimationFrame(look);
            look();
        }})"
    );
    stage.evaluate(&script).await?.as_f64().context("no time")
}
