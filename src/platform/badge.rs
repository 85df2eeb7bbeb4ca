//! A dot on the icon of the installed app, where the browser has one (Badging API of the W3C).

use super::browser::{get, navigator, window};
use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Whether this browser can show one.
#[must_use]
pub fn is_there() -> bool {
    navigator("setAppBadge").is_some()
}

/// Shows the dot, or takes it away. A browser that refuses is left alone: nothing depends on it.
pub fn show(on: bool) {
    let name = if on { "setAppBadge" } else { "clearAppBadge" };
    let shown = navigator(name).and_then(|method| {
        let navigator = get(&window()?.into(), "navigator")?;
        let method: &Function = method.dyn_ref()?;
        method.call0(&navigator).ok()?.dyn_into::<Promise>().ok()
    });
    if let Some(shown) = shown {
        spawn_local(async move {
            let _ = JsFuture::from(shown).await;
        });
    }
}
