//! The seven bad deploys: each is survived, with what was stored in sight.
use super::*;
use journeys::dist;
use std::fs;
use std::path::Path;

/// Makes the program panic when it opens the working copy, but only once there is something in it: the second
/// look at `localStorage`, which it holds for certain, finds none.
const PANICS_ON_DATA: &str = "{ const real = localStorage; let looks = 0;
    if (Object.keys(real).some((key) => key.includes('/day/')))
        Object.defineProperty(self, 'localStorage', { get: () => (looks++ % 2 ? null : real) }); }\n";

#[tokio::test]
async fn there_and_back_again() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    take(&stage, &host, &next("two")?.stamped()?).await?;
    has_taken_over(&stage, "two").await?;
    stage.log("Of the second version", "Connect").await?;
    is_usable_offline(&mut stage, "two").await?;
    take(&stage, &host, &Version::built()?).await?;
    has_taken_over(&stage, "built").await?;
    stage.within("Also").sees("Of the second version").await?;
    is_usable_offline(&mut stage, "built").await?;
    stage.finish().await
}

#[tokio::test]
async fn one_file_is_missing() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    for (release, missing) in [("two", "_bg.wasm"), ("three", "rescue.js")] {
        let version = next(release)?.stamped()?;
        let missing = version.find("", missing)?;
        host.deploy(&version.without(&missing))?;
        ensure!(
            !look_for_update(&stage).await?,
            "installed without {missing}"
        );
        is_usable(&stage, "built").await?;
    }
    stage.restart().await?;
    is_usable_offline(&mut stage, "built").await?;
    // Put right, it is taken.
    take(&stage, &host, &next("two")?.stamped()?).await?;
    has_taken_over(&stage, "two").await
}

#[tokio::test]
async fn one_bit_is_flipped() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    for (release, damaged) in [("two", ".wasm"), ("three", ".js"), ("four", ".css")] {
        let version = next(release)?.stamped()?;
        let damaged = version.find("waymark-", damaged)?;
        host.deploy(&version.flip(&damaged)?)?;
        ensure!(
            !look_for_update(&stage).await?,
            "installed with a damaged {damaged}"
        );
        is_usable(&stage, "built").await?;
    }
    stage.restart().await?;
    is_usable_offline(&mut stage, "built").await?;
    stage.finish().await
}

#[tokio::test]
async fn it_traps_at_the_start() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two.rewrite(&program, |_| TRAPS.to_owned())?.stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    ensure!(
        versions(&stage).await? == 2,
        "the version before is not kept"
    );
    stage.evaluate("void (window.isOld = true)").await?;
    stage.tap("Try again").await?;
    stage
        .wait_until("the page is loaded anew", async || {
            Ok(stage.evaluate("!window.isOld").await? == true)
        })
        .await?;
    is_calm(&stage).await?;
    stage
        .wait_until("what is kept is the first thing to offer", async || {
            let order = stage.evaluate("getComputedStyle(document.querySelector('#rescue')).order");
            Ok(order.await? == "-1")
        })
        .await?;
    is_usable_offline(&mut stage, "built").await?;
    // A version that works comes through all the same.
    take(&stage, &host, &next("three")?.stamped()?).await?;
    has_taken_over(&stage, "three").await
}

#[tokio::test]
async fn it_panics_on_what_is_stored() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two
        .rewrite(&program, |text| [PANICS_ON_DATA, &text].concat())?
        .stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/").await?;
    is_calm(&stage).await?;
    is_usable(&stage, "built").await?;
    stage.reload().await?;
    is_usable(&stage, "built").await
}

#[tokio::test]
async fn a_page_stands_where_a_script_was() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    let two = next("two")?.stamped()?;
    let page = fs::read_to_string(dist().join("index.html"))?;
    for script in [two.program()?, "sw.js".to_owned()] {
        host.deploy(&two.clone().rewrite(&script, |_| page.clone())?)?;
        ensure!(
            !look_for_update(&stage).await?,
            "installed with a page as {script}"
        );
        is_usable(&stage, "built").await?;
    }
    stage.restart().await?;
    is_usable_offline(&mut stage, "built").await
}

#[tokio::test]
async fn the_kill_switch() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    let kill = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/kill-switch/sw.js");
    let kill = fs::read_to_string(kill)?;
    host.deploy(&next("two")?.stamped()?.rewrite("sw.js", |_| kill)?)?;
    let kept = stage.records().await?;
    stage.open("#/goals").await?;
    stage.type_into_new_goal("Half a go").await?;
    stage
        .evaluate("navigator.serviceWorker.ready.then(found => found.update()).then(() => true)")
        .await?;
    stage
        .wait_until("nothing of the app's files is kept", async || {
            let gone =
                stage.evaluate("navigator.serviceWorker.getRegistration().then(found => !found)");
            Ok(gone.await? == true && versions(&stage).await? == 0)
        })
        .await?;
    stage.holds("What will you do?", "Half a go").await?;
    is_usable(&stage, "two").await?;
    ensure!(stage.records().await? == kept, "a record was touched");
    stage.reload().await?;
    is_usable(&stage, "two").await?;
    stage.finish().await
}
