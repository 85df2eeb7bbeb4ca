//! The weekly review, on the day of the week that the person chose for it.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::review::Review;
use crate::domain::settings::Settings;
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
                let review = journal.review_in(week(&settings, today));
                settings.review_day == today.weekday()
                    && !review.is_some_and(|(_, review)| review.done)
            })
    });
    let not_now = move || {
        let outcome = app.journal.with_untracked(|journal| {
            let week = week(&journal.settings(), today);
            let kept = journal.review_in(week);
            let first = kept.map_or(week[0], |(first, _)| first);
            let kept = kept.map(|(_, review)| review.clone()).unwrap_or_default();
            journal.write_review(first, &Review { done: true, ..kept }, today)
        });
        let _ = app.keep(outcome, t.not_now);
        focus_on_heading();
    };
    live(move || {
        if !is_due.get() {
            return nothing();
        }
        let settings = app.journal.with_untracked(Journal::settings);
        let start = Route::Review(week(&settings, today)[0]).href();
        el("section").class("card pad").with([
            el("h2").say(t.review_offer),
            para("", t.review_offer_words),
            el("div").class("actions").with([
                link("pill strong", &start, t.start),
                button("plain", t.not_now, not_now),
            ]),
        ])
    })
}

/// The week to look back over: at its beginning, the one that has just ended.
fn week(settings: &Settings, today: Day) -> [Day; 7] {
    today.before(3).week(settings.week_starts)
}
