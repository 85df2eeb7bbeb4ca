//! Advice about the browser the app runs in, where that may not keep what is noted. It can be closed for the visit.

use super::app;
use crate::content::text::text;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{Place, ask_for_persistence, focus_on_heading, page_address, place};
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A card, while there is something to say.
#[must_use]
pub(super) fn advice() -> El {
    let app = app();
    live(move || {
        if app.advice.get() {
            card(app)
        } else {
            nothing()
        }
    })
}

fn card(app: App) -> El {
    let t = text();
    let place = place();
    let asks = place == Place::Firefox;
    let (words, act) = match place {
        Place::InApp => (t.in_app_loses, nothing()),
        Place::Firefox => (
            t.firefox_asks,
            button("pill", t.ask_now, move || {
                close(app);
                spawn_local(ask_for_persistence());
            }),
        ),
        _ => (
            t.iphone_clears,
            link("pill", &Route::Moving.href(), t.moving),
        ),
    };
    let address = if place == Place::InApp {
        address()
    } else {
        nothing()
    };
    let later = button("plain", t.not_now, move || {
        close(app);
        if asks {
            app.put_off_asking();
        }
    });
    el("div").class("told").with([
        para("", words),
        address,
        el("div").class("actions").with([act, later]),
    ])
}

fn close(app: App) {
    app.advice.set(false);
    focus_on_heading();
}

/// The address of the app, to be copied: a tap selects it.
#[must_use]
pub(super) fn address() -> El {
    para("address", &page_address())
}
