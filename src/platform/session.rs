//! What a tab remembers until it is closed, under the same prefix as everything else. `start.js` keeps its own there.

use super::browser::{get, window};
use super::storage::prefix;
use wasm_bindgen::JsCast;

fn store() -> Option<web_sys::Storage> {
    let store = get(&window()?.into(), "sessionStorage")?;
    Some(store.unchecked_into())
}

/// What is remembered by this name.
#[must_use]
pub fn read(name: &str) -> Option<String> {
    store()?
        .get_item(&[&prefix(), name].concat())
        .ok()
        .flatten()
}

/// Remembers something, or (`None`) forgets it. A browser that refuses forgets it with the page.
pub fn set(name: &str, text: Option<&str>) {
    let Some(store) = store() else {
        return;
    };
    let name = [&prefix(), name].concat();
    let _ = match text {
        Some(text) => store.set_item(&name, text),
        None => store.remove_item(&name),
    };
}

/// Forgets all of it.
pub fn forget_all() {
    let Some(store) = store() else {
        return;
    };
    let mut names = Vec::new();
    for place in 0..store.length().unwrap_or_default() {
        names.extend(store.key(place).ok().flatten());
    }
    for name in names {
        if name.starts_with(&prefix()) {
            let _ = store.remove_item(&name);
        }
    }
}
