//! The first visit: three ideas, not a form. Something is noted in two taps, with no question asked.

use crate::content::ideas::{Filter, Tag, Tags, matching, shuffled};
use crate::content::text::text;
use crate::domain::way::Way;
use crate::pages::advice::advice;
use crate::pages::app;
use crate::pages::idea_card::{Offer, idea_card};
use crate::route::Route;
use crate::state::device::seed;
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, heading, link, para};
use leptos::prelude::*;

/// Ideas that anyone can do in five minutes, three at a time, each of another Way.
#[must_use]
pub(super) fn first_visit() -> El {
    let t = text();
    let today = app().today.get_untracked();
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let three = live(move || group(three_of(shuffle, round.get())));
    group([
        heading(t.first_title),
        para("soft", t.first_words),
        advice(),
        el("ul").class("ideas").with([three]),
        button("pill wide", t.show_three_more, move || {
            round.set(round.get_untracked() + 1);
        }),
        link("big", &Route::Log(today, None).href(), t.i_did_something),
        el("div").class("say").with([
            bloom([false; 5], false),
            el("p").with([el("small").say(t.five_petals)]),
        ]),
        link("plain", &Route::Demo(None).href(), t.demo),
    ])
}

fn three_of(seed: u32, round: usize) -> Vec<El> {
    let easy = |way: Way| {
        let filter = Filter {
            way: Some(way),
            tags: Tags::of(&[Tag::NoPhone, Tag::NoFixedHome, Tag::FiveMinutes]),
            free_only: true,
            ..Filter::default()
        };
        shuffled(matching(&filter), seed)
    };
    let mut cards = Vec::new();
    for place in 0..3 {
        let turn = round * 3 + place + seed as usize % 5;
        let ideas = easy(Way::ALL[turn % 5]);
        if let Some(idea) = ideas.get((turn / 5) % ideas.len().max(1)) {
            cards.push(idea_card(Offer::from(*idea)));
        }
    }
    cards
}
