//! From a resource to its ideas and its milestones, one tap away.

use super::resource_name;
use crate::content::ideas::{Idea, ideas, shuffled};
use crate::content::milestones::groups_of;
use crate::content::text::{checkups, text};
use crate::domain::checkup::Resource;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::settings::Settings;
use crate::pages::app;
use crate::pages::idea_card::{Offer, idea_card};
use crate::pages::milestones::{is_hidden, with_bank};
use crate::route::Route;
use crate::state::device::seed;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::heading::{button, heading, row_link, up};
use leptos::prelude::*;

/// How many ideas show at a time.
const AT_A_TIME: usize = 3;

/// Ideas and milestones of a resource, by its name.
#[must_use]
pub fn resource(name: &Id) -> El {
    match Resource::from_name(name.as_str()) {
        Some(resource) => with_bank(move || page(resource)),
        None => crate::pages::nowhere::nowhere(),
    }
}

fn page(resource: Resource) -> El {
    let settings = app().journal.with_untracked(Journal::settings);
    group([
        up(&Route::CheckUps.href(), checkups().title),
        heading(resource_name(resource)),
        some_ideas(fitting(resource, &settings)),
        milestones(resource, &settings),
    ])
}

/// The ideas of a resource that may be shown.
fn fitting(resource: Resource, settings: &Settings) -> Vec<&'static Idea> {
    let mut found = Vec::new();
    for idea in ideas() {
        let shown = settings.recovery || !idea.is_recovery();
        if idea.resource == Some(resource) && shown {
            found.push(idea);
        }
    }
    shuffled(found, seed())
}

fn some_ideas(found: Vec<&'static Idea>) -> El {
    let t = text();
    if found.is_empty() {
        return nothing();
    }
    let round = RwSignal::new(0_usize);
    let more = if found.len() > AT_A_TIME {
        button("pill wide", t.show_three_more, move || {
            round.set(round.get_untracked() + 1);
        })
    } else {
        nothing()
    };
    let some = live(move || {
        let first = round.get() * AT_A_TIME;
        let mut cards = Vec::new();
        for place in 0..AT_A_TIME.min(found.len()) {
            let idea = found[(first + place) % found.len()];
            cards.push(untrack(|| idea_card(Offer::from(idea))));
        }
        group(cards)
    });
    group([
        el("h2").say(t.ideas),
        el("ul").class("ideas").with([some]),
        more,
    ])
}

fn milestones(resource: Resource, settings: &Settings) -> El {
    let mut rows = Vec::new();
    for group in groups_of(resource) {
        let shown = settings.recovery || !group.recovery;
        if shown
            && !is_hidden(settings, group.id)
            && let Some(id) = Id::parse(group.id)
        {
            rows.push(row_link(&Route::Group(id).href(), group.title, ""));
        }
    }
    if rows.is_empty() {
        return nothing();
    }
    el("section")
        .class("card")
        .with([el("h2").class("card-title").say(text().milestones)])
        .with(rows)
}
