//! No field of any screen is one that a browser keeps on its disk: the rules that were measured, field by field.
//!
//! | what says `autocomplete="off"` | Chromium 156 | Firefox ESR 153 | WebKitGTK |
//! |---|---|---|---|
//! | an input itself | not kept | not kept | not kept |
//! | a text area or a list itself | not kept | not kept | **kept** |
//! | its form alone | not kept | **kept** | not kept |
//! | nobody | **kept** | **kept** | **kept** |
//! | a password field that was made one of text | **kept** | not kept | **kept** |
use super::PASSCODE;
use super::passcode::set_lock;
use anyhow::{Result, ensure};
use journeys::{Stage, every_address, rests_at, seed};
use waymark::domain::journal::Journal;

/// The fields that a browser would keep, as they stand in the page.
const KEPT: &str = "[...document.querySelectorAll('input, select, textarea, [contenteditable]')]
    .filter((field) => {
        const off = (one) => one?.getAttribute('autocomplete') === 'off';
        if (field.type === 'password') return false;
        return !off(field) || (field.localName !== 'input' && !off(field.form));
    })
    .map((field) => field.outerHTML.slice(0, 200))";
const COUNT: &str = "document.querySelectorAll('input, select, textarea').length";

/// Adds what is wrong with the fields of the page that is open; gives how many there are.
async fn judge(stage: &Stage, place: &str, faults: &mut Vec<String>) -> Result<u64> {
    stage.open_all().await?;
    let kept = stage.evaluate(KEPT).await?;
    for field in kept.as_array().map_or(&[][..], Vec::as_slice) {
        faults.push(format!("{place}: {field}"));
    }
    Ok(stage.evaluate(COUNT).await?.as_u64().unwrap_or_default())
}

async fn every_screen(stage: &Stage, journal: &Journal, faults: &mut Vec<String>) -> Result<u64> {
    let today = stage.today().await?;
    let mut count = 0;
    for address in every_address(journal, today) {
        stage.open(&address).await?;
        stage.is_at(rests_at(&address)).await?;
        stage.heading_is_there().await?;
        count += judge(stage, &address, faults).await?;
    }
    Ok(count)
}

#[tokio::test]
async fn every_field_says_that_it_is_not_to_be_kept() -> Result<()> {
    let (mut stage, today) = Stage::with_parts().await?;
    let mut faults = Vec::new();
    let journal = seed::with_parts(today);
    let count = every_screen(&stage, &journal, &mut faults).await?;
    ensure!(count > 200, "{count} fields are not all of them");
    // The columns of a table, which are asked about once a file is there.
    let table = "Quando,Che cosa,Quanto\n21/11/2026,Camminare,3\n22/11/2026,Camminare,4\n";
    let table = stage.new_file("table.csv", table.as_bytes())?;
    stage.open("#/more/bring").await?;
    stage.give_file("Choose the file", &table).await?;
    stage
        .wait_until("the columns are asked about", async || {
            let lists = "document.querySelectorAll('select').length";
            Ok(stage.evaluate(lists).await? != 0)
        })
        .await?;
    judge(&stage, "the columns of a table", &mut faults).await?;
    set_lock(&stage, PASSCODE).await?;
    judge(&stage, "a lock that is on", &mut faults).await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    judge(&stage, "a locked diary", &mut faults).await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    // The rule finds a field that breaks it.
    let bad = "void document.body.append(document.createElement('textarea'))";
    stage.evaluate(bad).await?;
    judge(&stage, "a bad field", &mut faults).await?;
    ensure!(faults.len() == 1, "a text area without a rule is not found");
    stage.finish().await
}
