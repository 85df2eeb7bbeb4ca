//! The two buttons that move a thing of a list up and down by one place.

use crate::content::text::{fill, keepsakes};
use crate::state::device::focus_on;
use crate::ui::dom::{El, el};
use crate::ui::heading::button;
use leptos::prelude::*;
use std::rc::Rc;

/// Moves the one with this id up, or down.
pub(super) type Shift = Rc<dyn Fn(&str, bool)>;

/// A list that a person puts in order.
#[derive(Clone)]
pub(super) struct Arranged {
    /// The ids of what is in it, in order.
    pub(super) ids: Rc<dyn Fn() -> Vec<String>>,
    /// What its buttons do.
    pub(super) shift: Shift,
    /// What a screen reader is told.
    pub(super) said: RwSignal<String>,
}

impl Arranged {
    /// Where it is said what was moved.
    pub(super) fn status(&self) -> El {
        let said = self.said;
        el("p")
            .class("unseen")
            .attr("role", "status")
            .say_live(move || said.get())
    }

    /// The buttons of one thing of the list.
    pub(super) fn movers(&self, id: &str, name: &str) -> El {
        el("div")
            .class("by-one")
            .with([self.mover(id, name, true), self.mover(id, name, false)])
    }

    /// Says where a thing has come to.
    pub(super) fn say_place(&self, id: &str, name: &str) {
        let place = untrack(|| (self.ids)())
            .iter()
            .position(|other| other == id);
        let place = place.map_or(0, |place| place + 1).to_string();
        self.said.set(fill(keepsakes().moved, &[name, &place]));
    }

    /// A button that moves it by one place. It keeps the focus, also at the end of the list, where it does nothing.
    fn mover(&self, id: &str, name: &str, up: bool) -> El {
        let k = keepsakes();
        let (word, label) = if up {
            (k.move_up, k.move_up_name)
        } else {
            (k.move_down, k.move_down_name)
        };
        let button_id = [if up { "up-" } else { "down-" }, id].concat();
        let (ids, own) = (Rc::clone(&self.ids), id.to_owned());
        let at_the_end = move || {
            let ids = ids();
            let end = if up { ids.first() } else { ids.last() };
            end.is_some_and(|end| *end == own)
        };
        let (list, id, focus) = (self.clone(), id.to_owned(), button_id.clone());
        let (is_last, said_name) = (at_the_end.clone(), name.to_owned());
        let act = move || {
            if untrack(&is_last) {
                return;
            }
            (list.shift)(&id, up);
            list.say_place(&id, &said_name);
            // Moving an element takes the focus away from it.
            focus_on(&focus);
        };
        button("pill", word, act)
            .attr("id", &button_id)
            .attr("aria-label", &fill(label, &[name]))
            .attr_live("aria-disabled", move || {
                at_the_end().then(|| "true".to_owned())
            })
    }
}
