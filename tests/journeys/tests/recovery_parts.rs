//! The recovery parts: off until they are wanted, and gone whole when they are not.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    recovery_parts_come_and_go_whole
    own_words_about_stopping_bring_their_cards
    own_words_of_an_idea_are_asked_about
    what_was_made_in_them_goes_with_them
}

const BREAK: &str = "After a break, your body cannot take what it used to";

async fn recovery_parts_come_and_go_whole(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
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
    stage.heading("My first day.").await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage.tick("I am proud of this").await?;
    stage.saved().await?;
    let reached = stage.address().await?;
    stage.tap("Make a card to keep").await?;
    stage.heading("A card to keep").await?;
    let card = stage.address().await?;
    stage.open("#/milestones").await?;
    stage.tap("My first day.").await?;
    stage.heading("A milestone").await?;
    let own = stage.address().await?;
    stage.open("#/look-back").await?;
    stage.sees("1 milestone reached").await?;

    stage.recovery_parts(false).await?;
    for address in [
        "#/milestones",
        "#/milestones/proud",
        "#/milestones/arrange",
        "#/milestones/group/H1",
        "#/milestones/new/MH103",
        &own,
        &reached,
        &card,
    ] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.heading_is_there().await?;
        let page = stage
            .evaluate("document.documentElement.outerHTML")
            .await?
            .to_string();
        ensure!(!page.contains("My first day"), "it shows at {address}");
        ensure!(!page.contains(BREAK), "its card shows at {address}");
        ensure!(!page.contains("Stopping"), "its group shows at {address}");
    }
    stage.open("#/look-back").await?;
    stage.heading("This week").await?;
    stage.does_not_see("milestone reached").await?;

    stage.recovery_parts(true).await?;
    stage.open("#/milestones").await?;
    stage.sees("My first day.").await?;
    stage.finish().await
}

async fn own_words_about_stopping_bring_their_cards(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
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
        stage.sees(BREAK).await?;
        stage
            .does_not_see("do not stop suddenly. It can be dangerous.")
            .await?;
        question.choose("No").await?;
        stage.does_not_see("Only change your dose").await?;
    }
    stage.finish().await
}

async fn own_words_of_an_idea_are_asked_about(engine: Engine) -> Result<()> {
    const QUESTION: &str = "Is this about stopping or cutting down?";
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    // An idea of the recovery parts is not there while they are off.
    stage.open("#/goals/new/C05").await?;
    stage.heading("A small goal").await?;
    stage.holds("What will you do?", "").await?;

    stage.recovery_parts(true).await?;
    stage.open("#/goals/new/A02").await?;
    stage
        .holds("What will you do?", "Get off the bus one stop early.")
        .await?;
    stage.sees("Go gently.").await?;
    stage.does_not_see(QUESTION).await?;
    stage
        .type_into("What will you do?", "Walk past the pub")
        .await?;
    stage.within(QUESTION).choose("Alcohol").await?;
    stage
        .sees("do not stop suddenly. It can be dangerous.")
        .await?;
    stage.tap("Save").await?;
    stage.tap("Walk past the pub Every day").await?;
    stage.within(QUESTION).is_chosen("Alcohol").await?;

    stage.open("#/ideas/active").await?;
    stage.type_into("My own idea", "Walk by the sea").await?;
    stage.tap("Keep this idea").await?;
    stage.tap("Walk by the sea Be active").await?;
    stage.sees("Go gently.").await?;
    stage.tap("Try it today").await?;
    stage.heading("A small goal").await?;
    stage.holds("What will you do?", "Walk by the sea").await?;
    stage.within(QUESTION).is_chosen("No").await?;
    stage.finish().await
}

async fn what_was_made_in_them_goes_with_them(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", "Wait an hour").await?;
    stage.tick("Take notice").await?;
    stage
        .within("Is this about stopping or cutting down?")
        .choose("Alcohol")
        .await?;
    stage.tap("Save").await?;
    stage.tap("Wait an hour Every day").await?;
    stage.heading("Your goal").await?;
    let own = stage.address().await?;
    stage.tap("Today").await?;
    stage.tick("Wait an hour").await?;
    stage.sees("You took notice and gave today.").await?;
    stage.saved().await?;

    stage.recovery_parts(false).await?;
    stage.open("#/").await?;
    stage.sees("You gave today.").await?;
    stage.does_not_see("Wait an hour").await?;
    for address in ["#/goals", &own] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.heading_is_there().await?;
        let fields =
            "[...document.querySelectorAll('main input')].map(field => field.value).join()";
        let fields = stage.evaluate(fields).await?.to_string();
        let text = stage.text().await?;
        ensure!(!fields.contains("Wait an hour"), "it shows at {address}");
        ensure!(!text.contains("Wait an hour"), "it shows at {address}");
    }
    stage.recovery_parts(true).await?;
    stage.open("#/").await?;
    stage.is_ticked("Wait an hour").await?;
    stage.finish().await
}
