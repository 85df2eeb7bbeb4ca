//! What a goal may have: an amount, a plan, how sure one is, steps, rest, and a place of its own in the list.
use anyhow::{Result, ensure};
use journeys::{Engine, Key, Stage};

journeys::on_every_engine! {
    amounts_are_typed_and_taken_back
    a_goal_rests_and_is_taken_up_again
}

async fn measured(stage: &Stage) -> Result<()> {
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", "Walk").await?;
    stage.tick("Be active").await?;
    stage.tap("Add more").await?;
    stage.type_into("How much?", "two").await?;
    stage.type_into("Of what?", "km").await?;
    stage.tap("Save").await?;
    stage
        .sees("Write a number above 0, such as 2 or 2.5.")
        .await?;
    stage.type_into("How much?", "2,5").await?;
    stage.tap("Save").await?;
    stage
        .within("Be active")
        .sees("Walk Every day · 2.5 km")
        .await?;
    stage.saved().await
}

/// Types an amount, and goes on.
async fn enter(stage: &Stage, amount: &str) -> Result<()> {
    stage.type_into("Walk", amount).await?;
    stage.press(Key::Tab).await
}

async fn amounts_are_typed_and_taken_back(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    measured(&stage).await?;
    stage.start().await?;
    enter(&stage, "1.25").await?;
    stage.sees("You moved today.").await?;
    stage.saved().await?;
    enter(&stage, "a lot").await?;
    stage
        .within("Be active")
        .sees("Write a number above 0")
        .await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage.holds("Walk", "1.25").await?;
    enter(&stage, "10").await?;
    stage.saved().await?;
    stage.tap("Undo").await?;
    stage.holds("Walk", "1.25").await?;
    enter(&stage, "").await?;
    stage.sees("Nothing noted yet.").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage.holds("Walk", "").await?;
    stage.finish().await
}

async fn a_goal_rests_and_is_taken_up_again(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    stage.tap("Stretch Every day").await?;
    stage.heading("Your goal").await?;
    stage.tap("A rest from this goal").await?;
    stage
        .type_into("Last day of rest", &today.before(1).to_string())
        .await?;
    stage.tap("Let it rest").await?;
    stage
        .sees("The last day comes before the first one.")
        .await?;
    stage.type_into("Last day of rest", "").await?;
    stage.tap("Let it rest").await?;
    stage.says("It rests.").await?;
    stage.saved().await?;
    stage.open("#/goals").await?;
    stage.within("Be active").sees("Stretch Resting").await?;
    stage.open("#/").await?;
    stage.heading(&stage.full_day(today).await?).await?;
    stage.within("Be active").does_not_see("Stretch").await?;
    // The day before is as it was.
    stage.open("#/goals").await?;
    stage.tap("Stretch Resting").await?;
    stage.tap("Take it up again").await?;
    stage.says("Taken up again.").await?;
    stage.saved().await?;
    stage.start().await?;
    stage.is_not_ticked("Stretch").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_plan_stands_with_the_goal_on_its_day() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", "Walk").await?;
    stage.tick("Be active").await?;
    stage.tap("Add more").await?;
    stage.type_into("Who with?", "S").await?;
    stage
        .type_into("If this gets in the way …", "it rains")
        .await?;
    stage.type_into("… then I will", "dance at home").await?;
    let smaller = "Would a smaller goal feel better?";
    stage.does_not_see(smaller).await?;
    stage
        .within("How sure are you that you can do it?")
        .choose("7")
        .await?;
    stage.does_not_see(smaller).await?;
    stage
        .within("How sure are you that you can do it?")
        .choose("6")
        .await?;
    stage.sees(smaller).await?;
    stage.tap("Make it smaller").await?;
    stage
        .type_into("What will you do?", "Walk to the corner")
        .await?;
    stage.tap("Save").await?;
    stage.says("Goal kept.").await?;
    stage.saved().await?;
    stage.start().await?;
    let whole = "Walk to the corner Every day With S. If it rains, then dance at home.";
    stage.within("Be active").sees(whole).await?;
    stage.axe().await?;
    stage.open("#/goals").await?;
    stage.tap("Walk to the corner Every day · with S").await?;
    stage.is_chosen("6").await?;
    stage.type_into("Who with?", &"S".repeat(201)).await?;
    stage.tap("Save").await?;
    stage.sees("This is 1 character too long.").await?;
    stage.finish().await
}

#[tokio::test]
async fn small_steps_are_ticked_one_by_one() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.make_goal("Learn the map", "Keep learning").await?;
    stage.tap("Learn the map Every day").await?;
    stage.tap("Add a step").await?;
    stage.sees("Write a few words first.").await?;
    for words in ["Find the map", "Walk one street", "Ask Sam"] {
        stage.type_into("A step", words).await?;
        stage.tap("Add a step").await?;
        stage.says("Step added.").await?;
        stage.saved().await?;
    }
    stage.tick("Walk one street").await?;
    stage.saved().await?;
    stage.tap("Take it away: Find the map").await?;
    stage.saved().await?;
    stage.is_ticked("Walk one street").await?;
    stage.is_not_ticked("Ask Sam").await?;
    stage.tap("Undo").await?;
    stage.is_not_ticked("Find the map").await?;
    stage.saved().await?;
    stage.open("#/goals").await?;
    stage.sees("1 of 3 steps done").await?;
    stage.finish().await
}

#[tokio::test]
async fn goals_stand_in_the_persons_own_order() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for words in ["First", "Second", "Third"] {
        stage.make_goal(words, "Give").await?;
    }
    stage.tap("Put goals in order").await?;
    stage.heading("Put goals in order").await?;
    stage.tap("Move up: Third").await?;
    stage.saved().await?;
    stage.tap("Move up: Third").await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage
        .wait_until("Third stands first", async || {
            Ok(stage.ticks().await? == ["Third", "First", "Second"])
        })
        .await?;
    // Dragged, as the browser tells of it.
    stage.open("#/goals/order").await?;
    stage.heading("Put goals in order").await?;
    let drag = "(() => {
        const [first, , last] = document.querySelectorAll('.arrange > li');
        const dataTransfer = new DataTransfer();
        const tell = (to, name) => to.dispatchEvent(
            new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }));
        tell(first, 'dragstart');
        const taken = !tell(last, 'dragover');
        tell(last, 'drop');
        tell(first, 'dragend');
        return taken;
    })()";
    ensure!(stage.evaluate(drag).await? == true, "it cannot be dropped");
    stage.saved().await?;
    stage.reload().await?;
    stage.open("#/").await?;
    stage
        .wait_until("Third stands last", async || {
            Ok(stage.ticks().await? == ["First", "Second", "Third"])
        })
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn one_idea_makes_several_goals() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for times in ["2", "3"] {
        stage.open("#/goals/new/A01").await?;
        stage.choose("Some times a week").await?;
        stage.within("How many times a week?").choose(times).await?;
        stage.tap("Save").await?;
        stage.says("Goal kept.").await?;
        stage.saved().await?;
    }
    stage.sees("2 times a week").await?;
    stage.sees("3 times a week").await?;
    stage.finish().await
}
