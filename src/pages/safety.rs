//! Safety cards at the moment they matter, word for word.

use super::app;
use crate::content::help_lines::Nation;
use crate::content::safety_cards::{self, Card, Cards, Voice};
use crate::content::text::text;
use crate::domain::about::About;
use crate::domain::journal::Journal;
use crate::ui::field::{chip, choices};
use leptos::prelude::*;

/// The cards, in order, under one quiet heading; nothing when there are none.
#[must_use]
pub(super) fn safety_cards(cards: Cards, voice: Voice) -> AnyView {
    if cards.is_empty() {
        return ().into_any();
    }
    let nation = chosen_nation();
    let one = move |card| {
        let paragraphs = safety_cards::text(card, nation, voice).iter();
        view! { <div class="safety-card">{paragraphs.map(|p| paragraph(p)).collect_view()}</div> }
    };
    view! {
        <aside class="safety" aria-label=text().safety>
            {cards.iter().map(one).collect_view()}
        </aside>
    }
    .into_any()
}

/// Card E, which stands beside every box for free text.
#[must_use]
pub(super) fn nobody_is_watching() -> AnyView {
    let spans = safety_cards::text(Card::NobodyIsWatching, chosen_nation(), Voice::Mine).iter();
    view! { <div class="hint private">{spans.map(|p| paragraph(p)).collect_view()}</div> }
        .into_any()
}

/// The optional question about a person's own words; shown only while the recovery parts are on.
#[must_use]
pub(super) fn about_question(answer: RwSignal<About>) -> AnyView {
    if !app().journal.with_untracked(Journal::shows_recovery) {
        return ().into_any();
    }
    let t = text();
    let one = move |about| {
        let words = t.about_answer(about);
        chip(
            "radio",
            "about",
            words.into_any(),
            move || answer.get() == about,
            move || answer.set(about),
        )
    };
    view! {
        {choices(t.about, t.about_hint, About::ALL.map(one).collect_view().into_any())}
        {move || safety_cards(safety_cards::cards_for(answer.get()), Voice::Mine)}
    }
    .into_any()
}

fn paragraph(spans: &'static [(bool, &'static str)]) -> AnyView {
    let span = |(strong, words): &(bool, &'static str)| {
        if *strong {
            view! { <strong>{*words}</strong> }.into_any()
        } else {
            words.into_any()
        }
    };
    view! { <p>{spans.iter().map(span).collect_view()}</p> }.into_any()
}

fn chosen_nation() -> Option<Nation> {
    let settings = app().journal.with_untracked(Journal::settings);
    Nation::from_slug(settings.nation.as_deref()?)
}
