//! What it hands over is what the app would, and what the app would not is handed over too.
use super::*;
use anyhow::Context;
use std::fs;

/// The text of the file that a button hands over, and its name.
async fn saved(stage: &mut Stage, button: &str) -> Result<(String, String)> {
    stage.tap(button).await?;
    let file = stage.downloaded().await?;
    let name = file
        .file_name()
        .context("no name")?
        .to_string_lossy()
        .into_owned();
    Ok((fs::read_to_string(file)?, name))
}

/// A copy's records, line by line, without the settings: the app notes in them that it saved a copy.
fn records_of(copy: &str) -> Vec<&str> {
    let lines = copy.lines().skip(1).map(|line| line.trim_end_matches(','));
    lines
        .filter(|line| !line.contains("\"k\":\"settings\""))
        .collect()
}

#[tokio::test]
async fn its_copy_is_the_apps_own_copy() -> Result<()> {
    let (mut stage, today) = filled().await?;
    stage.start().await?;
    stage
        .log("Said “no” – and é, 👩‍👧, \\ \" all of it", "Give")
        .await?;
    let before = stage.vault().await?;
    stage.open(PAGE).await?;
    let (copy, name) = saved(&mut stage, "Save a copy").await?;
    ensure!(name == format!("diary-{today}.json"), "it is called {name}");
    stage.sees("The file is with your browser now.").await?;
    stage.lose_vault().await?;
    stage.open(PAGE).await?;
    let (of_mirror, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(
        of_mirror == copy,
        "the working copy alone gives another file"
    );
    stage.start().await?;
    stage.open("#/more/kept").await?;
    let (own, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(
        records_of(&own) == records_of(&copy),
        "the app's own copy is another:\n{own}\n{copy}"
    );

    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.choose_copy(copy.as_bytes()).await?;
    stage.sees("A copy from").await?;
    stage.does_not_see("The file was changed").await?;
    stage.does_not_see("could not be read").await?;
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.saved().await?;
    let records = |kept: std::collections::BTreeMap<String, String>| {
        kept.into_iter()
            .filter(|(key, _)| key.contains('/'))
            .collect::<Vec<_>>()
    };
    ensure!(
        records(stage.vault().await?) == records(before),
        "not everything is back"
    );
    stage.finish().await
}

#[tokio::test]
async fn a_day_that_differs_is_merged_as_the_app_does() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let day = today.before(1);
    let key = format!("day/{day}");
    let mine = [item("a", 1, "Older"), item("b", 2, "Only here")].join(",");
    let theirs = [
        item("a", 5, "Newer"),
        r#""b":{"del":true,"h":[1,0,1]}"#.to_owned(),
        r#""c":{"del":true,"h":[3,0,1]}"#.to_owned(),
        item("d", 4, "Only there"),
    ];
    put(&stage, "mirror", &key, &day_record(day, 2, &mine)).await?;
    put(
        &stage,
        "vault",
        &key,
        &day_record(day, 5, &theirs.join(",")),
    )
    .await?;
    stage.open(PAGE).await?;
    for words in ["Newer", "Only here", "Only there"] {
        stage.within("Your days").sees(words).await?;
    }
    stage.does_not_see("Older").await?;
    let (copy, _) = saved(&mut stage, "Save a copy").await?;
    stage.open("#/more/kept").await?;
    stage.is_started().await?;
    let (own, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(
        records_of(&own) == records_of(&copy),
        "the app merges another way:\n{own}\n{copy}"
    );
    stage.finish().await
}

#[tokio::test]
async fn what_is_damaged_can_be_saved() -> Result<()> {
    let (mut stage, today) = filled().await?;
    let damaged = "{\"sum\":\"00000000\",\"v\":1} <b>torn</b>";
    stage
        .damage(&format!("day/{}", today.before(2)), damaged)
        .await?;
    for is_set_aside in [false, true] {
        if is_set_aside {
            stage.start().await?;
            stage.sees("1 entry could not be read.").await?;
        }
        shows_the_week(&stage).await?;
        stage
            .sees("1 entry could not be read. It is still kept.")
            .await?;
        let (text, name) = saved(&mut stage, "Save the rest as text").await?;
        ensure!(name == format!("unread-{today}.txt"), "it is called {name}");
        ensure!(text.matches(damaged).count() == 1, "{text}");
    }
    // Once the day is written anew, what was set aside is the only one.
    stage.open(&format!("#/day/{}", today.before(2))).await?;
    stage.log("Written anew", "Give").await?;
    stage.open(PAGE).await?;
    stage
        .sees("1 entry could not be read. It is still kept.")
        .await?;
    stage.within("Your days").sees("Written anew").await?;
    let (text, _) = saved(&mut stage, "Save the rest as text").await?;
    ensure!(
        text.contains(damaged) && text.starts_with("aside/"),
        "{text}"
    );
    stage.finish().await
}

#[tokio::test]
async fn what_stands_beside_the_records() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let day = today.before(1);
    let stopped = day_record(day, 1, &item("a", 1, "Half written"));
    let pending = format!("day/{day}\u{1e}{stopped}\u{1e}");
    put(&stage, "mirror", "pending", &pending).await?;
    put(&stage, "vault", "draft/#/goals/new", "Half a goal").await?;
    put(&stage, "vault", "ballast", "????????").await?;
    put(&stage, "vault", "mended/00000000/goal/x", "an older form").await?;
    stage.open(PAGE).await?;
    stage.within("Your days").sees("Half written").await?;
    stage.does_not_see("could not be read. It").await?;
    let (copy, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(copy.contains(&stopped), "{copy}");
    let (rest, _) = saved(&mut stage, "Save the rest as text").await?;
    ensure!(
        rest == "draft/#/goals/new\nHalf a goal\n\nmended/00000000/goal/x\nan older form\n",
        "{rest}"
    );
    stage.finish().await
}
