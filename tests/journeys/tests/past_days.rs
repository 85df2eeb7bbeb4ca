//! Past days: any day that has come opens the same way, and the person's day ends when they say.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    a_day_of_this_week
    weeks_before
    a_day_to_come_is_refused
    a_day_ends_when_the_person_says
}

async fn a_day_of_this_week(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.tap("I did something today").await?;
    stage.type_into("What did you do?", "Today's thing").await?;
    stage.tick("Give").await?;
    stage.tap("Save").await?;
    let full = stage.full_day(today).await?;
    stage
        .within("Days of this week")
        .sees(&today.day_of_month().to_string())
        .await?;

    // On a Monday no earlier day is in the strip: the week before has one.
    let day = if today.weekday() == 1 {
        stage.tap("Earlier week").await?;
        today.before(7)
    } else {
        stage
            .tap(&format!(
                "{}: nothing noted",
                stage.full_day(today.before(1)).await?
            ))
            .await?;
        today.before(1)
    };
    let past = stage.full_day(day).await?;
    stage.heading(&past).await?;
    stage.focus_is_on(&past).await?;
    stage.does_not_see("Today's thing").await?;
    stage.log("Fixed the bike", "Keep learning").await?;
    stage.heading(&past).await?;
    stage.sees("You learned.").await?;
    stage.tap("Add a note").await?;
    stage.write_day_note("It took all afternoon.").await?;
    stage.tap("Back to today").await?;
    stage.heading(&full).await?;
    stage.sees("You gave today.").await?;
    stage.does_not_see("Fixed the bike").await?;

    stage.open(&format!("#/day/{day}")).await?;
    stage.reload().await?;
    stage
        .holds("A note for this day", "It took all afternoon.")
        .await?;
    stage
        .within("Also")
        .sees("Fixed the bike Keep learning")
        .await?;
    stage.finish().await
}

async fn weeks_before(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let day = today.before(14);
    stage.open(&format!("#/day/{}", today.before(7))).await?;
    stage.tap("Earlier week").await?;
    stage.heading(&stage.full_day(day).await?).await?;
    stage.log("Saw the sea", "Take notice").await?;
    stage.open("#/look-back").await?;
    stage.tap("Earlier").await?;
    stage.tap("Earlier").await?;
    stage.sees("1 of 7 days had something in it").await?;
    stage
        .tap(&format!("{}: Take notice", stage.full_day(day).await?))
        .await?;
    stage.within("Also").sees("Saw the sea").await?;
    stage.finish().await
}

async fn a_day_to_come_is_refused(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let tomorrow = stage.start().await?.after(1);
    stage.log_first().await?;
    for address in [format!("#/day/{tomorrow}"), format!("#/day/{tomorrow}/add")] {
        stage.open(&address).await?;
        stage.reload().await?;
        if address.ends_with("add") {
            stage.type_into("What did you do?", "Time travel").await?;
            stage.tick("Give").await?;
            stage.tap("Save").await?;
        }
        stage.sees("This day is still to come.").await?;
    }
    ensure!(
        !stage
            .vault()
            .await?
            .contains_key(&format!("day/{tomorrow}")),
        "it was kept"
    );
    stage.finish().await
}

async fn a_day_ends_when_the_person_says(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.travel(2).await?;
    let date = stage.start().await?;
    let (new, old) = (
        stage.full_day(date).await?,
        stage.full_day(date.before(1)).await?,
    );
    stage.log_first().await?;
    stage.heading(&new).await?;
    let kept = stage.vault().await?;

    stage.open("#/more/days").await?;
    stage.within("My day ends at").is_chosen("Midnight").await?;
    stage
        .within("My day ends at")
        .choose("4 in the morning")
        .await?;
    stage.tap("Today").await?;
    stage.heading(&old).await?;
    stage.sees("Nothing noted yet.").await?;
    stage.reload().await?;
    stage.heading(&old).await?;
    stage.log("Late tea", "Connect").await?;
    let now = stage.vault().await?;
    let day = |day| format!("day/{day}");
    ensure!(
        now.get(&day(date)) == kept.get(&day(date)),
        "what was kept has changed its day"
    );
    ensure!(
        now.get(&day(date.before(1)))
            .is_some_and(|text| text.contains("Late tea"))
    );

    stage.open("#/more/days").await?;
    stage.within("My day ends at").choose("Midnight").await?;
    stage.tap("Today").await?;
    stage.heading(&new).await?;
    stage.within("Also").sees("A first thing").await?;

    stage.open("#/more/days").await?;
    stage
        .within("My day ends at")
        .choose("4 in the morning")
        .await?;
    stage.travel(5).await?;
    let date = stage.start().await?;
    stage.heading(&stage.full_day(date).await?).await?;
    stage.finish().await
}
