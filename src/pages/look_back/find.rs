//! Finding what was noted, by words that are in it.

use crate::content::text::{looking_back, text};
use crate::domain::insight::{Found, What, search};
use crate::pages::app;
use crate::pages::log::day_route;
use crate::route::Route;
use crate::state::device::{DayStyle, lower_case, say_day};
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::field::{About, line};
use crate::ui::heading::{button, heading, para, row_link, up};
use leptos::prelude::*;

/// How many are shown at first, and more at each tap.
const SOME: usize = 50;

/// A field, and what has its words.
#[must_use]
pub fn find() -> El {
    let l = looking_back();
    let typed = RwSignal::new(String::new());
    let about = About {
        id: "find",
        label: l.find_words,
        hint: l.find_hint,
    };
    group([
        up(&Route::Week(None).href(), text().look_back),
        heading(l.find),
        line(about, typed, RwSignal::new(None)),
        live(move || {
            let typed = typed.get();
            untrack(|| results(&typed))
        }),
    ])
}

fn results(typed: &str) -> El {
    let l = looking_back();
    if typed.trim().chars().count() < 2 {
        return nothing();
    }
    let found = app()
        .journal
        .with_untracked(|journal| search(journal, typed, lower_case));
    let count = match found.len() {
        0 => l.found_none.to_owned(),
        many => text().count(l.found_one, l.found_many, many),
    };
    let shown = RwSignal::new(SOME);
    let all = found.len();
    let list = live(move || {
        let rows = found.iter().take(shown.get()).map(row);
        let rows = rows.collect::<Vec<_>>();
        if rows.is_empty() {
            nothing()
        } else {
            el("div").class("card found").with(rows)
        }
    });
    let more = button("pill wide", l.show_more, move || {
        shown.update(|shown| *shown += SOME);
    })
    .hidden_when(move || shown.get() >= all);
    group([para("hint", &count).attr("role", "status"), list, more])
}

fn row(found: &Found) -> El {
    let l = looking_back();
    let day = say_day(found.day, DayStyle::Long);
    let (to, kind) = match &found.what {
        What::Entry(id) => (Route::Entry(found.day, id.clone()), ""),
        What::DayNote => (day_route(found.day), l.a_note),
        What::Milestone(id) => (Route::Milestone(id.clone()), l.a_milestone),
        What::Review => (Route::Review(found.day), l.a_review),
    };
    let beside = if kind.is_empty() {
        day
    } else {
        [&day, " · ", kind].concat()
    };
    row_link(&to.href(), &found.words, &beside)
}
