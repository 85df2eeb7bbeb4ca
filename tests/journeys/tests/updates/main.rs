//! An update cannot lock anyone out: after each bad deploy what was stored is there, at the latest at the third open.
mod bad_deploys;
mod hosts;
mod locked;
mod rollback;
mod taking_over;

use anyhow::{Result, ensure};
use journeys::Stage;
use journeys::deploy::{Host, RELEASE, Version};

const ENTRY: &str = "A first thing";

/// A program that traps as soon as it is there: WebAssembly whose start is `unreachable`.
const TRAPS: &str = "WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1,
    0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]));";

/// A person who has used the app as it was built, with an entry stored and everything kept.
async fn visited(host: &Host) -> Result<Stage> {
    let stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    is_good(&stage).await?;
    Ok(stage)
}

fn next(release: &str) -> Result<Version> {
    Version::built()?.named(release)
}

/// Opens the app, and finds it usable with what was stored, in this version.
async fn is_usable(stage: &Stage, release: &str) -> Result<()> {
    // With nothing behind the address: a change of what follows # loads no page.
    stage.open("").await?;
    stage.is_started().await?;
    stage.within("Also").sees(ENTRY).await?;
    let shown = stage.evaluate(RELEASE).await?;
    ensure!(shown == release, "{shown} is there, not {release}");
    Ok(())
}

/// The same, and once more with no network.
async fn is_usable_offline(stage: &mut Stage, release: &str) -> Result<()> {
    is_usable(stage, release).await?;
    stage.offline().await?;
    stage.restart().await?;
    is_usable(stage, release).await?;
    stage.online().await
}

/// How many versions the device keeps.
async fn versions(stage: &Stage) -> Result<u64> {
    let kept = "caches.keys().then(names => names.filter(name => name.startsWith('wm:')).length)";
    Ok(stage.evaluate(kept).await?.as_u64().unwrap_or_default())
}

/// Waits until the one version that is kept is known to work.
async fn is_good(stage: &Stage) -> Result<()> {
    stage
        .wait_until("one version is kept, and known to work", async || {
            let good = stage.evaluate("caches.match('sw.js?good').then(found => !!found)");
            Ok(good.await? == true && versions(stage).await? == 1)
        })
        .await
}

/// Lets the browser look for a new version, and tells whether one waits then.
async fn look_for_update(stage: &Stage) -> Result<bool> {
    let looked = "navigator.serviceWorker.ready.then(async (registration) => {
        try { await registration.update(); } catch { return false; }
        const worker = registration.installing;
        if (worker) await new Promise(done => worker.onstatechange = () =>
            worker.state === 'installing' || done());
        return !!registration.waiting;
    })";
    Ok(stage.evaluate(looked).await? == true)
}

/// Puts a version on the host, and takes it when it is offered.
async fn take(stage: &Stage, host: &Host, version: &Version) -> Result<()> {
    host.deploy(version)?;
    ensure!(look_for_update(stage).await?, "it is not installed");
    stage.sees("A new version is ready.").await?;
    stage.tap("Use it now").await
}

/// Waits for the calm page, with help and ways on.
async fn is_calm(stage: &Stage) -> Result<()> {
    stage.heading("Something went wrong").await?;
    stage
        .sees("What you saved is still on this device.")
        .await?;
    let links = stage.links().await?;
    for href in ["tel:116123", "./rescue.html", "./"] {
        ensure!(links.iter().any(|link| link.href == href), "{links:?}");
    }
    Ok(())
}

#[tokio::test]
async fn stamping_here_is_stamping_at_the_build() -> Result<()> {
    let (built, stamped) = (Version::built()?, Version::built()?.stamped()?);
    let without_page = |mut files: Vec<String>| {
        files.retain(|file| !file.contains("index.html"));
        files
    };
    let (built, stamped) = (built.listed()?, stamped.listed()?);
    ensure!(
        built.len() > 10 && built.len() == stamped.len(),
        "{stamped:?}"
    );
    ensure!(
        without_page(built) == without_page(stamped),
        "the lists differ"
    );
    Ok(())
}

/// Waits until this version has taken over, and finds it usable and the only one.
async fn has_taken_over(stage: &Stage, release: &str) -> Result<()> {
    stage
        .wait_until(&format!("{release} is in sight"), async || {
            Ok(stage.evaluate(RELEASE).await? == release)
        })
        .await?;
    is_good(stage).await?;
    is_usable(stage, release).await
}

trait Form {
    async fn type_into_new_goal(&self, words: &str) -> Result<()>;
}

impl Form for Stage {
    async fn type_into_new_goal(&self, words: &str) -> Result<()> {
        self.open("#/goals/new").await?;
        self.type_into("What will you do?", words).await
    }
}
