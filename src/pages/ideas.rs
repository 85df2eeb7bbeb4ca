//! Ideas, three at a time, for what a person can do today; and their own.

use super::app;
use super::idea_card::{Offer, idea_card};
use super::safety::nobody_is_watching;
use crate::content::ideas::{Filter, Tag, Tags, matching, shuffled};
use crate::content::text::{Text, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device::{random, seed};
use crate::ui::dom::{El, each, el, group, live, nothing};
use crate::ui::field::{About, choices, line, word_chip};
use crate::ui::heading::{button, details, heading, link, para, send, up};
use leptos::prelude::*;

/// The ideas, perhaps of one Way.
#[must_use]
pub fn ideas(way: Option<Way>) -> El {
    let t = text();
    let app = app();
    let tags = RwSignal::new(Tags::default());
    let free = RwSignal::new(false);
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let recovery = Memo::new(move |_| app.journal.with(Journal::shows_recovery));
    let three = live(move || {
        let filter = Filter {
            way,
            tags: tags.get(),
            free_only: free.get(),
            recovery: recovery.get(),
        };
        let round = round.get();
        untrack(|| group(three_of(&filter, shuffle, round)))
    });
    group(vec![
        up(&Route::Goals.href(), t.goals),
        heading(t.ideas),
        para("soft", t.ideas_words),
        tabs(way),
        filters(tags, free, round),
        el("ul").class("ideas").with(vec![three]),
        button("pill wide", t.show_three_more, move || {
            round.update(|round| *round += 1);
        }),
        own_ideas(way),
    ])
}

fn three_of(filter: &Filter, shuffle: u32, round: usize) -> Vec<El> {
    let ideas = shuffled(matching(filter), shuffle);
    if ideas.is_empty() {
        return vec![el("li").class("soft").say(text().no_ideas)];
    }
    let mut cards = Vec::new();
    for place in 0..3.min(ideas.len()) {
        if let Some(idea) = ideas.get((round * 3 + place) % ideas.len()) {
            cards.push(idea_card(Offer::from(*idea)));
        }
    }
    cards
}

fn tabs(here: Option<Way>) -> El {
    let t = text();
    let tab = |way: Option<Way>| {
        let name = way.map_or(t.all_ways, |way| t.way(way));
        let tab = link("chip-link", &Route::Ideas(way).href(), name);
        if way == here {
            tab.attr("aria-current", "page")
        } else {
            tab
        }
    };
    let mut tabs = vec![tab(None)];
    tabs.extend(Way::ALL.into_iter().map(|way| tab(Some(way))));
    el("nav")
        .class("chips")
        .attr("aria-label", t.which_way)
        .with(tabs)
}

fn filters(tags: RwSignal<Tags>, free: RwSignal<bool>, round: RwSignal<usize>) -> El {
    let t = text();
    let mut chips = Vec::new();
    for (tag, name) in named(t) {
        let toggle = move || {
            tags.update(|tags| *tags = tags.toggled(tag));
            round.set(0);
        };
        chips.push(word_chip(
            "checkbox",
            "filters",
            name,
            move || tags.get().has(tag),
            toggle,
        ));
    }
    let toggle = move || free.update(|free| *free = !*free);
    chips.push(word_chip(
        "checkbox",
        "filters",
        t.filter_free,
        move || free.get(),
        toggle,
    ));
    details(
        "filters",
        t.show_filters,
        false,
        vec![choices(t.filters, "", chips)],
    )
}

fn named(t: &Text) -> [(Tag, &'static str); 8] {
    [
        (Tag::FiveMinutes, t.filter_five),
        (Tag::Seated, t.filter_seated),
        (Tag::NoPhone, t.filter_no_phone),
        (Tag::NoFixedHome, t.filter_no_home),
        (Tag::Outdoors, t.filter_outdoors),
        (Tag::Together, t.filter_together),
        (Tag::WithChild, t.filter_child),
        (Tag::Carers, t.filter_carers),
    ]
}

fn own_ideas(way: Option<Way>) -> El {
    let t = text();
    let app = app();
    let ids = move || {
        let mut ids = Vec::new();
        for (id, idea) in app.journal.read().ideas() {
            if way.is_none_or(|way| way == idea.way) {
                ids.push(id.to_string());
            }
        }
        ids
    };
    let draw = move |id: &str| {
        let journal = app.journal.read_untracked();
        let offer = Id::parse(id).and_then(|id| Offer::find(&journal, &id));
        drop(journal);
        offer.map_or_else(nothing, idea_card)
    };
    el("section").class("own-ideas").with(vec![
        el("h2").say(t.own_ideas),
        el("ul").class("ideas").with(vec![each(ids, draw)]),
        own_idea_form(way),
    ])
}

fn own_idea_form(way: Option<Way>) -> El {
    let t = text();
    let app = app();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(way.unwrap_or(Way::Connect));
    let wrong = RwSignal::new(None);
    let keep = move || {
        let outcome = app.journal.with_untracked(|journal| {
            journal.keep_idea(&typed.read_untracked(), chosen.get_untracked(), random())
        });
        match app.keep(outcome, t.idea_kept) {
            Ok(()) => typed.set(String::new()),
            Err(refusal) => wrong.set(Some(t.refusal(refusal))),
        }
    };
    let one = |way: Way| {
        let pick = move || chosen.set(way);
        word_chip(
            "radio",
            "own-way",
            t.way(way),
            move || chosen.get() == way,
            pick,
        )
    };
    let which = if way.is_none() {
        choices(t.which_way, "", Way::ALL.into_iter().map(one).collect())
    } else {
        nothing()
    };
    let about = About {
        id: "own",
        label: t.own_idea,
        hint: "",
    };
    el("form").on_send(keep).with(vec![
        line(about, typed, wrong),
        which,
        nobody_is_watching(),
        send("pill wide", t.keep_idea),
    ])
}
