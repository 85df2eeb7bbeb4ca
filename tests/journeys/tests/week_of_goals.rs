//! A week of goals: one of each rhythm, ticked, changed, finished, let go and taken up again.
use anyhow::Result;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    a_goal_of_each_rhythm
    a_day_that_has_passed_is_refused_in_plain_words
    ticks_count_for_this_week
    goals_end_and_begin_again
}

async fn a_goal_of_each_rhythm(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.open("#/goals").await?;
    stage.sees("No goals yet.").await?;
    stage.tap("Add a goal").await?;
    stage.heading("A small goal").await?;
    stage.type_into("What will you do?", "A short walk").await?;
    stage.tick("Be active").await?;
    stage.tick("Take notice").await?;
    stage.is_chosen("Every day").await?;
    stage.tap("Save").await?;
    stage.says("Goal kept.").await?;
    stage.heading("Goals").await?;
    stage
        .within("Be active")
        .sees("A short walk Every day")
        .await?;

    let weekday = stage.say_day(today, "weekday: 'short'").await?;
    let tomorrow = stage.say_day(today.after(1), "weekday: 'short'").await?;
    for (words, day) in [("Library hour", &weekday), ("Choir", &tomorrow)] {
        stage.tap("Add a goal").await?;
        stage.type_into("What will you do?", words).await?;
        stage.tick("Keep learning").await?;
        stage.choose("On some days").await?;
        stage.tap("Save").await?;
        stage.sees("Pick at least one day.").await?;
        stage.tick(day).await?;
        stage.tap("Save").await?;
        stage
            .within("Keep learning")
            .sees(&format!("{words} {day}"))
            .await?;
    }

    stage.tap("Add a goal").await?;
    stage
        .type_into("What will you do?", "Ring my sister")
        .await?;
    stage.tick("Connect").await?;
    stage.choose("Some times a week").await?;
    stage.within("How many times a week?").choose("2").await?;
    stage.tap("Save").await?;
    stage
        .within("Connect")
        .sees("Ring my sister 2 times a week")
        .await?;

    stage.tap("Add a goal").await?;
    stage
        .type_into("What will you do?", "Return the book")
        .await?;
    stage.tick("Give").await?;
    stage.choose("Once, by a day").await?;
    stage.tap("Save").await?;
    stage.sees("Pick a day first.").await?;
    stage
        .type_into("By which day?", &today.after(1).to_string())
        .await?;
    stage.tap("Save").await?;
    let by = stage
        .say_day(today.after(1), "day: 'numeric', month: 'long'")
        .await?;
    stage
        .within("Give")
        .sees(&format!("Return the book By {by}"))
        .await?;

    stage.tap("Today").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage
        .within("Be active")
        .is_not_ticked("A short walk")
        .await?;
    stage
        .within("Keep learning")
        .is_not_ticked("Library hour")
        .await?;
    stage
        .within("Give")
        .is_not_ticked("Return the book")
        .await?;
    stage
        .within("Connect")
        .sees("Ring my sister 2 times a week")
        .await?;
    stage.does_not_see("Choir").await?;
    stage.finish().await
}

async fn a_day_that_has_passed_is_refused_in_plain_words(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.open("#/goals/new").await?;
    stage
        .type_into("What will you do?", "Return the book")
        .await?;
    stage.tick("Give").await?;
    stage.choose("Once, by a day").await?;
    stage
        .type_into("By which day?", &today.before(1).to_string())
        .await?;
    stage.tap("Save").await?;
    stage
        .sees("This day has passed. Pick today or a later day.")
        .await?;
    stage.holds("What will you do?", "Return the book").await?;
    stage.type_into("By which day?", &today.to_string()).await?;
    stage.tap("Save").await?;
    stage.heading("Goals").await?;
    stage.finish().await
}

async fn ticks_count_for_this_week(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", "Swim").await?;
    stage.tick("Be active").await?;
    stage.choose("Some times a week").await?;
    stage.within("How many times a week?").choose("3").await?;
    stage.tap("Save").await?;
    stage.tap("Today").await?;
    stage.sees("3 times a week").await?;
    stage.tick("Swim").await?;
    stage.saved().await?;
    stage.sees("1 of 3 this week").await?;
    stage.sees("You moved today.").await?;
    stage.reload().await?;
    stage.sees("1 of 3 this week").await?;
    stage.is_ticked("Swim").await?;
    stage.untick("Swim").await?;
    stage.says("Tick taken away.").await?;
    stage.sees("3 times a week").await?;

    // What was ticked keeps the Ways it had, whatever the goal becomes.
    stage.tick("Swim").await?;
    stage.open("#/goals").await?;
    stage.tap("Swim 3 times a week").await?;
    stage.heading("Your goal").await?;
    stage.type_into("What will you do?", "Swim or walk").await?;
    stage.untick("Be active").await?;
    stage.tick("Connect").await?;
    stage.tap("Save").await?;
    stage.says("Changed.").await?;
    stage
        .within("Connect")
        .sees("Swim or walk 3 times a week")
        .await?;
    stage.tap("Today").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.sees("You moved today.").await?;
    stage.within("Be active").is_ticked("Swim or walk").await?;
    stage.finish().await
}

async fn goals_end_and_begin_again(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let date = stage.long_day(today).await?;
    stage.make_goal("Read a page", "Keep learning").await?;
    stage.make_goal("Cook for Sam", "Give").await?;
    stage.make_goal("Stretch", "Be active").await?;

    stage.tap("Read a page Every day").await?;
    stage.tap("I have finished this").await?;
    stage.says("Finished. Well done.").await?;
    stage.heading("Goals").await?;
    stage.tap("Cook for Sam Every day").await?;
    stage
        .sees("Letting a goal go is normal. What you did stays.")
        .await?;
    stage.tap("Let it go").await?;
    stage.says("Let go.").await?;
    stage.saved().await?;

    stage.heading("Goals").await?;
    stage.tap("Past goals").await?;
    stage
        .within("Past goals")
        .sees(&format!("Read a page Finished {date}"))
        .await?;
    stage
        .within("Past goals")
        .sees(&format!("Cook for Sam Let go {date}"))
        .await?;
    stage.tap("Today").await?;
    stage.within("Be active").is_not_ticked("Stretch").await?;
    stage.does_not_see("Cook for Sam").await?;
    stage.does_not_see("Read a page").await?;

    stage.tap("Goals").await?;
    stage.tap("Past goals").await?;
    stage.tap(&format!("Cook for Sam Let go {date}")).await?;
    stage.tap("Take it up again").await?;
    stage.says("Taken up again.").await?;
    stage.within("Give").sees("Cook for Sam Every day").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("Give").sees("Cook for Sam Every day").await?;
    stage.finish().await
}

#[tokio::test]
async fn what_was_done_stays_when_a_goal_is_let_go() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.make_goal("Cook for Sam", "Give").await?;
    stage.start().await?;
    stage.tick("Cook for Sam").await?;
    stage.saved().await?;
    stage.open("#/goals").await?;
    stage.tap("Cook for Sam Every day").await?;
    stage.tap("Let it go").await?;
    stage.says("Let go.").await?;
    stage.saved().await?;
    stage.open("#/look-back").await?;
    stage.reload().await?;
    stage.sees("You gave on 1 day").await?;
    stage.finish().await
}
