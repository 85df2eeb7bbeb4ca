//! Bad input: each gets a plain answer, and nothing is lost.
use anyhow::{Result, ensure};
use journeys::Stage;

/// Opens the form for something done today, with a Way chosen.
async fn form(stage: &Stage) -> Result<()> {
    let today = stage.today().await?;
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage.heading("What did you do?").await
}

#[tokio::test]
async fn nothing_but_spaces() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for typed in ["", "   ", "\u{a0}\u{2003}", "\u{202e}\u{200b}\u{feff}"] {
        form(&stage).await?;
        stage.reload().await?;
        stage.paste_into("What did you do?", typed).await?;
        stage.tap("Save").await?;
        stage.sees("Write a few words first.").await?;
        stage.heading("What did you do?").await?;
    }
    form(&stage).await?;
    stage.reload().await?;
    stage.untick("Give").await?;
    stage.type_into("What did you do?", "Sang").await?;
    stage.tap("Save").await?;
    stage.sees("Pick at least one way.").await?;
    stage.holds("What did you do?", "Sang").await?;
    for (address, field, button) in [
        ("#/goals/new", "What will you do?", "Save"),
        ("#/milestones/new", "What did you reach?", "I reached this"),
        ("#/ideas", "My own idea", "Keep this idea"),
    ] {
        stage.open(address).await?;
        stage.type_into(field, " ").await?;
        stage.tap(button).await?;
        stage.sees("Write a few words first.").await?;
    }
    stage.open("#/").await?;
    stage.heading("Small things, every day").await?;
    stage.finish().await
}

#[tokio::test]
async fn one_character_too_many() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    form(&stage).await?;
    stage
        .paste_into("What did you do?", &"é".repeat(201))
        .await?;
    stage.tap("Add a note").await?;
    stage.paste_into("Note", &"x".repeat(4001)).await?;
    stage.tap("Save").await?;
    stage
        .sees("This is 1 character too long. Make it a little shorter.")
        .await?;
    stage.holds("Note", &"x".repeat(4001)).await?;
    stage
        .paste_into("What did you do?", &"é".repeat(200))
        .await?;
    stage.tap("Save").await?;
    stage
        .sees("This is 1 character too long. Make it a little shorter.")
        .await?;
    stage.paste_into("Note", &"x".repeat(4000)).await?;
    stage.tap("Save").await?;
    stage.within("Also").sees(&"é".repeat(200)).await?;
    stage.saved().await?;
    stage.fits_the_screen().await?;
    stage.finish().await
}

#[tokio::test]
async fn a_long_paste_into_a_days_note() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.tap("Add a note").await?;
    stage.write_day_note("Short and kept.").await?;
    let long = "long paste ".repeat(10_000);
    stage.paste_into("A note for this day", &long).await?;
    stage.sees("characters too long. Make it shorter.").await?;
    stage.tap("Goals").await?;
    stage.heading("Goals").await?;
    stage.tap("Today").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.holds("A note for this day", &long).await?;
    let kept = stage.vault().await?;
    ensure!(
        kept.values().any(|text| text.contains("Short and kept.")),
        "the older note is lost"
    );
    stage.write_day_note("Shorter now.").await?;
    stage.reload().await?;
    stage.holds("A note for this day", "Shorter now.").await?;
    stage.finish().await
}

#[tokio::test]
async fn text_that_turns_and_text_that_is_markup() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    form(&stage).await?;
    stage
        .paste_into("What did you do?", "abc\u{202e}def\u{2066}ghi")
        .await?;
    stage.tap("Save").await?;
    stage.within("Also").sees("abcdefghi").await?;
    for typed in [
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "{{constructor}} ${1} %s \\u0000 '; DROP",
        "مرحبا 你好 👩‍👧 e\u{301}",
    ] {
        form(&stage).await?;
        stage.paste_into("What did you do?", typed).await?;
        stage.tap("Save").await?;
        stage.within("Also").sees(typed).await?;
        stage.saved().await?;
        stage.reload().await?;
        stage.within("Also").sees(typed).await?;
    }
    stage.finish().await
}

/// 100 clicks on a button, with no time between them.
fn clicks(selector: &str) -> String {
    format!(
        "(button => {{ for (let tap = 0; tap < 100; tap += 1) button.click(); }})
        (document.querySelector({selector:?}))"
    )
}

#[tokio::test]
async fn a_hundred_taps_on_save() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    form(&stage).await?;
    stage.type_into("What did you do?", "Only once").await?;
    stage.evaluate(&clicks("form [type=submit]")).await?;
    stage.within("Also").sees("Only once").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("Also").sees("Only once").await?;
    let day = stage
        .vault()
        .await?
        .remove(&format!("day/{today}"))
        .unwrap_or_default();
    let count = day.matches("Only once").count();
    ensure!(count == 1, "it is there {count} times");
    stage.finish().await
}

#[tokio::test]
async fn a_hundred_taps_on_the_other_buttons_that_keep() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for (address, field, words, kind) in [
        (
            "#/goals/new/A01",
            None,
            "Go to the end of the road",
            "goal/",
        ),
        (
            "#/milestones/new",
            Some("What did you reach?"),
            "The top",
            "milestone/",
        ),
    ] {
        stage.open(address).await?;
        if let Some(field) = field {
            stage.type_into(field, words).await?;
        }
        stage.within("Screens").sees("More").await?;
        stage
            .wait_until("the form is there", async || {
                Ok(stage
                    .evaluate("!!document.querySelector('form [type=submit]')")
                    .await?
                    == true)
            })
            .await?;
        stage.evaluate(&clicks("form [type=submit]")).await?;
        stage.saved().await?;
        stage.reload().await?;
        stage.sees(words).await?;
        let kept = stage.vault().await?;
        let count = kept.keys().filter(|key| key.starts_with(kind)).count();
        ensure!(count == 1, "{words:?} is there {count} times");
    }
    stage.finish().await
}

#[tokio::test]
async fn a_hundred_taps_on_a_tick() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    stage.make_goal("Read", "Keep learning").await?;
    stage.tap("Today").await?;
    stage.tick("Read").await?;
    stage.within("Be active").is_not_ticked("Stretch").await?;
    stage
        .evaluate(&clicks(".active input[type=checkbox]"))
        .await?;
    stage.saved().await?;
    stage.is_not_ticked("Stretch").await?;
    stage.tick("Stretch").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.is_ticked("Stretch").await?;
    stage.is_ticked("Read").await?;
    stage.finish().await
}
