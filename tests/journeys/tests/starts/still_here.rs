//! What is said after a lapse, and after a gap.
use crate::{LABEL, make, with_parts};
use anyhow::{Result, ensure};
use journeys::Stage;

const DAY: i64 = 24 * 60 * 60;
const BREAK: &str = "After a break, your body cannot take what it used to";
const DRINK: &str = "do not stop suddenly. It can be dangerous.";
const BENZOS: &str = "Do not stop benzos";

#[tokio::test]
async fn three_short_screens_each_of_which_can_be_skipped() -> Result<()> {
    let (stage, today) = with_parts().await?;
    let drink = make(&stage, LABEL, today.before(41), "In days", "Alcohol").await?;
    stage.open(&format!("{drink}/changed")).await?;
    stage.tap("I would like some help with this").await?;
    stage.heading("You are still here.").await?;
    stage.focus_is_on("You are still here.").await?;
    stage.title("Help · Waymark").await?;
    stage
        .sees("What happened does not undo what you did before.")
        .await?;
    stage.tap("Next").await?;
    stage.heading("To stay safe").await?;
    let cards = stage.within("Good to know");
    cards.sees(BREAK).await?;
    cards.sees(DRINK).await?;
    cards.does_not_see(BENZOS).await?;
    stage.tap("Next").await?;
    stage.heading("What would help right now?").await?;
    stage.tap("Sleep, food, water").await?;
    stage.sees("All else can wait.").await?;
    for (choice, at) in [
        (
            "Talk to someone Help lines. Some are open day and night.",
            "#/help",
        ),
        ("Call someone I know The people in my plan.", "#/plan"),
        ("One small thing Ideas, three at a time.", "#/ideas"),
        (
            "Tell my worker You choose what to say, and when.",
            "#/worker",
        ),
        ("Nothing right now", "#/"),
    ] {
        stage.tap(choice).await?;
        stage.is_at(at).await?;
        stage.back().await?;
        stage.heading("What would help right now?").await?;
    }
    for heading in ["You are still here.", "To stay safe"] {
        stage.tap("Go back").await?;
        stage
            .heading(if heading == "To stay safe" {
                "You are still here."
            } else {
                "To stay safe"
            })
            .await?;
    }

    // A date of which no more is known brings every card, like none.
    let plain = make(&stage, "since the move", today.before(3), "In days", "No").await?;
    let id = plain.trim_start_matches("#/starts/").to_owned();
    for address in [
        format!("#/still-here/2/{id}"),
        String::from("#/still-here/2"),
    ] {
        stage.open(&address).await?;
        stage.heading("To stay safe").await?;
        for card in [BREAK, DRINK, BENZOS] {
            cards.sees(card).await?;
        }
    }

    // Without the recovery parts it is there, too: nothing is known, so every card is.
    stage.recovery_parts(false).await?;
    let drink = drink.trim_start_matches("#/starts/").to_owned();
    for start in [String::new(), format!("/{drink}")] {
        stage.open(&format!("#/still-here/1{start}")).await?;
        stage.heading("You are still here.").await?;
        stage.tap("Skip").await?;
        for card in [BREAK, DRINK, BENZOS] {
            cards.sees(card).await?;
        }
        stage.tap("Skip").await?;
        stage.heading("What would help right now?").await?;
        stage.tap("Skip").await?;
        stage.is_at("#/").await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn what_a_date_is_about_stands_beside_it() -> Result<()> {
    const HELP: &str = "I would like some help with this";
    let (stage, today) = with_parts().await?;
    let drink = make(&stage, LABEL, today.before(41), "In days", "Alcohol").await?;
    stage.open(&format!("{drink}/changed")).await?;
    let cards = stage.within("Good to know");
    cards.sees(BREAK).await?;
    cards.sees(DRINK).await?;
    cards.does_not_see(BENZOS).await?;
    stage.open(&drink).await?;
    stage.tap(HELP).await?;
    stage.heading("You are still here.").await?;

    let plain = make(&stage, "since the move", today.before(3), "In days", "No").await?;
    stage.open(&format!("{plain}/changed")).await?;
    stage.heading("Something changed").await?;
    stage.does_not_see(BREAK).await?;
    stage.open(&plain).await?;
    stage.sees("3 days").await?;
    stage.does_not_see(HELP).await?;
    stage.tap("Hide it").await?;
    stage.says("Hidden.").await?;
    stage.tap(HELP).await?;
    stage.heading("You are still here.").await?;
    stage.finish().await
}

#[tokio::test]
async fn who_comes_back_is_greeted_without_a_count() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    for (days, greeted) in [(2, false), (1, true), (200, true)] {
        stage.set_clock_later(days * DAY)?;
        stage.open("#/").await?;
        stage.reload().await?;
        stage.is_started().await?;
        stage.sees("I did something else").await?;
        if greeted {
            let card = stage.within("Good to see you.");
            card.sees("Past days can be filled in, or left.").await?;
            let said = card.text().await?;
            ensure!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
        } else {
            stage.does_not_see("Good to see you.").await?;
        }
    }
    stage.within("Good to see you.").tap("Look back").await?;
    stage.heading("This week").await?;
    stage.open("#/").await?;
    stage.log("Back again", "Give").await?;
    stage.does_not_see("Good to see you.").await?;
    stage.finish().await
}
