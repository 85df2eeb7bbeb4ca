//! An update cannot lock anyone out: after each bad deploy what was stored is there, at the latest at the third open.
use anyhow::{Result, ensure};
use journeys::deploy::{Host, RELEASE, Version};
use journeys::{Stage, dist};
use std::fs;
use std::path::Path;

const ENTRY: &str = "A first thing";
const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

/// A program that traps as soon as it is there: WebAssembly whose start is `unreachable`.
const TRAPS: &str = "WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1,
    0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]));";

/// Makes the program panic when it opens the working copy, but only once there is something in it: the second
/// look at `localStorage`, which it holds for certain, finds none.
const PANICS_ON_DATA: &str = "{ const real = localStorage; let looks = 0;
    if (Object.keys(real).some((key) => key.includes('/day/')))
        Object.defineProperty(self, 'localStorage', { get: () => (looks++ % 2 ? null : real) }); }\n";

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
    let kept = stage.vault().await?;
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
    ensure!(stage.vault().await? == kept, "a record was touched");
    stage.reload().await?;
    is_usable(&stage, "two").await?;
    stage.finish().await
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

#[tokio::test]
async fn a_form_keeps_its_text_while_a_new_version_comes() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    stage.type_into_new_goal("Half a goal").await?;
    stage.new_tab().await?;
    is_usable(&stage, "built").await?;
    take(&stage, &host, &next("two")?.stamped()?).await?;
    has_taken_over(&stage, "two").await?;
    stage.go_to_tab(0).await?;
    stage.holds("What will you do?", "Half a goal").await?;
    let shown = stage.evaluate(RELEASE).await?;
    ensure!(shown == "built", "the form's page was loaded anew");
    stage.tick("Give").await?;
    stage.tap("Save").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.sees("Half a goal").await?;
    let shown = stage.evaluate(RELEASE).await?;
    ensure!(shown == "two", "{shown}");
    stage.finish().await
}

#[tokio::test]
async fn an_old_page_cannot_vouch_for_a_new_version() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    stage.start().await?;
    stage.new_tab().await?;
    is_usable(&stage, "built").await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two.rewrite(&program, |_| TRAPS.to_owned())?.stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    stage.go_to_tab(0).await?;
    let again =
        "(root => { root.removeAttribute('data-booted'); root.setAttribute('data-booted', ''); })
        (document.documentElement)";
    stage.evaluate(again).await?;
    // The worker has heard it once it has answered what was asked after it.
    stage.evaluate("fetch('icon.svg').then(() => true)").await?;
    ensure!(versions(&stage).await? == 2, "the version before is gone");
    stage.open("").await?;
    is_calm(&stage).await?;
    is_usable(&stage, "built").await
}

#[tokio::test]
async fn a_covered_page_is_no_failed_start() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let mut stage = visited(&host).await?;
    stage.allow(NEUTRAL);
    stage.start().await?;
    let two = next("two")?;
    let program = two.program()?;
    let two = two.rewrite(&program, |_| TRAPS.to_owned())?.stamped()?;
    take(&stage, &host, &two).await?;
    is_calm(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(NEUTRAL).await?;
    for _ in 0..3 {
        stage.open("").await?;
        stage.reload().await?;
        stage.heading("This page is closed").await?;
    }
    stage.tap("Open").await?;
    is_calm(&stage).await?;
    is_usable(&stage, "built").await
}

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
                .evaluate("caches.match('sw.js?whole').then(found => !!found)")
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
