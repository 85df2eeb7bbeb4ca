//! The files that are kept for use without a network, some or all of which a browser may clear, or break. "It works with
//! no network" is said while it is true, and what is gone comes again as soon as it can be had.
mod broken;
mod locked;

use anyhow::{Result, ensure};
use broken::{a_broken_file_is_no_kept_file, a_start_that_came_to_nothing_mends_what_is_broken};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Stage};
use locked::a_locked_diary_needs_its_tools;

journeys::on_every_engine! {
    a_file_that_is_gone_is_told_and_comes_again
    all_files_gone_come_again
    a_part_that_is_gone_comes_again_as_it_is_used
    a_broken_file_is_no_kept_file
    a_start_that_came_to_nothing_mends_what_is_broken
    a_locked_diary_needs_its_tools
}

const WORKS: &str = "It works with no network.";
const NEEDS: &str = "It still needs a network.";

/// Does something with the cache of the app, of which there is one, called `cache`.
async fn with_cache(stage: &Stage, act: &str) -> Result<serde_json::Value> {
    let act = format!(
        "(async () => {{
            const name = (await caches.keys()).find(name => name.startsWith('wm:'));
            const cache = await caches.open(name);
            const named = async (start, end) => (await cache.keys()).find(({{ url }}) => {{
                const name = url.split('/').pop();
                return name.startsWith(start) && name.endsWith(end);
            }});
            const count = async () => (await cache.keys()).length;
            {act}
        }})()"
    );
    stage.evaluate(&act).await
}

/// Takes the first file out of the cache whose name starts like this.
async fn lose(stage: &Stage, start: &str) -> Result<()> {
    let act = format!("return cache.delete((await named({start:?}, '')) ?? 'none');");
    ensure!(with_cache(stage, &act).await? == true, "no {start} is kept");
    Ok(())
}

/// Waits until a file whose name starts like this is kept.
async fn is_kept(stage: &Stage, start: &str) -> Result<()> {
    let act = format!("return !!(await named({start:?}, ''));");
    stage
        .wait_until(&format!("{start} is kept"), async || {
            Ok(with_cache(stage, &act).await? == true)
        })
        .await
}

/// Looks afresh at what is said of the network, in the page that is open.
async fn look(stage: &Stage, said: &str) -> Result<()> {
    stage.open("#/more").await?;
    stage.heading("More").await?;
    stage.open("#/more/kept").await?;
    stage.sees(said).await?;
    let other = if said == WORKS { NEEDS } else { WORKS };
    stage.does_not_see(other).await
}

/// With the network back: the next start fetches what is gone, and the one after it needs no network.
async fn is_whole_again(stage: &mut Stage) -> Result<()> {
    stage.online().await?;
    stage.reload().await?;
    stage.sees(WORKS).await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/more/kept").await?;
    stage.sees(WORKS).await
}

async fn a_file_that_is_gone_is_told_and_comes_again(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    for file in [
        "index.html",
        "waymark-",
        "later-",
        "rescue.html",
        "support.txt",
    ] {
        stage.offline().await?;
        lose(&stage, file).await?;
        look(&stage, NEEDS).await?;
        is_whole_again(&mut stage).await?;
        is_kept(&stage, file).await?;
        look(&stage, WORKS).await?;
    }
    // A start alone mends it, too: nobody has to look.
    lose(&stage, "support.txt").await?;
    stage.online().await?;
    stage.restart().await?;
    stage.start().await?;
    is_kept(&stage, "support.txt").await?;
    // And then a later visit asks for nothing.
    stage.restart().await?;
    let before = stage.server().requests().len();
    stage.start().await?;
    look(&stage, WORKS).await?;
    let requests = stage.server().requests();
    let mut asked = requests[before..].iter();
    let asked = asked
        .find(|request| !request.path.ends_with("/sw.js") && request.destination != "document");
    ensure!(asked.is_none(), "{asked:?}");
    stage.online().await
}

async fn all_files_gone_come_again(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    let gone = "caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))).then(() => true)";
    stage.evaluate(gone).await?;
    look(&stage, NEEDS).await?;
    is_whole_again(&mut stage).await?;
    stage.start().await?;
    stage.within("Also").sees("A first thing").await
}

async fn a_part_that_is_gone_comes_again_as_it_is_used(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    stage.start().await?;
    stage.reload().await?;
    stage.is_started().await?;
    lose(&stage, "later-").await?;
    stage.open("#/more").await?;
    stage.heading("More").await?;
    is_kept(&stage, "later-").await?;
    stage.finish().await
}

/// What a host does that was changed, or is full, while something has to be fetched again.
#[tokio::test]
async fn what_is_not_the_file_that_was_built_is_not_kept() -> Result<()> {
    let built = Version::built()?;
    let host = Host::with(&built)?;
    let mut stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    let page = "<!doctype html><title>Sign in</title>".to_owned();
    host.deploy(&built.clone().rewrite("support.txt", |_| page)?)?;
    lose(&stage, "support.txt").await?;
    stage.reload().await?;
    stage.sees(NEEDS).await?;
    look(&stage, NEEDS).await?;
    let kept = "return !!(await named('support', '.txt'));";
    ensure!(
        with_cache(&stage, kept).await? == false,
        "a page is kept in place of the file"
    );
    host.deploy(&built)?;
    is_whole_again(&mut stage).await
}

/// The device has no room left once the page says so.
const FULL: &str = "const put = Cache.prototype.put;
Cache.prototype.put = async function (...what) {
  if (await caches.has('full')) throw new DOMException('no room', 'QuotaExceededError');
  return put.apply(this, what);
};
";

#[tokio::test]
async fn no_room_to_keep_a_file_again() -> Result<()> {
    let built = Version::built()?.rewrite("sw.js", |text| FULL.to_owned() + text.as_str())?;
    let host = Host::with(&built)?;
    let mut stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    stage
        .evaluate("caches.open('full').then(() => true)")
        .await?;
    lose(&stage, "support.txt").await?;
    lose(&stage, "later-").await?;
    let others = with_cache(&stage, "return count();").await?;
    stage.reload().await?;
    stage.sees(NEEDS).await?;
    stage.start().await?;
    stage.reload().await?;
    stage.within("Also").sees("A first thing").await?;
    let left = with_cache(&stage, "return count();").await?;
    ensure!(left == others, "{left} files are kept of {others}");
    stage.evaluate("caches.delete('full')").await?;
    look(&stage, WORKS).await?;
    is_whole_again(&mut stage).await
}
