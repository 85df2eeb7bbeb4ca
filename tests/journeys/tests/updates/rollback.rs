//! Which version is served when the one that is there comes to nothing.
use super::*;
use serde_json::json;

/// Three versions of before, neither in the order of their marks nor against it, and the one that is there failed often.
const THREE_BEFORE: &str = "(async () => {
    const own = (await caches.keys()).find(name => name.startsWith('wm:'));
    const cache = await caches.open(own);
    const page = await cache.match('index.html');
    const text = await page.text();
    for (const [release, mark] of [['old', 1], ['newest', 3], ['older', 2]]) {
        const before = await caches.open(own + release);
        const named = text.replace('<title>', `<meta name=release content=${release}><title>`);
        await before.put('index.html', new Response(named, { headers: page.headers }));
        await before.put('sw.js?good', new Response(String(mark)));
    }
    await cache.delete('sw.js?good');
    await cache.put('sw.js?tries', new Response('9'));
})()";

#[tokio::test]
async fn the_newest_of_those_that_worked_is_served() -> Result<()> {
    let host = Host::with(&Version::built()?)?;
    let stage = visited(&host).await?;
    stage.evaluate(THREE_BEFORE).await?;
    ensure!(versions(&stage).await? == 4, "they are not there");
    is_usable(&stage, "newest").await?;
    // Its page says that it is the one that is there, all else of which it has: so that one works again.
    is_good(&stage).await?;
    let mark = "caches.match('sw.js?good').then(found => found.text())";
    let mark = stage.evaluate(mark).await?;
    ensure!(mark == json!("4"), "its mark is {mark}, not the highest");
    is_usable(&stage, "built").await?;
    stage.finish().await
}
