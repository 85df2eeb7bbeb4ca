//! The few handles and bridges that the other modules share.

use js_sys::{Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventTarget, Window};

/// The window, where the program runs in one.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The `<html>` element.
pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}

/// A property that may be missing, empty or throw when read: `None` in all three cases.
pub(super) fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &JsValue::from_str(name))
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// A property of the navigator, under the same guard.
pub(super) fn navigator(name: &str) -> Option<JsValue> {
    get(&get(&window()?.into(), "navigator")?, name)
}

/// A closure as a JavaScript function. The browser frees it with the function, so nothing is kept here.
pub(super) fn function(act: Box<dyn FnMut(JsValue)>) -> js_sys::Function {
    // One signature for every callback of the crate: each further one costs its own glue.
    Closure::wrap(act).into_js_value().unchecked_into()
}

/// Calls `act` at every such event, for as long as the target lives.
pub(super) fn listen(target: &EventTarget, event: &str, act: impl FnMut(JsValue) + 'static) {
    let _ = target.add_event_listener_with_callback(event, &function(Box::new(act)));
}

/// A promise of the first of these events. It listens from now on and never rejects.
pub(super) fn first_event(target: &EventTarget, events: &[&str]) -> Promise {
    Promise::new(&mut |resolve, _| {
        for event in events {
            let _ = target.add_event_listener_with_callback(event, &resolve);
        }
    })
}

/// The type of the event that a [`first_event`] came to.
pub(super) async fn event_name(promise: Promise) -> String {
    JsFuture::from(promise)
        .await
        .map(|event| event.unchecked_into::<Event>().type_())
        .unwrap_or_default()
}
