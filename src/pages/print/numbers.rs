//! A card of the size of a bank card, to fold: the lines that are always there on one side, the person's own people on
//! the other.

use super::app;
use super::frame::{Choices, Page};
use crate::content::help_lines::{self, HelpLine, Nation};
use crate::content::text::{fill, printing, text};
use crate::domain::journal::Journal;
use crate::domain::line::List;
use crate::route::Route;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::heading::{para, row_link};
use leptos::prelude::*;

/// How many people a side has room for.
const PEOPLE: usize = 5;

pub(super) fn page() -> El {
    let p = printing();
    let app = app();
    let choices = Choices::new();
    let hints = live(move || {
        let (no_nation, nobody) = app.journal.with(|journal| {
            let nation = journal.settings().nation;
            (nation.is_none(), journal.lines(List::Call).is_empty())
        });
        let mut rows = Vec::new();
        if nobody {
            rows.push(row_link(&Route::Plan.href(), text().my_plan, p.no_people));
        }
        if no_nation {
            rows.push(row_link(&Route::Help.href(), text().nation, p.nation_hint));
        }
        if rows.is_empty() {
            return nothing();
        }
        el("nav")
            .class("card")
            .attr("aria-label", text().for_me)
            .with(rows)
    });
    Page {
        title: p.numbers,
        file: p.file_notes,
        above: hints,
        ticks: Vec::new(),
        choices,
        draw: Box::new(move || app.journal.with(sheet)),
    }
    .show()
}

/// A person to call: a name and a number, either of which may be empty.
type Person = (String, String);

fn sheet(journal: &Journal) -> El {
    let p = printing();
    let nation = journal.settings().nation;
    let nation = Nation::from_slug(&nation.unwrap_or_default());
    let mut people: Vec<Person> = Vec::new();
    for (_, line) in journal.lines(List::Call) {
        people.push((line.words.clone(), line.shown_number().unwrap_or_default()));
    }
    // What is left of a side is for the pen.
    while people.is_empty() || !people.len().is_multiple_of(PEOPLE) {
        people.push(Person::default());
    }
    let mut sides = vec![fixed(&help_lines::fixed(nation))];
    sides.extend(people.chunks(PEOPLE).map(side));
    let mut sides = sides.into_iter();
    let mut cards = Vec::new();
    while let Some(front) = sides.next() {
        let back = sides.next().unwrap_or_else(nothing);
        cards.push(el("section").class("wallet").with([front, back]));
    }
    group([
        el("div").class("wallets").with(cards),
        para("key", p.cut_fold),
    ])
}

/// The lines that always come first, in their order.
fn fixed(lines: &[&HelpLine]) -> El {
    let mut rows = Vec::new();
    for line in lines {
        rows.push(el("li").with([
            el("b").say(line.name),
            el("b").say(&how(line)),
            el("small").say(line.what_for),
        ]));
    }
    el("div").with([el("h2").say(printing().anyone), el("ul").with(rows)])
}

/// The number to ring, or where to send a text.
fn how(line: &HelpLine) -> String {
    let t = text();
    match (line.number, line.text) {
        (Some(number), _) => number.to_owned(),
        (None, Some(("", number))) => fill(t.text_number, &[number]),
        (None, Some((keyword, number))) => fill(t.text_to, &[keyword, number]),
        (None, None) => String::new(),
    }
}

fn side(people: &[Person]) -> El {
    let mut rows = Vec::new();
    for (name, number) in people {
        rows.push(el("li").with([el("b").say(name), el("b").say(number)]));
    }
    el("div")
        .class("people")
        .with([el("h2").say(printing().my_people), el("ul").with(rows)])
}
