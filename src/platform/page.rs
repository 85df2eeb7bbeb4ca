//! The place in `index.html` where the app is drawn.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::browser::{document, root as html};

/// `#app`, emptied of the first paint.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    let root = document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    root.dyn_into().ok()
}

/// Says to the style sheets that the app is there: the words of a slow start go away.
pub fn started() {
    if let Some(html) = html() {
        let _ = html.set_attribute("data-started", "");
    }
}
