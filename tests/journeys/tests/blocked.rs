//! It opens, and says the truth, where storage is blocked, throws, hangs or is not there at all.
use anyhow::{Context, Result, ensure};
use journeys::faults::breakable;
use journeys::{Engine, Stage};

journeys::on_every_engine! {
    every_blocked_start_is_usable
    what_was_seen_to_be_unreadable_is_quiet
}

const ONE: &str =
    "This browser keeps your entries in one place only. Some may not show. Save a copy often.";
const NONE: &str = "This browser does not keep anything. When you close this page, it is gone.";
const SAVED: &str = "Saved";
const NOT_KEPT: &str = "Not kept after you close this page.";

/// What fails, what a notice says of it, and what is said of something noted then.
const STARTS: [(&str, &str, &str); 10] = [
    ("local-throws", ONE, SAVED),
    ("local-null", ONE, SAVED),
    ("get", ONE, SAVED),
    ("set", "", SAVED),
    ("idb-missing", ONE, SAVED),
    ("open-throws", ONE, SAVED),
    ("open-hangs", ONE, SAVED),
    ("open-blocked", ONE, SAVED),
    ("local-throws+open-throws", NONE, NOT_KEPT),
    ("get+open-hangs", NONE, NOT_KEPT),
];

async fn every_blocked_start_is_usable(engine: Engine) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    let mut kept = vec!["A first thing".to_owned()];
    stage.start().await?;
    stage.log_first().await?;
    for (fault, notice, standing) in STARTS {
        let told = check(&stage, fault, notice, standing).await;
        told.with_context(|| format!("with {fault}"))?;
        if standing == SAVED {
            kept.push(words(fault));
        }
    }
    stage.start_failing_at("").await?;
    for words in &kept {
        stage.within("Also").sees(words).await?;
    }
    let text = stage.text().await?;
    ensure!(!text.contains(&words("get+open-hangs")), "{text}");
    ensure!(!text.contains(ONE) && !text.contains(NONE), "{text}");
    stage.finish().await
}

fn words(fault: &str) -> String {
    format!("Done with {fault}.")
}

async fn check(stage: &Stage, fault: &str, notice: &str, standing: &str) -> Result<()> {
    stage.start_failing_at(fault).await?;
    stage.sees(notice).await?;
    stage.send_entry(&words(fault)).await?;
    stage.within("Also").sees(&words(fault)).await?;
    stage.says(standing).await?;
    let text = stage.text().await?;
    for other in [ONE, NONE] {
        ensure!(other == notice || !text.contains(other), "{text}");
    }
    Ok(())
}

const UNREADABLE: &str = "1 entry could not be read. It is kept safe, and the rest is here.";

/// A text that could not be read while there was the working copy alone: "I have seen this" holds there, and once the
/// durable copy is back.
async fn what_was_seen_to_be_unreadable_is_quiet(engine: Engine) -> Result<()> {
    let faults = ["idb-missing", "open-throws", "open-hangs"];
    // What the app makes of it is its own: the other engines only show that they keep it.
    let count = if engine == Engine::Chromium { 3 } else { 1 };
    for fault in faults.into_iter().take(count) {
        let seen = seen_once(engine, fault).await;
        seen.with_context(|| format!("with {fault}"))?;
    }
    Ok(())
}

/// A text that is no record, seen under a fault and not again.
async fn seen_once(engine: Engine, fault: &str) -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(engine, &host).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let garbage = "no record";
    stage
        .damage(&format!("day/{}", today.before(1)), garbage)
        .await?;
    stage.start_failing_at(fault).await?;
    stage.sees(UNREADABLE).await?;
    stage.sees(ONE).await?;
    // Unseen, it is said at every start.
    stage.start_failing_at(fault).await?;
    stage.sees(UNREADABLE).await?;
    stage.tap("I have seen this").await?;
    stage.does_not_see(UNREADABLE).await?;
    for later in [fault, fault, "", ""] {
        stage.start_failing_at(later).await?;
        if later == fault {
            // What is said of the store comes all at once.
            stage.sees(ONE).await?;
        } else {
            is_mended(&stage, garbage).await?;
        }
        stage.within("Also").sees("A first thing").await?;
        let text = stage.text().await?;
        ensure!(!text.contains("could not be read"), "{text}");
    }
    stage.finish().await
}

/// Both copies are read and mended, and the text is still kept in the durable one.
async fn is_mended(stage: &Stage, garbage: &str) -> Result<()> {
    stage
        .wait_until("it is kept in the durable copy", async || {
            let mut kept = stage.vault().await?.into_iter();
            Ok(kept.any(|(key, text)| key.starts_with("mended/") && text == garbage))
        })
        .await
}

/// One copy alone, whose writes fail: nothing is said to be kept that is not.
#[tokio::test]
async fn a_copy_that_cannot_be_written_keeps_the_form_open() -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    stage.start().await?;
    stage.log_first().await?;
    for (place, calls) in ["set", "set:1:", "set:2:", "set:3:"]
        .into_iter()
        .enumerate()
    {
        stage
            .start_failing_at(&format!("open-throws+{calls}"))
            .await?;
        let mut words = String::new();
        for attempt in 0..4 {
            words = format!("Thing {place}.{attempt}.");
            stage.send_entry(&words).await?;
            stage
                .wait_until("it says how that went", async || {
                    let text = stage.text().await?;
                    Ok(text.contains("Not saved yet.") || text.contains("Saved"))
                })
                .await?;
            if stage.text().await?.contains("Not saved yet.") {
                break;
            }
        }
        stage.heading("What did you do?").await?;
        stage.holds("What did you do?", &words).await?;
        stage.fail_at("open-throws").await?;
        stage.tap("Save").await?;
        stage.within("Also").sees(&words).await?;
        stage.saved().await?;
        stage.reload().await?;
        stage.within("Also").sees(&words).await?;
        let text = stage.within("Also").text().await?;
        ensure!(text.matches(&words).count() == 1, "{text}");
        ensure!(text.contains("A first thing"), "{text}");
    }
    stage.finish().await
}

/// While one of the two places cannot be reached, what is there is not said to be deleted; the next start that reaches it
/// empties it.
#[tokio::test]
async fn what_could_not_be_reached_is_not_said_to_be_deleted() -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    for fault in ["open-throws", "local-throws"] {
        stage.start_failing_at("").await?;
        stage.log_first().await?;
        stage.start_failing_at(fault).await?;
        stage.sees(ONE).await?;
        stage.open("#/more/delete").await?;
        stage.tap("Delete everything").await?;
        stage.tap("Yes, delete it all").await?;
        stage
            .sees("What could be reached is deleted. The rest goes when this app can next open it.")
            .await?;
        stage.does_not_see("Everything is deleted.").await?;
        stage.start_failing_at("").await?;
        stage.heading("Small things, every day").await?;
        stage
            .wait_until("both places are empty", async || {
                let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
                let mut left = mirror.values().chain(vault.values());
                Ok(!left.any(|text| text.contains("A first thing")))
            })
            .await?;
    }
    stage.finish().await
}

/// Where the browser keeps nothing, the page on what is kept says so too.
#[tokio::test]
async fn nothing_is_said_to_be_kept_where_nothing_is() -> Result<()> {
    let host = breakable()?;
    let stage = Stage::on_breakable(Engine::Chromium, &host).await?;
    stage.start_failing_at("local-throws+open-throws").await?;
    stage.open("#/more/kept").await?;
    stage.heading("What is kept on this device").await?;
    stage.sees(NONE).await?;
    stage.sees(NOT_KEPT).await?;
    for words in [
        "Everything you write stays",
        "keeps your entries",
        "delete your entries",
    ] {
        stage.does_not_see(words).await?;
    }
    stage.start_failing_at("").await?;
    stage.open("#/more/kept").await?;
    stage
        .sees("Everything you write stays on this device.")
        .await?;
    stage.finish().await
}
