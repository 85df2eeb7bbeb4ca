//! Check-ups over time: each question and each part of life by itself, and what can be done about it.
use anyhow::{Result, ensure};
use journeys::Stage;
use serde_json::json;
use waymark::domain::day::Day;

const SATISFIED: &str = "Overall, how satisfied are you with your life nowadays?";
const WORTHWHILE: &str =
    "Overall, to what extent do you feel that the things you do in your life are worthwhile?";
const HAPPY: &str = "Overall, how happy did you feel yesterday?";
const ANXIOUS: &str = "On a scale where 0 is \"not at all anxious\" and 10 is \"completely anxious\", overall, how anxious did you feel yesterday?";
const QUESTIONS: [&str; 4] = [SATISFIED, WORTHWHILE, HAPPY, ANXIOUS];

const MONTHLY: [&str; 5] = [
    "Who did you feel close to?",
    "What gave you hope?",
    "When did you feel most like yourself?",
    "What felt worth doing?",
    "What did you decide for yourself?",
];

const ABOUT_HOME: &str = "Would you like to do something about this? Where I live";

/// How many elements the page has of this kind.
async fn count(stage: &Stage, selector: &str) -> Result<u64> {
    let counted = format!("document.querySelectorAll({}).length", json!(selector));
    Ok(stage.evaluate(&counted).await?.as_u64().unwrap_or_default())
}

/// Answers the four questions of a day and goes on.
async fn answer(stage: &Stage, day: Day, numbers: [&str; 4]) -> Result<()> {
    stage.open(&format!("#/checkup/{day}/1")).await?;
    for (question, number) in QUESTIONS.into_iter().zip(numbers) {
        stage.within(question).choose(number).await?;
    }
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await
}

#[tokio::test]
async fn over_time_stands_each_question_by_itself() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    let before = today.before(28);
    answer(&stage, before, ["5", "0", "6", "8"]).await?;
    stage.within("Where I live").choose("Hard").await?;
    stage.tap("Go on").await?;
    stage.heading("In my own words").await?;

    // With one there is no line, only the words.
    stage.open("#/checkup").await?;
    let date = stage.long_day(before).await?;
    stage.within(SATISFIED).sees(&format!("{date}: 5")).await?;
    ensure!(count(&stage, "main svg[role=img], main table").await? == 0);
    stage
        .within("Parts of my life")
        .sees("Where I live Hard")
        .await?;

    answer(&stage, today, ["7", "10", "6", "2"]).await?;
    stage
        .within("Where I live")
        .sees(&format!("Last time, on {date}: Hard"))
        .await?;
    stage.within("Where I live").choose("Good").await?;
    stage.tap("Go on").await?;
    stage.heading("In my own words").await?;
    stage.open("#/checkup").await?;
    stage
        .within("Parts of my life")
        .sees("Where I live Good · Last time: Hard")
        .await?;
    let now = stage.long_day(today).await?;
    for (question, [first, latest]) in
        QUESTIONS
            .into_iter()
            .zip([["5", "7"], ["0", "10"], ["6", "6"], ["8", "2"]])
    {
        let card = stage.within(question);
        let words = format!("First: {first}, on {date}. Latest: {latest}, on {now}.");
        card.sees(&words).await?;
        card.tap("See as a table").await?;
        let rows = format!("Day Answer {date} {first} {now} {latest}");
        card.sees(&rows).await?;
    }
    stage
        .within(ANXIOUS)
        .sees("This one runs the other way: a high number means more anxious.")
        .await?;
    ensure!(count(&stage, "main svg[role=img]").await? == 4);
    ensure!(count(&stage, "main svg polyline").await? == 4);
    ensure!(count(&stage, "main section > details > table").await? == 4);
    ensure!(
        count(
            &stage,
            "svg[aria-label='A line of 2 answers, from 0 to 10. The table has each one.']"
        )
        .await?
            == 4
    );
    let text = stage.text().await?.to_lowercase();
    for word in ["average", "total", "score", "sum", "better", "worse", "%"] {
        ensure!(!text.contains(word), "\"{word}\" stands on the page");
    }
    stage.finish().await
}

#[tokio::test]
async fn from_a_resource_to_an_idea_and_a_milestone_in_one_tap() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.open(&format!("#/checkup/{today}/2")).await?;
    stage.within("Where I live").choose("Not for me").await?;
    stage.does_not_see("do something about this").await?;
    stage.within("Where I live").choose("Hard").await?;
    stage.tap(ABOUT_HOME).await?;
    stage.heading("Where I live").await?;
    ensure!(count(&stage, ".ideas .idea").await? == 3);
    let first = stage.evaluate("document.querySelector('.idea-head').textContent");
    let first = first.await?.as_str().unwrap_or_default().to_owned();
    stage.tap(&first).await?;
    stage.tap("I did this").await?;
    stage.says("Noted.").await?;
    stage.tap("Show three more").await?;
    stage.within("Milestones").tap("Where I live").await?;
    stage.sees("I have my own key.").await?;
    stage.back().await?;
    stage.heading("Where I live").await?;
    stage.back().await?;
    stage.heading("Parts of my life").await?;
    stage.within("Where I live").is_chosen("Hard").await?;
    stage.open("#/resource/nothing").await?;
    stage.heading("This page is not here").await?;
    stage.finish().await
}

#[tokio::test]
async fn one_question_a_month_is_asked_and_never_twice() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let question = |day: Day| {
        let months = day.year().unsigned_abs() * 12 + day.month();
        MONTHLY[months as usize % MONTHLY.len()]
    };
    stage.open("#/checkup").await?;
    let now = question(today);
    stage.does_not_see("Month by month").await?;
    stage.tap("Keep this").await?;
    stage.sees("Write a few words first.").await?;
    stage.type_into(now, "The sea").await?;
    stage.tap("Keep this").await?;
    let month = stage
        .say_day(today, "month: 'long', year: 'numeric'")
        .await?;
    let months = stage.within("Month by month");
    months.sees(&format!("The sea {month} · {now}")).await?;
    stage.type_into(now, "The sea and the hills").await?;
    stage.tap("Keep this").await?;
    months.sees("The sea and the hills").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.holds(now, "The sea and the hills").await?;
    let months = stage.within("Month by month");
    ensure!(months.links().await?.len() == 1);

    let next = today.month_start().month_after(1);
    stage.clock_shows(&format!("{next}T12:00:00")).await?;
    stage.reload().await?;
    let then = question(next);
    ensure!(then != now);
    stage.holds(then, "").await?;
    stage.type_into(then, "A song").await?;
    stage.tap("Keep this").await?;
    stage.within("Month by month").sees("A song").await?;
    let months = stage.within("Month by month");
    ensure!(months.links().await?.len() == 2);
    stage.type_into(then, "").await?;
    stage.tap("Keep this").await?;
    months.does_not_see("A song").await?;
    months.sees("The sea and the hills").await?;
    stage.finish().await
}
