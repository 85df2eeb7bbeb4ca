//! Milestones: from the bank or in own words, with a date or none, and un-ticked without a word.
use anyhow::{Result, ensure};
use journeys::Stage;

const BREAK: &str = "After a break, your body cannot take what it used to";

#[tokio::test]
async fn found_by_group_and_by_search() -> Result<()> {
    let stage = Stage::new().await?;
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

#[tokio::test]
async fn a_date_as_exact_as_it_is_known() -> Result<()> {
    let stage = Stage::new().await?;
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

#[tokio::test]
async fn dates_that_are_none() -> Result<()> {
    let stage = Stage::new().await?;
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

#[tokio::test]
async fn changed_and_unticked() -> Result<()> {
    let stage = Stage::new().await?;
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

#[tokio::test]
async fn recovery_parts_come_and_go_whole() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/milestones/add").await?;
    stage.sees("Hope, who I am, what matters").await?;
    let groups = [
        "Stopping",
        "Medicine and prescription",
        "Safer",
        "Drinking less",
        "Going on",
        "Coming out of prison or hospital",
    ];
    for group in groups {
        ensure!(
            !stage.buttons().await?.iter().any(|name| name == group),
            "{group} is shown"
        );
    }
    stage.type_into("Find one", "detox").await?;
    stage.sees("None found.").await?;
    stage.open("#/milestones/group/H1").await?;
    stage.heading("This page is not here").await?;

    stage.recovery_parts(true).await?;
    stage.open("#/milestones/add").await?;
    for group in groups {
        stage.within("Groups").sees(group).await?;
    }
    stage.tap("Stopping").await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage
        .within("Good to know")
        .sees("do not stop suddenly")
        .await?;
    stage.tap("My first day.").await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage
        .within("Good to know")
        .sees("call 999, give naloxone, stay with them")
        .await?;
    stage.tap("I reached this").await?;
    stage.sees("My first day.").await?;
    stage.saved().await?;
    stage.tap("My first day.").await?;
    stage.heading("A milestone").await?;
    let own = stage.address().await?;

    stage.recovery_parts(false).await?;
    for address in [
        "#/milestones",
        "#/milestones/group/H1",
        "#/milestones/new/MH103",
        &own,
    ] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.is_started().await?;
        stage.within("Screens").sees("Today").await?;
        let page = stage
            .evaluate("document.documentElement.outerHTML")
            .await?
            .to_string();
        ensure!(!page.contains("My first day"), "it shows at {address}");
        ensure!(!page.contains(BREAK), "its card shows at {address}");
    }
    stage.open("#/look-back").await?;
    stage.sees("So far").await?;
    stage.does_not_see("1 milestone reached").await?;

    stage.recovery_parts(true).await?;
    stage.open("#/milestones").await?;
    stage.sees("My first day.").await?;
    stage.finish().await
}

#[tokio::test]
async fn own_words_about_stopping_bring_their_cards() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/milestones/new").await?;
    stage.heading("A milestone").await?;
    stage
        .does_not_see("Is this about stopping or cutting down?")
        .await?;
    stage.recovery_parts(true).await?;
    for address in ["#/milestones/new", "#/goals/new"] {
        stage.open(address).await?;
        let question = stage.within("Is this about stopping or cutting down?");
        question.is_chosen("No").await?;
        question.choose("Alcohol").await?;
        stage
            .sees("do not stop suddenly. It can be dangerous.")
            .await?;
        question.choose("A medicine").await?;
        stage
            .sees("Only change your dose with the person who prescribes it.")
            .await?;
        stage
            .does_not_see("do not stop suddenly. It can be dangerous.")
            .await?;
        question.choose("No").await?;
        stage.does_not_see("Only change your dose").await?;
    }
    stage.finish().await
}
