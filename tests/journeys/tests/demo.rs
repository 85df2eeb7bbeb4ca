//! The made-up people, and using the app without saving: nothing stored is read, and nothing is left of it.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage};
use serde_json::Value;
use std::collections::BTreeMap;

journeys::on_every_engine! {
    nothing_of_it_is_left
    an_address_opens_a_person_at_once
    nothing_is_kept_without_saving
    a_link_does_not_turn_saving_off
    a_link_does_not_end_what_is_not_saved
    what_was_typed_last_outlasts_an_example
}

const EXAMPLE: &str = "Example – not a real person";

/// Everything that is stored, the tab's own store too.
type Stored = (BTreeMap<String, String>, BTreeMap<String, String>, Value);

async fn stored(stage: &Stage) -> Result<Stored> {
    let session = stage.evaluate("JSON.stringify(sessionStorage)").await?;
    Ok((stage.mirror().await?, stage.vault().await?, session))
}

/// The same in a diary that has all that a start lays down beside the records.
async fn stored_at_rest(stage: &Stage) -> Result<Stored> {
    stage.reload().await?;
    stage
        .wait_until("the room to give back is laid", async || {
            let (mirror, vault, _) = stored(stage).await?;
            Ok(vault.contains_key("ballast") && mirror.contains_key("0/ballast"))
        })
        .await?;
    stored(stage).await
}

async fn nothing_is_left(stage: &Stage, before: &Stored) -> Result<()> {
    let after = stored(stage).await?;
    ensure!(*before == after, "{before:?}\nbecame\n{after:?}");
    Ok(())
}

/// A goal that is not kept, and says so.
async fn make_goal(stage: &Stage, words: &str) -> Result<()> {
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", words).await?;
    stage.tick("Give").await?;
    stage.tap("Save").await?;
    stage.heading("Goals").await?;
    stage.says("Not kept after you close this page.").await?;
    stage.sees(words).await
}

async fn nothing_of_it_is_left(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/look").await?;
    stage.choose("Dark").await?;
    stage.saved().await?;
    stage.is_ready_offline().await?;
    let before = stored_at_rest(&stage).await?;

    // At once, with no network.
    stage.offline().await?;
    stage.open("#/more").await?;
    stage.tap("See a made-up person").await?;
    stage.heading("Six made-up people").await?;
    stage
        .tap("Rowan 52, steady on a prescription, living in a hostel.")
        .await?;
    stage.sees(EXAMPLE).await?;
    stage.heading_is_there().await?;
    stage.does_not_see("A first thing").await?;
    let dark = "document.documentElement.hasAttribute('data-theme')";
    ensure!(
        stage.evaluate(dark).await? == false,
        "their own colours are used"
    );
    make_goal(&stage, "Something tried out").await?;
    stage.open("#/").await?;
    stage.tap("Add a note").await?;
    stage
        .type_into("A note for this day", "Something typed")
        .await?;
    for address in [
        "#/goals",
        "#/milestones",
        "#/look-back",
        "#/more",
        "#/help",
        "#/plan",
    ] {
        stage.open(address).await?;
        stage.heading_is_there().await?;
        stage.sees(EXAMPLE).await?;
    }
    // It stays with them when the page is loaded again, from their beginning.
    stage.open("#/goals").await?;
    stage.reload().await?;
    stage.sees(EXAMPLE).await?;
    stage.does_not_see("Something tried out").await?;
    stage.tap("Someone else").await?;
    stage
        .tap("Jude 27, works shifts and wants safer weekends.")
        .await?;
    stage.sees(EXAMPLE).await?;
    stage.within("Screens").sees("Today").await?;
    stage.tap("End example").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see(EXAMPLE).await?;
    nothing_is_left(&stage, &before).await?;
    stage.finish().await
}

async fn an_address_opens_a_person_at_once(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.open("#/demo/1").await?;
    stage.sees(EXAMPLE).await?;
    let stores = "indexedDB.databases().then((there) => there.length + localStorage.length)";
    ensure!(stage.evaluate(stores).await? == 0, "a store was opened");
    stage.open("#/demo/nobody").await?;
    stage.heading("This page is not here").await?;
    stage.open("#/demo").await?;
    stage.tap("Start my own").await?;
    stage.sees("I did something today").await?;
    stage.does_not_see(EXAMPLE).await?;
    stage.finish().await
}

async fn nothing_is_kept_without_saving(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    let before = stored_at_rest(&stage).await?;
    stage.open("#/unsaved").await?;
    stage.tap("Start without saving").await?;
    stage.sees("Not kept after you close this page.").await?;
    stage.does_not_see("A first thing").await?;
    make_goal(&stage, "For now alone").await?;
    says_of_itself_what_is_so(&stage).await?;
    // Loaded again, it is gone.
    stage.open("#/goals").await?;
    stage.reload().await?;
    stage.sees("Not kept after you close this page.").await?;
    stage.does_not_see("For now alone").await?;
    make_goal(&stage, "For now alone").await?;
    stage.tap("Print or send").await?;
    stage.within("Take it with me").sees("Print").await?;
    stage.tap("Clear and end").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.open("#/goals").await?;
    stage.does_not_see("For now alone").await?;
    nothing_is_left(&stage, &before).await?;
    // Closed in the middle of it.
    stage.open("#/unsaved").await?;
    stage.tap("Start without saving").await?;
    stage.sees("Not kept after you close this page.").await?;
    make_goal(&stage, "For now alone").await?;
    stage.restart().await?;
    stage.start().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.does_not_see("For now alone").await?;
    stage.finish().await
}

/// Nothing is said to be kept, to be still there, or to be deleted, that is not in this diary.
async fn says_of_itself_what_is_so(stage: &Stage) -> Result<()> {
    stage.open("#/more/kept").await?;
    stage.heading("What is kept on this device").await?;
    stage.sees("Save a copy").await?;
    stage.sees("You opened it in a browser.").await?;
    for words in [
        "Everything you write stays",
        "keeps your entries",
        "delete your entries",
    ] {
        stage.does_not_see(words).await?;
    }
    stage.open("#/more/delete").await?;
    stage.sees("Your own diary is not touched.").await?;
    let buttons = stage.buttons().await?;
    ensure!(
        !buttons.contains(&"Delete everything".to_owned()),
        "{buttons:?}"
    );
    stop(stage).await?;
    stage.sees("Waymark could not go on.").await?;
    stage
        .does_not_see("What you saved is still on this device.")
        .await?;
    stage.reload().await?;
    stage.is_started().await
}

/// The app stops, as it does when it panics.
async fn stop(stage: &Stage) -> Result<()> {
    stage
        .evaluate("document.documentElement.setAttribute('data-stopped', '')")
        .await?;
    stage.heading("Something went wrong").await
}

/// Opens an address as a link in another app does: the page is loaded with it.
async fn come_by_link(stage: &Stage, address: &str) -> Result<()> {
    stage.go_beside_the_app().await?;
    stage.open(address).await
}

async fn a_link_does_not_turn_saving_off(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    for (address, title) in [
        ("#/apart/unsaved", "Use without saving"),
        ("#/apart/end", "Use without saving"),
        ("#/demo/unsaved", "This page is not here"),
        ("#/demo/end", "This page is not here"),
    ] {
        come_by_link(&stage, address).await?;
        stage.heading(title).await?;
        stage.open("#/").await?;
        stage.within("Also").sees("A first thing").await?;
        stage
            .does_not_see("Not kept after you close this page.")
            .await?;
    }
    come_by_link(&stage, "#/apart/unsaved").await?;
    stage.heading("Use without saving").await?;
    stage.axe().await?;
    stage.tap("Start without saving").await?;
    stage.sees("Not kept after you close this page.").await?;
    stage.finish().await
}

async fn a_link_does_not_end_what_is_not_saved(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/unsaved").await?;
    stage.tap("Start without saving").await?;
    stage.sees("Not kept after you close this page.").await?;
    make_goal(&stage, "For now alone").await?;
    stage.open("#/apart/end").await?;
    stage.heading("Use without saving").await?;
    stage.open("#/demo").await?;
    stage.heading("Six made-up people").await?;
    stage.does_not_see("Start my own").await?;
    stage.open("#/demo/1").await?;
    stage
        .sees("If you see a made-up person now, what you added goes.")
        .await?;
    stage.axe().await?;
    stage.open("#/goals").await?;
    stage.sees("For now alone").await?;
    stage.open("#/demo/1").await?;
    stage.tap("Clear and see the person").await?;
    stage.sees(EXAMPLE).await?;
    stage.sees("Not kept after you close this page.").await?;
    stage.finish().await
}

/// Types, and opens an example in the same moment.
const TYPE_AND_GO: &str = "void (() => {
    const field = document.querySelector('#words');
    field.value = 'Typed last of all';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    location.hash = '#/demo/1';
})()";

async fn what_was_typed_last_outlasts_an_example(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    // The part that has the example is here.
    stage.open("#/demo").await?;
    stage.heading("Six made-up people").await?;
    let form = format!("#/day/{today}/add/give");
    stage.open(&form).await?;
    stage.holds("What did you do?", "").await?;
    stage.evaluate(TYPE_AND_GO).await?;
    stage.sees(EXAMPLE).await?;
    stage.tap("End example").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.open(&form).await?;
    stage.holds("What did you do?", "Typed last of all").await?;
    stage.finish().await
}
