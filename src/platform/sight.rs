//! Whether the page is in sight and in use, and covering it. `start.js` has the cover, and what is on it.

use super::browser::{document, listen, root};

/// Covers the page at once, until it is loaded anew.
pub fn cover() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-shut", "");
    }
}

/// Takes that back.
pub fn uncover() {
    if let Some(root) = root() {
        let _ = root.remove_attribute("data-shut");
    }
}

/// Calls `act` whenever the page gets out of sight.
pub fn on_hidden(act: impl Fn() + 'static) {
    if let Some(page) = document() {
        let document = page.clone();
        listen(&page, "visibilitychange", move |_| {
            if document.hidden() {
                act();
            }
        });
    }
}

/// Calls `act` at every tap and key.
pub fn on_use(act: impl Fn() + Clone + 'static) {
    if let Some(document) = document() {
        for event in ["pointerdown", "keydown"] {
            let act = act.clone();
            listen(&document, event, move |_| act());
        }
    }
}
