//! A new version of a locked diary: the lock's screen neither vouches for it nor speaks against it.
use super::*;
use serde_json::{Value, json};

const PASSCODE: &str = "three plain words";

/// How often the version in sight has tried to start and came to nothing, as its worker counts it.
const TRIES: &str = "(async () => {
    const { version } = document.querySelector('[data-version]').dataset;
    const name = (await caches.keys()).find(name => name.startsWith('wm:') && name.endsWith(version));
    const kept = name && await (await caches.open(name)).match('sw.js?tries');
    return kept ? Number(await kept.text()) : null;
})()";

/// The names of the versions that are known to work.
const GOOD: &str = "(async () => {
    const good = [];
    for (const name of await caches.keys())
        if (name.startsWith('wm:') && await (await caches.open(name)).match('sw.js?good')) good.push(name);
    return good;
})()";

/// The same as `visited`, and a lock is set.
async fn locked(host: &Host) -> Result<Stage> {
    let stage = visited(host).await?;
    stage.set_lock(PASSCODE).await?;
    stage.tools_are_kept().await?;
    Ok(stage)
}

/// The lock's screen of this version, and the worker knows that it waits there.
async fn waits_at_the_lock(stage: &Stage, release: &str) -> Result<()> {
    stage
        .wait_until(&format!("{release} is in sight"), async || {
            Ok(stage.evaluate(RELEASE).await? == release)
        })
        .await?;
    stage.heading("Locked").await
}

/// Waits until the worker counts so many tries of the version in sight.
async fn has_tried(stage: &Stage, times: u64) -> Result<()> {
    stage
        .wait_until(&format!("{times} tries are counted"), async || {
            Ok(stage.evaluate(TRIES).await? == times)
        })
        .await
}

async fn try_to_open(stage: &Stage) -> Result<()> {
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await
}

/// The version before is kept, and alone is known to work.
async fn vouches_for_none_but(stage: &Stage, before: &Value) -> Result<()> {
    let good = stage.evaluate(GOOD).await?;
    ensure!(good == *before, "known to work: {good}, not {before}");
    let kept = versions(stage).await?;
    ensure!(kept == 2, "{kept} versions are kept");
    Ok(())
}

#[tokio::test]
async fn a_locked_diary_does_not_vouch_for_a_new_version() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = locked(&host).await?;
    let before = stage.evaluate(GOOD).await?;
    take(&stage, &host, &next("two")?.stamped()?).await?;
    // More often than a version may try that comes to nothing.
    for _ in 0..5 {
        waits_at_the_lock(&stage, "two").await?;
        has_tried(&stage, 0).await?;
        vouches_for_none_but(&stage, &before).await?;
        stage.reload().await?;
    }
    waits_at_the_lock(&stage, "two").await?;
    try_to_open(&stage).await?;
    stage.within("Also").sees(ENTRY).await?;
    is_good(&stage).await?;
    let good = stage.evaluate(GOOD).await?;
    ensure!(
        good != before && good != json!([]),
        "the new version is not the one that is left: {good}"
    );
    stage.reload().await?;
    waits_at_the_lock(&stage, "two").await?;
    stage.finish().await
}

#[tokio::test]
async fn it_traps_while_it_opens_the_lock() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = locked(&host).await?;
    let before = stage.evaluate(GOOD).await?;
    let two = next("two")?;
    let program = two.program()?;
    let traps = format!(
        "SubtleCrypto.prototype.decrypt = () => {{ {TRAPS} return new Promise(() => {{}}); }};\n"
    );
    let two = two
        .rewrite(&program, |text| [&*traps, &text].concat())?
        .stamped()?;
    take(&stage, &host, &two).await?;
    for times in 1..=2 {
        waits_at_the_lock(&stage, "two").await?;
        has_tried(&stage, times - 1).await?;
        try_to_open(&stage).await?;
        is_calm(&stage).await?;
        has_tried(&stage, times).await?;
        vouches_for_none_but(&stage, &before).await?;
        stage.open("").await?;
    }
    waits_at_the_lock(&stage, "built").await?;
    try_to_open(&stage).await?;
    stage.within("Also").sees(ENTRY).await?;
    stage.reload().await?;
    waits_at_the_lock(&stage, "built").await?;
    vouches_for_none_but(&stage, &before).await
}
