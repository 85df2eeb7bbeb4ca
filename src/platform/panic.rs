//! What happens when the program stops: a calm page, never a blank one.

use wasm_bindgen::JsValue;

use super::browser::root;

/// From now on a panic writes to the console and marks `<html>` with `data-stopped`, at which the
/// static part of the page shows itself. It needs nothing of the program any more.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        if let Some(root) = root() {
            let _ = root.set_attribute("data-stopped", "");
        }
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}
