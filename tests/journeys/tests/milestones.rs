//! Milestones: from the bank or in own words, with a date or none, and un-ticked without a word.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    found_by_group_and_by_search
    a_date_as_exact_as_it_is_known
    dates_that_are_none
    changed_and_unticked
}

async fn found_by_group_and_by_search(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.tap("Milestones").await?;
    stage
        .sees("Things you reached, big or small, can stand here.")
        .await?;
    stage.tap("Add a milestone").await?;
    stage.tap("Where I live").await?;
    stage.heading("Where I live").await?;
    stage.tap("I have my own key.").await?;
    stage.heading("A milestone").await?;
    stage
        .holds("What did you reach?", "I have my own key.")
        .await?;
    stage.tap("I reached this").await?;
    stage.heading("Milestones").await?;
    stage.says("That is yours to keep.").await?;
    stage.saved().await?;
    stage.tap("I have my own key.").await?;
    stage.back().await?;

    stage.tap("Add a milestone").await?;
    stage.type_into("Find one", "DENTIST").await?;
    stage.tap("I saw a dentist.").await?;
    stage.type_into("Day", "7").await?;
    stage.type_into("Month", "3").await?;
    stage.type_into("Year", "2019").await?;
    stage.tap("A private note").await?;
    stage
        .type_into("A private note", "Not as bad as I feared.")
        .await?;
    stage.tap("I reached this").await?;
    stage.sees("I saw a dentist. 7 March 2019").await?;
    stage.saved().await?;

    stage.reload().await?;
    stage.tap("I saw a dentist. 7 March 2019").await?;
    stage
        .holds("A private note", "Not as bad as I feared.")
        .await?;
    stage.holds("Day", "7").await?;
    stage.open("#/milestones/group/F").await?;
    stage.sees("I saw a dentist. Reached").await?;
    stage.open("#/milestones/add").await?;
    stage.type_into("Find one", "zebra").await?;
    stage
        .sees("None found. You can use your own words.")
        .await?;
    stage.finish().await
}

async fn a_date_as_exact_as_it_is_known(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let month = stage
        .say_day(today, "month: 'long', year: 'numeric'")
        .await?;
    let (y, m) = (today.year().to_string(), today.month().to_string());
    for (words, date, shown) in [
        ("Own key", ["", "", "2011"], "Own key 2011"),
        ("Moved in", ["", &m, &y], &format!("Moved in {month}")),
        (
            "Painted it",
            ["1", "2", "2020"],
            "Painted it 1 February 2020",
        ),
        ("Felt at home", ["", "", ""], "Felt at home"),
    ] {
        stage.open("#/milestones/new").await?;
        stage.type_into("What did you reach?", words).await?;
        for (label, value) in ["Day", "Month", "Year"].into_iter().zip(date) {
            stage.type_into(label, value).await?;
        }
        stage.tap("I reached this").await?;
        stage.heading("Milestones").await?;
        stage.sees(shown).await?;
    }
    // Newest first; without a date, at the day it was marked.
    let text = stage.text().await?;
    let place = |words: &str| text.find(words);
    ensure!(place("Felt at home") < place("Moved in"), "{text}");
    ensure!(place("Moved in") < place("Painted it"), "{text}");
    ensure!(place("Painted it") < place("Own key"), "{text}");
    stage.finish().await
}

async fn dates_that_are_none(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let later = stage.start().await?.after(1);
    let (d, m, y) = (
        later.day_of_month().to_string(),
        later.month().to_string(),
        later.year().to_string(),
    );
    stage.open("#/milestones/new").await?;
    stage.type_into("What did you reach?", "The top").await?;
    for (date, said) in [
        (
            ["30", "2", "2020"],
            "There is no such day. Check the numbers.",
        ),
        (
            ["1", "13", "2020"],
            "There is no such day. Check the numbers.",
        ),
        (
            [&d, &m, &y],
            "This date is still to come. Pick one up to today.",
        ),
        (
            ["7", "", "2020"],
            "Write a year, or a month and a year, or a full date.",
        ),
        (
            ["x", "3", "2020"],
            "Write a year, or a month and a year, or a full date.",
        ),
    ] {
        for (label, value) in ["Day", "Month", "Year"].into_iter().zip(date) {
            stage.type_into(label, value).await?;
        }
        stage.does_not_see(said).await?;
        stage.tap("I reached this").await?;
        stage.sees(said).await?;
        stage.holds("Day", date[0]).await?;
        stage.holds("What did you reach?", "The top").await?;
    }
    stage.finish().await
}

async fn changed_and_unticked(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/milestones/new").await?;
    stage.type_into("What did you reach?", "First swim").await?;
    stage.tap("I reached this").await?;
    stage.tap("First swim").await?;
    stage
        .type_into("What did you reach?", "First swim in the sea")
        .await?;
    stage.tap("Save").await?;
    stage.says("Changed.").await?;
    stage.tap("First swim in the sea").await?;
    stage.tap("Un-tick").await?;
    stage.says("Un-ticked.").await?;
    stage.heading("Milestones").await?;
    stage
        .sees("Things you reached, big or small, can stand here.")
        .await?;
    stage.tap("Undo").await?;
    stage.sees("First swim in the sea").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.sees("First swim in the sea").await?;
    stage.finish().await
}
