//! Looking back over a year and each Way, finding what was noted, how days were, and the weekly review.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage, seed};
use waymark::domain::day::Day;

journeys::on_every_engine! {
    a_review_is_kept_and_reached_from_its_day
    how_a_day_was_is_one_tap
}

/// Has the weekly review offered on this day's weekday, and opens Today.
async fn review_is_on(stage: &Stage, today: Day) -> Result<()> {
    stage.open("#/more/days").await?;
    let weekday = stage.say_day(today, "weekday: 'long'").await?;
    stage
        .within("Offer a weekly review on")
        .choose(&weekday)
        .await?;
    stage.saved().await?;
    stage.open("#/").await
}

async fn a_review_is_kept_and_reached_from_its_day(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    for words in ["Walk", "Read", "Ring Nia", "Rest"] {
        stage.make_goal(words, "Give").await?;
    }
    stage.start().await?;
    stage.tick("Walk").await?;
    stage.saved().await?;
    // Offered on no day until the person picks one.
    stage.does_not_see("How was your week?").await?;
    review_is_on(&stage, today).await?;
    stage.within("How was your week?").tap("Start").await?;
    stage.sees("On 1 day this week.").await?;
    stage.type_into("What went well?", "The walk.").await?;
    for words in ["Walk", "Read", "Ring Nia", "Rest"] {
        stage
            .within("Which goals for next week?")
            .tick(words)
            .await?;
    }
    stage.tap("Done").await?;
    stage.sees("Pick three at most.").await?;
    stage
        .within("Which goals for next week?")
        .untick("Rest")
        .await?;
    stage.tap("Let it go: Read").await?;
    stage.saved().await?;
    stage.holds("What went well?", "The walk.").await?;
    stage.tap("Done").await?;
    stage.says("Review kept.").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.open("#/").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.does_not_see("How was your week?").await?;
    stage.open(&format!("#/review/{today}")).await?;
    stage.holds("What went well?", "The walk.").await?;
    // Of each goal, what was not chosen stays as it was.
    stage.open("#/goals").await?;
    for words in ["Walk", "Ring Nia", "Rest"] {
        stage
            .within("Give")
            .sees(&[words, " Every day"].concat())
            .await?;
    }
    stage.within("Give").does_not_see("Read").await?;
    stage.finish().await
}

async fn how_a_day_was_is_one_tap(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.does_not_see("How was today?").await?;
    stage.open("#/more/days").await?;
    stage.choose("Ask me on Today").await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage.tick("Good").await?;
    stage.saved().await?;
    stage.tick("Low").await?;
    stage.saved().await?;
    stage.is_not_ticked("Good").await?;
    stage.reload().await?;
    stage.is_ticked("Low").await?;
    stage.open(&format!("#/look-back/week/{today}")).await?;
    stage.within("How my days were").sees("Low").await?;
    stage.open("#/").await?;
    stage.untick("Low").await?;
    stage.saved().await?;
    stage.open("#/more/days").await?;
    stage.choose("Do not ask").await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see("How was today?").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_review_that_is_not_wanted_is_put_off_with_an_undo() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    review_is_on(&stage, today).await?;
    stage.within("How was your week?").tap("Not now").await?;
    stage.saved().await?;
    stage.does_not_see("How was your week?").await?;
    stage.tap("Undo").await?;
    stage.sees("How was your week?").await?;
    stage.finish().await
}

#[tokio::test]
async fn goals_chosen_for_a_week_say_so_on_its_days() -> Result<()> {
    let (stage, _) = Stage::with_parts().await?;
    // The seed's last review chose the walk.
    stage.start().await?;
    stage.sees("Every day, for this week With Nia.").await?;
    stage.finish().await
}

#[tokio::test]
async fn words_are_found_wherever_they_were_noted() -> Result<()> {
    let (stage, today) = Stage::with_parts().await?;
    stage.start().await?;
    stage
        .write_day_note("Rain, and tea with <b>Nia</b>")
        .await?;
    stage.open("#/look-back/find").await?;
    stage.type_into("Which words?", "nia tea").await?;
    stage.sees("1 found").await?;
    stage.sees("Rain, and tea with <b>Nia</b>").await?;
    stage.type_into("Which words?", "WALKS").await?;
    stage.sees("The walks, and ringing back.").await?;
    stage.type_into("Which words?", "no such words").await?;
    stage.sees("Nothing found with these words.").await?;
    stage.type_into("Which words?", "tea with").await?;
    stage.axe().await?;
    stage
        .tap(&format!(
            "Rain, and tea with <b>Nia</b> {} · Note",
            stage.long_day(today).await?
        ))
        .await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.finish().await
}

#[tokio::test]
async fn a_year_says_in_words_what_it_draws() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::years(7, today, 2), today).await?;
    stage.open("#/look-back/year").await?;
    stage.heading(&today.year().to_string()).await?;
    let drawn = "[...document.querySelectorAll('.month-of')].every(one =>
        one.querySelector('svg') && /: \\d+ days? |nothing noted/.test(one.textContent))";
    ensure!(stage.evaluate(drawn).await? == true, "a month has no words");
    // One picture a month, whatever is in it: a year is drawn as fast as a week.
    let elements = stage
        .evaluate("document.querySelectorAll('.year-of *').length")
        .await?;
    ensure!(
        elements.as_u64().is_some_and(|count| count <= 12 * 11),
        "{elements}"
    );
    stage.tap("Earlier").await?;
    stage.heading(&(today.year() - 1).to_string()).await?;
    stage.open("#/look-back/ways").await?;
    stage.within("Connect").sees("of the last 30 days.").await?;
    stage.within("Connect").tap("See as a table").await?;
    stage.finish().await
}

#[tokio::test]
async fn two_screens_to_show_have_no_note_and_nothing_of_the_recovery_parts() -> Result<()> {
    let (stage, _) = Stage::with_parts().await?;
    stage.start().await?;
    stage.write_day_note("For me alone").await?;
    for address in ["#/together/look-back", "#/together/plan"] {
        stage.open(address).await?;
        stage.sees("Turn it round").await?;
        stage.does_not_see("For me alone").await?;
        stage.does_not_see("since").await?;
        stage.tick("Turn it round").await?;
        stage.axe().await?;
    }
    stage
        .sees("Walk by the canal With Nia. If it rains, then walk round the market hall.")
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn an_empty_diary_counts_no_noughts() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for address in [
        "#/look-back",
        "#/look-back/month",
        "#/look-back/year",
        "#/look-back/ways",
    ] {
        stage.open(address).await?;
        stage.sees("That is fine.").await?;
        let text = stage.text().await?;
        ensure!(
            !text.contains("0 days") && !text.contains("Not in"),
            "{address}: {text}"
        );
    }
    stage.finish().await
}
