//! What a person is proud of, among what they reached.

use super::timeline::to_milestone;
use crate::content::text::{keepsakes, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::ui::dom::{El, each, el, group, live, nothing};
use crate::ui::field::tick;
use crate::ui::heading::{heading, para, up};
use leptos::prelude::*;

/// The milestones that the person is proud of, newest first.
#[must_use]
pub fn proud() -> El {
    let k = keepsakes();
    let none = move || {
        if ids().is_empty() {
            para("soft", k.none_proud)
        } else {
            nothing()
        }
    };
    let item = |id: &str| {
        let link = Id::parse(id).map_or_else(nothing, |id| to_milestone(id, "row"));
        el("li").with([link])
    };
    group([
        up(&Route::Milestones.href(), text().milestones),
        heading(k.proud),
        live(none),
        el("ul")
            .class("card list")
            .hidden_when(|| ids().is_empty())
            .with([each(ids, item)]),
    ])
}

fn ids() -> Vec<String> {
    app().journal.with(|journal| {
        let milestones = journal.milestones().into_iter();
        milestones
            .filter(|(_, milestone)| milestone.proud)
            .map(|(id, _)| id.to_string())
            .collect()
    })
}

/// Whether the person is proud of a milestone, as a tick that is kept at once.
#[must_use]
pub(super) fn proud_tick(id: &Id) -> El {
    let app = app();
    let k = keepsakes();
    let (seen, id) = (id.clone(), id.clone());
    let is_proud = move || app.journal.with(|journal| is_in(journal, &seen));
    let toggle = move || {
        let (proud, outcome) = app.journal.with_untracked(|journal| {
            let proud = !is_in(journal, &id);
            (proud, journal.set_proud(&id, proud))
        });
        let said = if proud { k.proud_now } else { k.proud_no_more };
        if let Err(refusal) = app.keep(outcome, said) {
            app.say(&text().refusal(refusal));
        }
    };
    let tick = tick(is_proud, toggle);
    el("label")
        .class("card row proud")
        .with([el("span").say(k.proud_of_this), tick])
}

fn is_in(journal: &Journal, id: &Id) -> bool {
    journal.milestone(id).is_some_and(|found| found.proud)
}
