//! The page for workers: a first session from its first question to the hand-over, by tap and by keyboard; what can be
//! shown and turned round; the guide on paper.
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Key, Stage, Theme};
use serde_json::json;
use waymark::content::practitioner::{intended_use, is_step};
use waymark::content::reading::Piece as Words;
use waymark::content::support::{Piece, page, pages};

journeys::on_every_engine! {
    what_is_shown_can_be_turned_round
}

const TEXT: &str = include_str!("../../../src/content/en/practitioner.txt");
const ABOUT: &str = include_str!("../../../src/content/en/about.txt");
const FIVE: &str = "Which of these five is already in your week?";

/// The steps: what each is called on the page, and its lines.
fn steps() -> Vec<(String, Vec<Piece<'static>>)> {
    let mut steps = Vec::new();
    for (id, title) in pages(TEXT) {
        if is_step(id) {
            let lines = page(TEXT, id).map(|(_, lines)| lines);
            steps.push((format!("{title} {id}"), lines.unwrap_or_default()));
        }
    }
    steps
}

async fn open(stage: &Stage) -> Result<()> {
    stage.open("#/practitioner").await?;
    stage.heading("For workers").await
}

/// The steps that are open, from 0.
async fn opened(stage: &Stage) -> Result<serde_json::Value> {
    let opened = "[...document.querySelectorAll('.session details')]
        .flatMap((step, place) => step.open ? [place] : [])";
    stage.evaluate(opened).await
}

#[tokio::test]
async fn a_whole_first_session() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.tap("More").await?;
    stage.tap("For workers").await?;
    stage.heading("For workers").await?;
    stage.title("More · Waymark").await?;
    stage.sees("Do not type for them.").await?;
    let steps = steps();
    for (place, (name, lines)) in steps.iter().enumerate() {
        ensure!(opened(&stage).await? == json!([place]), "not at {name}");
        let step = stage.within(name);
        for line in lines {
            match line {
                Piece::Text(Words::Words(words) | Words::Item(words)) => step.sees(words).await?,
                Piece::Screen(to, title, beside) => {
                    let links = step.links().await?;
                    let link = links.iter().find(|link| link.href == *to);
                    let name = link.map(|link| link.name.as_str()).unwrap_or_default();
                    ensure!(name == format!("{title} {beside}"), "{to}: {links:?}");
                }
                other => anyhow::bail!("{other:?} is in a step"),
            }
        }
        let Some((next, _)) = steps.get(place + 1) else {
            step.does_not_see("Next step").await?;
            break;
        };
        step.tap("Next step").await?;
        stage.focus_is_on(next).await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn a_session_goes_through_the_screens_and_back() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    open(&stage).await?;
    let steps = steps();
    for _ in 0..2 {
        stage.tap("Next step").await?;
    }
    stage.focus_is_on(&steps[2].0).await?;
    stage
        .tap("Show the five In large words. It can be turned round.")
        .await?;
    stage.sees(FIVE).await?;
    // Back is where the session stands, and so is the way up.
    stage.back().await?;
    stage.heading("For workers").await?;
    ensure!(opened(&stage).await? == json!([2]), "not at the third step");
    stage.tap("Next step").await?;
    stage.tap("A new goal On their phone").await?;
    stage
        .type_into("What will you do?", "Sit in the sun")
        .await?;
    stage.tick("Take notice").await?;
    stage.tap("Save").await?;
    stage.says("Goal kept.").await?;
    stage.saved().await?;
    open(&stage).await?;
    stage.tap("A goal on a card On paper").await?;
    stage.heading("A goal on a card").await?;
    stage.sees("Sit in the sun").await?;
    // A step that was opened by its title counts, too.
    open(&stage).await?;
    stage.tap(&steps[6].0).await?;
    stage.tap("Next appointment On their phone").await?;
    stage.is_at("#/worker").await?;
    stage.back().await?;
    stage.heading("For workers").await?;
    ensure!(opened(&stage).await? == json!([6]), "not at the last step");
    stage.tap("Help On their phone").await?;
    stage.heading("Someone to talk to").await?;
    stage.finish().await
}

#[tokio::test]
async fn by_keyboard_alone() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    open(&stage).await?;
    let steps = steps();
    for (name, _) in &steps[1..] {
        go_to(&stage, "Next step").await?;
        stage.press(Key::Enter).await?;
        stage.focus_is_on(name).await?;
    }
    go_to(&stage, "Staying safe").await?;
    stage.press(' ').await?;
    stage
        .sees("After a break, your body cannot take what it used to")
        .await?;
    stage.finish().await
}

/// Presses Tab until what is called this has the focus.
async fn go_to(stage: &Stage, name: &str) -> Result<()> {
    for _ in 0..40 {
        if stage.focus().await? == name {
            return Ok(());
        }
        stage.press(Key::Tab).await?;
    }
    anyhow::bail!("40 presses of Tab do not reach {name:?}")
}

#[tokio::test]
async fn what_a_worker_has_to_know_is_said_word_for_word() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    open(&stage).await?;
    let title = "What it is, and what it is not";
    for words in intended_use(ABOUT) {
        stage.does_not_see(words).await?;
    }
    stage.tap(title).await?;
    for words in intended_use(ABOUT) {
        stage.within(title).sees(words).await?;
    }
    stage.tap("Staying safe").await?;
    for card in [
        "After a break, your body cannot take what it used to",
        "call 999, give naloxone, stay with them.",
        "do not stop suddenly. It can be dangerous.",
        "Do not stop benzos",
        "Only change your dose with the person who prescribes it.",
    ] {
        stage.within("Good to know").sees(card).await?;
    }
    stage.tap("Consent and privacy").await?;
    stage.sees("No client data on work devices:").await?;
    stage.tap("Safeguarding stays with you").await?;
    stage
        .sees("The diary watches no one and tells no one.")
        .await?;
    let links = stage.links().await?;
    ensure!(links.iter().any(|link| link.href == "tel:999"), "{links:?}");
    // What can be typed or ticked would be a client's data.
    let fields = "document.querySelectorAll('main :is(input, textarea, select)').length";
    ensure!(stage.evaluate(fields).await? == 0, "it asks something");
    stage.finish().await
}

async fn what_is_shown_can_be_turned_round(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/read/five").await?;
    stage.heading("The five ways").await?;
    for way in [
        "Connect",
        "Be active",
        "Take notice",
        "Keep learning",
        "Give",
    ] {
        stage.within(FIVE).sees(way).await?;
    }
    stage.is_not_ticked("Turn it round").await?;
    let turn = "getComputedStyle(document.querySelector('.show')).transform";
    ensure!(
        stage.evaluate(turn).await? == "none",
        "it is turned at first"
    );
    stage.tick("Turn it round").await?;
    ensure!(
        stage.evaluate(turn).await? == "matrix(-1, 0, 0, -1, 0, 0)",
        "it is not turned"
    );
    stage.untick("Turn it round").await?;
    ensure!(stage.evaluate(turn).await? == "none", "it stays turned");
    stage.tap("For workers").await?;
    stage.heading("For workers").await?;
    stage.finish().await
}

#[tokio::test]
async fn what_is_shown_fits_with_large_text() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    for (width, height) in [(320, 740), (1024, 600)] {
        stage.emulate(Theme::Dark, width, height).await?;
        stage.enlarge_text(2).await?;
        for address in ["#/practitioner", "#/read/five", "#/together/plan"] {
            stage.open(address).await?;
            stage.heading_is_there().await?;
            stage.fits_the_screen().await?;
            // No word is cut off at the side of what is shown.
            let cut = "[...document.querySelectorAll('.show *')].filter(one =>
                one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display === 'block').length";
            ensure!(
                stage.evaluate(cut).await? == 0,
                "{address} is cut off at {width}"
            );
        }
    }
    stage.finish().await
}

#[tokio::test]
async fn the_guide_is_two_sides_of_paper() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    open(&stage).await?;
    stage.tap("On paper").await?;
    stage
        .tap("A guide for workers This page on two sides of paper")
        .await?;
    stage.is_at("#/print/guide").await?;
    stage.sees("Only the sheet is printed.").await?;
    for large in [false, true] {
        if large {
            stage.tick("Large print").await?;
        }
        let paper = stage.paper(&format!("guide-{large}")).await?;
        let sides = paper.is_a4()?;
        ensure!(large || sides == 2, "{sides} sides");
        paper.is_black_on_white()?;
        for word in paper.words()? {
            let [left, top, right, bottom] = word.at;
            let inside = left > 28.0 && top > 28.0 && right < 567.5 && bottom < 814.0;
            ensure!(inside, "{word:?} is at the edge");
        }
        let text = paper.text()?;
        let has = |words: &str| {
            let all = words.split_whitespace().collect::<Vec<_>>().join(" ");
            ensure!(text.contains(&all), "{words:?} is not on paper: {text}");
            Ok(())
        };
        for words in intended_use(ABOUT) {
            has(words)?;
        }
        for (name, lines) in steps() {
            has(&name)?;
            for line in lines {
                match line {
                    Piece::Text(Words::Words(words)) => has(words)?,
                    // Items stand in two columns, which are read line by line.
                    Piece::Text(Words::Item(words)) => {
                        let first: Vec<_> = words.split(' ').take(4).collect();
                        has(&first.join(" "))?;
                    }
                    _ => {}
                }
            }
        }
        has("call 999, give naloxone, stay with them.")?;
        has("Do not ask to see it next time.")?;
        for word in ["http", "127.0.0.1", "#/", "localhost"] {
            ensure!(!text.contains(word), "{word:?} is on paper: {text}");
        }
    }
    stage.fits_the_screen().await?;
    stage.axe().await?;
    stage.tap("For workers").await?;
    stage.heading("For workers").await?;
    stage.finish().await
}

#[tokio::test]
async fn with_no_network() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/practitioner").await?;
    stage.is_started().await?;
    stage.heading("For workers").await?;
    stage.sees("Next step").await?;
    stage.open("#/read/five").await?;
    stage.within(FIVE).sees("Keep learning").await?;
    stage.finish().await
}

#[tokio::test]
async fn words_that_cannot_be_had_say_so() -> Result<()> {
    for missing in ["practitioner.txt", "about.txt"] {
        let host = Host::with(&Version::built()?.without(missing))?;
        let stage = Stage::serving(host.folder()).await?;
        stage.start().await?;
        open(&stage).await?;
        stage.sees("This part could not be loaded.").await?;
        // Not to its end: what was not found is counted there.
    }
    Ok(())
}
