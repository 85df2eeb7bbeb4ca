//! One idea, to hand on: as a link, as a code, or on a card. A person's own words go into a link only once they have seen
//! that they do.

use super::app;
use super::goals::goals;
use super::outcome::{beside, outcome};
use crate::content::text::{making, text};
use crate::domain::id::Id;
use crate::pages::idea_card::Offer;
use crate::pages::nowhere::nowhere;
use crate::route::Route;
use crate::state::device::focus_on_heading;
use crate::state::links::{Link, StarterGoal, write};
use crate::ui::dom::{El, group, live, nothing};
use crate::ui::heading::{button, heading, link, para, up};
use leptos::prelude::*;

/// The page of the idea with this id.
#[must_use]
pub fn share(id: &Id) -> El {
    let m = making();
    let journal = app().journal;
    let offer = journal.with_untracked(|journal| {
        Offer::find(journal, id).filter(|offer| journal.shows(offer.recovery))
    });
    let Some(offer) = offer else {
        return nowhere();
    };
    let goal = if offer.own {
        StarterGoal::Own {
            words: offer.words.clone(),
            ways: vec![offer.way],
            rhythm: None,
        }
    } else {
        StarterGoal::Bank(id.clone(), None)
    };
    let shown = goals(std::slice::from_ref(&goal));
    let written = write(&Link {
        goals: vec![goal],
        ..Link::default()
    });
    let carried = RwSignal::new(if offer.own {
        String::new()
    } else {
        written.clone()
    });
    let card = Id::parse("card").map(|card| Route::Handout(card, written.clone()).href());
    let ask = move || {
        if !carried.read().is_empty() {
            return nothing();
        }
        let written = written.clone();
        let make = move || {
            carried.set(written.clone());
            focus_on_heading();
        };
        group([para("hint", m.own_idea), button("big", m.make_link, make)])
    };
    let made = live(move || {
        if carried.read().is_empty() {
            return nothing();
        }
        let card = card
            .as_ref()
            .map_or_else(nothing, |card| beside(link("pill wide", card, m.card)));
        group([outcome(carried, false), card])
    });
    group([
        up(&Route::Ideas(Some(offer.way)).href(), text().ideas),
        heading(m.share_idea),
        para("", m.all_in_it),
        shown,
        live(ask),
        made,
    ])
}
