//! Pages to read: kinds of support, what can be asked for, a long night, caring for someone.
use anyhow::{Result, ensure};
use journeys::Stage;
use journeys::deploy::{Host, Version};
use waymark::content::milestones::{self, BankMilestone};
use waymark::content::support::{self, Piece};

const TEXT: &str = include_str!("../../../src/content/en/support.txt");

/// What a milestone is called on such a page.
fn tried(id: &str) -> String {
    let words = milestones::milestone(id).map_or("", |milestone| milestone.words);
    format!("{words} I tried this")
}

#[tokio::test]
async fn kinds_of_support_stand_by_the_alphabet() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.tap("More").await?;
    stage.tap("Kinds of support").await?;
    stage.heading("Kinds of support").await?;
    let kinds = stage.within("Kinds of support").links().await?;
    let kinds: Vec<_> = kinds.iter().map(|link| link.name.as_str()).collect();
    let sorted = [
        "Detox and rehab",
        "Family support",
        "Groups where people help each other",
        "Medicines",
        "Peer support",
        "Recovery communities and cafés",
        "Recovery housing",
    ];
    ensure!(kinds.ends_with(&sorted), "{kinds:?}");
    stage.tap("Peer support").await?;
    stage.heading("Peer support").await?;
    stage.finish().await
}

#[tokio::test]
async fn every_page_opens_with_its_cards() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let (after, alcohol, benzos, medicine) = (
        "After a break, your body cannot take what it used to",
        "do not stop suddenly. It can be dangerous.",
        "Do not stop benzos",
        "Only change your dose with the person who prescribes it.",
    );
    for (id, title) in support::pages(TEXT) {
        stage.open(&format!("#/read/{id}")).await?;
        stage.heading(title).await?;
        let cards: &[&str] = match id {
            "residential" => &[after, alcohol, benzos],
            "medicines" => &[medicine],
            "caring" => &["their body cannot take what it used to"],
            _ => &[],
        };
        for card in cards {
            stage.within("Good to know").sees(card).await?;
        }
        let has_cards = stage
            .evaluate("!!document.querySelector('.safety')")
            .await?;
        ensure!(has_cards == !cards.is_empty(), "{id}: {has_cards}");
        for link in stage.links().await? {
            let leaves = link.href.starts_with("http") && link.name != "Leave";
            let quiet = link.rel == "noreferrer noopener" && link.target == "_blank";
            ensure!(!leaves || quiet, "{link:?}");
        }
    }
    stage.open("#/read/nothing").await?;
    stage.heading("This page is not here").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_milestone_leads_to_its_form_and_back() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/read/peer").await?;
    stage.tap(&tried("MG01")).await?;
    stage.heading("A milestone").await?;
    let words = milestones::milestone("MG01").map_or("", |milestone| milestone.words);
    stage.holds("What did you reach?", words).await?;
    stage.tap("I reached this").await?;
    stage.saved().await?;
    stage.open("#/read/peer").await?;
    stage.sees(&format!("{words} Reached")).await?;
    stage.finish().await
}

#[tokio::test]
async fn nothing_of_the_recovery_parts_while_they_are_off() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    for on in [false, true] {
        if on {
            stage.recovery_parts(true).await?;
        }
        for (id, title) in support::pages(TEXT) {
            stage.open(&format!("#/read/{id}")).await?;
            stage.heading(title).await?;
            let (_, pieces) = support::page(TEXT, id).unwrap_or_default();
            let text = stage.text().await?;
            for piece in pieces {
                let Piece::Milestone(id) = piece else {
                    continue;
                };
                let shown = text.contains(&tried(id));
                let recovery = milestones::milestone(id).is_some_and(BankMilestone::is_recovery);
                ensure!(shown == (on || !recovery), "{id} on {title:?}: {shown}");
            }
        }
        stage.open("#/read/residential").await?;
        stage.heading("Detox and rehab").await?;
        let text = stage.text().await?;
        ensure!(
            text.contains("If you tried it") == on,
            "a heading stands alone"
        );
    }
    stage.finish().await
}

#[tokio::test]
async fn a_page_has_the_lines_of_the_nation() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/read/late").await?;
    stage.sees("Lifeline").await?;
    stage.sees("Samaritans").await?;
    stage.open("#/help").await?;
    stage.within("Where are you?").choose("Scotland").await?;
    stage.open("#/plan").await?;
    stage.tap("It's late and I'm alone").await?;
    stage.heading("It's late and I'm alone").await?;
    stage.sees("Samaritans").await?;
    stage.does_not_see("Lifeline").await?;
    let links = stage.links().await?;
    let rings = |number: &str| links.iter().any(|link| link.href == number);
    ensure!(
        rings("tel:116123") && rings("sms:85258?&body=SHOUT"),
        "{links:?}"
    );
    stage.finish().await
}

#[tokio::test]
async fn a_carer_finds_all_of_theirs_in_one_place() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/more").await?;
    stage.tap("I care for someone").await?;
    stage.heading("I care for someone").await?;
    stage.sees("Setting limits").await?;
    stage
        .within("Ideas for carers")
        .sees("Show three more")
        .await?;
    let fields = "document.querySelectorAll('main input, main textarea').length";
    ensure!(stage.evaluate(fields).await? == 0, "it asks something");
    stage.tap("Milestones for families and carers").await?;
    stage.is_at("#/milestones/group/J").await?;
    stage.back().await?;
    stage.tap("My plan for hard days").await?;
    stage.heading("My plan for hard days").await?;
    stage.finish().await
}

#[tokio::test]
async fn each_help_line_says_whether_it_was_checked() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/help").await?;
    // Who is calling for help now sees a number, not doubts: they are a tap away, for each line.
    let doubts = "Not checked by a person yet.";
    stage.does_not_see(doubts).await?;
    stage.tap("How these lines were checked").await?;
    stage.sees(doubts).await?;
    let count = "(() => [document.querySelectorAll('#app .call').length,
        document.querySelectorAll('#app details .words > li').length])()";
    let counts: (u32, u32) = serde_json::from_value(stage.evaluate(count).await?)?;
    ensure!(counts.0 > 25 && counts.0 == counts.1, "{counts:?}");
    stage.tap("A hard moment").await?;
    stage.is_at("#/still-here").await?;
    stage.finish().await
}

#[tokio::test]
async fn lists_of_about_stand_where_they_belong() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/more/about").await?;
    stage.sees("Waymark is a wellbeing diary.").await?;
    let before = "[...document.querySelectorAll('main li')].every(item =>
        item.parentElement.previousElementSibling?.matches('p, h2'))";
    ensure!(stage.evaluate(before).await? == true, "a list stands alone");
    stage.finish().await
}

#[tokio::test]
async fn about_shows_the_code_of_the_files_that_are_served() -> Result<()> {
    let other = Version::built()?.named("other")?.stamped()?;
    ensure!(other.version()? != Version::built()?.version()?, "alike");
    for version in [Version::built()?, other] {
        let host = Host::with(&version)?;
        let stage = Stage::serving(host.folder()).await?;
        stage.start().await?;
        stage.open("#/more/about").await?;
        let code: Vec<_> = version.version()?.chars().collect();
        let groups: Vec<String> = code.chunks(4).map(|four| four.iter().collect()).collect();
        stage
            .sees(&format!("Its code: {}", groups.join(" ")))
            .await?;
        stage.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn pages_that_cannot_be_had_say_so() -> Result<()> {
    let built = Version::built()?.without("support.txt");
    let host = Host::with(&built)?;
    let stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.open("#/support").await?;
    stage.sees("This part could not be loaded.").await?;
    stage.tap("Try again").await?;
    stage.sees("This part could not be loaded.").await
}
