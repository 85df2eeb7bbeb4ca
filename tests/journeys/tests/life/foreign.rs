//! What others put into the two places, and what damage makes of the number there.
use super::*;
use anyhow::Context;
use serde_json::json;

#[tokio::test]
async fn foreign_texts_in_the_working_copy_hide_nothing() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let day = stage
        .vault()
        .await?
        .remove(&format!("day/{today}"))
        .context("no day")?;
    let sum = day.split("\"sum\":\"").nth(1).context("no sum")?;
    let other_sum = day.replace(&sum[..8], "00000000");
    let long = "x".repeat(1_000_000);
    let ours = json!({
        "goal/empty": "", "goal/null": "null", "goal/list": "[]", "goal/object": "{}",
        "goal/cut": &day[..day.len() / 2], "goal/twice": json!(day).to_string(),
        "goal/bom": format!("\u{feff}{day}"), "goal/kind": day, "goal/nul": "\0",
        "goal/words": "not JSON at all", "goal/long": long,
        "day/2026-01-02": day, "day/2026-01-03": other_sum,
    });
    let others = json!({
        "__proto__": "{}", "": "empty", "a\0b": "null", "constructor": "[]", "words": "not JSON",
        "wm:": "{}", "wm:/elsewhere/:0/goal/x": "{}", "long": long,
    });
    let lay = format!(
        "for (const [key, text] of Object.entries({ours})) localStorage.setItem(prefix + '0/' + key, text);
        for (const [key, text] of JSON.parse({})) localStorage.setItem(key, text);",
        json!(json!(others.as_object().context("no map")?.iter().collect::<Vec<_>>()).to_string()),
    );
    stage.open("rescue.html").await?;
    run(&stage, &lay).await?;
    stage.start().await?;
    let count = ours.as_object().map_or(0, serde_json::Map::len);
    stage
        .sees(&format!(
            "{count} entries could not be read. They are kept safe, and the rest is here."
        ))
        .await?;
    stage.within("Also").sees("A first thing").await?;
    stage.log("Beside all that", "Give").await?;
    let vault = stage.vault().await?;
    for text in ours.as_object().into_iter().flat_map(|map| map.values()) {
        let aside = vault
            .iter()
            .any(|(key, kept)| key.starts_with("aside/") && json!(kept) == *text);
        ensure!(aside, "{:.60} is not kept aside", text.to_string());
    }
    for (key, text) in others.as_object().context("no map")? {
        let kept = stage
            .evaluate(&format!("localStorage.getItem({})", json!(key)))
            .await?;
        ensure!(kept == *text, "another app's {key:?} was touched");
    }
    stage.reload().await?;
    stage.within("Also").sees("Beside all that").await?;
    stage.finish().await
}

/// Puts a number of the generation into one place, from outside.
async fn number(stage: &Stage, place: &str, number: &str) -> Result<()> {
    stage.open("rescue.html").await?;
    let put = if place == "localStorage" {
        format!("localStorage.setItem(prefix + 'gen', '{number}');")
    } else {
        format!(
            "await new Promise((done) => {{
                indexedDB.open(prefix, 1).onsuccess = ({{ target }}) => {{
                    const change = target.result.transaction('records', 'readwrite');
                    change.objectStore('records').put('{number}', 'gen');
                    change.oncomplete = () => {{ target.result.close(); done(); }};
                }};
            }});"
        )
    };
    run(stage, &put).await.map(drop)
}

#[tokio::test]
async fn a_damaged_generation_number_deletes_nothing() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    let mut known = vec!["A first thing".to_owned()];
    for place in ["localStorage", "IndexedDB"] {
        for gen_text in ["-1", "9007199254740992", "x", "1000000000000"] {
            number(&stage, place, gen_text).await?;
            stage.start().await?;
            let words = format!("After {gen_text} in {place}");
            let told = async {
                stage
                    .within("Also")
                    .sees(known.last().map_or("", |words| words))
                    .await?;
                stage.log(&words, "Give").await?;
                stage.reload().await?;
                stage.within("Also").sees(&words).await
            };
            told.await.with_context(|| words.clone())?;
            known.push(words);
            let shown = stage.within("Also").text().await?;
            for words in &known {
                ensure!(shown.contains(words), "{words:?} is gone: {shown}");
            }
        }
    }
    stage.finish().await
}
