//! Check-ups: four short parts, each skippable, kept as far as they got.
use anyhow::{Result, ensure};
use journeys::Stage;
use serde_json::json;
use waymark::domain::day::Day;

/// As the Office for National Statistics words them: typed here once more, not taken from the app.
const INTRODUCTION: &str = "Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I'd like you to give an answer on a scale of 0 to 10, where 0 is \"not at all\" and 10 is \"completely\".";
const SATISFIED: &str = "Overall, how satisfied are you with your life nowadays?";
const WORTHWHILE: &str =
    "Overall, to what extent do you feel that the things you do in your life are worthwhile?";
const HAPPY: &str = "Overall, how happy did you feel yesterday?";
const ANXIOUS: &str = "On a scale where 0 is \"not at all anxious\" and 10 is \"completely anxious\", overall, how anxious did you feel yesterday?";
const CREDIT: &str = "Personal well-being questions: Office for National Statistics, licensed under the Open Government Licence v3.0.";
const QUESTIONS: [&str; 4] = [SATISFIED, WORTHWHILE, HAPPY, ANXIOUS];

const SUPPORT: &str = "Would more support be good right now?";

/// How many elements the page has of this kind.
async fn count(stage: &Stage, selector: &str) -> Result<u64> {
    let counted = format!("document.querySelectorAll({}).length", json!(selector));
    Ok(stage.evaluate(&counted).await?.as_u64().unwrap_or_default())
}

/// How many check-ups the device keeps.
async fn kept(stage: &Stage) -> Result<usize> {
    let vault = stage.vault().await?;
    let texts = vault.iter().filter(|(key, _)| key.starts_with("checkup/"));
    Ok(texts.filter(|(_, text)| text.contains("\"d\":{")).count())
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

/// Waits until what is typed is kept: that is half a second after the last letter.
async fn draft_is_kept(stage: &Stage, day: Day, part: u8) -> Result<()> {
    let key = format!("draft//checkup/{day}/{part}");
    stage
        .wait_until("the draft is kept", async || {
            Ok(stage.vault().await?.contains_key(&key))
        })
        .await
}

#[tokio::test]
async fn the_four_questions_stand_word_for_word() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.tap("More").await?;
    stage.tap("Check-up").await?;
    stage.heading("Check-up").await?;
    stage.tap("Start a check-up").await?;
    stage.heading("Four questions").await?;
    for words in [INTRODUCTION, CREDIT] {
        stage.sees(words).await?;
    }
    for question in QUESTIONS {
        stage.within(question).sees(question).await?;
    }
    for question in &QUESTIONS[..3] {
        let question = stage.within(question);
        question.sees("0 is not at all 10 is completely").await?;
    }
    let anxious = stage.within(ANXIOUS);
    anxious
        .sees("0 is not at all anxious 10 is completely anxious")
        .await?;
    for number in 0..=10 {
        let number = number.to_string();
        for question in QUESTIONS {
            let question = stage.within(question);
            question.choose(&number).await?;
        }
    }
    ensure!(count(&stage, "fieldset.scale input[type=radio]").await? == 4 * 12);
    stage.sees("This stays on this device.").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_half_done_one_is_kept() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.open(&format!("#/checkup/{today}/1")).await?;
    stage.within(SATISFIED).choose("7").await?;
    stage.within(HAPPY).choose("10").await?;
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await?;
    stage.saved().await?;
    stage.back().await?;
    stage.heading("Four questions").await?;
    stage.reload().await?;
    stage.within(SATISFIED).is_chosen("7").await?;
    stage.within(WORTHWHILE).is_chosen("Skip this one").await?;
    stage.within(HAPPY).is_chosen("10").await?;

    stage.open("#/checkup").await?;
    stage.tap("Go on with today's").await?;
    stage.heading("Parts of my life").await?;
    stage.within("Health and wellbeing").choose("OK").await?;
    draft_is_kept(&stage, today, 2).await?;
    stage.tap("Part 1").await?;
    stage.heading("Four questions").await?;
    stage.tap("Skip this part").await?;
    stage.sees("This is what you typed before.").await?;
    stage.within("Health and wellbeing").is_chosen("OK").await?;
    stage.tap("Go on").await?;

    stage.heading("In my own words").await?;
    stage.type_into("What helped", "Tea with Sam").await?;
    stage.sees("nobody will ring you").await?;
    draft_is_kept(&stage, today, 3).await?;
    stage.reload().await?;
    stage.sees("This is what you typed before.").await?;
    stage.holds("What helped", "Tea with Sam").await?;
    let long = "a".repeat(4001);
    stage.paste_into("What I want next", &long).await?;
    stage.tap("Go on").await?;
    stage
        .sees("This is 1 character too long. Make it a little shorter.")
        .await?;
    stage.paste_into("What I want next", "A walk").await?;
    stage.tap("Go on").await?;
    stage.heading("More support").await?;
    stage.within(SUPPORT).choose("Maybe").await?;
    stage.sees("See kinds of support").await?;
    stage.tap("Done").await?;
    stage.heading("Check-up").await?;
    stage.saved().await?;
    stage.reload().await?;
    let date = stage.long_day(today).await?;
    stage
        .within("Each check-up")
        .sees(&format!(
            "{date} What helped Tea with Sam What I want next A walk"
        ))
        .await?;
    ensure!(kept(&stage).await? == 1);
    stage.finish().await
}

#[tokio::test]
async fn any_part_and_any_question_can_be_skipped() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.open("#/checkup").await?;
    stage.tap("Start a check-up").await?;
    for heading in ["Four questions", "Parts of my life", "In my own words"] {
        stage.heading(heading).await?;
        stage.tap("Skip this part").await?;
    }
    stage.heading("More support").await?;
    stage.tap("Done").await?;
    stage.heading("Check-up").await?;
    stage.sees("Start a check-up").await?;
    stage.does_not_see("Each check-up").await?;
    ensure!(kept(&stage).await? == 0);

    // An answer is taken back, and with the last one the whole of it.
    stage.open(&format!("#/checkup/{today}/1")).await?;
    stage.within(ANXIOUS).choose("3").await?;
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await?;
    stage.saved().await?;
    ensure!(kept(&stage).await? == 1);
    stage.back().await?;
    stage.within(ANXIOUS).is_chosen("3").await?;
    stage.within(ANXIOUS).choose("Skip this one").await?;
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await?;
    stage.saved().await?;
    ensure!(kept(&stage).await? == 0);

    answer(&stage, today, ["1", "2", "3", "4"]).await?;
    stage.tap("Part 1").await?;
    stage.tap("Take this check-up away").await?;
    stage.heading("Check-up").await?;
    stage.sees("Start a check-up").await?;
    stage.tap("Undo").await?;
    stage.within(SATISFIED).sees(": 1").await?;
    stage.finish().await
}

#[tokio::test]
async fn yes_today_brings_help_at_once() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.open(&format!("#/checkup/{today}/4")).await?;
    stage
        .sees("You can go back to a service at any time. You do not have to wait until it gets worse. A check-up with a person is better: ask your service for one.")
        .await?;
    stage.does_not_see("116 123").await?;
    stage.within(SUPPORT).choose("Yes, today").await?;
    let lines = stage.within("You can talk to someone now");
    for seen in ["999", "116 123", "Text SHOUT to 85258"] {
        lines.sees(seen).await?;
    }
    stage.tap("Done").await?;
    stage.heading("Someone to talk to").await?;
    stage.saved().await?;
    stage.back().await?;
    stage.within(SUPPORT).is_chosen("Yes, today").await?;
    stage.finish().await
}
