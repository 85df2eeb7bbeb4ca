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

/// Calls `act` when "Open" is tapped on the page that [`cover`] covered.
pub fn on_open(act: impl Fn() + 'static) {
    let Some(document) = document() else {
        return;
    };
    if let Some(open) = document.get_element_by_id("open") {
        listen(&open, "click", move |_| {
            if root().is_some_and(|root| root.has_attribute("data-shut")) {
                act();
            }
        });
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
