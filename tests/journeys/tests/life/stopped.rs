//! A reload, or Leave, in the middle of something: all of it is there at the next open, or none.
use super::*;
use journeys::seed;

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

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
