//! What a worker has to know for a first session, on two sides of paper. It names the app, as its intended use is said
//! word for word: it is for workers, and no sheet of the person's.

use super::frame::{Choices, Page, head};
use crate::content::practitioner::{FIVE, PAPER, SAFETY, is_step};
use crate::content::support::{Piece, pages};
use crate::content::text::{printing, text};
use crate::pages::practitioner::{cards, part, with_words};
use crate::pages::read::pieces;
use crate::route::Route;
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{small, up};

pub(super) fn page() -> El {
    with_words(Box::new(|file, about| {
        let p = printing();
        Page {
            title: p.guide,
            file: p.file_notes,
            above: nothing(),
            ticks: Vec::new(),
            choices: Choices::new(),
            draw: Box::new(move || sheet(&file, &about)),
        }
        .show_below(up(&Route::Practitioner.href(), text().for_workers))
    }))
}

fn sheet(file: &str, about: &str) -> El {
    let mut parts = vec![head(printing().guide, "")];
    for (id, title) in pages(file) {
        if [FIVE, PAPER].contains(&id) {
            continue;
        }
        let mut found = part(id, file, about);
        // A screen and a number to tap are nothing on paper.
        found.retain(|piece| matches!(piece, Piece::Text(_)));
        let minutes = if is_step(id) { small(id) } else { nothing() };
        let cards = if id == SAFETY { cards() } else { nothing() };
        parts.push(el("section").with([
            el("h3").say(title).with([minutes]),
            pieces(&found),
            cards,
        ]));
    }
    el("div").class("guide").with([group(parts)])
}
