//! A greeting after a gap. How long it was is not said, and nothing is asked.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::pages::app;
use crate::route::Route;
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::heading::{link, para};
use leptos::prelude::*;

/// The greeting, when there is a gap before today. Like the offer of a copy it is settled as the page opens, so that
/// nothing moves under a finger that ticks a goal.
#[must_use]
pub(super) fn come_back(today: Day) -> El {
    let app = app();
    let t = text();
    live(move || {
        app.loaded.track();
        let is_back = app
            .journal
            .with_untracked(|journal| insight::came_back(journal, today));
        if !is_back {
            return nothing();
        }
        el("section").class("card pad").with([
            el("h2").say(t.came_back),
            para("", t.came_back_words),
            link("pill", &Route::Week(None).href(), t.look_back),
        ])
    })
}
