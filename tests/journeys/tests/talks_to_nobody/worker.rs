//! What a script that got into the worker could still do. A page's `<meta>` does not reach it: headers alone do.
use crate::other::Other;
use anyhow::{Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Engine, Stage};

/// Asks another place when it is told to, and says what came of it.
const REACH: &str = "
self.addEventListener('message', ({ data, source }) => {
  if (data.reach) fetch(data.reach, { mode: 'no-cors' })
    .then(() => 'reached', () => 'stopped')
    .then((said) => source.postMessage(said));
});
";

pub(crate) async fn headers_hold_the_worker_too(engine: Engine) -> Result<()> {
    let built = Version::built()?.rewrite("sw.js", |text| text + REACH)?;
    let bare = built.clone().without("_headers");
    for (version, expected) in [(built, "stopped"), (bare, "reached")] {
        let host = Host::with(&version)?;
        let stage = Stage::serving_on(engine, host.folder()).await?;
        let other = Other::start()?;
        stage.start().await?;
        stage.is_ready_offline().await?;
        let ask = format!(
            "new Promise((done) => {{
                navigator.serviceWorker.onmessage = ({{ data }}) => done(data);
                navigator.serviceWorker.controller.postMessage({{ reach: {:?} }});
            }})",
            format!("{}/words", other.origin())
        );
        let said = stage.evaluate(&ask).await?;
        ensure!(said == expected, "it {said}, and should be {expected}");
        let arrived = usize::from(expected == "reached");
        ensure!(other.seen().len() == arrived, "{:?}", other.seen());
    }
    Ok(())
}
