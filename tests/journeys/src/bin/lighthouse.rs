//! `lighthouse [DIST]`: Lighthouse's look at the built app as on a phone, served with its policy headers under a
//! sub-path. Fails when accessibility, best practices or SEO is below 100, and says why in words. Performance is
//! printed alone: it changes with the machine.
use anyhow::{Context, Result, bail, ensure};
use journeys::{SUBPATH, Server, npm_tool};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

/// What has to be whole.
const WHOLE: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// A new profile each time is the launcher's own doing.
const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let dist = env::args().nth(1).unwrap_or_else(|| "dist".to_owned());
    ensure!(
        Path::new(&dist).join("index.html").is_file(),
        "{dist} holds no built app: `make build` makes it"
    );
    let server = Server::start(&dist, SUBPATH, 0)?;
    // A machine that is very busy may show it nothing at first.
    let report = report(&server.url()).or_else(|_| report(&server.url()))?;
    let mut faults = Vec::new();
    let categories = report["categories"]
        .as_object()
        .context("a report without categories")?;
    for (id, category) in categories {
        let score = category["score"]
            .as_f64()
            .with_context(|| format!("no score for {id}"))?;
        println!("{:<16} {:>3.0}", id, score * 100.0);
        if WHOLE.contains(&id.as_str()) && score < 1.0 {
            faults.extend(failed(&report, category));
        }
    }
    let missing = WHOLE.iter().find(|id| !categories.contains_key(**id));
    ensure!(missing.is_none(), "{missing:?} was not looked at");
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// Runs the program, and reads what it writes.
fn report(url: &str) -> Result<Value> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("report.json");
    let output = Command::new("node")
        .arg(npm_tool("lighthouse/cli/index.js")?)
        .args([
            url,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
        ])
        .arg(format!("--output-path={}", file.display()))
        .arg("--only-categories=performance,accessibility,best-practices,seo")
        .arg(format!("--chrome-flags={FLAGS}"))
        .env(
            "CHROME_PATH",
            env::var("CHROME_PATH").unwrap_or_else(|_| "/usr/bin/chromium".to_owned()),
        )
        .output()
        .context("node does not run")?;
    let Ok(text) = fs::read_to_string(&file) else {
        bail!(
            "Lighthouse wrote no report: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    let report: Value = serde_json::from_str(&text)?;
    let error = &report["runtimeError"]["message"];
    ensure!(
        error.is_null(),
        "Lighthouse could not look at the app: {error}"
    );
    Ok(report)
}

/// The audits of a category that count and are not whole, each with where it fails.
fn failed(report: &Value, category: &Value) -> Vec<String> {
    let counts = |audit: &&Value| audit["weight"].as_f64() > Some(0.0);
    let audits = category["auditRefs"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(counts);
    let found = audits.filter_map(|reference| {
        let audit = &report["audits"][reference["id"].as_str()?];
        // One without a score does not apply here.
        let score = audit["score"].as_f64()?;
        (score < 1.0).then(|| {
            let items = audit["details"]["items"].as_array().into_iter().flatten();
            let places: Vec<_> = items.map(|item| format!("\n    {}", place(item))).collect();
            let title = audit["title"].as_str().unwrap_or_default();
            format!(
                "{}: {title}{}",
                category["title"].as_str().unwrap_or_default(),
                places.concat()
            )
        })
    });
    found.collect()
}

/// Where an audit fails: the element as it is written, or else all that is told of it.
fn place(item: &Value) -> String {
    let node = item["node"]["snippet"].as_str();
    node.map_or_else(|| item.to_string(), ToOwned::to_owned)
}
