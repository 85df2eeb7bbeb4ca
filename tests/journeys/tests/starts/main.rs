//! Start dates: their time and markers, what can be done when something changed, the screens after a lapse, and the
//! person's own words. What is drawn is the same in every engine; the dates are worked out in the domain.
mod changed;
mod still_here;
mod words;

use anyhow::{Context, Result, ensure};
use journeys::Stage;
use waymark::domain::day::Day;

const LABEL: &str = "since I came home";

/// A stage on which the recovery parts are on, and something is noted today.
async fn with_parts() -> Result<(Stage, Day)> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;
    stage.saved().await?;
    Ok((stage, today))
}

async fn type_date(stage: &Stage, day: Day) -> Result<()> {
    let parts = [
        ("Day", day.day_of_month().to_string()),
        ("Month", day.month().to_string()),
        ("Year", day.year().to_string()),
    ];
    for (label, part) in parts {
        stage.type_into(label, &part).await?;
    }
    Ok(())
}

/// Makes a start date that is about this, and shows its time in this way. Gives the address of its page.
async fn make(stage: &Stage, label: &str, since: Day, unit: &str, about: &str) -> Result<String> {
    stage.open("#/starts/new").await?;
    stage
        .type_into("Since when, in your own words?", label)
        .await?;
    type_date(stage, since).await?;
    stage.choose(unit).await?;
    let question = stage.within("Is this about stopping or cutting down?");
    question.choose(about).await?;
    stage.tap("Save").await?;
    stage.heading("Start dates").await?;
    stage.says("Your date is kept.").await?;
    stage.saved().await?;
    let links = stage.links().await?;
    let link = links.iter().find(|link| link.name.starts_with(label));
    Ok(link.context("it is not in the list")?.href.clone())
}

#[tokio::test]
async fn a_date_shows_its_time_as_the_person_wants() -> Result<()> {
    let (stage, today) = with_parts().await?;
    stage.tap("Milestones").await?;
    stage.tap("Start dates").await?;
    stage.heading("Start dates").await?;
    stage.tap("Add a start date").await?;
    stage.tap("Save").await?;
    stage
        .sees("Write the day, the month and the year. Numbers only.")
        .await?;
    type_date(&stage, today.after(1)).await?;
    stage.tap("Save").await?;
    stage.sees("This date is still to come.").await?;
    type_date(&stage, today.before(41)).await?;
    stage.tap("Save").await?;
    stage.sees("Write a few words first.").await?;
    stage
        .type_into("Since when, in your own words?", LABEL)
        .await?;
    stage.is_chosen("Only the date").await?;
    ensure!(stage.ticks().await?.is_empty(), "markers are offered");
    stage.tap("Save").await?;
    let since = stage.long_day(today.before(41)).await?;
    let row = |time: &str| format!("{LABEL} {time}{since}");
    stage.sees(&row("")).await?;
    stage.open("#/").await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("41 days").await?;

    let months = if today.before(41).months_later(1) <= today {
        "1 month "
    } else {
        "First month "
    };
    for (unit, time) in [
        ("In weeks", "5 weeks "),
        ("In months", months),
        ("Only markers", ""),
        ("In days", "41 days "),
    ] {
        stage.open("#/starts").await?;
        let links = stage.links().await?;
        let link = links.iter().find(|link| link.name.starts_with(LABEL));
        stage.open(&link.context("it is not there")?.href).await?;
        stage.heading("A start date").await?;
        stage.choose(unit).await?;
        stage.tap("Save").await?;
        stage.heading("Start dates").await?;
        stage.sees(&row(time)).await?;
    }
    stage.open("#/").await?;
    let counted = format!("Since {since}: 41 days");
    stage.does_not_see(LABEL).await?;
    stage.tap(&counted).await?;
    stage.heading("A start date").await?;
    stage.is_not_ticked("30 days").await?;
    stage.tick("30 days").await?;
    stage.choose("Only markers").await?;
    stage.tap("Save").await?;
    stage.sees(&row("30 days ")).await?;
    let marked = stage.long_day(today.before(11)).await?;
    stage.tap(&format!("{LABEL} 30 days {since}")).await?;
    stage
        .sees(&format!("Markers reached 30 days {marked}"))
        .await?;
    stage.open("#/").await?;
    stage.sees(&format!("Since {since}: 30 days")).await?;

    make(&stage, "since this morning", today, "In days", "No").await?;
    stage.sees("since this morning Today").await?;
    stage.open("#/").await?;
    let now = stage.long_day(today).await?;
    stage.sees(&format!("Since {now}: Today")).await?;
    let text = stage.text().await?;
    ensure!(!text.contains(" 0 "), "a nought is counted: {text}");
    stage.finish().await
}

#[tokio::test]
async fn a_marker_speaks_on_its_own_day() -> Result<()> {
    let (mut stage, today) = with_parts().await?;
    let href = make(&stage, LABEL, today.before(29), "In days", "No").await?;
    stage.open(&href).await?;
    stage.tick("30 days").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    for (later, said) in [(0, "29 days"), (1, "30 days"), (2, "31 days")] {
        let day = today.after(later);
        stage.clock_shows(&format!("{day}T12:00:00")).await?;
        stage.open("#/").await?;
        stage.reload().await?;
        stage.is_started().await?;
        stage.heading(&stage.full_day(day).await?).await?;
        stage.sees(&format!(": {said}")).await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn start_dates_go_whole_with_the_recovery_parts() -> Result<()> {
    let (stage, today) = with_parts().await?;
    let href = make(&stage, LABEL, today.before(41), "In days", "Alcohol").await?;
    stage.recovery_parts(false).await?;
    for address in [
        "#/starts",
        "#/starts/new",
        &href,
        &format!("{href}/changed"),
    ] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.heading("This page is not here").await?;
    }
    for (address, seen) in [
        ("#/", "A first thing"),
        ("#/milestones", "In any order, with or without a date."),
        ("#/look-back", "So far"),
        ("#/look-back/month", "So far"),
        ("#/goals", "Add a goal"),
    ] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.sees(seen).await?;
        let page = stage
            .evaluate("document.documentElement.outerHTML")
            .await?
            .to_string();
        for trace in [LABEL, "41 days", "Start dates"] {
            ensure!(!page.contains(trace), "{trace:?} is at {address}");
        }
    }
    stage.recovery_parts(true).await?;
    stage.open("#/").await?;
    stage.sees(": 41 days").await?;
    stage.finish().await
}
