//! Leave: one tap or three presses of Shift, and every way back shows the neutral cover.
use anyhow::{Result, ensure};
use journeys::{Engine, Key, Stage};

journeys::on_every_engine! {
    leave_and_come_back
    back_never_shows_what_was_there
    leave_by_keyboard
    leave_while_typing
    leave_with_no_network
    nothing_covers_leave
}

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";
/// Stands in for that in WebKit, which remembers no place that could not be had: this one can.
const STAND_IN: &str = "http://weather.example/";
/// What no covered page may have in it.
const PRIVATE: &str = "Tea with Mx Quill";

/// The cover: nothing of the person's or of the app's is behind it, above it or in the address.
async fn is_covered(stage: &Stage) -> Result<()> {
    stage.heading("This page is closed").await?;
    stage.title("Page").await?;
    let address = stage.address().await?;
    ensure!(
        address.is_empty(),
        "the address tells what was open: {address}"
    );
    stage.does_not_see("Help").await?;
    let page = "document.documentElement.outerHTML + document.title +
        [...document.querySelectorAll('input, textarea')].map(field => field.value)";
    let page = stage.evaluate(page).await?.to_string();
    ensure!(
        !page.contains(PRIVATE) && !page.contains("Quill"),
        "it is still in the page"
    );
    Ok(())
}

/// Makes sure of where Leave leads from this page; gives the address to expect after it.
async fn leads_to(stage: &Stage) -> Result<&'static str> {
    let link = "document.getElementById('leave').href";
    ensure!(stage.evaluate(link).await? == NEUTRAL, "it leads elsewhere");
    if stage.engine() != Engine::WebKit {
        return Ok(NEUTRAL);
    }
    stage
        .evaluate(&format!("void ({link} = '{STAND_IN}')"))
        .await?;
    Ok(STAND_IN)
}

/// A day with something private on it.
async fn private_day(engine: Engine) -> Result<Stage> {
    let mut stage = Stage::on(engine).await?;
    stage.allow(NEUTRAL);
    stage.allow(STAND_IN);
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    Ok(stage)
}

async fn leave_and_come_back(engine: Engine) -> Result<()> {
    let stage = private_day(engine).await?;
    stage.open("#/help").await?;
    let neutral = leads_to(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(neutral).await?;

    stage.open("#/goals").await?;
    is_covered(&stage).await?;
    stage.axe().await?;
    stage.reload().await?;
    is_covered(&stage).await?;

    stage.tap("Open").await?;
    stage.title("Today · Waymark").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

async fn back_never_shows_what_was_there(engine: Engine) -> Result<()> {
    let stage = private_day(engine).await?;
    stage.tap("Goals").await?;
    stage.tap("Today").await?;
    stage.within("Also").sees(PRIVATE).await?;
    let neutral = leads_to(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(neutral).await?;
    for _ in 0..3 {
        stage.back().await?;
        is_covered(&stage).await?;
    }
    stage.finish().await
}

async fn leave_by_keyboard(engine: Engine) -> Result<()> {
    let stage = private_day(engine).await?;
    for _ in 0..2 {
        stage.press(Key::Shift).await?;
    }
    stage.press(Key::Escape).await?;
    stage.press(Key::Shift).await?;
    stage.within("Also").sees(PRIVATE).await?;
    let neutral = leads_to(&stage).await?;
    for _ in 0..2 {
        stage.press(Key::Shift).await?;
    }
    stage.is_at(neutral).await?;
    stage.back().await?;
    is_covered(&stage).await?;
    stage.finish().await
}

async fn leave_while_typing(engine: Engine) -> Result<()> {
    let stage = private_day(engine).await?;
    stage.tap("Add a note").await?;
    stage
        .type_into("A note for this day", "More of Mx Quill")
        .await?;
    let neutral = leads_to(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(neutral).await?;
    stage.back().await?;
    is_covered(&stage).await?;
    stage.finish().await
}

async fn leave_with_no_network(engine: Engine) -> Result<()> {
    let mut stage = private_day(engine).await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.start().await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.say_offline(true).await?;
    stage.tap("Leave").await?;
    is_covered(&stage).await?;
    stage.reload().await?;
    is_covered(&stage).await?;
    for _ in 0..3 {
        stage.press(Key::Shift).await?;
    }
    is_covered(&stage).await?;
    stage.tap("Open").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

/// However far a page is scrolled, whatever is said over it, and while a field has the focus.
async fn nothing_covers_leave(engine: Engine) -> Result<()> {
    let stage = private_day(engine).await?;
    let is_free = "(() => {
        const leave = document.getElementById('leave');
        const { left, top, width, height } = leave.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === leave;
    })()";
    for address in ["#/", "#/more", "#/more/lock", "#/help", "#/goals/new"] {
        stage.open(address).await?;
        stage.heading_is_there().await?;
        stage
            .evaluate("void scrollTo(0, document.scrollingElement.scrollHeight)")
            .await?;
        ensure!(
            stage.evaluate(is_free).await? == true,
            "it is covered on {address}"
        );
        let focus = "void [...document.querySelectorAll('main input, main textarea, main a')].at(-1)?.focus()";
        stage.evaluate(focus).await?;
        ensure!(
            stage.evaluate(is_free).await? == true,
            "it is covered in a field of {address}"
        );
    }
    stage.finish().await
}

#[tokio::test]
async fn leave_before_the_app_has_started() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.allow(NEUTRAL);
    stage
        .before_each_page(
            "delete WebAssembly.instantiate; delete WebAssembly.instantiateStreaming;",
        )
        .await?;
    stage.open("").await?;
    stage.tap("Leave").await?;
    stage.is_at(NEUTRAL).await?;
    stage.open("#/goals").await?;
    is_covered(&stage).await?;
    stage.finish().await
}
