//! A kept file whose bytes are not those that were built.
use super::*;

/// Puts other bytes in place of the kept file whose name starts and ends like this.
async fn break_file(stage: &Stage, start: &str, end: &str, bytes: &str) -> Result<()> {
    let act = format!(
        "const found = await named({start:?}, {end:?});
        const {{ headers }} = await cache.match(found);
        await cache.put(found, new Response({bytes:?}, {{ headers }}));
        return true;"
    );
    ensure!(with_cache(stage, &act).await? == true);
    Ok(())
}

/// Waits until the kept file whose name starts and ends like this has more than a few bytes again.
async fn is_mended(stage: &Stage, start: &str, end: &str) -> Result<()> {
    let act = format!(
        "const found = await named({start:?}, {end:?});
        return (await (await cache.match(found)).text()).length > 100;"
    );
    stage
        .wait_until(&format!("{start}…{end} is mended"), async || {
            Ok(with_cache(stage, &act).await? == true)
        })
        .await
}

pub(crate) async fn a_broken_file_is_no_kept_file(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.is_ready_offline().await?;
    for bytes in ["", "<!doctype html>"] {
        stage.offline().await?;
        break_file(&stage, "support", ".txt", bytes).await?;
        look(&stage, NEEDS).await?;
        is_whole_again(&mut stage).await?;
        is_mended(&stage, "support", ".txt").await?;
    }
    // A screen that does not load has its part looked at.
    stage.online().await?;
    break_file(&stage, "later-", ".wasm", "\0asm").await?;
    stage.start().await?;
    stage.reload().await?;
    stage.open("#/more/kept").await?;
    stage.sees("This part could not be loaded.").await?;
    is_mended(&stage, "later-", ".wasm").await?;
    stage.tap("Try again").await?;
    stage.sees(WORKS).await
}

/// Each start after one that came to nothing is a try; the third works, whatever was broken. The worker hears
/// nothing of a page that has no script any more.
pub(crate) async fn a_start_that_came_to_nothing_mends_what_is_broken(
    engine: Engine,
) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    for (start, end) in [
        ("index", ".html"),
        ("start", ".js"),
        ("waymark-", ".js"),
        ("waymark-", ".wasm"),
    ] {
        stage.go_beside().await?;
        break_file(&stage, start, end, "").await?;
        for _ in 0..2 {
            stage.restart().await?;
            stage.open("").await?;
        }
        is_mended(&stage, start, end).await?;
        stage.offline().await?;
        stage.restart().await?;
        stage.start().await?;
        stage.within("Also").sees("A first thing").await?;
        stage.online().await?;
    }
    Ok(())
}
