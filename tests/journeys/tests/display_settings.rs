//! What a person asks of every page by the settings of their device: their own few colours, and less motion. And what
//! is printed.
use anyhow::{Context, Result, ensure};
use journeys::{Stage, Theme, every_address, rests_at, seed};
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn with_a_full_diary() -> Result<(Stage, Vec<String>)> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    let addresses = every_address(&journal, today);
    Ok((stage, addresses))
}

async fn show(stage: &Stage, address: &str) -> Result<()> {
    stage.open(address).await?;
    stage.is_at(rests_at(address)).await?;
    stage.heading_is_there().await?;
    stage.open_all().await
}

#[tokio::test]
async fn every_screen_in_colours_of_the_persons_own() -> Result<()> {
    let (mut stage, addresses) = with_a_full_diary().await?;
    stage.emulate(Theme::Dark, 320, 740).await?;
    stage.device_asks("forced-colors", "active").await?;
    ensure!(
        stage
            .evaluate("matchMedia('(forced-colors: active)').matches")
            .await?
            == true
    );
    let mut faults = Vec::new();
    for address in &addresses {
        show(&stage, address).await?;
        // The colours are the person's own then, and axe reads those of the style sheet.
        let fault = stage.axe_but(&["color-contrast"]).await.err();
        faults.extend(fault.map(|fault| format!("{address}: {fault:#}")));
    }
    ensure!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
    stage.finish().await
}

/// Takes the first tick or choice that is off and of a look that was not met before as `one`; tells its look, or null.
fn next_of_a_new_look(met: &BTreeSet<String>) -> String {
    format!(
        "(() => {{
            const look = one => [one.type, one.className, one.parentElement.className].join(' ');
            window.one = [...document.querySelectorAll('main input[type=checkbox], main input[type=radio]')]
                .find(one => !one.checked && !one.disabled && one.checkVisibility() && !{}.includes(look(one)));
            return window.one ? look(window.one) : null;
        }})()",
        json!(met)
    )
}

/// What it looks like, with its words, as a picture.
async fn picture(stage: &Stage) -> Result<Value> {
    let place = stage
        .evaluate(
            "(() => {
                const drawn = one.closest('label') ?? one.labels[0] ?? one;
                drawn.scrollIntoView({ block: 'center' });
                const { left, top, width, height } = drawn.getBoundingClientRect();
                return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 };
            })()",
        )
        .await?;
    let what = json!({ "format": "png", "clip": place });
    Ok(stage.devtools("Page.captureScreenshot", what).await?["data"].clone())
}

#[tokio::test]
async fn what_is_on_shows_it_in_colours_of_the_persons_own() -> Result<()> {
    let (mut stage, addresses) = with_a_full_diary().await?;
    let mut faults: Vec<String> = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        stage.emulate(theme, 360, 740).await?;
        stage.device_asks("forced-colors", "active").await?;
        let mut met = BTreeSet::new();
        for address in &addresses {
            show(&stage, address).await?;
            while let Some(look) = stage.evaluate(&next_of_a_new_look(&met)).await?.as_str() {
                let before = picture(&stage).await?;
                // No finger and no focus, which would change the picture by themselves.
                stage.evaluate("void one.click()").await?;
                let changed = stage.wait_until("it shows that it is on", async || {
                    Ok(stage.evaluate("one.checked").await? == true
                        && picture(&stage).await? != before)
                });
                faults.extend(
                    changed
                        .await
                        .err()
                        .map(|_| format!("{address} in {theme:?}: {look}")),
                );
                stage
                    .evaluate("void (one.type === 'checkbox' && one.click())")
                    .await?;
                met.insert(look.to_owned());
            }
        }
        ensure!(
            met.len() > 4,
            "there are more ticks and choices than {met:?}"
        );
    }
    ensure!(
        faults.is_empty(),
        "on and off look the same:\n{}",
        faults.join("\n")
    );
    stage.finish().await
}

/// What moves on the page now.
const MOVING: &str =
    "document.getAnimations().map(one => one.animationName ?? one.transitionProperty)";

#[tokio::test]
async fn nothing_moves_for_who_asks_for_less_motion() -> Result<()> {
    let (mut stage, addresses) = with_a_full_diary().await?;
    stage.emulate(Theme::Light, 360, 740).await?;
    let tick = format!(
        "(() => {{ document.querySelector('main input[type=checkbox]:not(:checked)').click();
            return new Promise(requestAnimationFrame).then(() => {MOVING}); }})()"
    );
    for less in [false, true] {
        let motion = if less { "reduce" } else { "no-preference" };
        stage.device_asks("prefers-reduced-motion", motion).await?;
        let mut moving = Vec::new();
        for address in &addresses {
            show(&stage, address).await?;
            moving.push(json!([address, stage.evaluate(MOVING).await?]));
        }
        show(&stage, "#/").await?;
        moving.push(json!(["a tick", stage.evaluate(&tick).await?]));
        moving.retain(|one| one[1] != json!([]));
        if less {
            ensure!(moving.is_empty(), "{moving:?}");
        } else {
            ensure!(
                !moving.is_empty(),
                "the test sees no motion where there is some"
            );
        }
    }
    stage.finish().await
}

#[tokio::test]
async fn every_sheet_on_paper() -> Result<()> {
    let (stage, addresses) = with_a_full_diary().await?;
    let sheets: Vec<_> = addresses
        .iter()
        .filter(|address| address.starts_with("#/print/"))
        .collect();
    ensure!(sheets.len() > 5, "the sheets are {sheets:?}");
    for address in sheets {
        show(&stage, address).await?;
        let paper = json!({ "media": "print" });
        stage.devtools("Emulation.setEmulatedMedia", paper).await?;
        // On paper the sheet stands alone, without the page's own heading.
        let judged = stage.axe_but(&["page-has-heading-one"]).await;
        judged.with_context(|| address.clone())?;
        let screen = json!({ "media": "" });
        stage.devtools("Emulation.setEmulatedMedia", screen).await?;
    }
    stage.finish().await
}
