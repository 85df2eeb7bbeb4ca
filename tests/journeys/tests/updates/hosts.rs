//! What hosts and networks do to a visit.
use super::*;

#[tokio::test]
async fn wasm_of_the_wrong_type() -> Result<()> {
    let version = Version::built()?.rewrite("_headers", |rules| {
        [
            &rules,
            "/*.wasm\n  Content-Type: application/octet-stream\n",
        ]
        .concat()
    })?;
    let host = Host::with(&version)?;
    let mut stage = visited(&host).await?;
    is_usable_offline(&mut stage, "built").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_host_that_changes_files() -> Result<()> {
    let shrink = |version: Version| version.rewrite("rescue.html", |text| text.replace('\n', " "));
    // The first visit goes well, but nothing can be kept.
    let host = Host::with(&shrink(Version::built()?)?)?;
    let stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more/kept").await?;
    stage.sees("It still needs a network.").await?;
    // On one that leaves them alone it can; and then a change keeps the version that is there.
    host.deploy(&Version::built()?)?;
    stage.reload().await?;
    stage.is_ready_offline().await?;
    host.deploy(&shrink(next("two")?.stamped()?)?)?;
    ensure!(
        !look_for_update(&stage).await?,
        "installed what is not as it was built"
    );
    is_usable(&stage, "built").await
}

#[tokio::test]
async fn the_trailing_slash_is_missing() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    stage
        .evaluate("void (location.href = location.pathname.replace(/\\/$/, ''))")
        .await?;
    stage.within("Also").sees(ENTRY).await?;
    stage.is_ready_offline().await?;
    stage.leave_for_nowhere().await?;
    stage.start().await?;
    stage
        .evaluate("void (location.href = location.pathname.replace(/\\/$/, ''))")
        .await?;
    stage.within("Also").sees(ENTRY).await?;
    stage.finish().await
}

#[tokio::test]
async fn a_first_visit_that_was_cut_off() -> Result<()> {
    let built = Version::built()?;
    let host = Host::with(&built.clone().without(&built.wasm()?))?;
    let mut stage = Stage::serving(host.folder()).await?;
    stage.open("").await?;
    is_calm(&stage).await?;
    stage.offline().await?;
    let _ = stage.open("").await; // the browser's own page says that there is no network
    stage.online().await?;
    host.deploy(&built)?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    is_usable_offline(&mut stage, "built").await
}

#[tokio::test]
async fn ready_offline_is_said_when_all_is_kept() -> Result<()> {
    let built = Version::built()?;
    let host = Host::with(&built.clone().without("icon-512.png"))?;
    let mut stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage
        .evaluate("navigator.serviceWorker.ready.then(() => true)")
        .await?;
    is_good(&stage).await?;
    stage.open("#/more/kept").await?;
    stage.reload().await?;
    stage.sees("It still needs a network.").await?;
    // What is there is enough to open without one.
    is_usable_offline(&mut stage, "built").await?;
    host.deploy(&built)?;
    is_usable(&stage, "built").await?;
    stage
        .wait_until("the rest is kept", async || {
            Ok(stage
                .evaluate("caches.match('icon-512.png').then(found => !!found)")
                .await?
                == true)
        })
        .await?;
    stage.open("#/more/kept").await?;
    stage.reload().await?;
    stage.sees("It works with no network.").await
}

#[tokio::test]
async fn a_later_visit_asks_for_no_page() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    stage.restart().await?;
    let before = stage.server().requests().len();
    is_usable(&stage, "built").await?;
    let requests = stage.server().requests();
    let mut asked = requests[before..].iter();
    let other = asked.find(|request| !request.path.ends_with("/sw.js"));
    ensure!(other.is_none(), "{other:?}");
    stage.finish().await
}
