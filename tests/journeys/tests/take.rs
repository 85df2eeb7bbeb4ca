//! Taking the diary along: a table, the goals for another app, a few lines for a message.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Stage, seed};
use std::fs;
use std::path::PathBuf;
use waymark::domain::day::Day;

journeys::on_every_engine! {
    three_files_are_saved
}

/// The text of a file that a button of this name saves.
async fn saved(stage: &mut Stage, button: &str, name: &str) -> Result<String> {
    stage.tap(button).await?;
    stage
        .says("The file is with your browser now. Look in your downloads.")
        .await?;
    let path: PathBuf = stage.downloaded().await?;
    let found = path.file_name().and_then(|name| name.to_str());
    ensure!(found == Some(name), "it is called {found:?}");
    fs::read_to_string(&path).context("it is no text")
}

async fn three_files_are_saved(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    stage.open("#/more").await?;
    stage.tap("Take it with you").await?;

    let table = saved(&mut stage, "Save the table", &format!("table-{today}.csv")).await?;
    let mut lines = table.lines();
    ensure!(
        lines.next() == Some("\u{feff}date,kind,what,ways,amount,unit,rhythm,state,note"),
        "{table}"
    );
    ensure!(
        table.contains(&format!(
            "{today},done,Helped Sam carry the shopping,connect give,,,,,\r\n"
        )),
        "{table}"
    );
    ensure!(
        table.contains(&format!("{today},goal done,A short walk,active,,,,,\r\n")),
        "{table}"
    );
    ensure!(
        table.contains(&format!(
            "{today},note,,,,,,,A good day. The rain stopped just in time.\r\n"
        )),
        "{table}"
    );
    ensure!(table.contains("start date,since I came home"), "{table}");

    let goals = saved(
        &mut stage,
        "Save the file for Loop",
        &format!("goals-{today}.csv"),
    )
    .await?;
    let mut lines = goals.lines();
    let columns = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText";
    ensure!(lines.next() == Some(columns), "{goals}");
    ensure!(
        goals.contains(&format!("A short walk,,active,{today},1,\r\n")),
        "{goals}"
    );
    let ticks = journal.entries(Day::EARLIEST, today);
    let ticks = ticks.filter(|(.., entry)| entry.is_tick()).count();
    ensure!(lines.count() == ticks && ticks > 10, "{goals}");
    ensure!(goals.contains(",1,1.5 km\r\n"), "{goals}");

    stage.choose("The last 30 days").await?;
    stage.tick("My notes").await?;
    stage.tick("Milestones").await?;
    stage.sees("Connect:").await?;
    let words = saved(&mut stage, "Save the lines", &format!("lines-{today}.txt")).await?;
    let long = stage.long_day(today).await?;
    ensure!(
        words.starts_with(&format!(
            "From {} to {long}\n",
            stage.long_day(today.before(29)).await?
        )),
        "{words}"
    );
    ensure!(
        words.contains(&format!(
            "\n{long}: A good day. The rain stopped just in time."
        )),
        "{words}"
    );
    ensure!(words.contains("\nWhat I reached:\n"), "{words}");
    stage.finish().await
}

#[tokio::test]
async fn a_person_picks_the_lines() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    stage.open("#/more/take").await?;
    stage.sees("From").await?;
    stage.does_not_see("A good day.").await?;
    stage.does_not_see("- A short walk").await?;
    stage.tick("Goals I keep").await?;
    stage.sees("- A short walk: 4 days").await?;
    stage.tick("My notes").await?;
    stage
        .sees("A good day. The rain stopped just in time.")
        .await?;
    stage.untick("My notes").await?;
    stage.does_not_see("A good day.").await?;
    stage.untick("Each Way").await?;
    stage.does_not_see("Connect:").await?;
    stage.axe().await?;
    // What the device's own clipboard and sheet are given.
    stage
        .evaluate(
            "void (window.given = [],
                Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.given.push(text); } } }),
                Object.defineProperty(navigator, 'share', { value: async data => { window.given.push(data.text); } }))",
        )
        .await?;
    stage.tap("Copy the lines").await?;
    stage
        .says("The lines are copied. Paste them where you like.")
        .await?;
    let given = stage.evaluate("window.given[0]").await?;
    let given = given.as_str().context("nothing was copied")?;
    ensure!(
        given.starts_with("From ") && given.contains("\n- A short walk: 4 days"),
        "{given}"
    );
    ensure!(!given.contains("A good day."), "{given}");
    // What was refused is not said to be copied.
    stage.tap("Close").await?;
    stage
        .evaluate("void (navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError'); })")
        .await?;
    stage.tap("Copy the lines").await?;
    stage
        .says("This browser could not copy it. Select it, and copy it by hand.")
        .await?;
    stage.does_not_see("The lines are copied.").await?;
    let small = "[...document.querySelectorAll('main button, main a.pill, main .chip')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 48)
        .map(one => one.outerHTML.slice(0, 120))";
    let small = stage.evaluate(small).await?;
    ensure!(
        small.as_array().is_some_and(Vec::is_empty),
        "too small to tap: {small:#}"
    );
    stage.finish().await
}

#[tokio::test]
async fn parts_that_are_off_stay_here() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::with_parts(today), today).await?;
    stage.recovery_parts(false).await?;
    stage.saved().await?;
    stage.open("#/more/take").await?;
    let table = saved(&mut stage, "Save the table", &format!("table-{today}.csv")).await?;
    ensure!(!table.contains("start date"), "{table}");
    ensure!(table.contains("Helped Sam"), "{table}");
    stage.finish().await
}

#[tokio::test]
async fn with_no_tick_there_is_no_file_for_loop() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.make_goal("A short walk", "Be active").await?;
    stage.open("#/more/take").await?;
    stage
        .sees("No goal is ticked yet. So there is nothing for this file.")
        .await?;
    stage.does_not_see("Save the file for Loop").await?;
    stage.finish().await
}
