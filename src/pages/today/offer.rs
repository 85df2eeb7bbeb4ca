//! A quiet offer to keep a copy.

use crate::content::text::text;
use crate::pages::app;
use crate::pages::more::save_button;
use crate::state::device::focus_on_heading;
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::heading::{button, para};
use leptos::prelude::*;

/// The offer, when it is time for one. That is settled as the page opens (and again once everything has been read), so
/// that nothing moves under a finger and no tap waits for it.
#[must_use]
pub(super) fn offer() -> El {
    let app = app();
    let t = text();
    let open = RwSignal::new(true);
    let not_now = move || {
        app.put_off_copy();
        open.set(false);
        focus_on_heading();
    };
    live(move || {
        app.loaded.track();
        if !open.get() || !app.is_copy_due() {
            return nothing();
        }
        el("section").class("card pad").with([
            el("h2").say(t.offer_title),
            para("", t.offer_words),
            para("hint", t.copy_warning),
            save_button(open).with([button("plain", t.not_now, not_now)]),
        ])
    })
}
