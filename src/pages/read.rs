//! Pages to read: kinds of support, and what can be asked for.

mod pieces;

use crate::pages::from_file::from_file;
pub(super) use pieces::pieces;

use super::app;
use super::ideas::three_of;
use super::milestones::with_bank;
use super::nowhere::nowhere;
use super::practitioner;
use super::safety::{chosen_nation, safety_cards};
use crate::content::help_lines::{Group, others};
use crate::content::ideas::{Filter, Tag, Tags};
use crate::content::practitioner::FIVE;
use crate::content::safety_cards::{Card, Cards, Voice};
use crate::content::support::{self as content, FILE};
use crate::content::text::{plans, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::device::seed;
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, heading, para, row_link, up};
use leptos::prelude::*;

/// The kinds of support, in the order of the alphabet: none is the best one.
const KINDS: [&str; 7] = [
    "peer",
    "mutual",
    "communities",
    "housing",
    "residential",
    "medicines",
    "family",
];

/// What can be asked for, and what everyone is entitled to.
const RIGHTS: [&str; 2] = ["ask", "entitled"];

/// Kinds of support.
#[must_use]
pub fn support() -> El {
    with_text(Box::new(|words| {
        let p = plans();
        let pages = content::pages(words);
        let rows = |ids: &[&str]| {
            let mut titles: Vec<(&str, &str)> = Vec::new();
            for (id, title) in &pages {
                if ids.contains(id) {
                    let place = titles.partition_point(|(_, before)| before <= title);
                    titles.insert(place, (id, title));
                }
            }
            group(titles.iter().map(|(id, title)| to_page(id, title)))
        };
        group([
            up(&Route::More.href(), text().more),
            heading(p.support),
            para("soft", p.support_words),
            card(p.support, rows(&KINDS)),
            card(p.to_read, rows(&RIGHTS)),
        ])
    }))
}

/// A page by its name.
#[must_use]
pub fn page(name: &Id) -> El {
    if name.as_str() == FIVE {
        return practitioner::five();
    }
    let name = name.clone();
    with_bank(move || {
        with_text(Box::new(move |words| {
            content::page(words, name.as_str()).map_or_else(nowhere, |(title, found)| {
                drawn(name.as_str(), title, &found)
            })
        }))
    })
}

fn drawn(name: &str, title: &str, found: &[content::Piece<'_>]) -> El {
    let (cards, voice) = cards(name);
    let t = text();
    let (home, above) = match name {
        "late" => (Route::Plan, t.my_plan),
        "worker" => (Route::Worker, plans().worker),
        "meaning" => (Route::MyWords, t.cancel),
        "caring" => (Route::More, t.more),
        _ => (Route::Support, plans().support),
    };
    let more = match name {
        "caring" => for_carers(),
        "late" => card(t.my_plan, row_link(&Route::Plan.href(), t.my_plan, "")),
        _ => group([]),
    };
    group([
        up(&home.href(), above),
        heading(title),
        safety_cards(cards, voice),
        el("div").class("reading").with([pieces(found)]),
        more,
    ])
}

/// The safety cards of a page (safety.md): where it speaks of detox, rehab or medicine, and of a break of someone
/// else's.
fn cards(name: &str) -> (Cards, Voice) {
    match name {
        "residential" => (
            Cards::of(&[Card::AfterABreak, Card::Alcohol, Card::Benzos]),
            Voice::Mine,
        ),
        "medicines" => (Cards::of(&[Card::Medicine]), Voice::Mine),
        "caring" => (Cards::of(&[Card::AfterABreak]), Voice::SomeoneICareFor),
        _ => (Cards::empty(), Voice::Mine),
    }
}

/// What there is in other places for a person who cares for someone.
fn for_carers() -> El {
    let p = plans();
    let t = text();
    let milestones = Id::parse("J").map_or(Route::Bank, Route::Group);
    let rows = group([
        row_link(&milestones.href(), p.caring_milestones, ""),
        to_page("family", p.family),
        row_link(&Route::Plan.href(), t.my_plan, ""),
        row_link(&Route::Strengths.href(), p.strengths, ""),
    ]);
    let lines = others(Group::FamilyAndFriends, chosen_nation());
    group([
        super::help::card(t.help_family, &lines),
        card(p.to_read, rows),
        ideas(),
    ])
}

/// Ideas that suit someone who cares for another person, three at a time.
fn ideas() -> El {
    let round = RwSignal::new(0_usize);
    let shuffle = seed();
    let three = live(move || {
        let filter = Filter {
            tags: Tags::of(&[Tag::Carers]),
            recovery: app().journal.with_untracked(Journal::shows_recovery),
            ..Filter::default()
        };
        let round = round.get();
        untrack(|| group(three_of(filter, shuffle, round)))
    });
    el("section").class("carer-ideas").with([
        el("h2").say(plans().caring_ideas),
        el("ul").class("ideas").with([three]),
        button("pill wide", text().show_three_more, move || {
            round.set(round.get_untracked() + 1);
        }),
    ])
}

fn to_page(id: &str, title: &str) -> El {
    let to = Id::parse(id).map_or(Route::Support, Route::Read);
    row_link(&to.href(), title, "")
}

fn card(name: &str, rows: El) -> El {
    el("nav")
        .class("card")
        .attr("aria-label", name)
        .with([rows])
}

/// A page that needs the words of [`FILE`], which is not in the program.
fn with_text(page: Box<dyn FnOnce(&str) -> El>) -> El {
    let draw = move |words: String| (!content::pages(&words).is_empty()).then(|| page(&words));
    from_file(FILE, plans().support, Box::new(draw))
}
