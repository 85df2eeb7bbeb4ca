//! Every control of every screen by keyboard, on a phone and where a page is seen at four times its size: 1280 by 1024
//! pixels at 400 % are 320 by 256. None is left out, none stands behind a bar, and each shows that it has the focus.
use anyhow::{Context, Result, ensure};
use journeys::{Key, Stage, Theme, every_address, rests_at, seed};
use waymark::domain::day::Day;
use waymark::domain::journal::Journal;

const PHONE: (u32, u32) = (320, 568);
const AT_400: (u32, u32) = (320, 256);
const AT_200: (u32, u32) = (640, 512);

/// What a person can use now, as a function of the page.
const CONTROLS: &str = "window.reached = new Set();
    window.controls = () => [...document.querySelectorAll(
        'a[href], button, input, textarea, select, summary, [tabindex], [contenteditable]')].filter(one =>
        one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))";

/// Notes what has the focus; gives what is wrong with that: it cannot be seen, or does not show that it has it. A
/// control that is drawn by its label is looked at there.
const LOOK: &str = "(() => {
    const one = document.activeElement;
    if (one === document.body || reached.has(one)) return [];
    reached.add(one);
    const { width, height } = one.getBoundingClientRect();
    const isDrawn = width > 8 && height > 8 && getComputedStyle(one).opacity !== '0';
    const drawn = isDrawn ? one : (one.labels?.[0] ?? one);
    const isSeen = [...drawn.getClientRects()].some(({ left, top, width, height }) =>
        [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
            // Of what is taller than the screen, the part that is on it.
            const from = Math.max(top, 0), to = Math.min(top + height, innerHeight);
            const at = document.elementFromPoint(left + width * x, from + (to - from) * y);
            return drawn.contains(at) || one.contains(at);
        })));
    const shows = [one, drawn, one.parentElement, one.nextElementSibling].some(near => {
        const style = near && getComputedStyle(near);
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const words = one.outerHTML.slice(0, 120);
    return [!isSeen && `cannot be seen: ${words}`, !shows && `does not show the focus: ${words}`].filter(Boolean);
})()";

/// The controls that Tab went past; of choices of one kind it stops at one.
const MISSED: &str = "(() => {
    const isNear = one => one.type === 'radio' &&
        [...reached].some(({ type, name, form }) => type === 'radio' && name === one.name && form === one.form);
    return controls().filter(one => !reached.has(one) && !isNear(one))
        .map(one => `is not reached: ${one.outerHTML.slice(0, 120)}`);
})()";

async fn with_a_full_diary() -> Result<(Stage, Day, Journal)> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    Ok((stage, today, journal))
}

/// What is wrong with the controls of the screen that is open.
async fn faults(stage: &Stage) -> Result<Vec<String>> {
    let count = "[controls().length, document.querySelectorAll('input[type=date], input[type=time]').length]";
    stage
        .evaluate(&format!("void (() => {{ {CONTROLS} }})()"))
        .await?;
    let (controls, dates): (usize, usize) = serde_json::from_value(stage.evaluate(count).await?)?;
    let mut faults = Vec::new();
    // A date has four places of its own, and a round ends at the page itself.
    for _ in 0..controls + 4 * dates + 4 {
        stage.press(Key::Tab).await?;
        let found: Vec<String> = serde_json::from_value(stage.evaluate(LOOK).await?)?;
        faults.extend(found);
    }
    let missed: Vec<String> = serde_json::from_value(stage.evaluate(MISSED).await?)?;
    faults.extend(missed);
    faults.extend(
        stage
            .fits_the_screen()
            .await
            .err()
            .map(|fault| format!("{fault:#}")),
    );
    Ok(faults)
}

/// Every control of every screen in a window of this size.
async fn every_control((width, height): (u32, u32)) -> Result<()> {
    let (mut stage, today, journal) = with_a_full_diary().await?;
    stage.emulate(Theme::Light, width, height).await?;
    let mut found = Vec::new();
    for address in every_address(&journal, today) {
        stage.open(&address).await?;
        stage.is_at(rests_at(&address)).await?;
        stage.heading_is_there().await?;
        stage.open_all().await?;
        let faults = faults(&stage).await.with_context(|| address.clone())?;
        found.extend(faults.into_iter().map(|fault| format!("{address} {fault}")));
    }
    ensure!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        found.join("\n")
    );
    stage.finish().await
}

#[tokio::test]
async fn every_control_on_a_phone() -> Result<()> {
    every_control(PHONE).await
}

#[tokio::test]
async fn every_control_at_400_percent() -> Result<()> {
    every_control(AT_400).await
}

#[tokio::test]
async fn every_screen_fits_at_200_percent() -> Result<()> {
    let (mut stage, today, journal) = with_a_full_diary().await?;
    stage.emulate(Theme::Light, AT_200.0, AT_200.1).await?;
    for address in every_address(&journal, today) {
        stage.open(&address).await?;
        stage.is_at(rests_at(&address)).await?;
        stage.heading_is_there().await?;
        stage.open_all().await?;
        stage
            .fits_the_screen()
            .await
            .with_context(|| address.clone())?;
    }
    stage.finish().await
}

/// Presses Tab until what is called this has the focus.
async fn go_to(stage: &Stage, name: &str) -> Result<()> {
    for _ in 0..80 {
        if stage.focus().await? == name {
            return Ok(());
        }
        stage.press(Key::Tab).await?;
    }
    anyhow::bail!("80 presses of Tab do not reach {name:?}")
}

async fn write(stage: &Stage, words: &str) -> Result<()> {
    for letter in words.chars() {
        stage.press(letter).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_goal_is_made_and_ticked_by_keyboard() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    go_to(&stage, "Goals").await?;
    stage.press(Key::Enter).await?;
    stage.heading("Goals").await?;
    go_to(&stage, "Add a goal").await?;
    stage.press(Key::Enter).await?;
    go_to(&stage, "What will you do?").await?;
    write(&stage, "Stretch").await?;
    go_to(&stage, "Be active").await?;
    stage.press(' ').await?;
    go_to(&stage, "Save").await?;
    stage.press(Key::Enter).await?;
    stage.says("Goal kept.").await?;
    go_to(&stage, "Today").await?;
    stage.press(Key::Enter).await?;
    go_to(&stage, "Stretch").await?;
    stage.press(' ').await?;
    stage.saved().await?;
    stage.sees("You moved today.").await?;
    stage.finish().await
}
