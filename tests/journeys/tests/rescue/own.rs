//! Lists of own lines, start dates and check-ups.
use super::*;

#[tokio::test]
async fn lists_check_ups_and_start_dates_are_shown() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::with_parts(today), today).await?;
    stage.open(PAGE).await?;
    for (list, said) in [
        ("People", "Nia, who texts back"),
        ("My signs", "I stop answering"),
        ("People to call", "Abena 07700 900 123"),
        ("Appointments", "Kofi, ten past four, by the pond"),
        ("What I want to say", "Could we meet later in the day?"),
        ("Check-ups", "Satisfied with life: 7 (0 to 10)"),
        ("Check-ups", "Where I live: Hard"),
        ("Check-ups", "What helped: Early nights"),
        ("Start dates", "since I came home"),
        ("Start dates", "A hard week, and a kind one."),
    ] {
        stage.within(list).sees(said).await?;
    }
    // No list has a place on the page while there is nothing in it, and one that was hidden stays out of sight.
    stage.does_not_see("What it means to me").await?;
    stage.does_not_see("since we talk again").await?;

    stage.start().await?;
    stage.recovery_parts(false).await?;
    stage.saved().await?;
    stage.open(PAGE).await?;
    stage.within("My reasons").sees("My dog").await?;
    stage.does_not_see("Start dates").await?;
    stage.does_not_see("A hard week, and a kind one.").await?;
    stage.finish().await
}
