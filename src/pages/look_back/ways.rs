//! Each Way over time: counts of days, never advice or a cause.

use super::{in_table, switch};
use crate::content::text::{fill, looking_back, text};
use crate::domain::day::Day;
use crate::domain::insight::{self, Totals};
use crate::domain::way::Way;
use crate::pages::app;
use crate::state::device::{DayStyle, say_day};
use crate::ui::bars::bars;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{heading, para};
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// The stretches that are counted, in days up to today.
const STRETCHES: [u64; 3] = [7, 30, 365];
/// How many months the bars show.
const MONTHS: i32 = 12;

/// A card for each Way.
#[must_use]
pub fn ways() -> El {
    super::with_all(ways_now)
}

fn ways_now() -> El {
    let app = app();
    let l = looking_back();
    let today = app.today.get_untracked();
    let (stretches, months) = app.journal.with_untracked(|journal| {
        let stretches =
            STRETCHES.map(|days| insight::totals_between(journal, today.before(days - 1), today));
        let mut months = Vec::new();
        for back in (0..MONTHS).rev() {
            let first = today.month_after(-back);
            let last = first.month_after(1).before(1).min(today);
            months.push((first, insight::totals_between(journal, first, last)));
        }
        (stretches, months)
    });
    let cards = Way::ALL.map(|way| card(way, &stretches, &months));
    group([
        heading(l.over_time),
        switch(3),
        para("hint", l.over_time_words),
        group(cards),
    ])
}

fn card(way: Way, stretches: &[Totals; 3], months: &[(Day, Totals)]) -> El {
    let t = text();
    let l = looking_back();
    let mut lines = Vec::new();
    for (days, totals) in STRETCHES.into_iter().zip(stretches) {
        // It counts what there was, never what there was not.
        let touched = totals.ways[way.index()];
        if touched > 0 {
            let counts = [touched.to_string(), days.to_string()];
            let said = fill(l.on_of_last, &[t.did_way(way), &counts[0], &counts[1]]);
            lines.push(para("row", &said));
        }
    }
    let counts: Vec<u32> = months
        .iter()
        .map(|(_, totals)| totals.ways[way.index()])
        .collect();
    let head = |scope, label: &str| el("th").attr("scope", scope).say(label);
    let mut rows = Vec::new();
    for ((first, _), count) in months.iter().zip(&counts) {
        rows.push(el("tr").with([
            head("row", &say_day(*first, DayStyle::Month)),
            el("td").say(&count.to_string()),
        ]));
    }
    let over_months = if lines.is_empty() {
        para("row", t.no_days)
    } else {
        group([
            el("p").class("hint pad-in").say(l.by_month),
            bars(&counts, 31),
            in_table(
                &[t.way(way), ": ", l.by_month].concat(),
                vec![head("col", l.month), head("col", l.last_days)],
                rows,
            ),
        ])
    };
    let class = ["card way ", way.slug()].concat();
    el("section").class(&class).with([
        el("div")
            .class("way-head")
            .with([way_mark(way.index()), el("h2").say(t.way(way))]),
        group(lines),
        over_months,
    ])
}
