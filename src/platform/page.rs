//! The place in `index.html` where the app is drawn.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::browser::{document, listen, root as html, window};

/// `#app`, with the first paint in it until the app has [`started`].
#[must_use]
pub fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// The app is there: the first paint and the words of a slow start go away.
pub fn started() {
    let waiting = document().and_then(|page| page.query_selector("#app > .waiting").ok()?);
    if let Some(waiting) = waiting {
        waiting.remove();
    }
    if let Some(html) = html() {
        let _ = html.set_attribute("data-started", "");
    }
}

/// The version that the build wrote into the page: 16 digits that go by all of its files. A debug build has none.
#[must_use]
pub fn version() -> Option<String> {
    let tag = document()?.query_selector("[data-version]").ok()??;
    let version = tag.get_attribute("data-version")?;
    (version != "none").then_some(version)
}

/// Opens the browser's own dialogue for printing the page. Where there is none, nothing happens.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The same, with another title until the dialogue is closed: a print and its file are named for it.
pub fn print_as(title: &str) {
    let Some((window, document)) = window().zip(document()) else {
        return;
    };
    let before = document.title();
    document.set_title(title);
    // Some browsers go on at once while the dialogue is open.
    listen(&window, "afterprint", {
        let (document, title) = (document.clone(), title.to_owned());
        move |_| {
            if document.title() == title {
                document.set_title(&before);
            }
        }
    });
    print();
}
