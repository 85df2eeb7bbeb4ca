//! Checking a copy: the person chooses the file and is told what is in it; nothing is changed. Sharing one.
use anyhow::{Context, Result, ensure};
use journeys::{Stage, seed};
use std::fs;
use std::path::{Path, PathBuf};

/// A phone whose sheet takes plain text alone; `window.shared` is what it was given. While `window.refusing` is a name,
/// it ends with that error.
const SHEET: &str = "
    navigator.canShare = ({ files }) => files.every((file) => file.type === 'text/plain');
    navigator.share = async ({ files: [file] }) => {
        if (window.refusing) throw new DOMException('', window.refusing);
        window.shared = [file.name, await file.text()];
    };";

async fn check(stage: &Stage, file: &Path, said: &[&str]) -> Result<()> {
    stage.open("#/more/kept").await?;
    stage.reload().await?;
    stage.give_file("Check a copy", file).await?;
    for said in said {
        stage
            .sees(said)
            .await
            .with_context(|| file.display().to_string())?;
    }
    let offers = stage.buttons().await?;
    ensure!(
        !offers.iter().any(|name| name == "Add it all"),
        "{offers:?}"
    );
    Ok(())
}

fn written(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let file = folder.join(name);
    fs::write(&file, text)?;
    Ok(file)
}

#[tokio::test]
async fn a_copy_is_checked() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::week(today);
    stage.fill(&journal, today).await?;
    stage.open("#/more/kept").await?;
    stage.tap("Save a copy").await?;
    let own = stage.downloaded().await?;
    let from = format!("A copy from {}.", stage.long_day(today).await?);
    let holds = format!("It holds {} things.", journal.count());
    let whole = "The file is whole.";
    let all = "Everything here is in it.";
    check(&stage, &own, &[&from, &holds, all, whole]).await?;

    let folder = own.parent().context("no folder")?;
    let text = fs::read_to_string(&own)?;
    let damaged = written(folder, "damaged.json", &text.replacen("canal", "river", 1))?;
    let changed = "The file was changed after it was saved.";
    let lost = [
        "1 thing here is not in it.",
        "1 entry in it could not be read.",
        changed,
    ];
    check(&stage, &damaged, &lost).await?;
    let other = written(folder, "other.json", r#"{"app":"other","records":[]}"#)?;
    check(&stage, &other, &["This is not a copy made by this app."]).await?;

    stage.start().await?;
    stage.log("After the copy", "Give").await?;
    let before = stage.records().await?;
    check(&stage, &own, &["1 thing here is not in it.", whole]).await?;
    ensure!(
        stage.records().await? == before,
        "checking changed something"
    );
    stage.finish().await
}

#[tokio::test]
async fn a_copy_is_shared() -> Result<()> {
    let stage = Stage::new().await?;
    stage.before_each_page(SHEET).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/kept").await?;
    for refusing in ["AbortError", "NotAllowedError"] {
        stage
            .evaluate(&format!("void (window.refusing = '{refusing}')"))
            .await?;
        stage.tap("Share the copy").await?;
        if refusing == "NotAllowedError" {
            stage.says("This browser could not make the file.").await?;
        }
        stage.sees("No copy saved yet.").await?;
    }
    stage.evaluate("void (window.refusing = '')").await?;
    stage.tap("Share the copy").await?;
    stage.says("The copy was shared.").await?;
    let last = format!("Last copy: {}", stage.long_day(today).await?);
    stage.sees(&last).await?;
    let shared = stage.evaluate("window.shared").await?;
    let name = format!("diary-{today}.txt");
    ensure!(shared[0] == name, "it is called {}", shared[0]);
    let text = shared[1].as_str().context("no text")?;

    let folder = tempfile::TempDir::new()?;
    let file = written(folder.path(), &name, text)?;
    check(
        &stage,
        &file,
        &["Everything here is in it.", "The file is whole."],
    )
    .await?;
    stage.finish().await
}

#[tokio::test]
async fn without_a_sheet_there_is_no_button_for_it() -> Result<()> {
    let stage = Stage::new().await?;
    stage
        .before_each_page("delete Navigator.prototype.canShare")
        .await?;
    stage.start().await?;
    stage.open("#/more/kept").await?;
    stage.sees("Save a copy").await?;
    stage.does_not_see("Share the copy").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_copy_takes_the_place_of_everything() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::week(today);
    stage.log_first().await?;
    let copy = seed::copy(&journal, today);
    stage.choose_copy(copy.as_bytes()).await?;
    stage.tap("Put it in place of everything here").await?;
    let safety = stage.downloaded().await?;
    let asked = format!(
        "Things here that will go: 1. Things in the file that will come: {}.",
        journal.count()
    );
    stage.sees(&asked).await?;
    stage.tap("Go back").await?;
    stage.tap("Put it in place of everything here").await?;
    stage.downloaded().await?;
    stage.tap("Yes, replace it all").await?;
    stage.says("The copy stands here now.").await?;
    stage.reload().await?;
    stage.start().await?;
    stage.within("Also").sees("Helped Sam").await?;
    stage.does_not_see("A first thing").await?;
    ensure!(
        fs::read_to_string(&safety)?.contains("A first thing"),
        "the safety copy lacks what was here"
    );
    stage.finish().await
}
