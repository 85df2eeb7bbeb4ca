//! What the browser writes into its own files about what a person types: nothing, beside the two stores.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};
use sha2::{Digest, Sha256};
use waymark::route::Route;

mod fields;
mod passcode;

journeys::on_every_engine! {
    words_are_in_the_two_stores_alone
    words_of_a_locked_diary_are_nowhere
    words_that_are_not_kept_are_nowhere
    after_delete_everything_nothing_is_added
}

/// A browser may look the place up at the tap on Leave, although nobody goes there.
const WEATHER: &str = "https://www.bbc.co.uk/";
const PASSCODE: &str = "three plain words";

/// A word for each name, of which no other has a part: what is compressed shows it whole. No capitals: three presses of
/// Shift are Leave.
fn word(name: &str) -> String {
    let hash = Sha256::digest(name);
    hash.iter()
        .take(12)
        .map(|byte| char::from(b'a' + byte % 26))
        .collect()
}

async fn has(stage: &Stage, button: &str) -> Result<bool> {
    Ok(stage.buttons().await?.iter().any(|name| name == button))
}

/// Notes something today, in a diary that may have nothing yet.
async fn note(stage: &Stage, words: &str) -> Result<()> {
    let form = Route::Log(stage.today().await?, None).href();
    stage.open(&form).await?;
    stage.type_into("What did you do?", words).await?;
    stage.tick("Give").await?;
    stage.tap("Save").await?;
    stage.within("Also").sees(words).await
}

/// Notes one thing, and types a word into every kind of field, of which nothing is sent. Gives the words.
async fn type_everywhere(stage: &Stage, when: &str) -> Result<Vec<String>> {
    let mut typed = Vec::new();
    let mut next = |field: &str| {
        typed.push(word(&format!("{when}{field}")));
        typed.last().cloned().unwrap_or_default()
    };
    let control = |field: &str| word(&format!("{when}control{field}"));
    note(stage, &next("noted")).await?;
    if has(stage, "Add a note").await? {
        stage.tap("Add a note").await?;
    }
    stage.type_into("A note for this day", &next("day")).await?;
    stage.tabs_are_written(&control("day")).await?;
    stage.tap("Add to Connect").await?;
    stage.type_into("What did you do?", &next("what")).await?;
    stage.open_all().await?;
    stage.type_into("Note", &next("note")).await?;
    stage.tabs_are_written(&control("log")).await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", &next("goal")).await?;
    stage.tabs_are_written(&control("goal")).await?;
    stage.open("#/look-back/find").await?;
    stage.type_into("Which words?", &next("find")).await?;
    stage.tabs_are_written(&control("find")).await?;
    stage.open("#/milestones/new").await?;
    stage.heading("A milestone").await?;
    stage.open_all().await?;
    stage.type_into("A private note", &next("reached")).await?;
    stage.tabs_are_written(&control("reached")).await?;
    Ok(typed)
}

/// None of the words is in a file of the browser's beside the stores.
fn beside_the_stores(stage: &Stage, words: &[String]) -> Result<()> {
    for word in words {
        let found = stage.traces_beside_the_stores(word)?;
        ensure!(found.is_empty(), "{word} stands in {found:?}");
    }
    Ok(())
}

/// None of the words is in any file.
fn anywhere(stage: &Stage, words: &[String]) -> Result<()> {
    for word in words {
        let found = stage.traces(word)?;
        ensure!(found.is_empty(), "{word} stands in {found:?}");
    }
    Ok(())
}

async fn words_are_in_the_two_stores_alone(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    let words = type_everywhere(&stage, "one").await?;
    // The search finds what is there.
    stage
        .wait_until("the note is on the disk", async || {
            Ok(!stage.traces(&words[0])?.is_empty())
        })
        .await?;
    beside_the_stores(&stage, &words)?;
    stage.restart().await?;
    beside_the_stores(&stage, &words)?;
    stage.start().await?;
    let more = type_everywhere(&stage, "two").await?;
    stage.crash_at_once().await?;
    beside_the_stores(&stage, &words)?;
    beside_the_stores(&stage, &more)?;
    stage.finish().await
}

async fn words_of_a_locked_diary_are_nowhere(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.allow(WEATHER);
    stage.start().await?;
    stage.log_first().await?;
    passcode::set_lock(&stage, PASSCODE).await?;
    let words = type_everywhere(&stage, "locked").await?;
    anywhere(&stage, &words)?;
    stage.say_offline(true).await?;
    stage.tap("Leave").await?;
    stage.heading("This page is closed").await?;
    stage.say_offline(false).await?;
    stage.go_beside_the_app().await?;
    stage.tabs_are_written(&word("left")).await?;
    anywhere(&stage, &words)?;
    stage.restart().await?;
    anywhere(&stage, &words)?;
    stage.open("#/").await?;
    passcode::open_lock(&stage, PASSCODE).await?;
    let more = type_everywhere(&stage, "again").await?;
    // Killed last: started after that, Chromium was not seen to write its tabs.
    stage.crash_at_once().await?;
    anywhere(&stage, &words)?;
    anywhere(&stage, &more)?;
    stage.finish().await
}

async fn words_that_are_not_kept_are_nowhere(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/unsaved").await?;
    stage.tap("Start without saving").await?;
    stage.sees("Not kept after you close this page.").await?;
    let words = type_everywhere(&stage, "unsaved").await?;
    anywhere(&stage, &words)?;
    stage.tap("Print or send").await?;
    stage.tap("Clear and end").await?;
    stage.within("Screens").sees("Look back").await?;
    stage.open("#/demo/1").await?;
    stage.sees("Example – not a real person").await?;
    let made_up = type_everywhere(&stage, "example").await?;
    anywhere(&stage, &words)?;
    anywhere(&stage, &made_up)?;
    stage.crash_at_once().await?;
    anywhere(&stage, &words)?;
    anywhere(&stage, &made_up)?;
    stage.finish().await
}

async fn after_delete_everything_nothing_is_added(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    let words = type_everywhere(&stage, "old").await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.tabs_are_written(&word("deleted")).await?;
    beside_the_stores(&stage, &words)?;
    stage.restart().await?;
    beside_the_stores(&stage, &words)?;
    stage.finish().await
}
