//! Things of a list that can be dragged to another place, with what the browser itself has for that. Buttons do the
//! same for those who do not drag.

use super::dom::El;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::DragEvent;

/// The id of what is being dragged, shared by the things of one list.
pub type Dragged = Rc<RefCell<Option<String>>>;

/// Lets a thing be dragged, and others be dropped on it: `dropped` gets the id of what was dropped.
#[must_use]
pub fn sortable(thing: El, id: &str, dragged: &Dragged, dropped: impl Fn(&str) + 'static) -> El {
    let (own, starts, ends) = (id.to_owned(), Rc::clone(dragged), Rc::clone(dragged));
    let (over, drops) = (Rc::clone(dragged), Rc::clone(dragged));
    thing
        .attr("draggable", "true")
        .on("dragstart", move |event| {
            let event: &DragEvent = event.unchecked_ref();
            if let Some(data) = event.data_transfer() {
                data.set_effect_allowed("move");
                // Some browsers drag nothing that has no text; the person's words stay out of it.
                let _ = data.set_data("text/plain", "");
            }
            starts.replace(Some(own.clone()));
        })
        .on("dragend", move |_| {
            ends.take();
        })
        .on("dragover", move |event| {
            if over.borrow().is_some() {
                event.prevent_default();
            }
        })
        .on("drop", move |event| {
            event.prevent_default();
            if let Some(id) = drops.take() {
                dropped(&id);
            }
        })
}
