//! What a service can hang up or hand out: posters, a leaflet, an idea on a card. All that is on them comes from the link
//! in their own address, so nothing has to be kept.

use super::frame::{Choices, Page};
use super::nowhere::nowhere;
use crate::content::text::{Handouts, fill, handouts, making, printing, text};
use crate::domain::way::Way;
use crate::pages::links::{address, drawn, said};
use crate::route::Route;
use crate::state::codes::for_paper;
use crate::state::device::page_address;
use crate::state::links::{Link, read};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{para, up};
use crate::ui::icon::{WAYS, icon};

/// How wide the large code is on paper, in millimetres: the style sheet has the same.
const LARGE: usize = 70;
/// The same of the small ones on strips and cards.
const SMALL: usize = 19;
const CARD: usize = 50;
/// How many strips there are to tear off.
const STRIPS: usize = 8;
/// How many cards there are on a page.
const CARDS: usize = 4;

/// The page of one of them, with what its link carries.
pub(super) fn page(name: &str, carried: &str) -> El {
    let h = handouts();
    let Ok(link) = read(carried) else {
        return nowhere();
    };
    let whole = address(carried);
    let (title, file, draw): (_, _, fn(&Link, &str) -> El) = match name {
        "poster" => (h.poster, h.file_poster, poster),
        "rooms" => (h.rooms, h.file_poster, rooms),
        "leaflet" => (h.leaflet, h.file_leaflet, leaflet),
        "card" => (h.card, printing().file_notes, cards),
        _ => return nowhere(),
    };
    Page {
        title,
        file,
        above: para("hint", h.hint),
        ticks: Vec::new(),
        choices: Choices::new(),
        draw: Box::new(move || draw(&link, &whole)),
    }
    .show_at_one_size(up(&Route::LinkMaker.href(), making().title))
}

/// A code in a room of its own.
fn code(class: &str, text: &str, millimetres: usize) -> El {
    let code = for_paper(text, millimetres);
    let drawn = code.map_or_else(nothing, |code| drawn(&code));
    el("div").class(class).with([drawn])
}

/// The address without what nobody types: "https://", and the name of the page.
fn short() -> String {
    let page = page_address();
    let typed = page.splitn(3, '/').nth(2).unwrap_or_default();
    let end = typed.rfind('/').unwrap_or(typed.len());
    typed[..end].to_owned()
}

/// The large code, and beside it how to use it.
fn scan(whole: &str, beside: Vec<El>) -> El {
    let h = handouts();
    let how = el("div").with([
        el("p").with([el("b").say(h.scan)]),
        para("", h.or_type),
        el("p").with([el("b").say(&short())]),
    ]);
    el("div")
        .class("scan")
        .with([code("large-code", whole, LARGE), how.with(beside)])
}

fn from(link: &Link, h: &Handouts) -> El {
    if link.name.is_empty() {
        nothing()
    } else {
        para("from", &fill(h.from, &[&link.name]))
    }
}

fn poster(link: &Link, whole: &str) -> El {
    let h = handouts();
    let mut five = Vec::new();
    let words = [h.connect, h.active, h.notice, h.learn, h.give];
    for ((way, path), words) in Way::ALL.into_iter().zip(WAYS).zip(words) {
        let named = el("span").with([el("b").say(text().way(way)), el("span").say(words)]);
        five.push(el("li").with([icon(path), named]));
    }
    el("section").class("poster").with([
        el("h2").say(h.title),
        el("ul").class("of-five").with(five),
        scan(whole, vec![para("", h.free), para("", h.stays)]),
        from(link, h),
    ])
}

fn rooms(link: &Link, whole: &str) -> El {
    let h = handouts();
    let (page, short) = (page_address(), short());
    let strip = |_| el("li").with([code("small-code", &page, SMALL), el("span").say(&short)]);
    el("section").class("poster tight").with([
        el("h2").say(h.your_own),
        para("", h.any_day),
        scan(whole, vec![para("", h.free)]),
        para("", h.stays),
        para("", h.nobody_sees),
        el("p").with([el("b").say(h.now)]),
        from(link, h),
        el("ul").class("strips").with((0..STRIPS).map(strip)),
    ])
}

fn leaflet(link: &Link, whole: &str) -> El {
    let h = handouts();
    let part = |title: &str, words: &[&str]| {
        let words = words.iter().map(|words| para("", words));
        el("section").with([el("h3").say(title)]).with(words)
    };
    group([
        el("section").class("half").with([
            el("h2").say(h.title),
            para("", h.what_words),
            scan(whole, vec![para("", h.free)]),
            from(link, h),
        ]),
        el("section").class("half").with([
            part(h.how, &[h.how_scan, h.how_home]),
            part(h.keep, &[h.keep_words]),
            part(h.private, &[h.private_words, h.leave]),
            para("key", h.fold),
        ]),
    ])
}

fn cards(link: &Link, whole: &str) -> El {
    let h = handouts();
    let card = |_| {
        let mut pieces = Vec::new();
        for goal in &link.goals {
            let (words, ways, _) = said(goal);
            pieces.push(para("of", &ways));
            pieces.push(el("h2").say(&words));
        }
        el("section")
            .class("goal-card")
            .with(pieces)
            .with([code("card-code", whole, CARD), para("", h.scan)])
    };
    group([
        el("div").class("cards").with((0..CARDS).map(card)),
        para("key", printing().cut),
    ])
}
