//! Whether the person has left. `start.js` does the leaving; the app only has to know.

use super::browser::root;

/// Whether the page is covered and must show nothing of the person's.
#[must_use]
pub fn covered() -> bool {
    root().is_some_and(|root| root.has_attribute("data-left"))
}
