//! Three short screens after a lapse, each of which can be skipped: kindness, the safety cards, and what would help.
//! They record nothing, and are there for everyone, also while the recovery parts are off.

use super::found;
use crate::content::lapse::KINDNESS;
use crate::content::safety_cards::{Card, Cards, Voice, cards_for};
use crate::content::text::{starts as texts, text};
use crate::domain::about::About;
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::safety::safety_cards;
use crate::route::Route;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{details, heading, link, para, row_link, up};
use leptos::prelude::*;

/// One of the three screens, perhaps about a start date.
#[must_use]
pub fn still_here(step: u8, start: Option<&Id>) -> El {
    let s = texts();
    let at = |step| Route::StillHere(step, start.cloned());
    let (before, after) = match step {
        1 => (from(start), at(2)),
        2 => (at(1), at(3)),
        _ => (at(2), Route::Today),
    };
    let top = el("div").class("steps").with([
        up(&before.href(), text().cancel),
        link("plain", &after.href(), s.skip),
    ]);
    let next = link("big", &after.href(), s.next);
    group(match step {
        1 => vec![top, kindness(), next],
        2 => vec![
            top,
            heading(s.stay_safe),
            safety_cards(cards(start), Voice::Mine),
            next,
        ],
        _ => vec![top, heading(s.what_helps), what_helps()],
    })
}

/// Where a person comes from who has not gone on yet.
fn from(start: Option<&Id>) -> Route {
    let start = start.filter(|id| {
        let journal = app().journal;
        journal.with_untracked(|journal| found(journal, id).is_some())
    });
    start.map_or(Route::Help, |id| Route::Start(id.clone()))
}

fn kindness() -> El {
    let [first, rest @ ..] = KINDNESS;
    let rest = rest.map(|words| para("kind", words));
    group([heading(first)]).with(rest)
}

/// What the start date concerns; all that may concern a lapse when that is not known, also when the question was
/// answered with "No" or left. Card A belongs to every lapse.
fn cards(start: Option<&Id>) -> Cards {
    let start = start.and_then(|id| app().journal.with_untracked(|journal| found(journal, id)));
    let about = start
        .map(|start| start.about)
        .filter(|about| *about != About::No);
    cards_for(about.unwrap_or(About::RatherNotSay)).with(Card::AfterABreak)
}

fn what_helps() -> El {
    let s = texts();
    let row = |to: Route, label, beside| row_link(&to.href(), label, beside);
    el("section")
        .class("card choices")
        .attr("aria-label", s.what_helps)
        .with([
            row(Route::Help, s.talk, s.talk_words),
            row(Route::Plan, s.call, s.call_words),
            row(Route::Ideas(None), s.small_thing, s.small_thing_words),
            details("", s.body, false, para("", s.body_words)),
            row(Route::Worker, s.worker, s.worker_words),
            row(Route::Today, s.nothing_now, ""),
        ])
}
