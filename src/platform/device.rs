//! What the app can know about the device it is on.

use super::browser::{navigator, window};

/// Whether the app was opened from the home screen or as an app of its own.
#[must_use]
pub fn is_installed() -> bool {
    let standalone = window()
        .and_then(|window| {
            window
                .match_media("(display-mode: standalone)")
                .ok()
                .flatten()
        })
        .is_some_and(|query| query.matches());
    // Safari on older phones says it in a way of its own.
    standalone || navigator("standalone").is_some_and(|value| value.is_truthy())
}

/// Whether the browser believes it has a network. `true` may be wrong; `false` is not.
#[must_use]
pub fn is_online() -> bool {
    navigator("onLine").is_none_or(|value| value.is_truthy())
}
