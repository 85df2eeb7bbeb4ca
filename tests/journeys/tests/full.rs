//! A full store never loses what was typed; deleting and saving a copy still work.
use anyhow::{Context, Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};
use std::fs;

journeys::on_every_engine! {
    with_the_working_copy_exactly_full
    no_room_in_the_durable_copy
}

const NO_ROOM: &str =
    "Not saved yet. There is no room left on this device. Make some room, then try again.";
const FIELD: &str = "What did you do?";

/// Fills what `localStorage` has for this origin, to the last character.
const FILL: &str = "(() => {
    let part = 0;
    for (let size = 1 << 20; size >= 1; size /= 2)
        try {
            for (;;) localStorage.setItem(`f${part}`, 'x'.repeat(size)), part += 1;
        } catch { /* not so much */ }
    return part;
})()";

const MAKE_ROOM: &str = "void Object.keys(localStorage).filter(key => /^f[0-9]+$/.test(key))
    .forEach(key => localStorage.removeItem(key))";

/// An entry, and in both places the room that can be given back.
async fn with_ballast(stage: &Stage) -> Result<()> {
    stage.start().await?;
    stage.log_first().await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage
        .wait_until("there is room to give back", async || {
            let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
            Ok(mirror.contains_key("0/ballast") && vault.contains_key("ballast"))
        })
        .await
}

/// Waits until there is room to give back once more.
async fn with_ballast_again(stage: &Stage) -> Result<()> {
    stage
        .wait_until("there is room to give back", async || {
            Ok(stage.vault().await?.contains_key("ballast"))
        })
        .await
}

/// The form is open, with its text, and says that it is not saved.
async fn stays_open(stage: &Stage, words: &str) -> Result<()> {
    stage.says(NO_ROOM).await?;
    stage.heading(FIELD).await?;
    stage.holds(FIELD, words).await
}

async fn with_the_working_copy_exactly_full(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(engine, &host).await?;
    with_ballast(&stage).await?;
    stage.evaluate(FILL).await?;
    stage.send_entry("In the room given back").await?;
    stage.within("Also").sees("In the room given back").await?;
    stage.saved().await?;
    let mirror = stage.mirror().await?;
    ensure!(!mirror.contains_key("0/ballast"), "the ballast is there");
    let is_in = mirror.values().any(|text| text.contains("In the room"));
    ensure!(is_in, "it is in the durable copy alone");

    // With that place alone, and no ballast left.
    stage.evaluate(FILL).await?;
    stage.start_failing_at("open-throws").await?;
    stage.evaluate(FILL).await?;
    stage.send_entry("No room for this").await?;
    stays_open(&stage, "No room for this").await?;
    stage.tap("Save").await?;
    stays_open(&stage, "No room for this").await?;
    let text = stage.mirror().await?.into_values().collect::<String>();
    ensure!(!text.contains("No room for this"), "{text}");
    ensure!(
        text.contains("A first thing") && text.contains("In the room"),
        "{text}"
    );
    stage.evaluate(MAKE_ROOM).await?;
    stage.tap("Save").await?;
    stage.within("Also").sees("No room for this").await?;
    stage.saved().await?;
    let text = stage.mirror().await?.into_values().collect::<String>();
    ensure!(text.matches("No room for this").count() == 1, "{text}");

    stage.evaluate(FILL).await?;
    // The durable copy cannot be opened here, and is emptied by the next start that can.
    let said = "What could be reached is deleted.";
    copies_and_deletes(&mut stage, "No room for this", said).await?;
    stage.finish().await
}

/// Saves a copy, and deletes everything; then this is `said`.
async fn copies_and_deletes(stage: &mut Stage, words: &str, said: &str) -> Result<()> {
    stage.open("#/more/kept").await?;
    stage.tap("Save a copy").await?;
    let copy = fs::read_to_string(stage.downloaded().await?)?;
    ensure!(copy.contains(words), "{copy}");
    stage.tap("Close").await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees(said).await?;
    let left = stage.mirror().await?;
    ensure!(left.keys().all(|key| key == "gen"), "{left:?}");
    Ok(())
}

async fn no_room_in_the_durable_copy(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(engine, &host).await?;
    with_ballast(&stage).await?;
    let at: &[(&str, u32)] = match engine {
        Engine::Chromium => &[
            ("put", 1),
            ("put", 2),
            ("put", 3),
            ("put", 4),
            ("put", 5),
            ("put", 6),
            ("commit", 1),
            ("commit", 2),
            ("commit", 5),
        ],
        Engine::Firefox | Engine::WebKit => &[("put", 2), ("commit", 1)],
    };
    for &(how, count) in at {
        let told = from_the_nth(&stage, how, count).await;
        told.with_context(|| format!("{how} from call {count} on"))?;
    }
    stage.fail_at("").await?;
    let before = stage.vault().await?;
    stage.start_failing_at("put:1:1").await?;
    stage.send_entry("In the room given back").await?;
    stage.within("Also").sees("In the room given back").await?;
    stage.saved().await?;
    let after = stage.vault().await?;
    ensure!(!after.contains_key("ballast"), "the ballast is there");
    ensure!(before.len() >= after.len(), "{after:?}");
    ensure!(stage.count_kept("In the room given back").await? == 1);
    // The copy's date is the first write; for the number that a wipe leaves, the ballast makes room.
    stage.start_failing_at("").await?;
    with_ballast_again(&stage).await?;
    stage.fail_at("put:2:2").await?;
    copies_and_deletes(
        &mut stage,
        "In the room given back",
        "Everything is deleted.",
    )
    .await?;
    ensure!(stage.vault().await?.keys().all(|key| key == "gen"));
    stage.finish().await
}

/// From the Nth write on there is no room: the form that meets it stays open, and is saved once there is.
async fn from_the_nth(stage: &Stage, how: &str, count: u32) -> Result<()> {
    stage.start_failing_at(&format!("{how}:{count}:")).await?;
    let mut words = String::new();
    for attempt in 0..=count {
        words = format!("Thing {how}{count}.{attempt}.");
        let before = stage.vault().await?;
        stage.send_entry(&words).await?;
        stage
            .wait_until("it says how that went", async || {
                let text = stage.text().await?;
                Ok(text.contains("Not saved yet.") || text.contains("Saved"))
            })
            .await?;
        if stage.text().await?.contains("Not saved yet.") {
            let records = |mut kept: std::collections::BTreeMap<String, String>| {
                kept.retain(|key, _| key.contains('/') && !key.starts_with("draft/"));
                kept
            };
            let same = records(before) == records(stage.vault().await?);
            ensure!(same, "an older value has changed");
            break;
        }
    }
    stays_open(stage, &words).await?;
    stage.fail_at("").await?;
    stage.tap("Save").await?;
    stage.within("Also").sees(&words).await?;
    stage.saved().await?;
    let kept = stage.count_kept(&words).await?;
    ensure!(kept == 1, "{words} is there {kept} times");
    stage.start_failing_at("").await?;
    stage.within("Also").sees(&words).await?;
    stage.within("Also").sees("A first thing").await
}

#[tokio::test]
async fn a_copy_that_finds_no_room_is_added_whole_or_not_at_all() -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    with_ballast(&stage).await?;
    let today = stage.today().await?;
    let copy = journeys::seed::copy(&journeys::seed::week(today), today);
    for how in ["put:1:", "put:3:", "put:6:", "commit:2:", "commit:5:"] {
        stage.go_beside().await?;
        stage.choose_copy(copy.as_bytes()).await?;
        stage.sees("things are new.").await?;
        let before = stage.vault().await?;
        stage.fail_at(how).await?;
        stage.tap("Add it all").await?;
        stage.says(NO_ROOM).await?;
        let mut after = stage.vault().await?;
        after.retain(|key, text| before.get(key) != Some(text));
        ensure!(after.is_empty(), "{how}: {after:?} was written");
        stage.fail_at("").await?;
    }
    stage.tap("Try again").await?;
    stage.saved().await?;
    stage.start().await?;
    stage
        .within("Also")
        .sees("Helped Sam carry the shopping")
        .await?;
    stage.within("Also").sees("A first thing").await?;
    stage.finish().await
}

/// What is in both places, but for what is given back when there is no room.
async fn without_ballast(stage: &Stage) -> Result<Vec<(String, String)>> {
    let both = stage
        .mirror()
        .await?
        .into_iter()
        .chain(stage.vault().await?);
    Ok(both.filter(|(key, _)| !key.ends_with("ballast")).collect())
}

#[tokio::test]
async fn a_copy_that_cannot_take_the_place_of_everything_changes_nothing() -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    with_ballast(&stage).await?;
    let today = stage.today().await?;
    let copy = journeys::seed::copy(&journeys::seed::week(today), today);
    for how in ["put", "put:5:", "commit"] {
        stage.start_failing_at("").await?;
        stage.choose_copy(copy.as_bytes()).await?;
        stage.tap("Put it in place of everything here").await?;
        stage.downloaded().await?;
        stage.sees("Things here that will go").await?;
        stage.is_at_rest().await?;
        let before = without_ballast(&stage).await?;
        stage.fail_at(how).await?;
        stage.tap("Yes, replace it all").await?;
        stage
            .says("This did not work. Nothing was changed. Choose the file again.")
            .await?;
        let after = without_ballast(&stage).await?;
        ensure!(after == before, "{how}: {before:?}\nbecame\n{after:?}");
        stage.start_failing_at("").await?;
        stage.within("Also").sees("A first thing").await?;
        stage.does_not_see("Helped Sam").await?;
    }
    stage.finish().await
}
