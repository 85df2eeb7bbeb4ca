//! Offers of a check-up: after a month, quietly, every few weeks, or never.
use anyhow::Result;
use journeys::Stage;
use waymark::domain::day::Day;

const SATISFIED: &str = "Overall, how satisfied are you with your life nowadays?";
const HAPPY: &str = "Overall, how happy did you feel yesterday?";
const OFFER: &str = "How are things?";

/// Sets the device's clock to noon of a day and opens Today anew. Something was noted the day before: who comes back
/// after a gap is greeted, and offered nothing.
async fn open_on(stage: &mut Stage, day: Day) -> Result<()> {
    stage.clock_shows(&format!("{day}T12:00:00")).await?;
    stage.open(&format!("#/day/{}", day.before(1))).await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage.log("A small thing", "Give").await?;
    stage.open("#/").await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage.sees("I did something else").await?;
    // A copy is offered from the third day on, and comes first.
    if stage.text().await?.contains("Keep a copy?") {
        stage.within("Keep a copy?").tap("Not now").await?;
        stage.saved().await?;
        stage.reload().await?;
        stage.is_started().await?;
        stage.sees("I did something else").await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_is_offered_after_a_month_and_can_be_put_off() -> Result<()> {
    let mut stage = Stage::new().await?;
    let first = stage.start().await?;
    stage.log_first().await?;
    stage.does_not_see(OFFER).await?;
    let due = first.months_later(1);
    stage.clock_shows(&format!("{due}T12:00:00")).await?;
    stage.open("#/").await?;
    stage.reload().await?;
    stage.sees("Good to see you.").await?;
    stage.does_not_see(OFFER).await?;
    open_on(&mut stage, due.before(1)).await?;
    stage.does_not_see(OFFER).await?;
    open_on(&mut stage, due).await?;
    let offer = stage.within(OFFER);
    offer.sees("A check-up takes a few minutes.").await?;
    stage.open(&format!("#/day/{first}")).await?;
    stage.sees("Back to today").await?;
    stage.does_not_see(OFFER).await?;
    stage.tap("Today").await?;
    stage.within(OFFER).tap("Not now").await?;
    stage.does_not_see(OFFER).await?;
    stage.saved().await?;
    for days in [0, 6] {
        open_on(&mut stage, due.after(days)).await?;
        stage.does_not_see(OFFER).await?;
    }
    let again = due.after(7);
    open_on(&mut stage, again).await?;
    stage.within(OFFER).tap("Start").await?;
    stage.heading("Four questions").await?;
    stage.within(HAPPY).choose("6").await?;
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await?;
    stage.tap("Today").await?;
    stage.sees("I did something else").await?;
    stage.does_not_see(OFFER).await?;
    open_on(&mut stage, again.after(27)).await?;
    stage.does_not_see(OFFER).await?;
    open_on(&mut stage, again.after(28)).await?;
    stage.within(OFFER).sees("Not now").await?;
    stage.finish().await
}

#[tokio::test]
async fn off_is_off() -> Result<()> {
    let mut stage = Stage::new().await?;
    let first = stage.start().await?;
    stage.log_first().await?;
    let due = first.months_later(1);
    open_on(&mut stage, due).await?;
    stage.within(OFFER).sees("Not now").await?;
    stage.tap_in("Screens", "Look back").await?;
    stage.tap("Check-up").await?;
    let how_often = stage.within("How often to offer one");
    how_often.is_chosen("Every 4 weeks").await?;
    how_often.choose("Off").await?;
    stage.saved().await?;
    for days in [0, 40, 400] {
        open_on(&mut stage, due.after(days)).await?;
        stage.does_not_see(OFFER).await?;
    }
    let today = due.after(400);
    stage.open(&format!("#/checkup/{today}/1")).await?;
    stage.within(SATISFIED).choose("4").await?;
    stage.tap("Go on").await?;
    stage.heading("Parts of my life").await?;
    stage.open("#/checkup").await?;
    let date = stage.long_day(today).await?;
    stage.within(SATISFIED).sees(&format!("{date}: 4")).await?;
    stage.finish().await
}
