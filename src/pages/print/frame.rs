//! What the pages of all sheets share: the choices, the button, and the paper.

use super::app;
use crate::content::text::{fill, printing, text};
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::apart::Diary;
use crate::state::device::{print_as, reload};
use crate::ui::dom::{El, el, group, live, nothing, slot, words};
use crate::ui::field::{choices, toggle_chip};
use crate::ui::heading::{button, heading, para, up};
use leptos::prelude::*;

/// The style sheet of paper, beside the app: the other pages do without it.
const STYLE: &str = "./print.css";

/// What the person wants on the sheet. All of it starts off.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    /// Notes beside days, entries and milestones.
    pub notes: RwSignal<bool>,
    /// What belongs to the recovery parts.
    pub recovery: RwSignal<bool>,
    /// Everything larger.
    pub large: RwSignal<bool>,
}

impl Choices {
    pub(super) fn new() -> Self {
        Self {
            notes: RwSignal::new(false),
            recovery: RwSignal::new(false),
            large: RwSignal::new(false),
        }
    }

    /// "Show my notes".
    pub(super) fn notes_tick(self) -> El {
        tick(printing().notes, self.notes)
    }

    /// "Show the recovery parts", in the person's own word; nothing while they are off.
    pub(super) fn recovery_tick(self) -> El {
        let app = app();
        live(move || {
            let settings = app.journal.with(Journal::settings);
            if !settings.recovery {
                return nothing();
            }
            let t = text();
            let label = fill(t.parts_switch, &[t.parts(settings.word)]);
            tick(&label, self.recovery)
        })
    }

    /// Whether to print what does (`recovery`) or does not belong to the recovery parts.
    pub(super) fn shows(self, recovery: bool) -> bool {
        !recovery || self.recovery.get()
    }
}

pub(super) fn tick(label: &str, on: RwSignal<bool>) -> El {
    toggle_chip("shows", words(label), on)
}

/// The page of a sheet.
pub(super) struct Page {
    /// What it is called.
    pub title: &'static str,
    /// What the browser calls the paper, and a file made of it.
    pub file: &'static str,
    /// What to choose besides the ticks, above them.
    pub above: El,
    /// The ticks, but for that of large print.
    pub ticks: Vec<El>,
    /// What is chosen.
    pub choices: Choices,
    /// Draws what is on the paper.
    pub draw: Box<dyn Fn() -> El>,
}

impl Page {
    pub(super) fn show(self) -> El {
        self.show_below(up(&Route::Prints.href(), printing().title))
    }

    /// The same, below another page than the list of what can be printed.
    pub(super) fn show_below(mut self, up: El) -> El {
        let p = printing();
        self.ticks.push(tick(p.large, self.choices.large));
        let ticks = choices(p.shows, "", std::mem::take(&mut self.ticks));
        self.show_with(up, ticks)
    }

    /// The same at one size.
    pub(super) fn show_at_one_size(self, up: El) -> El {
        self.show_with(up, nothing())
    }

    fn show_with(self, up: El, ticks: El) -> El {
        let on = self.choices;
        let (place, found) = slot();
        let (file, draw) = (self.file, self.draw);
        let loaded = {
            let place = place.clone();
            let mut left = Some(draw);
            move |_: &_| {
                if let Some(draw) = left.take() {
                    place.show(|| paper(file, on, draw));
                }
            }
        };
        let style = el("link")
            .attr("rel", "stylesheet")
            .on("load", loaded)
            .on("error", move |_| place.show(not_loaded))
            .attr("href", STYLE);
        el("div")
            .class("printing")
            .with([style, up, heading(self.title), self.above, ticks, found])
    }
}

fn not_loaded() -> El {
    let t = text();
    group([para("", t.not_loaded), button("pill", t.try_again, reload)])
}

/// The button, and below it the paper.
fn paper(file: &'static str, on: Choices, draw: Box<dyn Fn() -> El>) -> El {
    let p = printing();
    let near = RwSignal::new(false);
    let class = move |plain: &str, more: &str, is: RwSignal<bool>| {
        Some(if is.get() {
            [plain, " ", more].concat()
        } else {
            plain.to_owned()
        })
    };
    // A table, because the rooms above and below are then there on every page. Margins of the paper itself would get
    // the address of this app from the browser.
    let room = |tag, words| el(tag).with([el("tr").with([el("td").say(words)])]);
    let inside = el("td").with([live(draw)]);
    let pages = el("table")
        .attr("role", "presentation")
        .class("pages")
        .with([
            room("thead", example()),
            el("tbody").with([el("tr").with([inside])]),
            room("tfoot", ""),
        ]);
    let sheet = el("div")
        .attr_live("class", move || class("sheet", "large", on.large))
        .with([pages]);
    group([
        button("big", p.print, move || print_as(file)),
        para(
            "hint",
            [p.nothing_else, " ", p.no_dialogue].concat().as_str(),
        ),
        el("div").class("closer").with([tick(p.near, near)]),
        el("div")
            .attr_live("class", move || class("paper", "near", near))
            .attr("role", "region")
            .attr("aria-label", p.sheet)
            .attr("tabindex", "0")
            .with([sheet]),
    ])
}

/// Said on every page of a made-up person's.
fn example() -> &'static str {
    if app().diary == Diary::MadeUp {
        text().made_up
    } else {
        ""
    }
}

/// The head of a sheet: what it is, and perhaps of when.
pub(super) fn head(title: &str, when: &str) -> El {
    let when = if when.is_empty() {
        nothing()
    } else {
        el("p").say(when)
    };
    el("header").with([el("h2").say(title), when])
}

/// So many lines to write on.
pub(super) fn lines(count: usize) -> El {
    group((0..count).map(|_| el("p").class("line")))
}
