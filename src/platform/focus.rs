//! Where a person is: keyboard focus, scroll position and the page's title.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

use super::browser::{document, function, root, window};

/// After the next frame, scrolls to the top and focuses the page's heading, so that a screen reader
/// says where it is.
pub fn focus_heading() {
    after_next_frame(|| {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus_first("h1[tabindex='-1']");
    });
}

/// After the next frame, focuses the element of this id and brings it into view.
pub fn focus(id: &str) {
    let id = id.to_owned();
    after_next_frame(move || {
        let element = document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Sets the page's title, which anyone who looks over a shoulder can read. While the page is covered it has another one,
/// and `start.js` sets this one when it is opened.
pub fn set_title(title: &str) {
    match root() {
        Some(root) if root.has_attribute("data-left") || root.has_attribute("data-shut") => {}
        Some(root) if root.has_attribute("data-veil") => {
            let _ = root.set_attribute("data-title", title);
        }
        _ => {
            if let Some(document) = document() {
                document.set_title(title);
            }
        }
    }
}

fn focus_first(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element
            .unchecked_into::<HtmlElement>()
            .focus_with_options(&options);
    }
}

fn after_next_frame(act: impl Fn() + 'static) {
    let call = function(Box::new(move |_: JsValue| act()));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(&call);
    }
}
