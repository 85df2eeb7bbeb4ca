//! Parts of the page that are drawn anew: when signals change, or when they are told to.

use super::{El, follow, group, nothing, words};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

/// A part of the page that is drawn anew whenever a signal that it reads has changed.
#[must_use]
pub fn live(draw: impl Fn() -> El + 'static) -> El {
    live_boxed(Box::new(draw))
}

fn live_boxed(draw: Box<dyn Fn() -> El>) -> El {
    let (start, end) = (words(""), words(""));
    let part = group([start.clone(), end.clone()]);
    follow(move || fill(&start, &end, &draw()));
    part
}

/// A part of the page that shows what it is given, such as the answer to a question to the device.
#[derive(Clone)]
pub struct Slot {
    start: El,
    end: El,
    owner: Owner,
    /// Is there as long as the page is.
    page: StoredValue<()>,
}

/// A slot, and the part of the page that it fills: nothing at first.
#[must_use]
pub fn slot() -> (Slot, El) {
    let (start, end) = (words(""), words(""));
    let part = group([start.clone(), end.clone()]);
    let owner = Owner::current().unwrap_or_default().child();
    // Its signals live as long as the page, though nobody else may hold the slot any more.
    let kept = owner.clone();
    on_cleanup(move || drop(kept));
    let page = StoredValue::new(());
    let slot = Slot {
        start,
        end,
        owner,
        page,
    };
    (slot, part)
}

impl Slot {
    /// Draws something in place of what is there; nothing when the page has gone meanwhile, and with it all that a
    /// drawing could use.
    pub fn show(&self, draw: impl FnOnce() -> El) {
        if self.page.try_get_value().is_none() {
            return;
        }
        self.owner.cleanup();
        let new = self.owner.with(|| untrack(draw));
        fill(&self.start, &self.end, &new);
    }

    /// Takes away what is there.
    pub fn clear(&self) {
        self.show(nothing);
    }
}

/// Puts `new` between two marks in place of what is there.
fn fill(start: &El, end: &El, new: &El) {
    let Some(parent) = end.0.parent_node() else {
        return;
    };
    while let Some(old) = start.0.next_sibling()
        && old != end.0
    {
        let _ = parent.remove_child(&old);
    }
    let _ = parent.insert_before(&new.0, Some(&end.0));
}
