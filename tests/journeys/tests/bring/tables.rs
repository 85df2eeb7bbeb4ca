//! Tables: `HabitBull`'s, Daylio's, and any other.
use super::give;
use anyhow::{Result, ensure};
use journeys::Stage;

#[tokio::test]
async fn habit_bulls_table() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let text = format!(
        "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n\
         Walk,Round the park,Body,{today},1,\n\
         Walk,Round the park,Body,{},0,Too wet\n\
         Press-ups,,Body,{today},12,\n",
        today.before(1)
    );
    give(&mut stage, "habitbull.csv", text.as_bytes()).await?;
    stage.within("Press-ups").sees("with amounts").await?;
    stage.within("Walk").tick("Be active").await?;
    stage.tap("Leave out all that have no way yet").await?;
    stage
        .within("Press-ups")
        .is_ticked("Leave this one out")
        .await?;
    stage.tap("Show what would come").await?;
    stage.sees("1 goal").await?;
    stage.sees("You left 1 out. Such as: Press-ups").await?;
    stage
        .sees("2 groups. The ways are the groups here.")
        .await?;
    // What would come is shown anew when a choice changes.
    stage
        .within("Press-ups")
        .untick("Leave this one out")
        .await?;
    stage.does_not_see("What would come").await?;
    stage.within("Press-ups").tick("Be active").await?;
    stage.tap("Show what would come").await?;
    stage.sees("2 goals").await?;
    stage.tap("Add it all").await?;
    stage.says("Your history is here.").await?;
    stage.saved().await?;
    stage.tap("Today").await?;
    stage.within("Be active").is_ticked("Walk").await?;
    stage.open(&format!("#/day/{}", today.before(1))).await?;
    stage.holds("A note for this day", "Walk: Too wet").await?;
    stage.finish().await
}

#[tokio::test]
async fn daylios_table() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let text = format!(
        "\u{feff}full_date,date,weekday,time,mood,activities,note_title,note\n\
         {today},x,Saturday,20:15,rad,\"family | <i>walk</i>\",\"Home\",\"Soup with Mum.<br>Early night.\"\n\
         {},x,Friday,21:00,so-so,\"family\",\"\",\"\"\n",
        today.before(1)
    );
    give(&mut stage, "daylio.csv", text.as_bytes()).await?;
    stage.sees("How the days were").await?;
    stage.within("family").tick("Connect").await?;
    stage.within("<i>walk</i>").tick("Be active").await?;
    stage
        .within("What is \"rad\" here?")
        .is_chosen("Great")
        .await?;
    stage
        .within("What is \"so-so\" here?")
        .is_chosen("Leave it out")
        .await?;
    stage
        .within("What is \"so-so\" here?")
        .choose("In between")
        .await?;
    stage.tap("Show what would come").await?;
    stage.sees("3 things on days").await?;
    stage.sees("How 2 days were").await?;
    stage.sees("1 note").await?;
    stage
        .sees("Times, photos and goals stay in Daylio.")
        .await?;
    stage.axe().await?;
    stage.tap("Add it all").await?;
    stage.says("Your history is here.").await?;
    stage.saved().await?;
    let kept = stage.vault().await?;
    let mood = |ago: u64| {
        kept.get(&format!("mood/{}", today.before(ago)))
            .cloned()
            .unwrap_or_default()
    };
    ensure!(
        mood(0).contains("great") && mood(1).contains("between"),
        "{:?} {:?}",
        mood(0),
        mood(1)
    );
    stage.tap("Today").await?;
    stage.within("Also").sees("<i>walk</i>").await?;
    stage
        .holds("A note for this day", "Home\nSoup with Mum.\nEarly night.")
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn any_table_by_its_columns() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let day = today.before(30);
    let us = format!("{}/{}/{}", day.month(), day.day_of_month(), day.year());
    let text = format!("Number;When;Thing;Remark\n3,5;{us};Walk;By the canal\n2;{us};Rang Sam;\n");
    give(&mut stage, "list.csv", text.as_bytes()).await?;
    stage.sees("What is in the columns?").await?;
    stage
        .within("Which one has the day?")
        .is_chosen("When")
        .await?;
    stage
        .within("How are the days written?")
        .choose("Month, day, year")
        .await?;
    stage
        .within("Which one says what you did?")
        .choose("Thing")
        .await?;
    stage
        .within("Which one says if, or how much?")
        .choose("Number")
        .await?;
    stage
        .within("Which one has your notes?")
        .choose("Remark")
        .await?;
    let said = stage.long_day(day).await?;
    stage
        .sees(&format!("{said} · Walk · 3,5 · By the canal"))
        .await?;
    stage.axe().await?;
    stage.fits_the_screen().await?;
    stage.tap("Go on").await?;
    stage.within("Walk").sees("1 day, on").await?;
    stage.within("Walk").tick("Be active").await?;
    stage.within("Rang Sam").tick("Connect").await?;
    stage.tap("Show what would come").await?;
    stage.sees("2 things on days").await?;
    stage.tap("Add it all").await?;
    stage.says("Your history is here.").await?;
    stage.saved().await?;
    stage.open(&format!("#/day/{day}")).await?;
    stage.within("Also").sees("Walk: 3.5").await?;
    let kept = stage.vault().await?;
    let is_kept =
        |(key, text): (&String, &String)| key.starts_with("note/") && text.contains("By the canal");
    ensure!(kept.iter().any(is_kept), "the note is lost");
    stage.finish().await
}

#[tokio::test]
async fn a_table_with_no_days_goes_no_further() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    give(&mut stage, "list.csv", b"name,size\nWalk,3\nSwim,4\n").await?;
    stage.sees("What is in the columns?").await?;
    stage.sees("no day").await?;
    stage.tap("Go on").await?;
    stage
        .sees("No day could be read. Choose another column for the day.")
        .await?;
    stage.finish().await
}
