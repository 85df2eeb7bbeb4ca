//! Ideas, three at a time, for what a person can do today; and their own.

use super::app;
use super::idea_card::{Offer, idea_card};
use super::safety::nobody_is_watching;
use crate::content::ideas::{Filter, Tag, Tags, matching, shuffled};
use crate::content::text::{Text, text};
use crate::domain::journal::Journal;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device::{random, seed};
use crate::ui::field::{About, chip, choices, line};
use crate::ui::heading::{heading, up};
use leptos::prelude::*;

/// The ideas, perhaps of one Way.
#[must_use]
pub fn ideas(way: Option<Way>) -> AnyView {
    let t = text();
    let tags = RwSignal::new(Tags::default());
    let free = RwSignal::new(false);
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let recovery = Memo::new(move |_| app().journal.with(Journal::shows_recovery));
    let fitting = Memo::new(move |_| {
        let filter = Filter {
            way,
            tags: tags.get(),
            free_only: free.get(),
            recovery: recovery.get(),
        };
        let ideas = shuffled(matching(&filter), shuffle).into_iter();
        ideas.map(Offer::from).collect::<Vec<_>>()
    });
    let three = move || {
        let ideas = fitting.get();
        if ideas.is_empty() {
            return view! { <li class="soft">{t.no_ideas}</li> }.into_any();
        }
        let first = round.get() * 3;
        let shown = (0..3.min(ideas.len())).filter_map(|place| {
            let offer = ideas.get((first + place) % ideas.len())?;
            Some(idea_card(offer.clone()))
        });
        shown.collect_view().into_any()
    };
    view! {
        {up(Route::Goals.href(), t.goals)}
        {heading(t.ideas)}
        <p class="soft">{t.ideas_words}</p>
        {tabs(way)}
        {filters(tags, free, round)}
        <ul class="ideas">{three}</ul>
        <button class="pill wide" on:click=move |_| round.update(|round| *round += 1)>
            {t.show_three_more}
        </button>
        {own_ideas(way)}
    }
    .into_any()
}

fn tabs(here: Option<Way>) -> AnyView {
    let t = text();
    let tab = |way: Option<Way>| {
        let words = way.map_or(t.all_ways, |way| t.way(way));
        let current = (way == here).then_some("page");
        view! {
            <a class="chip-link" href=Route::Ideas(way).href() aria-current=current>
                {words}
            </a>
        }
    };
    let ways = Way::ALL.map(|way| tab(Some(way))).collect_view();
    view! {
        <nav class="chips" aria-label=t.which_way>
            {tab(None)}
            {ways}
        </nav>
    }
    .into_any()
}

fn filters(tags: RwSignal<Tags>, free: RwSignal<bool>, round: RwSignal<usize>) -> AnyView {
    let t = text();
    let one = move |(tag, words): (Tag, &'static str)| {
        chip(
            "checkbox",
            "filters",
            words.into_any(),
            move || tags.get().has(tag),
            move || {
                tags.update(|tags| *tags = tags.toggled(tag));
                round.set(0);
            },
        )
    };
    let free = chip(
        "checkbox",
        "filters",
        t.filter_free.into_any(),
        move || free.get(),
        move || free.update(|free| *free = !*free),
    );
    let chips = view! {
        {named(t).map(one).collect_view()}
        {free}
    };
    view! {
        <details class="filters">
            <summary>{t.show_filters}</summary>
            {choices(t.filters, "", chips.into_any())}
        </details>
    }
    .into_any()
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

fn own_ideas(way: Option<Way>) -> AnyView {
    let t = text();
    let app = app();
    let own = Memo::new(move |_| {
        app.journal.with(|journal| {
            let ideas = journal.ideas().into_iter();
            let of_way = ideas.filter(|(_, idea)| way.is_none_or(|way| way == idea.way));
            of_way
                .map(|(id, idea)| Offer::own(id, idea))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="own-ideas">
            <h2>{t.own_ideas}</h2>
            <ul class="ideas">
                <For each=move || own.get() key=|offer| offer.id.clone() children=idea_card />
            </ul>
            {own_idea_form(way)}
        </section>
    }
    .into_any()
}

fn own_idea_form(way: Option<Way>) -> AnyView {
    let t = text();
    let app = app();
    let words = RwSignal::new(String::new());
    let chosen = RwSignal::new(way.unwrap_or(Way::Connect));
    let wrong = RwSignal::new(None);
    let keep = move || {
        let typed = words.get_untracked();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.keep_idea(&typed, chosen.get_untracked(), random()));
        match app.keep(outcome, t.idea_kept) {
            Ok(()) => words.set(String::new()),
            Err(refusal) => wrong.set(Some(t.refusal(refusal))),
        }
    };
    let one = |way: Way| {
        chip(
            "radio",
            "own-way",
            t.way(way).into_any(),
            move || chosen.get() == way,
            move || chosen.set(way),
        )
    };
    let which = way
        .is_none()
        .then(|| choices(t.which_way, "", Way::ALL.map(one).collect_view().into_any()));
    view! {
        <form on:submit=move |event| {
            event.prevent_default();
            keep();
        }>
            {line(About { id: "own", label: t.own_idea, hint: "" }, words, wrong)} {which}
            {nobody_is_watching()} <button class="pill wide" type="submit">
                {t.keep_idea}
            </button>
        </form>
    }
    .into_any()
}
