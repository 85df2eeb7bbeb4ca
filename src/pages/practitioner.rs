//! The page for a worker who shows the app to someone: the steps of a first session, each with what to say and with
//! the screens it needs, and what a worker has to know. Nothing on it is timed or kept.

use super::from_file::from_file;
use super::read::pieces;
use super::safety::safety_cards;
use super::show::show;
use crate::content::about::FILE as ABOUT;
use crate::content::practitioner::{
    FILE, FIVE, INTENDED_USE, SAFETY, START, intended_use, is_step,
};
use crate::content::reading::Piece as Text;
use crate::content::safety_cards::{Card, Cards, Voice};
use crate::content::support::{Piece, page, pages};
use crate::content::text::{looking_back, text};
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device::focus_on;
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{button, heading, para, small, up};
use crate::ui::icon::way_mark;
use leptos::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The step that is open, from 0: who comes back from another screen goes on where they were.
static OPEN: AtomicUsize = AtomicUsize::new(0);

/// The page for workers.
#[must_use]
pub fn practitioner() -> El {
    with_words(Box::new(|file, about| drawn(&file, &about)))
}

fn drawn(file: &str, about: &str) -> El {
    let l = looking_back();
    let open = RwSignal::new(OPEN.load(Ordering::Relaxed));
    let mut start = nothing();
    let mut steps = Vec::new();
    let mut parts = vec![el("h2").say(l.to_know)];
    for (id, title) in pages(file) {
        let inside = pieces(&part(id, file, about));
        match id {
            START => start = el("div").class("told reading").with([inside]),
            FIVE => {}
            SAFETY => parts.push(closed(title, group([inside, cards()]))),
            _ if is_step(id) => steps.push(step(steps.len(), id, title, inside, open)),
            _ => parts.push(closed(title, inside)),
        }
    }
    group([
        up(&Route::More.href(), text().more),
        heading(text().for_workers),
        start,
        el("section").with([
            el("h2").say(l.the_session),
            el("ol").class("session list").with(steps),
        ]),
        el("section").with(parts),
    ])
}

/// A step, and a way on to the next; the last has none, as no step follows it (`style/later/practitioner.css`).
fn step(place: usize, minutes: &str, title: &str, inside: El, open: RwSignal<usize>) -> El {
    let l = looking_back();
    let next = id_of(place + 1);
    let go_on = button("pill", l.next_step, move || {
        OPEN.store(place + 1, Ordering::Relaxed);
        open.set(place + 1);
        focus_on(&next);
    });
    let title = el("h3").say(title);
    let title = title.with([small(minutes)]);
    let summary = el("summary").attr("id", &id_of(place)).with([title]);
    // The browser opens and closes it; what was opened last is only remembered.
    let summary = summary.on_tap(move || OPEN.store(place, Ordering::Relaxed));
    let inside = el("div").class("ask").with([inside, go_on]);
    let details = el("details")
        .class("card")
        .attr_live("open", move || (open.get() == place).then(String::new));
    el("li").with([details.with([summary, inside])])
}

fn id_of(place: usize) -> String {
    ["step-", &place.to_string()].concat()
}

/// What is behind a tap.
fn closed(title: &str, inside: El) -> El {
    el("details").class("card").with([
        el("summary").with([el("h3").say(title)]),
        el("div").class("reading").with([inside]),
    ])
}

/// The safety cards that a goal may be about, word for word.
pub(super) fn cards() -> El {
    let cards = [
        Card::AfterABreak,
        Card::Alcohol,
        Card::Benzos,
        Card::Medicine,
    ];
    safety_cards(Cards::of(&cards), Voice::Mine)
}

/// A part of the file, with what it has from About.
pub(super) fn part<'a>(id: &str, file: &'a str, about: &'a str) -> Vec<Piece<'a>> {
    let (_, mut found) = page(file, id).unwrap_or_default();
    if id == INTENDED_USE {
        for words in intended_use(about) {
            found.push(Piece::Text(Text::Words(words)));
        }
    }
    found
}

/// A page that needs the words for workers and those of About, which are not in the program.
pub(super) fn with_words(draw: Box<dyn FnOnce(String, String) -> El>) -> El {
    let title = text().for_workers;
    let with_about = move |file: String| {
        let draw = move |about: String| {
            let is_ours = intended_use(&about).next().is_some();
            is_ours.then(|| draw(file, about))
        };
        from_file(ABOUT, title, Box::new(draw))
    };
    let draw = move |file: String| (!pages(&file).is_empty()).then(|| with_about(file));
    from_file(FILE, title, Box::new(draw))
}

/// The five Ways, to show: which of them is already in a person's week?
#[must_use]
pub(super) fn five() -> El {
    let draw = |file: String| page(&file, FIVE).map(|(title, lines)| ways(title, &lines));
    from_file(FILE, looking_back().five_ways, Box::new(draw))
}

fn ways(title: &str, lines: &[Piece<'_>]) -> El {
    let l = looking_back();
    let mut items = Vec::new();
    for (way, line) in Way::ALL.into_iter().zip(lines) {
        let Piece::Text(Text::Item(line)) = line else {
            continue;
        };
        let words = el("div").with([el("b").say(text().way(way)), para("", line)]);
        let item = el("div").class(way.slug());
        items.push(item.with([way_mark(way.index()), words]));
    }
    let above = up(&Route::Practitioner.href(), text().for_workers);
    show(above, l.five_ways, l.show_words, title, group(items))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_that_is_named_exists() {
        let file = include_str!("../content/en/practitioner.txt");
        let mut screens = 0;
        for (id, _) in pages(file) {
            for piece in part(id, file, "") {
                if let Piece::Screen(to, name, _) = piece {
                    screens += 1;
                    let route = Route::parse(&to[1..]);
                    assert_ne!(route, Route::Nowhere, "{to}");
                    assert_eq!(route.href(), to, "{name}");
                }
            }
        }
        assert!(screens > 10);
    }
}
