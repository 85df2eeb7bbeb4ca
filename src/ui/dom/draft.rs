//! What is typed into a form, as one text, and back into the form.

use super::{El, property};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};

/// Between names and values. Nobody types it.
const BETWEEN: char = '\u{1e}';

/// The name and the value of every field, in the order of the form.
#[must_use]
pub fn typed_in(form: &El) -> String {
    let mut text = String::new();
    for field in fields(form) {
        let value = value(&field);
        for part in [&*get(&field, "id"), &*get(&field, "name"), &*value] {
            text.push_str(part);
            text.push(BETWEEN);
        }
    }
    text
}

/// Puts back what [`typed_in`] took, field by field, as if it were typed anew. `rest` lets the page draw the fields that
/// an answer brings. It stops at a field that is another one now.
pub async fn fill_in(form: &El, text: &str, rest: impl AsyncFn()) {
    let mut parts = text.split(BETWEEN);
    let mut place = 0;
    while let (Some(id), Some(name), Some(typed)) = (parts.next(), parts.next(), parts.next()) {
        let fields = fields(form);
        let Some(field) = fields.get(place) else {
            return;
        };
        if get(field, "id") != id || get(field, "name") != name {
            return;
        }
        if value(field) != typed {
            type_into(field, typed);
            rest().await;
        }
        place += 1;
    }
}

fn type_into(field: &JsValue, typed: &str) {
    let node = field.unchecked_ref();
    if is_box(field) {
        property(node, "checked", &(!typed.is_empty()).into());
    } else {
        property(node, "value", &typed.into());
    }
    // What comes back must be in sight.
    let element: &Element = field.unchecked_ref();
    if let Ok(Some(folded)) = element.closest("details") {
        let _ = folded.set_attribute("open", "");
    }
    let target: &EventTarget = element;
    for kind in ["input", "change"] {
        if let Ok(event) = Event::new(kind) {
            let _ = target.dispatch_event(&event);
        }
    }
}

fn fields(form: &El) -> Vec<JsValue> {
    let fields = Reflect::get(&form.0, &"elements".into()).unwrap_or_default();
    Array::from(&fields).to_vec()
}

fn value(field: &JsValue) -> String {
    if !is_box(field) {
        return get(field, "value");
    }
    let checked = Reflect::get(field, &"checked".into()).unwrap_or_default();
    if checked.is_truthy() { "1" } else { "" }.to_owned()
}

/// Whether it is a checkbox or a radio button.
fn is_box(field: &JsValue) -> bool {
    let kind = get(field, "type");
    kind == "checkbox" || kind == "radio"
}

fn get(of: &JsValue, name: &str) -> String {
    let value = Reflect::get(of, &name.into()).unwrap_or_default();
    value.as_string().unwrap_or_default()
}
