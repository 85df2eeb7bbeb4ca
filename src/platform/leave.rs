//! Whether the person has left. `start.js` does the leaving; the app only has to know.

use super::browser::{document, listen, root};

/// Whether the page is covered and must show nothing of the person's.
#[must_use]
pub fn covered() -> bool {
    root().is_some_and(|root| root.has_attribute("data-left"))
}

/// Calls `act` at once when the person leaves, after the page is covered. `start.js` says so.
pub fn on_leave(act: impl Fn() + 'static) {
    if let Some(document) = document() {
        listen(&document, "left", move |_| act());
    }
}
