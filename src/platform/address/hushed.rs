//! An address that tells nothing: while a lock is on, the bar and the browser's history have the bare page only, and
//! which screen is open is known in here. Back and forward work until the page is loaded anew; then it is at its start.

use crate::platform::browser::{get, listen, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// How a screen follows another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Back returns from it.
    New,
    /// Back skips the one before.
    InPlace,
    /// The same, and the page stays as it is drawn.
    Unseen,
}

thread_local! {
    /// The screens of this page, in the order they were opened; none while the address speaks.
    static PAGES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// Which of them is open.
    static AT: Cell<usize> = const { Cell::new(0) };
    static TOLD: RefCell<Vec<Rc<dyn Fn()>>> = const { RefCell::new(Vec::new()) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// What would stand after `#`.
pub(super) fn page() -> Option<String> {
    PAGES.with_borrow(|pages| pages.get(AT.get()).cloned())
}

/// Is told of every turn.
pub(super) fn tell(act: &Rc<dyn Fn()>) {
    TOLD.with_borrow_mut(|told| told.push(Rc::clone(act)));
}

fn changed() {
    // Cloned, because one that is told may turn again.
    for act in TOLD.with_borrow(Clone::clone) {
        act();
    }
}

/// Turns to a screen. Whether the address is hushed; if not, nothing was done.
pub(super) fn turn_to(hash: &str, turn: Turn) -> bool {
    let done = PAGES.with_borrow_mut(|pages| {
        if pages.is_empty() {
            return false;
        }
        let at = AT.get() + usize::from(turn == Turn::New);
        pages.truncate(at);
        pages.push(hash.to_owned());
        AT.set(at);
        true
    });
    if done {
        note(turn == Turn::New);
        if turn != Turn::Unseen {
            changed();
        }
    }
    done
}

/// Writes the place of the open screen into the history, with the bare address.
fn note(is_new: bool) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    #[allow(clippy::cast_precision_loss, reason = "nobody opens that many screens")]
    let at = JsValue::from_f64(AT.get() as f64);
    // Too many changes in a short time are refused: then Back skips one.
    let _ = if is_new {
        history.push_state_with_url(&at, "", Some("./"))
    } else {
        history.replace_state_with_url(&at, "", Some("./"))
    };
}

/// From now on the address is bare.
pub fn hush() {
    let here = super::hash();
    if page().is_some() {
        return;
    }
    PAGES.with_borrow_mut(|pages| pages.push(here));
    AT.set(0);
    note(false);
    if !LISTENS.replace(true) {
        follow_taps();
        follow_history();
    }
}

/// The address tells again which screen is open.
pub fn speak() {
    let Some(here) = page() else {
        return;
    };
    PAGES.with_borrow_mut(Vec::clear);
    super::cover(&here);
}

/// A link to another screen is followed in here: the browser would write it down.
fn follow_taps() {
    let Some(window) = window() else {
        return;
    };
    listen(&window, "click", |event| {
        let event: &Event = event.unchecked_ref();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
        let href = link.and_then(|link| link.get_attribute("href"));
        if let Some(href) = href
            && page().is_some()
            && !event.default_prevented()
        {
            event.prevent_default();
            turn_to(&super::decoded(href.trim_start_matches('#')), Turn::New);
        }
    });
}

fn follow_history() {
    let Some(window) = window() else {
        return;
    };
    listen(&window, "popstate", |event| {
        if page().is_none() {
            return;
        }
        let typed = super::shown_hash();
        if !typed.is_empty() {
            // Somebody wrote it into the bar, or opened a link in this tab.
            turn_to(&typed, Turn::New);
            return;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place of the list, written by `note`"
        )]
        let at = get(&event, "state")
            .and_then(|state| state.as_f64())
            .unwrap_or_default() as usize;
        AT.set(at.min(PAGES.with_borrow(Vec::len).saturating_sub(1)));
        changed();
    });
}
