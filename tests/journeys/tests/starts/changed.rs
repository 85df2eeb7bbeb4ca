//! "Something changed": four equal choices, and the chapters of a story.
use crate::{LABEL, make, type_date, with_parts};
use anyhow::{Result, ensure};

#[tokio::test]
async fn something_changed_has_four_equal_choices() -> Result<()> {
    let (stage, today) = with_parts().await?;
    let href = make(&stage, LABEL, today.before(41), "In days", "No").await?;
    let changed = format!("{href}/changed");
    stage.open(&href).await?;
    stage.tap("Something changed").await?;
    stage.is_at(&changed).await?;
    stage.heading("Something changed").await?;
    let sizes = "new Set([...document.querySelectorAll('.equal .chip > span')].map(chip =>
        [chip.offsetWidth, getComputedStyle(chip).backgroundColor, getComputedStyle(chip).fontWeight].join())).size";
    ensure!(stage.evaluate(sizes).await? == 1, "they are not equal");
    stage.tap("Save").await?;
    stage.sees("Pick one of the four first.").await?;

    // A note, which is half typed, left, and still there.
    stage.choose("Keep the date and add a note").await?;
    stage.type_into("Your note", "A hard evening").await?;
    stage
        .sees("No one is told what you write, so nobody will ring you.")
        .await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    stage.open("#/").await?;
    stage.open(&changed).await?;
    stage.sees("This is what you typed before.").await?;
    stage.holds("Your note", "A hard evening").await?;
    stage.tap("Save").await?;
    stage.heading("A start date").await?;
    stage.sees("A hard evening").await?;
    let said = stage.long_day(today).await?;
    stage.tap(&format!("Change the note of {said}")).await?;
    stage
        .type_into("Your note", "A hard evening, and a walk")
        .await?;
    stage.within("Notes").tap("Save").await?;
    stage.says("Changed.").await?;
    stage
        .within("Notes")
        .sees("A hard evening, and a walk")
        .await?;
    stage.tap(&format!("Change the note of {said}")).await?;
    stage.tap("Take it away").await?;
    stage.says("Taken away.").await?;
    stage.does_not_see("and a walk").await?;
    stage.tap("Undo").await?;
    stage.sees("and a walk").await?;
    stage.sees(&format!("{LABEL} 41 days")).await?;

    // A pause, and on again.
    stage.open(&changed).await?;
    stage.choose("Pause this counter").await?;
    stage.tap("Save").await?;
    stage.heading("Start dates").await?;
    stage.sees("This counter is paused.").await?;
    stage.does_not_see("41 days").await?;
    stage.open("#/").await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("41 days").await?;
    stage.open(&href).await?;
    stage.tap("Let it count again").await?;
    stage.says("It counts again.").await?;
    stage.sees("41 days").await?;

    // Out of sight, and back.
    stage.open(&changed).await?;
    stage.choose("Hide it").await?;
    stage.tap("Save").await?;
    stage.heading("Start dates").await?;
    stage.does_not_see(LABEL).await?;
    stage.open("#/").await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("41 days").await?;
    stage.open("#/starts").await?;
    stage.tap("Hidden").await?;
    stage.sees(LABEL).await?;
    stage.open(&href).await?;
    stage.tap("Show it again").await?;
    stage.says("It is shown again.").await?;
    stage.open("#/starts").await?;
    stage.sees(LABEL).await?;
    stage.finish().await
}

#[tokio::test]
async fn the_days_before_a_new_date_happened() -> Result<()> {
    let (stage, today) = with_parts().await?;
    let href = make(&stage, LABEL, today.before(51), "In days", "Alcohol").await?;
    let changed = format!("{href}/changed");
    stage.open(&changed).await?;
    stage
        .choose("Add a new date and keep the old one in my story")
        .await?;
    for (day, said) in [
        (today.after(1), "This date is still to come."),
        (
            today.before(60),
            "This day is before the date it follows. Check both days.",
        ),
    ] {
        type_date(&stage, day).await?;
        stage.tap("Save").await?;
        stage.sees(said).await?;
    }
    type_date(&stage, today.before(10)).await?;
    stage.tap("Save").await?;
    stage.heading("A start date").await?;
    stage
        .says("Your new date is kept. The old one is in your story.")
        .await?;
    stage.sees("Those 41 days happened.").await?;
    stage.saved().await?;
    stage.tap("I would like some help with this").await?;
    stage.heading("You are still here.").await?;

    stage.open("#/starts").await?;
    stage.reload().await?;
    // Whether the new one is counted is for the person to say.
    stage.does_not_see("10 days").await?;
    let (from, to) = (
        stage.long_day(today.before(51)).await?,
        stage.long_day(today.before(10)).await?,
    );
    stage
        .within("My story so far")
        .sees(&format!("{LABEL} Those 41 days happened. {from} to {to}"))
        .await?;
    // What ended is shown as it is, also at the address of the choices.
    stage.open(&changed).await?;
    stage.heading("A start date").await?;

    // It goes only when the person says just that, and can be had back.
    stage.tap("Delete this date").await?;
    stage.tap("Yes, delete it").await?;
    stage.heading("Start dates").await?;
    stage.says("Taken away.").await?;
    stage.does_not_see("Those 41 days happened.").await?;
    stage.tap("Undo").await?;
    stage.sees("Those 41 days happened.").await?;
    stage.finish().await
}
