//! What is made of a milestone: a quiet moment, what one is proud of, and a card to keep.
mod card;

use anyhow::{Result, ensure};
use journeys::{Engine, Stage};
use serde_json::json;

journeys::on_every_engine! {
    a_quiet_moment
    proud_of_it
}

/// Stands in for the device's sheet and keeps what it was given.
const SHEET: &str = "window.given = [];
    navigator.canShare = () => true;
    navigator.share = async (data) => {
        const files = (data.files ?? []).map(({ name, type, size }) => ({ name, type, full: size > 0 }));
        window.given.push({ ...data, files });
    };";

/// Marks a milestone of the bank; its quiet moment stays open.
async fn mark(stage: &Stage, id: &str, words: &str) -> Result<()> {
    stage.open(&format!("#/milestones/new/{id}")).await?;
    stage.holds("What did you reach?", words).await?;
    stage.tap("I reached this").await?;
    stage.heading(words).await?;
    stage.saved().await
}

/// Marks a milestone in own words; its quiet moment stays open.
async fn mark_own(stage: &Stage, words: &str) -> Result<()> {
    stage.open("#/milestones/new").await?;
    stage.type_into("What did you reach?", words).await?;
    stage.tap("I reached this").await?;
    stage.heading(words).await?;
    stage.saved().await
}

async fn offers_to_tell(stage: &Stage) -> Result<bool> {
    stage.sees("Make a card to keep").await?;
    let buttons = stage.buttons().await?;
    Ok(buttons.iter().any(|name| name == "Tell someone?"))
}

async fn a_quiet_moment(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    mark(&stage, "MA09", "I have my own key.").await?;
    ensure!(offers_to_tell(&stage).await?, "a key may be told of");
    let petals = "document.querySelectorAll('.celebration .petal').length";
    ensure!(stage.evaluate(petals).await? == json!(5), "no flower");
    stage.tap("Tell someone?").await?;
    stage.sees("Only if you want to.").await?;
    // Taken back from here, it is gone, and so says the page.
    stage.tap("Undo").await?;
    stage.sees("This is no longer here.").await?;
    stage.tap_in("Screens", "Milestones").await?;
    stage
        .sees("Things you reached, big or small, can stand here.")
        .await?;

    // A reload shows it again, with the same sentence.
    mark(&stage, "MF03", "I saw a dentist.").await?;
    let sentence = "document.querySelector('.warm').textContent";
    let before = stage.evaluate(sentence).await?;
    stage.reload().await?;
    stage.heading("I saw a dentist.").await?;
    let after = stage.evaluate(sentence).await?;
    ensure!(before == after, "{before} became {after}");
    stage.tap("Done").await?;
    stage.heading("Milestones").await?;
    // The form is done with: the way back does not lead into it.
    stage.tap("I saw a dentist.").await?;
    stage.heading("A milestone").await?;
    stage.finish().await
}

#[tokio::test]
async fn telling_is_never_offered_where_it_could_do_harm() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for (id, words) in [
        ("MA14", "I left a place that was not safe for me."),
        ("MD08", "I moved away from someone who hurts me."),
        ("MD13", "I got help to be safe at home."),
        ("MJ14", "I have a plan to stay safe."),
        ("MF07", "I had a test for hep C."),
        ("MF08", "I finished hep C treatment."),
        ("MF09", "I had my hep B jab."),
        ("MF10", "I had an HIV or sexual health check."),
    ] {
        mark(&stage, id, words).await?;
        ensure!(!offers_to_tell(&stage).await?, "offered after {id}");
    }
    mark_own(&stage, "Swam a mile").await?;
    ensure!(offers_to_tell(&stage).await?, "own words may be told");

    stage.recovery_parts(true).await?;
    for (id, words) in [
        ("MH104", "My first week."),
        ("MH303", "I carry naloxone."),
        ("MH502", "I had a recovery check-up."),
    ] {
        mark(&stage, id, words).await?;
        ensure!(!offers_to_tell(&stage).await?, "offered after {id}");
    }
    // The cards stand here once more, at the moment it is ticked.
    mark(&stage, "MH103", "My first day.").await?;
    let card = stage.within("Good to know");
    card.sees("do not stop suddenly").await?;
    card.sees("call 999, give naloxone, stay with them").await?;
    // Own words that are said to be about stopping are not offered, either.
    stage.open("#/milestones/new").await?;
    stage.type_into("What did you reach?", "A month").await?;
    stage
        .within("Is this about stopping or cutting down?")
        .choose("Rather not say")
        .await?;
    stage.tap("I reached this").await?;
    stage.heading("A month").await?;
    stage
        .within("Good to know")
        .sees("do not stop suddenly")
        .await?;
    ensure!(!offers_to_tell(&stage).await?, "offered after stopping");
    stage.finish().await
}

#[tokio::test]
async fn the_sheet_gets_the_words_and_nothing_else() -> Result<()> {
    let stage = Stage::new().await?;
    stage.before_each_page(SHEET).await?;
    let today = stage.start().await?;
    mark(&stage, "MA09", "I have my own key.").await?;
    stage.tap("Tell someone?").await?;
    stage.tap("Share these words").await?;
    let given = stage.evaluate("window.given").await?;
    let words = json!([{ "text": "I have my own key.", "files": [] }]);
    ensure!(given == words, "{given}");
    stage.tap("Make a card to keep").await?;
    stage.tap("Share").await?;
    stage
        .wait_until("the picture was given", async || {
            let given = stage.evaluate("window.given[1] ?? null").await?;
            let name = format!("card-{today}.png");
            let file = json!({ "name": name, "type": "image/png", "full": true });
            Ok(given == json!({ "files": [file] }))
        })
        .await?;
    stage.finish().await
}

async fn proud_of_it(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/milestones").await?;
    stage.tap("What I am proud of").await?;
    stage.sees("Nothing here yet.").await?;
    mark(&stage, "ME12", "I spent time somewhere green.").await?;
    stage.tick("I am proud of this").await?;
    stage.says("Kept with what you are proud of.").await?;
    stage.saved().await?;
    mark_own(&stage, "Rang my brother").await?;
    stage.open("#/milestones/proud").await?;
    stage.reload().await?;
    stage.tap("I spent time somewhere green.").await?;
    stage.heading("A milestone").await?;
    stage.is_ticked("I am proud of this").await?;

    // The form does not take the tick back, whichever was first.
    stage
        .type_into("What did you reach?", "An hour by the river")
        .await?;
    stage.untick("I am proud of this").await?;
    stage.says("Taken from the list.").await?;
    stage.tick("I am proud of this").await?;
    stage.tap("Save").await?;
    stage.heading("Milestones").await?;
    stage.tap("What I am proud of").await?;
    stage.sees("An hour by the river").await?;
    stage.does_not_see("Rang my brother").await?;

    // Un-ticked without comment, it is gone from here too.
    stage.tap("An hour by the river").await?;
    stage.tap("Un-tick").await?;
    stage.says("Un-ticked.").await?;
    stage.heading("Milestones").await?;
    stage.does_not_see("An hour by the river").await?;
    stage.open("#/milestones/proud").await?;
    stage.sees("Nothing here yet.").await?;
    stage.finish().await
}
