//! Milestones: from the bank or in own words, with a date or none, and un-ticked without a word.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    found_by_group_and_by_search
    a_date_as_exact_as_it_is_known
    dates_that_are_none
    changed_and_unticked
    groups_in_an_order_of_ones_own
    hidden_and_shown_again
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
    stage.reach().await?;
    stage.says("Milestone kept.").await?;
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
    stage.reach().await?;
    stage.sees("I saw a dentist. 7 March 2019").await?;

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
        stage.reach().await?;
        stage.sees(shown).await?;
    }
    // Newest first; without a date, at the day it was marked.
    let text = stage.text().await?;
    let place = |words: &str| text.find(words);
    ensure!(place("Felt at home") < place("Moved in"), "{text}");
    ensure!(place("Moved in") < place("Painted it"), "{text}");
    ensure!(place("Painted it") < place("Own key"), "{text}");
    // Year by year, each in its own.
    stage.within("2020").sees("Painted it").await?;
    stage.within("2011").sees("Own key").await?;
    stage.within(&y).sees("Felt at home").await?;
    stage.within("2020").does_not_see("Own key").await?;
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
    stage.reach().await?;
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

/// The titles of the groups on the page of the bank, in order.
async fn groups(stage: &Stage) -> Result<Vec<String>> {
    stage.open("#/milestones/add").await?;
    stage.heading("Add a milestone").await?;
    stage.within("Groups").buttons().await
}

async fn groups_in_an_order_of_ones_own(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    let a_to_z = groups(&stage).await?;
    ensure!(a_to_z.len() == 9 && a_to_z.is_sorted(), "{a_to_z:?}");
    stage.tap("Order and hidden groups").await?;
    stage.heading("Order of the groups").await?;
    // What moves keeps the focus, either way.
    let last = &a_to_z[8];
    for place in ["8", "7"] {
        stage.tap(&format!("Move up: {last}")).await?;
        stage
            .says(&format!("{last} is now number {place}."))
            .await?;
        stage.focus_is_on(&format!("Move up: {last}")).await?;
    }
    let first = &a_to_z[0];
    stage.tap(&format!("Move down: {first}")).await?;
    stage.focus_is_on(&format!("Move down: {first}")).await?;
    // By keys, too; at the end of the list the button does nothing and stays.
    stage.press(journeys::Key::Enter).await?;
    stage.says(&format!("{first} is now number 3.")).await?;
    stage.untick("Learning Shown").await?;
    stage
        .wait_until("the choices are on the device", async || {
            let kept = stage.vault().await?;
            Ok(kept.values().any(|text| text.contains(r#""hidden":["B"]"#)))
        })
        .await?;
    stage.reload().await?;
    stage.is_not_ticked("Learning Shown").await?;
    let own = groups(&stage).await?;
    let mut expected = a_to_z.clone();
    expected.swap(7, 8);
    expected.swap(6, 7);
    expected.swap(0, 1);
    expected.swap(1, 2);
    expected.retain(|title| title != "Learning");
    ensure!(own == expected, "{own:?}, not {expected:?}");
    // What is hidden is not found, either.
    stage.type_into("Find one", "library").await?;
    stage.sees("None found.").await?;

    stage.open("#/milestones/arrange").await?;
    stage.tap("Back to A to Z").await?;
    stage.says("The groups go from A to Z.").await?;
    stage.tick("Learning Shown").await?;
    let again = groups(&stage).await?;
    ensure!(again == a_to_z, "{again:?}");
    stage.finish().await
}

async fn hidden_and_shown_again(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/milestones/new/ME07").await?;
    stage.sees("You can change the words.").await?;
    stage.tap("Do not show this one again").await?;
    stage.heading("Community and belonging").await?;
    stage.says("Hidden.").await?;
    stage.sees("I registered to vote.").await?;
    stage.does_not_see("I voted.").await?;
    stage.saved().await?;
    stage.open("#/milestones/add").await?;
    stage.type_into("Find one", "voted").await?;
    stage.sees("None found.").await?;
    stage.open("#/milestones/arrange").await?;
    stage.reload().await?;
    stage.within("Hidden milestones").sees("I voted.").await?;
    stage.tap("Show again: I voted.").await?;
    stage.does_not_see("Hidden milestones").await?;
    stage.focus_is_on("Order of the groups").await?;
    stage.open("#/milestones/group/E").await?;
    stage.sees("I voted.").await?;
    // Undo brings it back as well.
    stage.open("#/milestones/new/ME07").await?;
    stage.tap("Do not show this one again").await?;
    stage.heading("Community and belonging").await?;
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.open("#/milestones/add").await?;
    stage.type_into("Find one", "voted").await?;
    stage.sees("I voted.").await?;
    stage.finish().await
}

/// What matters to a person finds milestones of all groups.
#[tokio::test]
async fn found_by_what_matters() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/milestones/add").await?;
    stage.tap("What matters to me").await?;
    stage.choose("People").await?;
    stage.sees("I made a friend I can be well with.").await?;
    stage.does_not_see("I had an eye test.").await?;
    stage.choose("My own say").await?;
    stage.sees("I made a choice for myself.").await?;
    stage.does_not_see("I told someone about a lapse.").await?;
    stage.choose("None of these").await?;
    stage.does_not_see("I made a choice for myself.").await?;
    stage.finish().await
}
