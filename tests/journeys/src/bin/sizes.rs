//! `sizes [DIST] [--check]`: what the first use of the built app costs, by file, beside its budgets.
//! With `--check`, fails with one line for each budget that is broken.
use anyhow::{Result, ensure};
use journeys::sizes::Sizes;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let (options, folders): (Vec<_>, Vec<_>) = std::env::args()
        .skip(1)
        .partition(|word| word.starts_with('-'));
    ensure!(
        folders.len() <= 1 && options.iter().all(|option| option == "--check"),
        "usage: sizes [DIST] [--check]"
    );
    let dist = folders.first().map_or("dist", String::as_str);
    let sizes = Sizes::measure(Path::new(dist))?;
    print!("{}", sizes.table());
    let over = sizes.over();
    if options.is_empty() || over.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    for line in over {
        eprintln!("{line}");
    }
    Ok(ExitCode::FAILURE)
}
