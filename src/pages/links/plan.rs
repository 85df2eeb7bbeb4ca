//! Goals that two people choose together on the worker's screen, to go to the person's own phone.

use super::app;
use super::outcome::outcome;
use super::slots::Slots;
use crate::content::text::{looking_back, making};
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::links::{Link, PLAN_GOALS, read, write};
use crate::ui::dom::{El, el, follow, group};
use crate::ui::heading::{heading, para, up};
use leptos::prelude::*;

/// The page.
#[must_use]
pub fn plan() -> El {
    let m = making();
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let goals = Slots::new(1, PLAN_GOALS, RwSignal::new(recovery));
    let carried = RwSignal::new(String::new());
    follow(move || {
        let written = write(&Link {
            goals: goals.read(),
            ..Link::default()
        });
        let is_well = read(&written).is_ok();
        carried.set(if is_well { written } else { String::new() });
    });
    let form = el("form")
        .on_send(|| {})
        .on("change", move |_| goals.judge())
        .with([goals.draw()]);
    group([
        up(&Route::Together(true).href(), looking_back().together_plan),
        heading(m.plan),
        para("", m.plan_words),
        para("hint", m.plan_hint),
        form,
        outcome(carried, false),
    ])
}
