//! A quiet offer of a check-up, when its time has come.

use crate::content::text::text;
use crate::domain::checkup::offered_from;
use crate::domain::day::Day;
use crate::domain::insight::came_back;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::focus_on_heading;
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;

/// The offer, while there is nothing else to offer. As that of a copy, it is settled as the page opens.
#[must_use]
pub(super) fn checkup_offer(today: Day) -> El {
    let app = app();
    let t = text();
    let open = RwSignal::new(true);
    let not_now = move || {
        app.set(|settings| settings.checkup_put_off = Some(today));
        open.set(false);
        focus_on_heading();
    };
    live(move || {
        app.loaded.track();
        if !open.get() || app.is_read_only() || app.is_copy_due() || !is_due(today) {
            return nothing();
        }
        let start = Route::CheckUp(today, 1).href();
        el("section").class("card pad").with([
            el("h2").say(t.checkup_offer),
            para("", t.checkup_offer_words),
            el("div").class("actions").with([
                link("pill strong", &start, t.start),
                button("plain", t.not_now, not_now),
            ]),
        ])
    })
}

fn is_due(today: Day) -> bool {
    app().journal.with_untracked(|journal| {
        // Who has just come back is greeted, and asked nothing.
        if came_back(journal, today) {
            return false;
        }
        let last = journal.checkups().last().map(|(day, _)| *day);
        let from = offered_from(journal.first_day(), last, &journal.settings());
        from.is_some_and(|from| from <= today)
    })
}
