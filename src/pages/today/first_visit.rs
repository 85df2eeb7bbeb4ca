//! The first visit: three ideas, not a form. Something is noted in two taps, with no question asked.

use crate::content::ideas::{Filter, matching, shuffled};
use crate::content::text::text;
use crate::domain::way::Way;
use crate::pages::app;
use crate::pages::idea_card::{Offer, idea_card};
use crate::route::Route;
use crate::state::device::seed;
use crate::ui::bloom::bloom;
use crate::ui::heading::heading;
use leptos::prelude::*;

/// Ideas that anyone can do in five minutes, three at a time, each of another Way.
#[must_use]
pub(super) fn first_visit() -> AnyView {
    let t = text();
    let today = app().today;
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let three = move || {
        let cards = three_of(shuffle, round.get()).into_iter().map(idea_card);
        cards.collect_view()
    };
    view! {
        {heading(t.first_title)}
        <p class="soft">{t.first_words}</p>
        <ul class="ideas">{three}</ul>
        <button class="pill wide" on:click=move |_| round.update(|round| *round += 1)>
            {t.show_three_more}
        </button>
        {move || {
            view! {
                <a class="big" href=Route::Log(today.get(), None).href()>
                    {t.i_did_something}
                </a>
            }
        }}
        <div class="say">
            {bloom([false; 5], false, None)}
            <p>
                <small>{t.five_petals}</small>
            </p>
        </div>
    }
    .into_any()
}

fn three_of(seed: u32, round: usize) -> Vec<Offer> {
    use crate::content::ideas::{Tag, Tags};
    let easy = |way: Way| {
        let filter = Filter {
            way: Some(way),
            tags: Tags::of(&[Tag::NoPhone, Tag::NoFixedHome, Tag::FiveMinutes]),
            free_only: true,
            recovery: false,
        };
        shuffled(matching(&filter), seed)
    };
    (0..3)
        .filter_map(|place| {
            let turn = round * 3 + place + seed as usize % 5;
            let ideas = easy(Way::ALL[turn % 5]);
            let idea = ideas.get((turn / 5) % ideas.len().max(1))?;
            Some(Offer::from(*idea))
        })
        .collect()
}
