//! `bench [refusals | private | starts]`: what the first use costs in bytes, what a start and a tap cost with an empty journal
//! and with one of 10 years, and what the worst links and files cost, on a processor 6 times slower, in one run.
//! Nothing is asserted. With `refusals`, only the last; with `private`, only what Leave and the lock cost; with `starts`,
//! only what a start and a tap cost.

mod measure;
mod private;
mod refusals;

use anyhow::Result;
use journeys::sizes::Sizes;
use journeys::{Stage, dist, seed};
use measure::{Costs, STARTS, TAPS};
use waymark::domain::journal::Journal;

/// How much slower than this machine a cheap phone is.
const SLOWER: u8 = 6;
const YEARS: u32 = 10;
const SEED: u64 = 1;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    if std::env::args().any(|word| word == "refusals") {
        return refusals::print().await;
    }
    if std::env::args().any(|word| word == "private") {
        return private::print(YEARS).await;
    }
    print!("{}", Sizes::measure(&dist())?.table());
    let empty = costs(0).await?;
    let full = costs(YEARS).await?;
    println!("\nat processor / {SLOWER}; medians of {STARTS} starts and {TAPS} taps");
    println!(
        "{:<44} {:>10} {:>10} {:>8}",
        "", "empty", "10 years", "ratio"
    );
    for ((name, empty), (_, full)) in empty.lines().into_iter().zip(full.lines()) {
        let ratio = if empty > 0.0 {
            format!("{:.2}", full / empty)
        } else {
            "–".to_owned()
        };
        println!("{name:<44} {empty:>10.1} {full:>10.1} {ratio:>8}");
    }
    if std::env::args().any(|word| word == "starts") {
        return Ok(());
    }
    private::print(YEARS).await?;
    refusals::print().await
}

/// Measures with a journal of so many years, and one goal beside it that is ticked.
async fn costs(years: u32) -> Result<Costs> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let mut records = 0;
    if years > 0 {
        let journal: Journal = seed::years(SEED, today, years);
        records = journal.count();
        stage.fill(&journal, today).await?;
    }
    stage
        .make_goal("Stand by the window", "Take notice")
        .await?;
    stage.is_ready_offline().await?;
    measure::prepare(&stage).await?;
    stage.slow_down(SLOWER).await?;
    let (start, long_tasks) = measure::starts(&stage).await?;
    let (tap, slowest, bytes, writes) = measure::taps(&stage).await?;
    let (heap, wasm) = measure::memory(&stage).await?;
    stage.slow_down(1).await?;
    stage.finish().await?;
    Ok(Costs {
        records,
        start,
        long_tasks,
        tap,
        slowest,
        bytes,
        writes,
        heap,
        wasm,
    })
}
