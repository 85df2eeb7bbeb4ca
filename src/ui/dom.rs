//! Drawing: elements are made at once, and the parts that change follow signals.
//!
//! Leptos' own `view!` gives every piece of a page a type of its own; measured on this app that was 270 kB of brotli
//! where this is under half (README, "Decisions"). Here every element has one type, so a screen costs its words.
//! Signals, effects, owners and context are Leptos'. There is no way to set HTML from text.

mod draft;
mod each;
mod part;

pub use draft::{fill_in, typed_in};
pub use each::each;
pub use part::{Slot, live, slot};

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event, Node};

/// An element, a text, or a group of them, ready to be put somewhere.
#[derive(Clone, Debug)]
pub struct El(Node);

#[allow(
    clippy::disallowed_methods,
    reason = "elements are made here and nowhere else"
)]
fn document() -> Document {
    leptos::prelude::document()
}

/// An element of HTML. A tag is one of ours, never what a person typed.
///
/// What stands in a field is written to the disk by browsers, to restore the tab, unless it says `off`: Firefox asks the
/// field itself, WebKit asks the form of a text area or a list. So each says it, and those two stand in a form
/// (`tests/journeys/tests/profile/`).
#[must_use]
pub fn el(tag: &'static str) -> El {
    let made = made(document().create_element(tag));
    match tag {
        "form" | "input" | "select" | "textarea" => made.attr("autocomplete", "off"),
        _ => made,
    }
}

/// An element of SVG.
#[must_use]
pub fn svg(tag: &'static str) -> El {
    made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag))
}

fn made(element: Result<Element, JsValue>) -> El {
    // Only a tag that is not a name fails, and ours are names.
    element.map_or_else(|_| nothing(), |element| El(element.into()))
}

/// A text.
#[must_use]
pub fn words(text: &str) -> El {
    El(document().create_text_node(text).into())
}

/// Several pieces in a row, without an element around them.
#[must_use]
pub fn group(pieces: impl IntoIterator<Item = El>) -> El {
    nothing().with(pieces)
}

/// No piece at all.
#[must_use]
pub fn nothing() -> El {
    El(document().create_document_fragment().into())
}

/// Runs now and after every change of a signal it reads, until the part of the page it belongs to goes.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

fn follow_boxed(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    StoredValue::new_local(effect);
}

/// A signal that changes only when what is worked out of other signals comes out otherwise. It does less than a memo,
/// whose machinery would cost 6 kB.
#[must_use]
pub fn steady<T: Default + PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + 'static,
) -> RwSignal<T> {
    let steady = RwSignal::new(T::default());
    follow(move || {
        let new = work_out();
        if *steady.read_untracked() != new {
            steady.set(new);
        }
    });
    steady
}

impl El {
    /// Puts pieces into it, after what is there.
    #[must_use]
    pub fn with(self, pieces: impl IntoIterator<Item = Self>) -> Self {
        for piece in pieces {
            piece.mount(&self.0);
        }
        self
    }

    /// Puts a text into it.
    #[must_use]
    pub fn say(self, text: &str) -> Self {
        let _ = self.0.append_child(&words(text).0);
        self
    }

    /// Puts a text into it that follows signals.
    #[must_use]
    pub fn say_live(self, text: impl Fn() -> String + 'static) -> Self {
        say_boxed(&self.0, Box::new(text));
        self
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// Sets its class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute that follows signals; `None` takes it away.
    #[must_use]
    pub fn attr_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        attr_boxed(self.0.clone(), name, Box::new(value));
        self
    }

    /// Hides it while this holds.
    #[must_use]
    pub fn hidden_when(self, hidden: impl Fn() -> bool + 'static) -> Self {
        property_boxed(self.0.clone(), "hidden", Box::new(hidden));
        self
    }

    /// Keeps a checkbox or radio button ticked while this holds.
    #[must_use]
    pub fn checked_when(self, checked: impl Fn() -> bool + 'static) -> Self {
        property_boxed(self.0.clone(), "checked", Box::new(checked));
        self
    }

    /// Keeps a field's value as the signal has it.
    #[must_use]
    pub fn value_from(self, value: RwSignal<String>) -> Self {
        let node = self.0.clone();
        follow(move || {
            let new = JsValue::from_str(&value.read());
            // Setting the same value again would move the cursor.
            if js_sys::Reflect::get(&node, &"value".into()).as_ref() != Ok(&new) {
                property(&node, "value", &new);
            }
        });
        self
    }

    /// Calls `act` at every such event, while the part of the page it belongs to is there.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Calls `act` at every tap, click or press of Enter.
    #[must_use]
    pub fn on_tap(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Calls `act` with a field's value at every letter.
    #[must_use]
    pub fn on_typed(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("input", move |event| {
            if let Some(value) = event.target().and_then(|target| value_of(&target)) {
                act(value);
            }
        })
    }

    /// Calls `act` with the value of a list once another choice is made in it.
    #[must_use]
    pub fn on_picked(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("change", move |event| {
            if let Some(value) = event.target().and_then(|target| value_of(&target)) {
                act(value);
            }
        })
    }

    /// Calls `act` when a form is sent. The browser itself does nothing.
    #[must_use]
    pub fn on_send(self, mut act: impl FnMut() + 'static) -> Self {
        // The browser's own check would stop the form in its own words, in place of ours.
        self.attr("novalidate", "").on("submit", move |event| {
            event.prevent_default();
            act();
        })
    }

    /// Puts it at the end of an element of the page.
    pub fn mount(self, parent: &Node) {
        let _ = parent.append_child(&self.0);
    }
}

// Each of these is made once, where a closure within a generic function would be made again for every caller.

fn say_boxed(node: &Node, text: Box<dyn Fn() -> String>) {
    let place = words("");
    place.clone().mount(node);
    follow(move || {
        let new = text();
        if place.0.text_content().as_deref() != Some(&new) {
            place.0.set_text_content(Some(&new));
        }
    });
}

fn attr_boxed(node: Node, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    follow(move || set(&node, name, value().as_deref()));
}

fn property_boxed(node: Node, name: &'static str, value: Box<dyn Fn() -> bool>) {
    follow(move || property(&node, name, &value().into()));
}

fn set(node: &Node, name: &'static str, value: Option<&str>) {
    let element: &Element = node.unchecked_ref();
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn property(node: &Node, name: &'static str, value: &JsValue) {
    let _ = js_sys::Reflect::set(node, &name.into(), value);
}

fn value_of(target: &JsValue) -> Option<String> {
    js_sys::Reflect::get(target, &"value".into())
        .ok()?
        .as_string()
}

fn listen(node: &Node, event: &'static str, mut act: Box<dyn FnMut(&Event)>) {
    // A browser may send a last event (such as a blur) to an element that is being taken away, when the signals
    // that the listener would use are gone.
    let alive = StoredValue::new(());
    let call = Closure::<dyn FnMut(Event)>::new(move |event| {
        if alive.try_get_value().is_some() {
            act(&event);
        }
    });
    let _ = node.add_event_listener_with_callback(event, call.into_js_value().unchecked_ref());
}
