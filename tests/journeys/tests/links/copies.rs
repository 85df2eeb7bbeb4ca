//! Services and people that come in a copy: what is shown of them is what is dialled, and none passes for a help line.
use anyhow::{Result, ensure};
use journeys::Stage;
use serde_json::{Value, json};
use waymark::domain::record::with_sum;

const STAMP: u64 = 1_795_000_000_000;

/// A record as it is stored, its fields in the order of their names.
fn record(kind: &str, id: &str, holds: &Value) -> String {
    let text =
        format!("{{\"d\":{holds},\"h\":[{STAMP},0,7],\"id\":\"{id}\",\"k\":\"{kind}\",\"v\":1}}");
    with_sum(&text)
}

fn copy(records: &[String]) -> String {
    let records = records.join(",");
    with_sum(&format!(
        "{{\"app\":\"waymark\",\"format\":1,\"made\":\"2026-11-21\",\"records\":[{records}]}}"
    ))
}

fn service(id: &str, name: &str, contacts: &[&str]) -> String {
    let holds = json!({ "added": "2026-11-20", "contacts": contacts, "name": name });
    record("service", id, &holds)
}

const HONEST: &str = "o|Drop-in|A chat|020 7946 0000|02079460000|||ESWN|||||r|";

/// The numbers that would be rung on this page.
async fn rings(stage: &Stage) -> Result<Vec<String>> {
    stage.open_all().await?;
    let links = stage.links().await?.into_iter().map(|link| link.href);
    let is_number = |href: &String| href.starts_with("tel:") || href.starts_with("sms:");
    Ok(links.filter(is_number).collect())
}

#[tokio::test]
async fn what_is_shown_is_what_is_dialled() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    let other = "o|Drop-in|A chat|0113 496 0999|02079460000|60606|GO|ESWN||Free|||r|";
    let line = json!({ "list": "call", "number": "0113 496 0888 \u{661}\u{661}", "words": "Sam" });
    let records = [
        service("s1", "The Hub", &[other]),
        record("line", "l1", &line),
    ];
    stage.choose_copy(copy(&records).as_bytes()).await?;
    stage.tap("Add it all").await?;
    stage.saved().await?;
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    let added = "Added by The Hub, not checked by us";
    stage.tap(added).await?;
    stage.within(added).sees("020 7946 0000").await?;
    stage.does_not_see("0113 496 0999").await?;
    stage.does_not_see("60606").await?;
    let rung = rings(&stage).await?;
    ensure!(rung.contains(&"tel:02079460000".to_owned()), "{rung:?}");
    ensure!(!rung.iter().any(|href| href.contains("60606")), "{rung:?}");
    stage.open("#/plan").await?;
    stage.heading("My plan for hard days").await?;
    stage.sees("01134960888").await?;
    stage.does_not_see("0113 496 0888").await?;
    let rung = rings(&stage).await?;
    ensure!(rung.contains(&"tel:01134960888".to_owned()), "{rung:?}");
    stage.finish().await
}

/// Services that no link could bring.
fn misleading() -> [String; 5] {
    let with = |id: &str, contact: &str| service(id, "The Hub", &[HONEST, contact]);
    [
        service("m1", "S\u{430}maritans", &[HONEST]),
        with(
            "m2",
            "o|Samaritans|To listen|116 123|02079461111|||ESWN|||||r|",
        ),
        with("m3", "o|Night line||116 124|116124|||ESWN|||||r|"),
        with(
            "m4",
            "o|Night line||020 7946 0000|09061234567|||ESWN|||||r|",
        ),
        with(
            "m5",
            "o|Our page||||||ESWN||||https://samaritans.org@example.org|r|",
        ),
    ]
}

#[tokio::test]
async fn a_service_that_misleads_is_not_added() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    let mut records = misleading().to_vec();
    records.push(service("s1", "Sound place", &[HONEST]));
    stage.choose_copy(copy(&records).as_bytes()).await?;
    stage.sees("5 entries in it could not be read.").await?;
    stage.sees("A service in it is not added.").await?;
    stage.tap("Add it all").await?;
    stage.saved().await?;
    let kept = stage.vault().await?;
    let services = kept.keys().filter(|key| key.starts_with("service/"));
    let services: Vec<_> = services.collect();
    ensure!(services == ["service/s1"], "{services:?}");
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    stage.tap("Added by Sound place, not checked by us").await?;
    let rung = rings(&stage).await?;
    ensure!(rung.contains(&"tel:02079460000".to_owned()), "{rung:?}");
    for number in ["02079461111", "116124", "09061234567"] {
        ensure!(!rung.contains(&["tel:", number].concat()), "{rung:?}");
    }
    stage.finish().await
}

#[tokio::test]
async fn one_that_is_there_already_shows_no_number() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    for (place, text) in misleading().iter().enumerate() {
        stage
            .damage(&format!("service/m{}", place + 1), text)
            .await?;
    }
    stage.restart().await?;
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    stage.sees("A service you added is not shown here").await?;
    stage.does_not_see("Added by S\u{430}maritans").await?;
    let rung = rings(&stage).await?;
    for number in ["02079461111", "116124", "09061234567"] {
        ensure!(!rung.contains(&["tel:", number].concat()), "{rung:?}");
    }
    stage
        .sees("We do not show this contact. It has a phone number that costs a lot to call.")
        .await?;
    stage
        .sees("We do not show this contact. It leads to a web page in a way that is not safe.")
        .await?;
    // The lines for the whole country are as they were, first of all.
    stage.within("Now").sees("116 123").await?;
    ensure!(
        rung.iter().position(|href| href == "tel:999") == Some(0),
        "{rung:?}"
    );
    stage.tap("Services you added").await?;
    stage.heading("Services you added").await?;
    stage.tap("Remove S\u{430}maritans").await?;
    stage.saved().await?;
    let kept = stage.vault().await?;
    ensure!(kept.contains_key("service/m2"), "{:?}", kept.keys());
    stage.finish().await
}
