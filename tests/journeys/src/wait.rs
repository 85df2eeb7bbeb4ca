//! Waiting for a condition, never for luck.
#![allow(
    clippy::disallowed_methods,
    reason = "a browser answers in real time; the app's own clock is no matter here"
)]

use anyhow::Result;
use std::time::{Duration, Instant};
use tokio::time::sleep;

const INTERVAL: Duration = Duration::from_millis(20);
/// How long to wait unless told otherwise.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Tries until it succeeds, or gives the last error when patience is at its end. Every error means
/// "not yet": while a page changes, elements vanish and scripts are cut short.
pub(crate) async fn until<T>(
    patience: Duration,
    mut attempt: impl AsyncFnMut() -> Result<T>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        match attempt().await {
            Err(_) if start.elapsed() < patience => sleep(INTERVAL).await,
            outcome => return outcome,
        }
    }
}
