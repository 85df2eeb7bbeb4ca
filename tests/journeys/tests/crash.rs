//! What said "Saved" is there after a crash: the browser is killed while the app saves.
//!
//! `make test` runs a short form; `make soak` (`WAYMARK_SOAK`) the long one, and prints its numbers.
use anyhow::{Result, ensure};
use journeys::{Engine, Save, Stage, What, missing};
use std::env;
use std::time::Duration;
use tokio::time::sleep;
use waymark::domain::day::Day;

journeys::on_every_engine! {
    what_said_saved_is_there_after_a_crash
}

const GOALS: [&str; 3] = ["Stretch", "Read a page", "Ring Sam"];
/// How long after a save the browser is killed, in milliseconds: before, between and after the
/// moments at which engines write what they held back.
const AFTER_A_SAVE: [u64; 8] = [0, 50, 300, 600, 4000, 6000, 30_000, 55_000];

/// How much is done.
struct Size {
    kills: u64,
    saves: usize,
    after_a_save: &'static [u64],
}

const SHORT: Size = Size {
    kills: 3,
    saves: 15,
    after_a_save: AFTER_A_SAVE.split_at(4).0,
};
const LONG: Size = Size {
    kills: 16,
    saves: 40,
    after_a_save: &AFTER_A_SAVE,
};

/// Five things on each of the days before `day`, beginning with the nearest.
fn plan(mut day: Day, count: usize) -> Vec<Save> {
    let mut saves = Vec::new();
    while saves.len() < count {
        day = day.before(1);
        let ticks = GOALS.map(|goal| What::Tick(goal.to_owned()));
        let texts = [
            What::Note(format!("A note for {day}")),
            What::Entry(format!("Done on {day}")),
        ];
        let whats = ticks.into_iter().chain(texts);
        saves.extend(whats.map(|what| Save { day, what }));
    }
    saves
}

/// A person who has had goals for long, so that past days have them too.
async fn with_goals(engine: Engine) -> Result<Stage> {
    let mut stage = Stage::on(engine).await?;
    stage.set_clock(-900 * 24 * 60 * 60)?;
    for goal in GOALS {
        stage.make_goal(goal, "Be active").await?;
    }
    stage.set_clock(0)?;
    Ok(stage)
}

/// Kills and opens again; all that was acknowledged must be in the durable copy and on the page.
async fn crash(stage: &mut Stage, acknowledged: &[Save], latest: &[Save]) -> Result<()> {
    stage.crash_at_once().await?;
    stage.start().await?;
    let vault = stage.vault().await?;
    let lost = missing(acknowledged, "", &vault);
    ensure!(lost.is_empty(), "lost of the durable copy: {lost:?}");
    stage.shows_all(latest, Duration::from_secs(60)).await
}

async fn what_said_saved_is_there_after_a_crash(engine: Engine) -> Result<()> {
    let is_soak = env::var_os("WAYMARK_SOAK").is_some();
    let size = if is_soak { LONG } else { SHORT };
    let mut stage = with_goals(engine).await?;
    let mut day = stage.start().await?;
    let mut acknowledged = Vec::new();
    for kill in 0..size.kills {
        stage.reload().await?;
        stage.is_started().await?;
        // More than will be saved, so that it dies while it saves.
        let saves = plan(day, size.saves * 2);
        stage.begin_saving(&saves).await?;
        let mut done = 0;
        stage
            .wait_until("enough is acknowledged", async || {
                done = stage.acknowledged().await?;
                Ok(done >= size.saves)
            })
            .await?;
        // At no moment in particular: the stream goes on meanwhile.
        sleep(Duration::from_millis(kill * 7 % 40)).await;
        acknowledged.extend_from_slice(&saves[..done]);
        crash(&mut stage, &acknowledged, &saves[..done]).await?;
        day = saves.last().map_or(day, |save| save.day);
    }
    for &after in size.after_a_save {
        let saves = &plan(day, 1)[..];
        stage.begin_saving(saves).await?;
        stage
            .wait_until("it is acknowledged", async || {
                Ok(stage.acknowledged().await? == saves.len())
            })
            .await?;
        sleep(Duration::from_millis(after)).await;
        acknowledged.extend_from_slice(saves);
        let told = crash(&mut stage, &acknowledged, saves).await;
        told.map_err(|error| error.context(format!("killed {after} ms after")))?;
        day = day.before(1);
    }
    if is_soak {
        let kills = size.kills + size.after_a_save.len() as u64;
        println!(
            "{engine:?}: {kills} kills, 0 lost of {} saves",
            acknowledged.len()
        );
    }
    stage.finish().await
}
