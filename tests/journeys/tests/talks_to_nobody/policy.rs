//! What a script that got into the page could still do: it tries every way out that we know of.
use crate::other::{Other, PACKET};
use anyhow::{Context, Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Stage};
use serde_json::Value;
use std::collections::BTreeSet;

const SCRIPT: &str = include_str!("ways.js");
const NAME: &str = "ways.js";
/// What the page asks for in the end, when whatever was on its way has arrived.
const END: &str = "end";

type Names = BTreeSet<String>;

/// What became of all that was tried on a page.
struct Told {
    tried: Names,
    /// What the engine has no such thing for.
    absent: Names,
    stopped: Names,
    /// Words that became a program or a style of the page.
    ran: Names,
}

impl Told {
    async fn by(stage: &Stage) -> Result<Self> {
        let told = stage.evaluate("window.told").await?;
        ensure!(told["done"] == true, "not all is tried yet");
        let names = |field: &Value| -> Result<Names> { Ok(serde_json::from_value(field.clone())?) };
        let stopped = told["stopped"].as_object().context("nothing is told")?;
        Ok(Self {
            tried: names(&told["tried"])?,
            absent: names(&told["absent"])?,
            stopped: stopped.keys().cloned().collect(),
            ran: names(&told["ran"])?,
        })
    }
}

/// What no page of this engine does, with or without a policy: workers of another origin, say. And what only some
/// have, or have switched on: an icon for the tab, `ping`, `prefetch`.
fn not_done(engine: Engine) -> Names {
    let more = match engine {
        Engine::Chromium => &[][..],
        Engine::Firefox => &["icon", "ping"],
        Engine::WebKit => &["icon", "prefetch"],
    };
    let never = ["use-in-svg", "worker", "shared-worker"];
    never.iter().chain(more).map(ToString::to_string).collect()
}

fn seen(other: &Other) -> Names {
    let mut seen: Names = other.seen().into_iter().collect();
    // It is encrypted from its first packet on, so its name cannot be read.
    if seen.remove(PACKET) {
        seen.insert("web-transport".to_owned());
    }
    seen
}

/// Loads the script into the page that is open.
async fn try_all(stage: &Stage, other: &Other) -> Result<()> {
    let source = format!("{}{NAME}", stage.server().url());
    let load = format!(
        "new Promise((done, fail) => {{
            const script = document.createElement('script');
            script.onload = () => done(true);
            script.onerror = () => fail('the script is not there');
            script.dataset.other = {:?};
            script.src = {source:?};
            document.head.append(script);
        }})",
        other.origin()
    );
    stage.evaluate(&load).await.map(drop)
}

/// Without a policy every way is open: this is what shows that the script can do what it tries.
async fn all_is_open_without_a_policy(stage: &Stage) -> Result<()> {
    let other = Other::start()?;
    stage.go_beside_the_app().await?;
    try_all(stage, &other).await?;
    let not_done = not_done(stage.engine());
    stage
        .wait_until("every way leads out", async || {
            let told = Told::by(stage).await?;
            let mut known = seen(&other);
            known.extend(
                told.ran
                    .iter()
                    .chain(&told.absent)
                    .chain(&not_done)
                    .cloned(),
            );
            let missing: Vec<_> = told.tried.difference(&known).collect();
            ensure!(missing.is_empty(), "not tried in earnest: {missing:?}");
            Ok(true)
        })
        .await
}

/// With it each is stopped: the page is told so, and the other place hears nothing.
async fn all_is_stopped(stage: &Stage, page: &str) -> Result<()> {
    let other = Other::start()?;
    stage.leave_for_nowhere().await?;
    stage.open(page).await?;
    stage
        .wait_until("the page is loaded", async || {
            Ok(stage.evaluate("document.readyState === 'complete'").await? == true)
        })
        .await?;
    try_all(stage, &other).await?;
    let not_done = not_done(stage.engine());
    stage
        .wait_until("it is known what came of each way", async || {
            let told = Told::by(stage).await?;
            let mut known: Names = seen(&other);
            let groups = [&told.ran, &told.absent, &told.stopped, &not_done];
            known.extend(groups.into_iter().flatten().cloned());
            let open: Vec<_> = told.tried.difference(&known).collect();
            ensure!(open.is_empty(), "not known yet: {open:?}");
            Ok(true)
        })
        .await?;
    let ran = Told::by(stage).await?.ran;
    // No policy keeps a page from going elsewhere as a whole. Asked last, so what was on its way is there before it.
    go_to(stage, &other).await?;
    let seen = other.seen();
    ensure!(seen == [END], "the other place was asked for {seen:?}");
    ensure!(ran.is_empty(), "words became a program: {ran:?}");
    Ok(())
}

/// Sends the page to the other place, and waits until that is seen there.
async fn go_to(stage: &Stage, other: &Other) -> Result<()> {
    let there = format!("{}/{END}", other.origin());
    stage
        .evaluate(&format!("void (location.href = {there:?})"))
        .await?;
    stage
        .wait_until("the page asks for the other place", async || {
            Ok(other.seen().iter().any(|name| name == END))
        })
        .await
}

/// Every page of the app, as it comes from the host and as the worker gives it.
async fn every_page_stops_all(engine: Engine, version: &Version) -> Result<()> {
    let host = Host::with(version)?;
    let mut stage = Stage::serving_on(engine, host.folder()).await?;
    all_is_open_without_a_policy(&stage).await?;
    all_is_stopped(&stage, "rescue.html")
        .await
        .context("rescue.html")?;
    all_is_stopped(&stage, "")
        .await
        .context("the first visit")?;
    // In a new window: a worker that is being installed while the page goes elsewhere may miss the next one.
    stage.restart().await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    all_is_stopped(&stage, "").await.context("a later visit")?;
    all_is_stopped(&stage, "rescue.html")
        .await
        .context("rescue.html, kept")
    // Not to its end: every way that was stopped is an error on the console.
}

pub(crate) async fn with_the_headers(engine: Engine) -> Result<()> {
    every_page_stops_all(engine, &Version::built()?.with(NAME, SCRIPT)).await
}

pub(crate) async fn with_the_page_alone(engine: Engine) -> Result<()> {
    let version = Version::built()?.with(NAME, SCRIPT);
    every_page_stops_all(engine, &version.without("_headers")).await
}
