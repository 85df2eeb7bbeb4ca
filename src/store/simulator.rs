//! Whole lives of a device, each drawn from one number: a person's acts, and every bad luck that a browser and a device
//! can have. The same number gives the same life, so that what goes wrong once can be seen again.
//!
//! - [`world`]: one thread with a time and a chance of its own.
//! - [`disk`]: the two stores of a device, that are slow, hang, fail, fill up, tear and roll back.
//! - [`crypto`]: encryption that is quick and keeps no secret.
//! - [`device`] and [`shell`]: the pages that are open, with plain values in place of signals.
//! - [`acts`]: what is done.
//! - [`oracle`]: what must hold. It knows what was said.
//! - [`life`]: from the first act to a quiet end, and the shortest story of what went wrong.
//! - [`scenes`]: what lives come upon too seldom, set by hand.

mod acts;
mod crypto;
mod device;
mod disk;
mod life;
mod oracle;
mod scenes;
mod shell;
mod world;

use life::{Life, Report, shrunk};
use std::fmt::Write as _;
use std::io::Write as _;

/// How many acts a life has.
const ACTS: u64 = 50;

/// Seeds of lives in which something was found once, and what.
const FOUND: [(u64, &str); 20] = [
    (
        338,
        "two changes had one stamp, after a file with the last count there is",
    ),
    (
        222,
        "a page that slept through a wipe drew what it had read before",
    ),
    (
        362,
        "a start that took longer than a wipe brought back what it had shown",
    ),
    (
        6373,
        "a copy taken in while the store was slow was forgotten with what was outdated",
    ),
    (
        138,
        "plain words of before a lock stayed in the quick copy, where it had failed",
    ),
    (
        228,
        "a quick copy that had missed the lock was drawn, and kept its plain words",
    ),
    (
        768,
        "what an older version wrote was not read by a tab that wrote after it",
    ),
    (5255, "the same, with a number that had been there before"),
    (
        1_001_043,
        "a frozen page whose quick copy was empty showed what was deleted elsewhere",
    ),
    (
        103_208,
        "plain words stayed where a lock was being set and the durable copy was lost",
    ),
    (
        1_002_633,
        "a wipe that was tried again used the number of the first try, which tabs had gone on with",
    ),
    (
        1_011_461,
        "a page that heard of a change while it started read the quick copy of before a wipe",
    ),
    (
        1_016_747,
        "a page that stood alone took a number for reached whose change its quick copy had missed",
    ),
    (
        1_023_572,
        "what a page was reading while it deleted everything came back with the next change",
    ),
    (
        1_029_194,
        "a text that was set aside kept plain words in the quick copy of a locked device",
    ),
    (
        1_000_262,
        "a page that stood alone took in what was renumbered in the quick copy",
    ),
    (
        1_001_295,
        "a page did not see that the store it wrote to had been locked under the number it had itself",
    ),
    (
        1_001_560,
        "a page at the lock was loaded anew by a deletion that had not ended, and began in plain words",
    ),
    (
        1_003_942,
        "what was saved after another page had emptied the quick copy alone was lost",
    ),
    (
        1_004_179,
        "a page showed what another had deleted under the same number",
    ),
];

/// Lives so many lives, from this seed on. What they were, or the story of the first that went wrong.
fn lives(first: u64, count: u64) -> Result<Report, String> {
    let mut all = Report::default();
    for seed in first..first + count {
        let life = Life::from(seed, ACTS);
        match life.run(false) {
            Ok(report) => {
                all.acts += report.acts;
                all.faults += report.faults;
            }
            Err(wrong) => {
                let (short, shrunk) = shrunk(&life, &wrong);
                let mut story = format!("seed {seed}: {}\n", shrunk.what);
                for act in &short.acts {
                    let _ = write!(story, "{:?}, ", act.kind);
                }
                story += "\n";
                story += &shrunk.diary.join("\n");
                return Err(story);
            }
        }
    }
    Ok(all)
}

#[test]
fn twenty_thousand_acts() {
    if let Err(story) = lives(1, 20_000 / ACTS) {
        panic!("{story}");
    }
}

#[test]
fn what_was_found_once_stays_away() {
    for (seed, found) in FOUND {
        if let Err(story) = lives(seed, 1) {
            panic!("{found}\n{story}");
        }
    }
}

/// `make simulate`: as many acts as `WAYMARK_ACTS` says, from `WAYMARK_SEED` on.
#[test]
#[ignore = "long: make simulate"]
fn simulate() {
    let number = |name: &str, usual: u64| {
        let given = std::env::var(name).ok();
        given.and_then(|given| given.parse().ok()).unwrap_or(usual)
    };
    let count = number("WAYMARK_ACTS", 1_000_000).div_ceil(ACTS);
    match lives(number("WAYMARK_SEED", 1_000_000), count) {
        Ok(Report { acts, faults }) => {
            let line = format!("lives {count}, acts {acts}, faults injected {faults}, lost 0");
            let _ = writeln!(std::io::stdout(), "{line}");
        }
        Err(story) => panic!("{story}"),
    }
}
