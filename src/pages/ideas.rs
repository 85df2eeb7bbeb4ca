//! Ideas, three at a time, for what a person can do today; and their own.

use super::app;
use super::idea_card::{Offer, idea_card};
use super::safety::nobody_is_watching;
use crate::content::capitals::Capitals;
use crate::content::ideas::{Filter, Tag, Tags, matching, shuffled};
use crate::content::text::{OwnWords, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::strengths::Capital;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device::{random, seed};
use crate::ui::dom::{El, each, el, group, live, nothing, steady, words};
use crate::ui::field::{About, choices, line, pick_chip, toggle_chip};
use crate::ui::heading::{button, details, heading, link, para, send, up};
use leptos::prelude::*;

/// The ideas, perhaps of one Way.
#[must_use]
pub fn ideas(way: Option<Way>) -> El {
    let t = text();
    let app = app();
    let tags: TagPicks = [(); 8].map(|()| RwSignal::new(false));
    let free = RwSignal::new(false);
    let strengths: Strengths = [(); 4].map(|()| RwSignal::new(false));
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let recovery = steady(move || app.journal.with(Journal::shows_recovery));
    let three = live(move || {
        let filter = Filter {
            way,
            tags: chosen_tags(tags),
            free_only: free.get(),
            builds_on: chosen_strengths(strengths),
            recovery: recovery.get(),
        };
        let round = round.get();
        untrack(|| group(three_of(filter, shuffle, round)))
    });
    group([
        up(&Route::Goals.href(), t.goals),
        heading(t.ideas),
        para("soft", t.ideas_words),
        tabs(way),
        filters(tags, free, round),
        build_on(strengths, round),
        el("ul").class("ideas").with([three]),
        button("pill wide", t.show_three_more, move || {
            round.set(round.get_untracked() + 1);
        }),
        own_ideas(way),
    ])
}

/// Three of the ideas that a filter lets through; the next three in the next round.
pub(super) fn three_of(filter: Filter, shuffle: u32, round: usize) -> Vec<El> {
    let ideas = shuffled(matching(&filter), shuffle);
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

fn filters(tags: TagPicks, free: RwSignal<bool>, round: RwSignal<usize>) -> El {
    let t = text();
    let mut chips = Vec::new();
    for ((_, name), on) in named(t).into_iter().zip(tags) {
        let toggle = toggle_chip("filters", words(name), on);
        chips.push(toggle.on("change", move |_| round.set(0)));
    }
    chips.push(toggle_chip("filters", words(t.filter_free), free));
    details(
        "filters",
        t.show_filters,
        false,
        choices(t.filters, "", chips),
    )
}

/// One flag for each tag that can be asked for, in the order of [`named`].
type TagPicks = [RwSignal<bool>; 8];

fn chosen_tags(picks: TagPicks) -> Tags {
    let mut tags = Tags::default();
    for ((tag, _), on) in named(text()).into_iter().zip(picks) {
        if on.get() {
            tags = tags.with(tag);
        }
    }
    tags
}

fn named(t: OwnWords) -> [(Tag, &'static str); 8] {
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

/// One flag for each group of strengths, in the order of [`Capital::ALL`].
type Strengths = [RwSignal<bool>; 4];

fn chosen_strengths(picks: Strengths) -> Capitals {
    let mut chosen = Capitals::default();
    for (capital, on) in Capital::ALL.into_iter().zip(picks) {
        if on.get() {
            chosen = chosen.with(capital);
        }
    }
    chosen
}

/// The groups in which the person has said that they have something; nothing while there is none.
fn build_on(strengths: Strengths, round: RwSignal<usize>) -> El {
    let t = text();
    let names = [
        t.build_on_people,
        t.build_on_places,
        t.build_on_skills,
        t.build_on_likes,
    ];
    let mut chips = Vec::new();
    for ((capital, name), on) in Capital::ALL.into_iter().zip(names).zip(strengths) {
        let journal = app().journal.read_untracked();
        if !journal.lines(capital.list()).is_empty() {
            let toggle = toggle_chip("strengths", words(name), on);
            chips.push(toggle.on("change", move |_| round.set(0)));
        }
    }
    if chips.is_empty() {
        nothing()
    } else {
        choices(t.build_on, "", chips)
    }
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
    el("section").class("own-ideas").with([
        el("h2").say(t.own_ideas),
        el("ul").class("ideas").with([each(ids, draw)]),
        own_idea_form(way),
    ])
}

fn own_idea_form(way: Option<Way>) -> El {
    let t = text();
    let app = app();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(way.unwrap_or(Way::Connect).index());
    let wrong = RwSignal::new(None);
    let keep = move || {
        let outcome = app.journal.with_untracked(|journal| {
            let way = Way::ALL[chosen.get_untracked()];
            journal.keep_idea(&typed.read_untracked(), way, random())
        });
        match app.keep(outcome, t.idea_kept) {
            Ok(()) => typed.set(String::new()),
            Err(refusal) => wrong.set(Some(t.refusal(refusal))),
        }
    };
    let one = |way: Way| pick_chip("own-way", t.way(way), chosen, way.index());
    let which = if way.is_none() {
        choices(t.which_way, "", Way::ALL.map(one).into())
    } else {
        nothing()
    };
    let about = About {
        id: "own",
        label: t.own_idea,
        hint: "",
    };
    el("form").on_send(keep).with([
        line(about, typed, wrong),
        which,
        nobody_is_watching(),
        send("pill wide", t.keep_idea),
    ])
}
