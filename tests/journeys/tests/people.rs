//! The six people of PRODUCT.md, each on the way that matters to them. None of them is real.
//!
//! What holds for all of them: no substance word on Today, in a title or in an address; the cards where the risk is;
//! nothing counted against anyone.
use anyhow::{Result, ensure};
use journeys::Stage;
use waymark::domain::day::Day;

const BREAK: &str = "After a break, your body cannot take what it used to";
const ALCOHOL: &str = "do not stop suddenly. It can be dangerous.";
const BENZOS: &str = "Do not stop benzos";
const DOSE: &str = "Only change your dose with the person who prescribes it.";

/// What may stand neither on Today nor in a title nor in an address.
const SUBSTANCES: [&str; 9] = [
    "alcohol",
    "benzo",
    "cocaine",
    "drink",
    "drug",
    "heroin",
    "methadone",
    "prescription",
    "medicine",
];

/// Today, the title and the address give nothing away.
async fn is_discreet(stage: &Stage) -> Result<()> {
    stage.open("#/").await?;
    stage.is_started().await?;
    stage.heading_is_there().await?;
    let title = stage.evaluate("document.title").await?;
    for shown in [
        stage.text().await?,
        title.to_string(),
        stage.address().await?,
    ] {
        let shown = shown.to_lowercase();
        for word in SUBSTANCES {
            ensure!(!shown.contains(word), "{word:?} can be read: {shown}");
        }
    }
    Ok(())
}

/// Marks a milestone of the bank, and stays on what is said then.
async fn reach(stage: &Stage, id: &str) -> Result<()> {
    stage.open(&format!("#/milestones/new/{id}")).await?;
    stage.tap("I reached this").await?;
    stage.sees("Done").await?;
    stage.saved().await
}

/// Adds a line to a list of the page that is open.
async fn add_line(stage: &Stage, list: &str, words: &str) -> Result<()> {
    let field = format!("Add a line for {list}");
    stage.type_into(&field, words).await?;
    stage.tap(&format!("Add for {list}")).await?;
    stage.within(list).sees(words).await?;
    stage.saved().await
}

/// Fills in a start date that is shown in a unit.
async fn start_date(stage: &Stage, label: &str, first: Day, unit: &str, about: &str) -> Result<()> {
    stage.open("#/starts/new").await?;
    stage
        .type_into("Since when, in your own words?", label)
        .await?;
    for (part, value) in [
        ("Day", first.day_of_month().to_string()),
        ("Month", first.month().to_string()),
        ("Year", first.year().to_string()),
    ] {
        stage.type_into(part, &value).await?;
    }
    stage.choose(unit).await?;
    stage.choose(about).await?;
    Ok(())
}

/// On methadone, steady, in a hostel.
#[tokio::test]
async fn steady_on_a_prescription() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;
    stage.open("#/more/words").await?;
    stage.choose("Getting well").await?;
    stage.saved().await?;

    stage.open("#/milestones/group/H2").await?;
    stage.within("Good to know").sees(DOSE).await?;
    stage
        .tap("A year on my prescription, and life is steadier.")
        .await?;
    stage.within("Good to know").sees(DOSE).await?;
    stage.tap("I reached this").await?;
    stage.sees("Done").await?;
    stage.does_not_see("Tell someone?").await?;

    stage.open("#/read/medicines").await?;
    stage.sees("Medicine is treatment, and it counts.").await?;
    stage.within("Good to know").sees(DOSE).await?;

    stage.open("#/strengths").await?;
    add_line(&stage, "A place and money", "A room with a key").await?;

    is_discreet(&stage).await?;
    stage.open("#/starts").await?;
    stage.does_not_see("Recovery").await?;
    start_date(
        &stage,
        "since I moved in",
        today.before(60),
        "In months",
        "No",
    )
    .await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    is_discreet(&stage).await?;
    stage.sees("month").await?;
    stage.open("#/more").await?;
    stage.sees("Parts about getting well").await?;
    stage.finish().await
}

/// Cutting down drinking, working.
#[tokio::test]
async fn cutting_down() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;

    stage.open("#/goals/new").await?;
    stage.choose("Alcohol").await?;
    stage.within("Good to know").sees(ALCOHOL).await?;
    stage
        .type_into("What will you do?", "Start later on Fridays")
        .await?;
    stage.tick("Take notice").await?;
    stage.tap("Save").await?;
    stage.saved().await?;

    stage.open("#/milestones/group/H4").await?;
    stage.within("Good to know").sees(ALCOHOL).await?;
    reach(&stage, "MH407").await?;
    stage.within("Good to know").sees(ALCOHOL).await?;
    stage.does_not_see("Tell someone?").await?;

    start_date(
        &stage,
        "since I started later",
        today.before(20),
        "In weeks",
        "Alcohol",
    )
    .await?;
    stage.within("Good to know").sees(ALCOHOL).await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.open("#/starts").await?;
    stage.sees("2 weeks").await?;

    // Where there is no NHS 111 the card does not send anyone there.
    stage.open("#/help").await?;
    stage.choose("Northern Ireland").await?;
    stage.saved().await?;
    stage.open("#/milestones/group/H4").await?;
    let card = stage.within("Good to know");
    card.sees("a GP or out-of-hours GP").await?;
    card.does_not_see("111").await?;
    stage.finish().await
}

/// Uses stimulants, wants safer weekends; then a lapse, the hardest of all the ways through the app.
#[tokio::test]
async fn safer_weekends_and_a_hard_day() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;
    reach(&stage, "MH305").await?;

    stage.open("#/plan").await?;
    stage
        .type_into("First name or initials for People to call", "Jo")
        .await?;
    stage
        .type_into("Phone number for People to call", "07700 900 123")
        .await?;
    stage.tap("Add for People to call").await?;
    stage.within("People to call").sees("Jo").await?;
    stage.saved().await?;

    start_date(
        &stage,
        "since that weekend",
        today.before(41),
        "In days",
        "Other drugs",
    )
    .await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.open("#/starts").await?;
    stage.sees("41 days").await?;
    let first = stage.long_day(today.before(41)).await?;
    stage
        .tap(&format!("since that weekend 41 days {first}"))
        .await?;
    stage.tap("Something changed").await?;
    stage
        .choose("Add a new date and keep the old one in my story")
        .await?;
    for (part, value) in [
        ("Day", today.day_of_month().to_string()),
        ("Month", today.month().to_string()),
        ("Year", today.year().to_string()),
    ] {
        stage.type_into(part, &value).await?;
    }
    stage.tap("Save").await?;
    stage.saved().await?;

    stage.tap("I would like some help with this").await?;
    stage.sees("You are still here.").await?;
    stage.tap("Next").await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage.does_not_see(ALCOHOL).await?;
    stage.tap("Next").await?;
    stage.heading("What would help right now?").await?;
    stage.tap("Nothing right now").await?;
    stage.heading_is_there().await?;

    // Telling someone leads there, too.
    reach(&stage, "MH111").await?;
    stage.within("Good to know").sees(BREAK).await?;
    stage.does_not_see("Tell someone?").await?;
    stage.tap("I would like some help with this").await?;
    stage.sees("You are still here.").await?;

    // Nothing was taken away, and nothing says nought.
    stage.open("#/starts").await?;
    stage.sees("Those 41 days happened.").await?;
    stage
        .sees(&format!(
            "since that weekend {}",
            stage.long_day(today).await?
        ))
        .await?;
    let said = stage.text().await?;
    for cruel in ["0 days", "streak", "reset", "failed", "lapse"] {
        ensure!(!said.contains(cruel), "{cruel:?}: {said}");
    }
    is_discreet(&stage).await?;
    stage.finish().await
}

/// A mother supporting an adult son.
#[tokio::test]
async fn caring_for_someone() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more").await?;
    stage.tap("I care for someone").await?;
    stage
        .within("Good to know")
        .sees("their body cannot take what it used to")
        .await?;
    // No one is asked what he does: there is nothing to fill in.
    let fields = "document.querySelectorAll('main input, main textarea, main select').length";
    ensure!(stage.evaluate(fields).await? == 0, "something is asked");

    stage.open("#/milestones/group/J").await?;
    stage.tap("I set a limit and kept it.").await?;
    stage.tap("I reached this").await?;
    stage.sees("Done").await?;
    stage.saved().await?;
    stage.open("#/milestones/new/MJ06").await?;
    stage
        .within("Good to know")
        .sees("If they use: never alone")
        .await?;
    reach(&stage, "MJ14").await?;
    stage.does_not_see("Tell someone?").await?;

    stage.open("#/help").await?;
    stage.tap("Family and friends").await?;
    stage.sees("Al-Anon").await?;
    stage.open("#/plan").await?;
    add_line(&stage, "My signs", "I stop sleeping").await?;
    is_discreet(&stage).await?;
    stage.finish().await
}

/// Two years on, a peer volunteer.
#[tokio::test]
async fn two_years_on() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.recovery_parts(true).await?;
    stage.open("#/more/words").await?;
    stage.choose("My journey").await?;
    stage.saved().await?;
    let first = Day::new(today.year() - 2, today.month(), today.day_of_month())
        .unwrap_or(today.before(731));
    start_date(&stage, "since I came home", first, "Only markers", "No").await?;
    stage.tick("Every year after").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.open("#/starts").await?;
    stage.sees("2 years").await?;

    reach(&stage, "MI05").await?;
    stage.sees("Tell someone?").await?;
    stage.tick("I am proud of this").await?;
    stage.saved().await?;
    stage.open("#/milestones/proud").await?;
    stage.sees("I did my first shift.").await?;
    is_discreet(&stage).await?;
    stage.sees("2 years").await?;
    stage.open("#/more").await?;
    stage.sees("Parts about my journey").await?;
    stage.finish().await
}

/// Wellbeing only, no substance anywhere: every everyday screen, and none of them speaks of one.
#[tokio::test]
async fn wellbeing_only() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    reach(&stage, "MF03").await?;
    for address in [
        "#/".to_owned(),
        "#/goals".to_owned(),
        "#/ideas".to_owned(),
        "#/milestones".to_owned(),
        "#/milestones/add".to_owned(),
        "#/milestones/proud".to_owned(),
        "#/milestones/arrange".to_owned(),
        "#/strengths".to_owned(),
        "#/plan".to_owned(),
        "#/checkup".to_owned(),
        format!("#/checkup/{today}/1"),
        format!("#/checkup/{today}/2"),
        "#/look-back".to_owned(),
        "#/look-back/month".to_owned(),
    ] {
        stage.open(&address).await?;
        stage.heading_is_there().await?;
        let said = stage.text().await?.to_lowercase();
        for word in [
            "alcohol",
            "benzo",
            "drug",
            "methadone",
            "detox",
            "recovery",
            "used again",
        ] {
            ensure!(!said.contains(word), "{address} says {word:?}: {said}");
        }
    }
    for address in [
        "#/starts",
        "#/starts/new",
        "#/milestones/group/H1",
        "#/milestones/group/L",
    ] {
        stage.open(address).await?;
        stage.heading("This page is not here").await?;
    }
    // Put on and away again, nothing of it is left on the everyday screens.
    stage.recovery_parts(true).await?;
    start_date(
        &stage,
        "since the spring",
        today.before(90),
        "In days",
        "Rather not say",
    )
    .await?;
    let cards = stage.within("Good to know");
    for card in [BREAK, ALCOHOL, BENZOS] {
        cards.sees(card).await?;
    }
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.open("#/").await?;
    stage.sees("90 days").await?;
    stage.recovery_parts(false).await?;
    for address in ["#/", "#/milestones", "#/look-back", "#/milestones/proud"] {
        stage.open(address).await?;
        stage.heading_is_there().await?;
        stage.does_not_see("90 days").await?;
        stage.does_not_see("since the spring").await?;
    }
    stage.finish().await
}
