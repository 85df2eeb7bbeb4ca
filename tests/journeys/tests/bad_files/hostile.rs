//! Copies whose every text wants to be more than a text.
use crate::made::{copy, record, summed};
use anyhow::{Context, Result, ensure};
use journeys::{Stage, every_address, rests_at, seed};
use serde_json::{Value, json};

const TEXTS: [&str; 5] = [
    "<img src=x onerror=window.caught=1><script>window.caught=1</script><b>bold</b>",
    "<svg onload=window.caught=1><a href=javascript:window.caught=1>here</a></svg>",
    "=HYPERLINK(\"https://example.org\") +1 -1 @SUM(A1)",
    "abc\u{202e}def\u{2066}ghi \u{200b}\u{feff} \u{200d}",
    "{{7*7}} ${7*7} %s %n \\u0000 '; DROP TABLE",
];

/// Every text of a person's own within a value becomes this one. Names of the app's have no space in them.
fn spoil(value: &mut Value, hostile: &str) {
    match value {
        Value::String(text) if text.contains(' ') && !text.contains('|') => {
            hostile.clone_into(text);
        }
        Value::Array(values) => values.iter_mut().for_each(|one| spoil(one, hostile)),
        // A number to call has to be one.
        Value::Object(fields) => fields
            .iter_mut()
            .filter(|(name, _)| *name != "number")
            .for_each(|(_, one)| spoil(one, hostile)),
        _ => {}
    }
}

/// A copy with each of its texts made a hostile one, and with right sums.
fn spoilt(copy_of_week: &str, hostile: &str) -> Result<String> {
    let file: Value = serde_json::from_str(copy_of_week)?;
    let mut records = Vec::new();
    for found in file["records"].as_array().context("no records")? {
        let mut found = found.clone();
        let fields = found.as_object_mut().context("no record")?;
        fields.remove("sum");
        if let Some(holds) = fields.get_mut("d") {
            spoil(holds, hostile);
        }
        records.push(summed(&found));
    }
    Ok(copy(&records))
}

/// What a page may never have got from a text.
const CAUGHT: &str = "window.caught ?? document.querySelectorAll(`#app img[src=x], #app script, #app b b,
    #app svg[onload], #app a[href^='javascript:'], #app a[href^='data:'], #app a[href^='intent:']`).length";

#[tokio::test]
async fn every_text_of_a_copy_is_only_a_text() -> Result<()> {
    for hostile in TEXTS {
        let mut stage = Stage::new().await?;
        let today = stage.start().await?;
        let journal = seed::with_parts(today);
        let file = spoilt(&seed::copy(&journal, today), hostile)?;
        stage.choose_copy(file.as_bytes()).await?;
        stage
            .does_not_see("could not be read")
            .await
            .context(hostile)?;
        stage.tap("Add it all").await?;
        stage.saved().await?;
        let mut times = 0;
        let words = hostile.split([' ', '\u{202e}']).next().unwrap_or_default();
        for address in every_address(&journal, today) {
            stage.open(&address).await?;
            stage.is_at(rests_at(&address)).await?;
            stage.heading_is_there().await?;
            stage.open_all().await?;
            let caught = stage.evaluate(CAUGHT).await?;
            ensure!(caught == 0, "{address} has {caught} of {hostile}");
            times += usize::from(stage.text().await?.contains(words));
        }
        ensure!(times > 15, "{hostile} is on {times} screens alone");
        stage.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn links_of_a_copy_lead_to_plain_pages_or_nowhere() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    let contact =
        |page: &str| format!("o|Drop-in|A chat|020 7946 0000|02079460000|||ESWN||||{page}|r|");
    let pages = [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "intent://x#Intent;scheme=tel;end",
        "http://example.org",
        "//example.org",
        "https://hub.example.org",
    ];
    let mut records = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let contacts = [contact(page)];
        let service = json!({ "added": "2026-11-20", "contacts": contacts, "name": "The Hub" });
        records.push(record("service", &format!("s{place}"), 1, &service));
    }
    stage.choose_copy(copy(&records).as_bytes()).await?;
    stage.sees("6 entries in it could not be read.").await?;
    stage.sees("A service in it is not added.").await?;
    stage.tap("Add it all").await?;
    stage.saved().await?;
    stage.open("#/help").await?;
    stage.heading("Someone to talk to").await?;
    stage.open_all().await?;
    stage
        .within("Added by The Hub, not checked by us")
        .sees("Drop-in")
        .await?;
    let links = stage
        .within("Added by The Hub, not checked by us")
        .links()
        .await?;
    let calls = links
        .iter()
        .filter(|link| link.href == "tel:02079460000")
        .count();
    ensure!(calls == 1, "{links:?}");
    let others: Vec<_> = links
        .iter()
        .map(|link| &link.href)
        .filter(|href| !href.starts_with("tel:"))
        .collect();
    ensure!(others == ["https://hub.example.org"], "{others:?}");
    stage.finish().await
}
