//! Help: the fixed lines stand first, whatever is chosen, and each is one tap away.
use anyhow::{Result, ensure};
use journeys::{Engine, Link, Stage};

journeys::on_every_engine! {
    the_fixed_lines_come_first
    in_northern_ireland_lifeline_takes_the_place_of_111
    a_card_speaks_of_the_nation
    pages_open_with_no_word_of_where_from
}

/// Waits until these are the links of a region, in this order.
async fn leads_to(stage: &Stage, region: &str, hrefs: &[&str]) -> Result<()> {
    stage
        .wait_until(&format!("{region:?} leads to {hrefs:?}"), async || {
            let links = stage.within(region).links().await?;
            Ok(links
                .iter()
                .map(|link| link.href.as_str())
                .eq(hrefs.iter().copied()))
        })
        .await
}

async fn the_fixed_lines_come_first(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.tap("Help").await?;
    stage.heading("Someone to talk to").await?;
    let fixed = [
        "tel:999",
        "tel:111",
        "tel:08088088000",
        "tel:116123",
        "sms:85258?&body=SHOUT",
    ];
    leads_to(&stage, "Now", &fixed).await?;
    let first: Vec<String> = stage
        .links()
        .await?
        .into_iter()
        .map(|link| link.href)
        .filter(|href| href.starts_with("tel:") || href.starts_with("sms:"))
        .take(fixed.len())
        .collect();
    ensure!(first == fixed, "other lines stand before them: {first:?}");
    let now = stage.within("Now").text().await?;
    for said in [
        "Emergency",
        "choose the mental health option",
        "In Northern Ireland",
        "116 123",
        "Text SHOUT to 85258",
    ] {
        ensure!(
            now.to_lowercase().contains(&said.to_lowercase()),
            "{said:?} is not in {now:?}"
        );
    }
    stage.finish().await
}

async fn in_northern_ireland_lifeline_takes_the_place_of_111(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/help").await?;
    stage
        .within("Where are you?")
        .is_chosen("All of the UK")
        .await?;
    stage
        .within("Where are you?")
        .choose("Northern Ireland")
        .await?;
    stage.within("Now").does_not_see("111").await?;
    let fixed = [
        "tel:999",
        "tel:08088088000",
        "tel:116123",
        "sms:85258?&body=SHOUT",
    ];
    leads_to(&stage, "Now", &fixed).await?;
    stage.tap("Safe at home").await?;
    leads_to(&stage, "Safe at home", &["tel:08088021414"]).await?;
    stage.reload().await?;
    stage
        .within("Where are you?")
        .is_chosen("Northern Ireland")
        .await?;
    leads_to(&stage, "Now", &fixed).await?;

    stage.within("Where are you?").choose("Scotland").await?;
    stage.within("Now").does_not_see("Lifeline").await?;
    let fixed = ["tel:999", "tel:111", "tel:116123", "sms:85258?&body=SHOUT"];
    leads_to(&stage, "Now", &fixed).await?;
    stage.finish().await
}

async fn a_card_speaks_of_the_nation(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.recovery_parts(true).await?;
    stage.open("#/milestones/group/H4").await?;
    stage
        .sees("NHS 111 (in Northern Ireland, a GP or out-of-hours GP) first")
        .await?;
    stage.open("#/help").await?;
    stage
        .within("Where are you?")
        .choose("Northern Ireland")
        .await?;
    stage.open("#/milestones/group/H4").await?;
    stage
        .sees("Speak to a GP or out-of-hours GP, or your local alcohol service, first")
        .await?;
    stage.does_not_see("111").await?;
    stage.finish().await
}

async fn pages_open_with_no_word_of_where_from(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/help").await?;
    for group in [
        "Drugs and alcohol",
        "Family and friends",
        "Safe at home",
        "Other help",
    ] {
        stage.tap(group).await?;
    }
    stage.sees("FRANK").await?;
    let links = stage.links().await?;
    let pages: Vec<&Link> = links
        .iter()
        .filter(|link| link.href.starts_with("http"))
        .collect();
    let others = pages.iter().filter(|link| link.name != "Leave");
    ensure!(others.count() >= 3, "{pages:?}");
    for page in pages {
        ensure!(
            page.href.starts_with("https://") && page.rel.contains("noreferrer"),
            "{page:?}"
        );
    }
    let calls = links.iter().filter(|link| link.href.starts_with("tel:"));
    for call in calls {
        let digits = call.href.trim_start_matches("tel:");
        ensure!(
            digits.chars().all(|digit| digit.is_ascii_digit()),
            "{call:?}"
        );
    }
    stage.finish().await
}
