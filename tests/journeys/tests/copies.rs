//! Copies: saved under a neutral name, opened with a look before, added, and everything deleted.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Stage, seed};
use std::collections::BTreeMap;

journeys::on_every_engine! {
    saved_deleted_and_opened_again
    adding_is_taken_back
    what_was_taken_back_can_be_added_again
    a_second_thought_about_deleting
    wrong_files_get_plain_words
    a_file_that_was_changed_says_so
}

/// What is stored, without what concerns the copy itself.
async fn stored(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let mut kept = stage.vault().await?;
    kept.retain(|key, _| key.contains('/'));
    Ok(kept)
}

async fn saved_deleted_and_opened_again(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let journal = seed::week(today);
    stage.fill(&journal, today).await?;
    let before = stored(&stage).await?;
    ensure!(before.len() > 20, "{} records", before.len());

    stage.open("#/more/kept").await?;
    stage.sees("No copy saved yet.").await?;
    stage.tap("Save a copy").await?;
    stage.sees("The copy is with your browser now.").await?;
    let file = stage.downloaded().await?;
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .context("no name")?;
    ensure!(name == format!("diary-{today}.json"), "it is called {name}");
    stage
        .sees(&format!("Last copy: {}", stage.long_day(today).await?))
        .await?;

    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.sees("Are you sure?").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    let only_generation = |kept: &BTreeMap<String, String>| kept.keys().eq(["gen"]);
    ensure!(
        only_generation(&stage.mirror().await?),
        "{:?}",
        stage.mirror().await?
    );
    ensure!(
        only_generation(&stage.vault().await?),
        "{:?}",
        stage.vault().await?
    );
    stage.tap("Today").await?;
    stage.heading("Small things, every day").await?;
    stage.restart().await?;
    stage.start().await?;
    stage.heading("Small things, every day").await?;

    stage.open("#/more/kept").await?;
    stage.give_file("Choose the file", &file).await?;
    stage
        .sees(&format!("A copy from {}.", stage.long_day(today).await?))
        .await?;
    stage
        .sees(&format!("{} things are new.", journal.count()))
        .await?;
    ensure!(
        stored(&stage).await?.is_empty(),
        "it was added before anyone said so"
    );
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.saved().await?;
    ensure!(
        stored(&stage).await? == before,
        "not everything is back as it was"
    );

    stage.give_file("Choose the file", &file).await?;
    stage.sees("Everything in it is here already.").await?;
    ensure!(
        !stage
            .buttons()
            .await?
            .iter()
            .any(|name| name == "Add it all")
    );
    ensure!(
        stored(&stage).await? == before,
        "adding it twice changed something"
    );
    stage.tap("Today").await?;
    stage
        .within("Also")
        .sees("Helped Sam carry the shopping")
        .await?;
    stage.finish().await
}

async fn adding_is_taken_back(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let copy = seed::copy(&seed::week(today), today);
    stage.choose_copy(copy.as_bytes()).await?;
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.start().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see("Helped Sam").await?;
    stage.open("#/milestones").await?;
    stage
        .sees("Things you reached, big or small, can stand here.")
        .await?;
    stage.finish().await
}

async fn what_was_taken_back_can_be_added_again(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let copy = seed::copy(&seed::week(today), today);
    stage.choose_copy(copy.as_bytes()).await?;
    stage.tap("Add it all").await?;
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await?;
    stage.choose_copy(copy.as_bytes()).await?;
    stage.sees("A copy from").await?;
    stage
        .does_not_see("Everything in it is here already.")
        .await?;
    stage.tick("Bring them back").await?;
    stage.tap("Add it all").await?;
    stage.tap("Today").await?;
    stage
        .within("Also")
        .sees("Helped Sam carry the shopping")
        .await?;
    stage.finish().await
}

async fn a_second_thought_about_deleting(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Go back").await?;
    stage.heading("More").await?;
    stage.tap("Today").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.finish().await
}

async fn wrong_files_get_plain_words(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let before = stage.records().await?;
    let copy = seed::copy(&seed::week(today), today);
    let cut_off = &copy.as_bytes()[..copy.len() / 2];
    let newer = br#"{"app":"waymark","format":3,"made":"2026-11-21","records":[]}"#;
    let wide: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let huge = vec![b' '; 20_000_001];
    let deep = "[".repeat(100_000);
    let not_ours = "This is not a copy made by this app.";
    let files: [(&[u8], &str); 10] = [
        (b"", "This file is empty."),
        (b" \n ", "This file is empty."),
        (b"hello", not_ours),
        (b"{\"app\":\"other\",\"format\":1,\"records\":[]}", not_ours),
        (b"<!doctype html><script>alert(1)</script>", not_ours),
        (deep.as_bytes(), not_ours),
        (cut_off, not_ours),
        (newer, "This copy is from a newer version."),
        (&wide, "This file is not plain text."),
        (&huge, "This file is too large for a copy."),
    ];
    for (file, said) in files {
        stage.choose_copy(file).await?;
        stage
            .sees(said)
            .await
            .with_context(|| format!("a file of {} bytes", file.len()))?;
        stage.reload().await?;
        stage.sees("Choose the file").await?;
    }
    ensure!(
        stage.records().await? == before,
        "a wrong file changed something"
    );
    stage.finish().await
}

async fn a_file_that_was_changed_says_so(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let copy = seed::copy(&seed::week(today), today);
    stage
        .choose_copy(copy.replacen("canal", "river", 1).as_bytes())
        .await?;
    stage
        .sees("The file was changed after it was saved.")
        .await?;
    stage.sees("1 entry in it could not be read.").await?;
    stage.tap("Add it all").await?;
    stage.saved().await?;
    stage.tap("Today").await?;
    stage
        .within("Also")
        .sees("Helped Sam carry the shopping")
        .await?;
    stage.finish().await
}

/// A clipboard that can be looked into, and that takes nothing once `window.refusing` is set.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: {
    async writeText(text) {
        if (window.refusing) throw new DOMException('no', 'NotAllowedError');
        window.clip = text;
    },
} });";

/// Of what is deleted beside the entries, only what went is said to be gone.
#[tokio::test]
async fn what_the_app_left_elsewhere_is_said_as_it_is() -> Result<()> {
    let files_gone = "The app's own files are gone too.";
    let files_stay = "The app's own files could not all be deleted.";
    let copied_gone = "What this page copied is gone too.";
    let copied_stays = "What this page copied may still be there.";
    for (copies, refuses) in [(false, false), (true, false), (true, true)] {
        let stage = Stage::new().await?;
        stage.before_each_page(CLIPBOARD).await?;
        stage.start().await?;
        stage.log_first().await?;
        stage.is_ready_offline().await?;
        if copies {
            stage.open("#/more/take").await?;
            stage.tap("Copy the lines").await?;
            stage.says("The lines are copied.").await?;
        }
        if refuses {
            stage
                .evaluate("void (window.refusing = true, CacheStorage.prototype.delete = async () => { throw Error(); })")
                .await?;
        }
        stage.open("#/more/delete").await?;
        stage.tap("Delete everything").await?;
        stage.tap("Yes, delete it all").await?;
        stage.sees("Everything is deleted.").await?;
        let clip = stage.evaluate("window.clip ?? ''").await?;
        let left = stage
            .evaluate("caches.keys().then(names => names.length)")
            .await?;
        stage
            .sees(if refuses { files_stay } else { files_gone })
            .await?;
        ensure!((left == 0) != refuses, "{left} caches are left");
        let text = stage.text().await?;
        ensure!(text.contains(copied_gone) == (copies && !refuses), "{text}");
        ensure!(text.contains(copied_stays) == refuses, "{text}");
        ensure!((clip == "") != refuses, "on the clipboard: {clip}");
        stage.finish().await?;
    }
    Ok(())
}
