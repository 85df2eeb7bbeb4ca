//! History from other apps: what was found, where it belongs, what stays behind, and one undo.
mod archive;
mod tables;

use anyhow::{Result, ensure};
use archive::{archive as zip, small, ten_years};
use journeys::{Engine, Stage};
use std::collections::BTreeMap;

journeys::on_every_engine! {
    loops_archive_comes_whole
}

/// Opens the page and gives it this file.
async fn give(stage: &mut Stage, name: &str, bytes: &[u8]) -> Result<()> {
    let file = stage.new_file(name, bytes)?;
    stage.open("#/more/bring").await?;
    stage.heading("Bring your history along").await?;
    stage.give_file("Choose the file", &file).await
}

/// What is stored, without what concerns the store itself.
async fn stored(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let mut kept = stage.vault().await?;
    kept.retain(|key, _| key.contains('/') && !key.starts_with("draft/"));
    Ok(kept)
}

/// Picks the Ways of the small archive's things.
async fn pick(stage: &Stage) -> Result<()> {
    stage.within("Meditate").tick("Take notice").await?;
    stage.within("Read").tick("Keep learning").await?;
    stage.within("<b>Old</b> thing").tick("Give").await
}

async fn loops_archive_comes_whole(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.open("#/more/kept").await?;
    stage
        .tap_in("Bring your history along", "Bring your history along")
        .await?;
    stage.is_at("#/more/bring").await?;
    give(&mut stage, "Loop Habits CSV.zip", &small(today)).await?;
    stage.sees("What was found").await?;
    stage
        .within("Meditate")
        .sees("2 days, 1 day of rest")
        .await?;
    stage.within("Read").sees("with amounts in pages").await?;
    stage
        .within("Meditate")
        .is_ticked("It is still a goal of mine")
        .await?;
    stage
        .within("<b>Old</b> thing")
        .is_not_ticked("It is still a goal of mine")
        .await?;
    stage.tap("Show what would come").await?;
    stage
        .sees("Pick a way for these, or leave them out: Meditate, Read, <b>Old</b> thing")
        .await?;
    pick(&stage).await?;
    stage.tap("Show what would come").await?;
    stage.sees("3 goals").await?;
    stage.sees("4 things on days").await?;
    stage.sees("2 notes").await?;
    stage
        .sees("1 day was ticked by the other app, not by you.")
        .await?;
    stage
        .sees("2 rows say that something was not done.")
        .await?;
    stage
        .sees("2 questions and descriptions have no place here.")
        .await?;
    stage
        .sees("Colours, scores and reminders stay in Loop.")
        .await?;
    stage.fits_the_screen().await?;
    ensure!(
        stored(&stage).await?.is_empty(),
        "it was added before anyone said so"
    );
    stage.tap("Add it all").await?;
    stage.sees("It is all here").await?;
    stage.says("Your history is here.").await?;
    stage.saved().await?;
    let after = stored(&stage).await?;
    let amount = after
        .get(&format!("day/{}", today.before(1)))
        .is_some_and(|day| day.contains("\"amount\":12500"));
    ensure!(amount, "the amount is lost");
    stage.tap("Goals").await?;
    stage.sees("Meditate").await?;
    stage.tap("Today").await?;
    stage.within("Take notice").is_ticked("Meditate").await?;
    stage.open(&format!("#/day/{}", today.before(1))).await?;
    stage
        .holds(
            "A note for this day",
            "Meditate: Ten minutes, by the window",
        )
        .await?;

    // A second time it changes nothing.
    give(&mut stage, "again.zip", &small(today)).await?;
    stage.sees("What was found").await?;
    pick(&stage).await?;
    stage.tap("Show what would come").await?;
    stage.sees("All of it is here already.").await?;
    ensure!(
        !stage
            .buttons()
            .await?
            .iter()
            .any(|name| name == "Add it all")
    );
    ensure!(stored(&stage).await? == after, "a look changed something");
    stage.reload().await?;
    stage.start().await?;
    stage.within("Take notice").is_ticked("Meditate").await?;
    stage.finish().await
}

#[tokio::test]
async fn one_undo_takes_all_of_it_back() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    give(&mut stage, "loop.zip", &small(today)).await?;
    pick(&stage).await?;
    stage.within("Read").tick("Leave this one out").await?;
    stage.tap("Show what would come").await?;
    stage.sees("2 goals").await?;
    stage.sees("You left 1 out. Such as: Read").await?;
    stage.axe().await?;
    stage.tap("Add it all").await?;
    stage.says("Your history is here.").await?;
    stage.saved().await?;
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.start().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see("Meditate").await?;
    stage.open("#/goals").await?;
    stage.does_not_see("Meditate").await?;
    stage.finish().await
}

/// Notes in each page where the program's memory is.
const FIND_MEMORY: &str = "for (const way of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
        const made = await real.apply(WebAssembly, given);
        const exported = Object.values((made.instance ?? made).exports);
        window.memory ??= exported.find((one) => one instanceof WebAssembly.Memory);
        return made;
    };
}";

#[tokio::test]
async fn ten_years_are_read_while_the_page_stays_usable() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.before_each_page(FIND_MEMORY).await?;
    let today = stage.start().await?;
    let bytes = ten_years(today);
    // How often the page could do something else, and the longest time that it did not.
    let watch = "window.answers = 0; window.longest = 0; window.last = performance.now(); setInterval(() => {
        const now = performance.now(); window.longest = Math.max(window.longest, now - window.last);
        window.last = now; window.answers += 1; }, 4); true";
    stage.open("#/more/bring").await?;
    stage
        .evaluate(&format!("(() => {{ {watch} }})()").replace("; true", "; return true;"))
        .await?;
    let file = stage.new_file("loop.zip", &bytes)?;
    stage.give_file("Choose the file", &file).await?;
    stage.sees("What was found").await?;
    let longest = stage.evaluate("window.longest").await?;
    println!("the longest task while reading: {longest} ms");
    let answers = stage.evaluate("window.answers").await?;
    ensure!(
        answers.as_u64().is_some_and(|answers| answers >= 20),
        "the page could do something else only {answers} times"
    );
    stage.within("Thing 1").tick("Be active").await?;
    stage.within("Thing 30").tick("Give").await?;
    stage.evaluate("document.querySelectorAll('fieldset').forEach(set => {
        const boxes = set.querySelectorAll('input'); if (![...boxes].slice(0, 5).some(box => box.checked)) boxes[0].click(); })").await?;
    stage.tap("Show what would come").await?;
    stage.sees("30 goals").await?;
    stage.sees("74460 things on days").await?;
    stage.evaluate("window.longest = 0").await?;
    stage.tap("Add it all").await?;
    stage.sees("It is all here").await?;
    let page = stage.waiting(std::time::Duration::from_secs(120));
    page.wait_until(
        "it is saved",
        async || Ok(stage.vault().await?.len() > 3650),
    )
    .await?;
    stage.saved().await?;
    let longest = stage.evaluate("window.longest").await?;
    println!("the longest task while adding: {longest} ms");
    let memory = stage.evaluate("window.memory.buffer.byteLength").await?;
    println!("memory of the program: {memory} bytes");
    ensure!(
        memory.as_u64().is_some_and(|memory| memory < 64 << 20),
        "the program takes {memory} bytes"
    );
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.finish().await
}

#[tokio::test]
async fn it_can_be_stopped() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let before = stored(&stage).await?;
    stage.open("#/more/bring").await?;
    let file = stage.new_file("loop.zip", &ten_years(today))?;
    // As soon as the bar is there, before the driver could.
    stage
        .evaluate("(() => { const look = () => { const stop = [...document.querySelectorAll('button')]
            .find(button => button.innerText === 'Stop'); if (stop && document.querySelector('progress')) stop.click();
            else setTimeout(look, 5); }; look(); return true; })()")
        .await?;
    stage.give_file("Choose the file", &file).await?;
    stage.sees("Stopped. Nothing was added.").await?;
    stage.does_not_see("What was found").await?;
    ensure!(stored(&stage).await? == before, "something was added");
    // Another file may be chosen now.
    let file = stage.new_file("small.zip", &small(today))?;
    stage.give_file("Choose the file", &file).await?;
    stage.sees("What was found").await?;
    // Leaving the page in the middle is fine, too.
    stage.tap("Today").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.finish().await
}

#[tokio::test]
async fn wrong_files_get_plain_words() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    let before = stored(&stage).await?;
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let elsewhere = zip(&[file("Habits.csv", "Name\n"), file("../x", "x")]);
    let bomb = zip(&[file("Habits.csv", &" ".repeat(20_000_000))]);
    let photo = zip(&[file("photo.jpg", "x")]);
    let whole = zip(&[
        file("Habits.csv", "Name\nWalk\n"),
        file("001 Walk/Checkmarks.csv", "2026-11-01,2\n"),
    ]);
    let huge = vec![b' '; 20_000_001];
    let nothing = "There is no history in this file that can be read here.";
    let files: [(&[u8], &str); 11] = [
        (b"", "This file is empty."),
        (b"hello", nothing),
        (b"{\"app\":\"other\"}", nothing),
        (b"<!doctype html><script>alert(1)</script>", nothing),
        (&photo, nothing),
        (b"caf\xe9,1\n", "This file is not plain text."),
        (b"\x89PNG\r\n\x1a\n\xff", "This file is not plain text."),
        (&huge, "This file is too large. The most is 20 MB."),
        (&elsewhere, "This zip file has a path that is not safe."),
        (&bomb, "There is too much in this file."),
        (&whole[..whole.len() - 30], "This zip file is damaged."),
    ];
    for (bytes, said) in files {
        give(&mut stage, "file", bytes).await?;
        stage.sees(said).await?;
        stage.reload().await?;
        stage.sees("Choose the file").await?;
    }
    ensure!(
        stored(&stage).await? == before,
        "a wrong file changed something"
    );
    stage.finish().await
}
