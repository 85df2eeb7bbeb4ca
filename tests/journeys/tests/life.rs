//! What may befall a page: a reload, Leave or another tab in the middle of it, foreign texts in its place.
use anyhow::{Context, Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage, seed};
use serde_json::{Value, json};

journeys::on_every_engine! {
    cleared_while_it_is_open
}

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";
const CLEARED: &str =
    "Your browser has cleared what was kept here. What you see is still on this page.";
/// What the names of both places start with.
const PREFIX: &str = "const prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';";
/// Takes both places away, as a browser does for a site's data.
const CLEAR: &str = "localStorage.clear();
    await new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase(prefix);
        request.onsuccess = done;
        request.onerror = request.onblocked = fail;
    });";

/// Runs statements in the page, with the prefix at hand.
async fn run(stage: &Stage, statements: &str) -> Result<Value> {
    let script = format!("(async () => {{ {PREFIX} {statements} }})()");
    stage.evaluate(&script).await
}

/// Waits until both places hold all of these words.
async fn both_hold(stage: &Stage, all: &[&str]) -> Result<()> {
    stage
        .wait_until("both places hold it all", async || {
            let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
            Ok(all.iter().all(|words| {
                mirror.values().any(|text| text.contains(words))
                    && vault.values().any(|text| text.contains(words))
            }))
        })
        .await
}

async fn cleared_while_it_is_open(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("A first goal", "Give").await?;
    stage.open("#/").await?;
    stage.log("Before it was cleared", "Give").await?;
    run(&stage, CLEAR).await?;
    stage.log("After it was cleared", "Connect").await?;
    stage.sees(CLEARED).await?;
    stage.within("Also").sees("Before it was cleared").await?;
    stage.tap("Keep it again").await?;
    stage.does_not_see(CLEARED).await?;
    stage.saved().await?;
    both_hold(&stage, &["A first goal", "Before it was", "After it was"]).await?;
    // What is kept as it is typed must not hide that all else is gone.
    stage.open("#/goals/new").await?;
    run(&stage, CLEAR).await?;
    stage.type_into("What will you do?", "Half a goal").await?;
    stage.sees(CLEARED).await?;
    stage.holds("What will you do?", "Half a goal").await?;
    stage.tap("Keep it again").await?;
    stage.saved().await?;
    both_hold(&stage, &["A first goal", "Before it was", "After it was"]).await?;
    stage.open("#/").await?;
    stage.reload().await?;
    stage.within("Also").sees("Before it was cleared").await?;
    stage.within("Also").sees("After it was cleared").await?;
    stage.finish().await
}

#[tokio::test]
async fn the_durable_copy_closes_in_the_middle_of_a_save() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage
        .type_into("What did you do?", "In the middle of it")
        .await?;
    // In one task: the save begins, and the database is asked for by someone who takes it away.
    run(
        &stage,
        "document.querySelector('#main form').requestSubmit();
        await new Promise((done, fail) => {
            const request = indexedDB.deleteDatabase(prefix);
            request.onsuccess = done;
            request.onerror = fail;
        });",
    )
    .await?;
    stage
        .wait_until("it says how that went", async || {
            let text = stage.text().await?;
            Ok(text.contains("Saved") || text.contains("Not saved yet."))
        })
        .await?;
    if stage.text().await?.contains("Not saved yet.") {
        stage
            .holds("What did you do?", "In the middle of it")
            .await?;
        stage.tap("Save").await?;
    }
    stage.within("Also").sees("In the middle of it").await?;
    stage.saved().await?;
    stage.log("And one more", "Give").await?;
    // Whether it was cleared before the save or after it: what is done next notices.
    stage.sees(CLEARED).await?;
    stage.tap("Keep it again").await?;
    stage.saved().await?;
    both_hold(
        &stage,
        &["A first thing", "In the middle of it", "And one more"],
    )
    .await?;
    stage.reload().await?;
    stage.within("Also").sees("In the middle of it").await?;
    let kept = stage.within("Also").text().await?;
    ensure!(kept.matches("In the middle of it").count() == 1, "{kept}");
    stage.finish().await
}

/// What stops a page: at once, or so many milliseconds later.
const STOPS: [&str; 4] = [
    "location.reload()",
    "setTimeout(() => location.reload(), 2)",
    "document.getElementById('leave').click()",
    "setTimeout(() => document.getElementById('leave').click(), 2)",
];

#[tokio::test]
async fn reload_or_leave_in_the_middle_of_a_save() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.allow(NEUTRAL);
    let today = stage.start().await?;
    stage.log_first().await?;
    for (place, stop) in STOPS.into_iter().enumerate() {
        let words = format!("Stopped by number {place}.");
        let address = format!("#/day/{today}/add/give");
        let draft = format!("draft//day/{today}/add/give");
        stage.open(&address).await?;
        stage.type_into("What did you do?", &words).await?;
        stage
            .wait_until("what was typed is on the device", async || {
                Ok(stage.vault().await?.contains_key(&draft))
            })
            .await?;
        stop_at(
            &stage,
            "document.querySelector('#main form').requestSubmit()",
            stop,
        )
        .await?;
        opened_again(&stage).await?;
        stage.start().await?;
        stage.within("Also").sees("A first thing").await?;
        // It is saved, once, or the form still has it.
        let saved = stage.within("Also").text().await?.matches(&words).count();
        ensure!(saved <= 1, "it is there {saved} times");
        stage.open(&address).await?;
        stage.reload().await?;
        stage.is_started().await?;
        if saved == 0 {
            stage.holds("What did you do?", &words).await?;
            stage.tap("Save").await?;
            stage.within("Also").sees(&words).await?;
            stage.saved().await?;
        }
        let text = stage.text().await?;
        ensure!(!text.contains("could not be read"), "{text}");
        ensure!(!text.contains("damaged"), "{text}");
    }
    stage.finish().await
}

/// Begins something in the page and stops the page.
async fn stop_at(stage: &Stage, begin: &str, stop: &str) -> Result<()> {
    stage
        .evaluate(&format!(
            "void setTimeout(() => {{ window.old = true; {begin}; {stop}; }})"
        ))
        .await
        .map(drop)
}

/// Waits until the page that was stopped is gone, and opens the tab that Leave shut.
async fn opened_again(stage: &Stage) -> Result<()> {
    stage
        .wait_until("the page is gone", async || {
            Ok(stage
                .evaluate("!window.old && document.readyState === 'complete'")
                .await?
                == true)
        })
        .await?;
    stage.open("").await?;
    stage
        .wait_until("it is open or covered", async || {
            let open = "!!document.querySelector('#main') || document.documentElement.hasAttribute('data-left')";
            Ok(stage.evaluate(open).await? == true)
        })
        .await?;
    if stage
        .evaluate("document.documentElement.hasAttribute('data-left')")
        .await?
        == true
    {
        stage.tap("Open").await?;
    }
    stage.is_started().await
}

#[tokio::test]
async fn reload_or_leave_in_the_middle_of_an_import() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.allow(NEUTRAL);
    let today = stage.start().await?;
    stage.log_first().await?;
    let journal = seed::years(3, today, 1);
    let copy = seed::copy(&journal, today);
    let days = async |stage: &Stage| -> Result<usize> {
        let kept = stage.vault().await?;
        Ok(kept.keys().filter(|key| key.starts_with("day/")).count())
    };
    let all = copy.matches("\"k\":\"day\"").count();
    ensure!(all > 200, "{all} days are no large copy");
    let mut before = days(&stage).await?;
    for stop in STOPS
        .into_iter()
        .chain(["setTimeout(() => location.reload(), 30)"])
    {
        stage.choose_copy(copy.as_bytes()).await?;
        stage
            .wait_until("the copy is looked into", async || {
                let text = stage.text().await?;
                Ok(text.contains("Add it all") || text.contains("here already"))
            })
            .await?;
        let add = "[...document.querySelectorAll('button')].find(one => one.textContent === 'Add it all')?.click()";
        stop_at(&stage, add, stop).await?;
        opened_again(&stage).await?;
        let now = days(&stage).await?;
        ensure!(now == before || now >= all, "{now} of {all} days are there");
        before = now;
        stage.start().await?;
        let text = stage.text().await?;
        ensure!(!text.contains("could not be read"), "{text}");
        stage.within("Also").sees("A first thing").await?;
    }
    stage.finish().await
}

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

#[tokio::test]
async fn what_a_newer_version_left_is_only_looked_at() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.damage("meta", "{\"min_reader\":999}").await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    stage.reload().await?;
    stage
        .sees("A newer version of this app was used here.")
        .await?;
    stage.within("Also").sees("A first thing").await?;
    let links = stage.links().await?;
    ensure!(
        links.iter().any(|link| link.href == "./rescue.html"),
        "{links:?}"
    );
    stage.open(&format!("#/day/{today}/add/give")).await?;
    stage.type_into("What did you do?", "Not now").await?;
    stage.tap("Save").await?;
    stage.says("Not saved yet.").await?;
    stage.holds("What did you do?", "Not now").await?;
    stage.open("#/more/kept").await?;
    stage.tap("Load again").await?;
    stage
        .sees("A newer version of this app was used here.")
        .await?;
    let after = (stage.mirror().await?, stage.vault().await?);
    ensure!(before == after, "something was written: {after:?}");
    stage.tap("See or save what is kept here").await?;
    stage.within("Your days").sees("A first thing").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_tab_a_month_old_sees_what_another_did() -> Result<()> {
    let host = breakable()?;
    let mut stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    let day = 24 * 60 * 60;
    stage.set_clock(-30 * day)?;
    let then = stage.start().await?;
    stage.log_first().await?;
    stage.set_clock(0)?;
    stage.new_tab().await?;
    stage.start_failing_at("mute").await?;
    stage.send_entry("A month later").await?;
    stage.within("Also").sees("A month later").await?;
    stage.open(&format!("#/day/{then}")).await?;
    stage.within("Also").sees("A first thing").await?;
    stage.log("Remembered later", "Connect").await?;
    stage.go_to_tab(0).await?;
    stage
        .evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        .await?;
    let now = stage.today().await?;
    stage.heading(&stage.full_day(now).await?).await?;
    stage.within("Also").sees("A month later").await?;
    stage.log("In the old tab", "Give").await?;
    stage.open(&format!("#/day/{then}")).await?;
    stage.within("Also").sees("Remembered later").await?;
    stage.within("Also").sees("A first thing").await?;
    stage.start_failing_at("").await?;
    for words in ["A month later", "In the old tab"] {
        stage.within("Also").sees(words).await?;
        ensure!(stage.count_kept(words).await? == 1, "{words}");
    }
    stage.finish().await
}
