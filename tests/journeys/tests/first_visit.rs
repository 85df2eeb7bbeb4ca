//! The first visit: something is noted in two taps, and no question is asked before.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    an_idea_is_done_in_two_taps
    an_idea_is_tried_today
    own_words_come_first_too
}

/// What a day's sentence says of a Way, by its name.
const DID: [(&str, &str); 5] = [
    ("Connect", "You connected today."),
    ("Be active", "You moved today."),
    ("Take notice", "You took notice today."),
    ("Keep learning", "You learned today."),
    ("Give", "You gave today."),
];

/// The idea cards in sight: what each is called, and what doing it makes of the day.
async fn cards(stage: &Stage) -> Result<Vec<(String, &'static str)>> {
    let buttons = stage.buttons().await?.into_iter();
    let card = |name: String| {
        let (_, said) = DID
            .iter()
            .find(|(way, _)| name.ends_with(&format!(". {way}")))?;
        Some((name, *said))
    };
    Ok(buttons.filter_map(card).collect())
}

async fn an_idea_is_done_in_two_taps(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.heading("Small things, every day").await?;
    stage.sees("Show three more").await?;
    let asked = "document.querySelectorAll('input, select, textarea, dialog').length";
    ensure!(stage.evaluate(asked).await? == 0, "something is asked");

    let first = cards(&stage).await?;
    ensure!(first.len() == 3, "the cards are {first:?}");
    stage.tap("Show three more").await?;
    stage
        .does_not_see(first[0].0.split('.').next().unwrap_or_default())
        .await?;
    let cards = cards(&stage).await?;
    ensure!(cards.len() == 3, "the cards are {cards:?}");

    let (card, said) = &cards[1];
    stage.tap(card).await?;
    stage.tap("I did this").await?;
    stage.saved().await?;
    stage.says("Noted.").await?;
    stage.sees(said).await?;
    stage.sees("A day with one is a good day.").await?;
    let filled =
        stage.evaluate("document.querySelectorAll('.say .petal:not([class=petal])').length");
    ensure!(filled.await? == 1, "one petal of the day is filled");

    stage.reload().await?;
    stage.sees(said).await?;
    stage.finish().await
}

async fn an_idea_is_tried_today(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.sees("Show three more").await?;
    let (card, said) = cards(&stage).await?.pop().context("no card")?;
    stage.tap(&card).await?;
    stage.tap("Try it today").await?;
    stage.says("Added to today.").await?;
    stage.saved().await?;
    stage.sees("Nothing noted yet.").await?;
    let goal = stage.ticks().await?.pop().context("no goal to tick")?;
    ensure!(
        card.starts_with(&goal),
        "{goal:?} is not of the card {card:?}"
    );
    stage.tick(&goal).await?;
    stage.saved().await?;
    stage.sees(said).await?;
    stage.finish().await
}

async fn own_words_come_first_too(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.tap("I did something today").await?;
    stage.heading("What did you do?").await?;
    stage
        .type_into("What did you do?", "Fed the ducks with Ali")
        .await?;
    stage.tick("Connect").await?;
    stage.tick("Take notice").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.sees("You connected and took notice today.").await?;
    stage
        .within("Also")
        .sees("Fed the ducks with Ali Connect, Take notice")
        .await?;
    stage.finish().await
}
