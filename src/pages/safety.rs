//! Safety cards at the moment they matter, word for word.

use super::app;
use crate::content::help_lines::Nation;
use crate::content::safety_cards::{self, Card, Cards, Paragraph, Voice};
use crate::content::text::text;
use crate::domain::about::About;
use crate::domain::journal::Journal;
use crate::ui::dom::{El, el, group, live, nothing, words};
use crate::ui::field::{choices, pick_chip};
use leptos::prelude::*;

/// The cards, in order; nothing when there are none.
#[must_use]
pub(super) fn safety_cards(cards: Cards, voice: Voice) -> El {
    if cards.is_empty() {
        return nothing();
    }
    let one = |card| el("div").class("safety-card").with(paragraphs(card, voice));
    el("div")
        .class("safety")
        .attr("role", "note")
        .attr("aria-label", text().safety)
        .with(cards.iter().map(one))
}

/// Card E, which stands beside every box for free text.
#[must_use]
pub(super) fn nobody_is_watching() -> El {
    el("div")
        .class("hint private")
        .with(paragraphs(Card::NobodyIsWatching, Voice::Mine))
}

/// The optional question (`answer` is a place in [`About::ALL`]) about a person's own words; shown only while the recovery parts are on.
#[must_use]
pub(super) fn about_question(answer: RwSignal<usize>) -> El {
    if !app().journal.with_untracked(Journal::shows_recovery) {
        return nothing();
    }
    let t = text();
    let one = |about| pick_chip("about", t.about_answer(about), answer, about as usize);
    group([
        choices(t.about, t.about_hint, About::ALL.map(one).into()),
        el("div").attr("aria-live", "polite").with([live(move || {
            safety_cards(
                safety_cards::cards_for(About::ALL[answer.get()]),
                Voice::Mine,
            )
        })]),
    ])
}

fn paragraphs(card: Card, voice: Voice) -> Vec<El> {
    let paragraphs = safety_cards::text(card, chosen_nation(), voice);
    paragraphs.iter().map(paragraph).collect()
}

fn paragraph(spans: &Paragraph) -> El {
    let span = |(strong, text): &(bool, &str)| {
        if *strong {
            el("strong").say(text)
        } else {
            words(text)
        }
    };
    el("p").with(spans.iter().map(span))
}

/// Where the person is, once they have said so.
pub(super) fn chosen_nation() -> Option<Nation> {
    let settings = app().journal.with_untracked(Journal::settings);
    Nation::from_slug(settings.nation.as_deref()?)
}
