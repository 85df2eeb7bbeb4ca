//! Tabs never eat each other's entries, and each shows what the others did.
//!
//! `make test` runs a short form; `make soak` (`WAYMARK_SOAK`) the long one, and prints its numbers.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Save, Stage, What, missing};
use std::env;
use std::time::Duration;
use waymark::domain::day::Day;

journeys::on_every_engine! {
    two_tabs_save_at_once
    four_tabs_save_at_once
}

/// How long a tab may take for all of its edits: in the short form, and in the long one.
const PATIENCE: [Duration; 2] = [Duration::from_secs(60), Duration::from_secs(600)];

/// The goal that a tab ticks: each its own, because two taps on one would take the tick away.
fn goal(tab: usize) -> String {
    format!("The goal of tab {tab}")
}

/// What one tab does, five things at a time: two on a day of its own, three on one that all share.
fn plan(tab: usize, tabs: usize, today: Day, count: usize) -> Vec<Save> {
    let mut saves = Vec::new();
    let mut back = 0;
    while saves.len() < count {
        back += 1;
        let shared = today.before(back * (tabs as u64 + 1));
        let own = shared.before(1 + tab as u64);
        let text = format!("Step {back} of tab {tab}");
        saves.extend([
            Save {
                day: shared,
                what: What::Tick(goal(tab)),
            },
            Save {
                day: shared,
                what: What::Entry(text.clone()),
            },
            Save {
                day: own,
                what: What::Note(text.clone()),
            },
            Save {
                day: own,
                what: What::Tick(goal(tab)),
            },
            Save {
                day: shared,
                what: What::Entry(format!("{text}, again")),
            },
        ]);
    }
    saves
}

async fn save_at_once(engine: Engine, tabs: usize) -> Result<()> {
    let is_soak = env::var_os("WAYMARK_SOAK").is_some();
    let count = if is_soak { 300 } else { 20 };
    let mut stage = Stage::on(engine).await?;
    stage.set_clock(-3000 * 24 * 60 * 60)?;
    for tab in 0..tabs {
        stage.make_goal(&goal(tab), "Be active").await?;
    }
    stage.set_clock(0)?;
    let today = stage.start().await?;
    stage.reload().await?;
    stage.is_started().await?;
    for _ in 1..tabs {
        stage.new_tab().await?;
        stage.start().await?;
    }
    let plans: Vec<_> = (0..tabs).map(|tab| plan(tab, tabs, today, count)).collect();
    for (tab, plan) in plans.iter().enumerate() {
        stage.go_to_tab(tab).await?;
        stage.begin_saving(plan).await?;
    }
    let patience = PATIENCE[usize::from(is_soak)];
    let slow = stage.waiting(patience);
    for (tab, plan) in plans.iter().enumerate() {
        stage.go_to_tab(tab).await?;
        slow.wait_until(&format!("tab {tab} has saved all"), async || {
            Ok(stage.acknowledged().await? == plan.len())
        })
        .await?;
    }
    let all = plans.concat();
    let vault = stage.vault().await?;
    let lost = missing(&all, "", &vault);
    ensure!(lost.is_empty(), "lost of the durable copy: {lost:?}");
    for tab in 0..tabs {
        stage.look_at_tab(tab).await?;
        slow.wait_until(&format!("tab {tab} shows what all did"), async || {
            stage.shows_all(&all, patience).await?;
            Ok(true)
        })
        .await?;
    }
    // Tabs that write at once can push each other's out of the quick copy, where nothing can be
    // locked; the next start brings them back from the durable one.
    stage.go_to_tab(0).await?;
    stage.reload().await?;
    stage.is_started().await?;
    stage
        .wait_until("the quick copy has all, too", async || {
            Ok(missing(&all, "0/", &stage.mirror().await?).is_empty())
        })
        .await?;
    let delay = delay(&stage).await?;
    if is_soak {
        let saves = all.len();
        println!(
            "{engine:?}: {tabs} tabs, 0 lost of {saves} saves, seen by another after {delay} ms"
        );
    }
    stage.finish().await
}

/// How many milliseconds pass between a tap in the second tab and the first one's showing it: the
/// longest of some.
async fn delay(stage: &Stage) -> Result<i64> {
    let mut longest = 0;
    for time in 0..5 {
        let words = format!("Seen at once, time {time}");
        stage.go_to_tab(0).await?;
        stage.start().await?;
        let watch = format!(
            "void (window.seen = new Promise(done => new MutationObserver(() =>
                document.querySelector('#main').textContent.includes({words:?}) && done(Date.now())
            ).observe(document, {{ subtree: true, childList: true, characterData: true }})))"
        );
        stage.evaluate(&watch).await?;
        stage.go_to_tab(1).await?;
        let today = stage.start().await?;
        stage.open(&format!("#/day/{today}/add/give")).await?;
        stage.type_into("What did you do?", &words).await?;
        let tap = "(document.querySelector('#main form').requestSubmit(), Date.now())";
        let tapped = stage.evaluate(tap).await?.as_i64().context("no time")?;
        stage.within("Also").sees(&words).await?;
        stage.go_to_tab(0).await?;
        let seen = stage.evaluate("window.seen").await?;
        longest = longest.max(seen.as_i64().context("no time")? - tapped);
    }
    Ok(longest)
}

async fn two_tabs_save_at_once(engine: Engine) -> Result<()> {
    save_at_once(engine, 2).await
}

async fn four_tabs_save_at_once(engine: Engine) -> Result<()> {
    save_at_once(engine, 4).await
}
