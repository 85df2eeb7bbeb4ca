//! The weekly review, on the day of the week that the person chose for it.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::review::Review;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::focus_on_heading;
use crate::ui::dom::{El, el, live, nothing, steady};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;

/// The offer; gone once the review of this week is done, or not wanted.
#[must_use]
pub(super) fn review_offer(today: Day) -> El {
    let app = app();
    let t = text();
    let is_due = steady(move || {
        app.loaded.get()
            && app.journal.with(|journal| {
                let settings = journal.settings();
                let week = today.week_start(settings.week_starts);
                settings.review_day == today.weekday()
                    && !journal.review(week).is_some_and(|review| review.done)
            })
    });
    let not_now = move || {
        let outcome = app.journal.with_untracked(|journal| {
            let week = today.week_start(journal.settings().week_starts);
            let kept = journal.review(week).cloned().unwrap_or_default();
            journal.write_review(week, &Review { done: true, ..kept }, today)
        });
        let _ = app.keep(outcome, t.not_now);
        focus_on_heading();
    };
    live(move || {
        if !is_due.get() {
            return nothing();
        }
        el("section").class("card pad").with([
            el("h2").say(t.review_offer),
            para("", t.review_offer_words),
            el("div").class("actions").with([
                link("pill strong", &Route::Review(today).href(), t.start),
                button("plain", t.not_now, not_now),
            ]),
        ])
    })
}
