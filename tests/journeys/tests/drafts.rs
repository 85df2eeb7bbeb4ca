//! What was typed into a form and not sent is there again: after a kill, after Leave, after another page.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};
use waymark::domain::day::Day;

journeys::on_every_engine! {
    what_was_typed_outlasts_a_kill
    what_was_typed_outlasts_leave
}

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";
const AGAIN: &str = "This is what you typed before.";

/// The address of each form, its field, what is typed, and the button that sends it.
fn forms(today: Day) -> [(String, &'static str, &'static str, &'static str); 3] {
    [
        (
            format!("#/day/{today}/add/give"),
            "What did you do?",
            "Half a sentence",
            "Save",
        ),
        (
            "#/goals/new".to_owned(),
            "What will you do?",
            "Half a goal",
            "Save",
        ),
        (
            "#/milestones/new".to_owned(),
            "What did you reach?",
            "Half a step",
            "I reached this",
        ),
    ]
}

/// Where the durable copy keeps what was typed into the form at an address.
fn key(address: &str) -> String {
    format!("draft/{}", address.trim_start_matches('#'))
}

/// Types into a form, and waits until the durable copy has it: 500 ms after the last key.
async fn type_draft(stage: &Stage, address: &str, field: &str, words: &str) -> Result<()> {
    stage.open(address).await?;
    stage.type_into(field, words).await?;
    let key = key(address);
    stage
        .wait_until("what was typed is on the device", async || {
            let kept = stage.vault().await?;
            Ok(kept.get(&key).is_some_and(|text| text.contains(words)))
        })
        .await
}

async fn type_all(stage: &Stage, today: Day) -> Result<()> {
    for (address, field, words, _) in forms(today) {
        type_draft(stage, &address, field, words).await?;
    }
    Ok(())
}

/// Every form has again what was typed into it, and says so.
async fn all_is_there_again(stage: &Stage, today: Day) -> Result<()> {
    for (address, field, words, _) in forms(today) {
        stage.open(&address).await?;
        stage.holds(field, words).await?;
        stage.says(AGAIN).await?;
    }
    Ok(())
}

async fn what_was_typed_outlasts_a_kill(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    type_all(&stage, today).await?;
    stage.crash().await?;
    stage.start().await?;
    all_is_there_again(&stage, today).await?;
    stage.finish().await
}

async fn what_was_typed_outlasts_leave(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.allow(NEUTRAL);
    let today = stage.start().await?;
    type_all(&stage, today).await?;
    // Nothing answers there; the way back is what counts.
    stage.say_offline(true).await?;
    stage.tap("Leave").await?;
    stage.heading("This page is closed").await?;
    let page = stage.evaluate("document.documentElement.outerHTML").await?;
    ensure!(
        !page.to_string().contains("Half a"),
        "it is still in the page"
    );
    stage.tap("Open").await?;
    stage.is_started().await?;
    all_is_there_again(&stage, today).await?;
    stage.say_offline(false).await?;
    stage.finish().await
}

#[tokio::test]
async fn what_was_typed_outlasts_another_page_and_is_gone_once_sent() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    type_all(&stage, today).await?;
    stage.tap("Look back").await?;
    stage.heading("This week").await?;
    all_is_there_again(&stage, today).await?;
    for (address, field, words, button) in forms(today) {
        stage.open(&address).await?;
        stage.reload().await?;
        stage.holds(field, words).await?;
        stage.says(AGAIN).await?;
        if address == "#/goals/new" {
            stage.tick("Give").await?;
        }
        stage.tap(button).await?;
        stage.saved().await?;
        stage.sees(words).await?;
        let gone = key(&address);
        stage
            .wait_until("the draft is gone", async || {
                Ok(!stage.vault().await?.contains_key(&gone))
            })
            .await?;
        stage.open(&address).await?;
        stage.reload().await?;
        stage.holds(field, "").await?;
    }
    let left = stage.vault().await?;
    ensure!(
        !left.keys().any(|key| key.starts_with("draft/")),
        "{left:?}"
    );
    stage.finish().await
}

/// Makes one of each: an entry, a goal and a milestone. Gives the screen, the field, and what it is called.
async fn make_all(stage: &Stage) -> Result<[(&'static str, &'static str, &'static str); 3]> {
    stage.log_first().await?;
    stage.make_goal("A first goal", "Give").await?;
    stage.open("#/milestones/new").await?;
    stage
        .type_into("What did you reach?", "A first step")
        .await?;
    stage.tap("I reached this").await?;
    stage.saved().await?;
    Ok([
        ("#/", "What did you do?", "A first thing"),
        ("#/goals", "What will you do?", "A first goal"),
        ("#/milestones", "What did you reach?", "A first step"),
    ])
}

/// Opens the form of the one thing that is called so.
async fn open_form(stage: &Stage, screen: &str, words: &str) -> Result<()> {
    stage.open(screen).await?;
    let find = format!(
        "(link => link && (link.click(), true))([...document.querySelectorAll('#main a[href]')]
            .find(link => link.textContent.includes({words:?})))"
    );
    stage
        .wait_until("there is a link to it", async || {
            Ok(stage.evaluate(&find).await? == true)
        })
        .await
}

#[tokio::test]
async fn a_record_that_changed_in_another_tab_shows_both_texts() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let all = make_all(&stage).await?;
    stage.new_tab().await?;
    stage.start().await?;
    for (screen, field, words) in all {
        let (mine, theirs) = (format!("{words}, mine"), format!("{words}, theirs"));
        stage.go_to_tab(0).await?;
        open_form(&stage, screen, words).await?;
        stage.holds(field, words).await?;
        stage.type_into(field, &mine).await?;
        stage.go_to_tab(1).await?;
        open_form(&stage, screen, words).await?;
        stage.holds(field, words).await?;
        stage.type_into(field, &theirs).await?;
        stage.tap("Save").await?;
        stage.saved().await?;
        stage.sees(&theirs).await?;
        stage.go_to_tab(0).await?;
        let told = format!("This was changed in another tab. It now says: {theirs}");
        stage.says(&told).await?;
        stage.holds(field, &mine).await?;
        stage.tap("Save").await?;
        stage.saved().await?;
        stage.sees(&mine).await?;
        stage.does_not_see(&theirs).await?;
    }
    stage.finish().await
}
