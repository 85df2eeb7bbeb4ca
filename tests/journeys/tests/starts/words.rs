//! The person's own word, wherever the app would say recovery.
use crate::{LABEL, make, with_parts};
use anyhow::{Result, ensure};

#[tokio::test]
async fn the_person_s_own_word_is_used() -> Result<()> {
    let (stage, today) = with_parts().await?;
    make(&stage, LABEL, today.before(41), "In days", "No").await?;
    stage.tap("More").await?;
    stage.tap("My words").await?;
    stage.heading("My words").await?;
    stage.is_chosen("Recovery").await?;
    stage.sees("None of these is the right one.").await?;
    stage.sees("It is living the life you want.").await?;
    for (word, title) in [
        ("Change", "Parts about change"),
        ("Getting well", "Parts about getting well"),
        ("My journey", "Parts about my journey"),
        ("None", "Extra parts"),
    ] {
        stage.open("#/more/words").await?;
        stage.choose(word).await?;
        stage.saved().await?;
        stage.open("#/more").await?;
        stage.reload().await?;
        stage.sees("My words").await?;
        let more = stage.text().await?;
        ensure!(!more.contains("Recovery"), "{more}");
        stage.tap(title).await?;
        stage.heading(title).await?;
        let parts = stage.text().await?;
        ensure!(!parts.to_lowercase().contains("recovery"), "{parts}");
        stage.open("#/").await?;
        stage.sees("41 days").await?;
        let day = stage.text().await?;
        ensure!(!day.contains("Recovery"), "{day}");
    }
    stage.open("#/more/words").await?;
    stage
        .type_into(
            "Add a line for What it means to me",
            "Having my Sundays back",
        )
        .await?;
    stage.tap("Add for What it means to me").await?;
    stage.says("Noted.").await?;
    stage
        .within("What it means to me")
        .sees("Having my Sundays back")
        .await?;
    stage.saved().await?;
    stage.tap("Having my Sundays back").await?;
    stage.tap("Take it away").await?;
    stage.heading("My words").await?;
    stage.says("Taken away.").await?;
    stage.finish().await
}
