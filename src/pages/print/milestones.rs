//! What was reached, year by year, with dates as the person gave them.

use super::app;
use super::frame::{Choices, Page, head, tick};
use super::week::note_of;
use crate::content::milestones::{self as bank, BankMilestone};
use crate::content::text::{fill, printing, text};
use crate::domain::day::Day;
use crate::domain::insight::{Reached, timeline};
use crate::domain::journal::Journal;
use crate::domain::milestone::Milestone;
use crate::pages::milestones::with_bank;
use crate::state::device::{DayStyle, say_day, say_when};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::heading::para;
use leptos::prelude::*;

pub(super) fn page() -> El {
    // The bank tells which of its words others need not read.
    with_bank(draw)
}

fn draw() -> El {
    let p = printing();
    let app = app();
    let choices = Choices::new();
    let private = RwSignal::new(false);
    let has_private = move || {
        app.journal.with(|journal| {
            let milestones = journal.milestones();
            milestones
                .iter()
                .any(|(_, one)| !one.recovery && is_discreet(one))
        })
    };
    let hint = live(move || {
        if has_private() {
            para("hint", p.private_hint)
        } else {
            nothing()
        }
    });
    let private_tick = live(move || {
        if has_private() {
            tick(p.private, private)
        } else {
            nothing()
        }
    });
    Page {
        title: p.milestones,
        file: p.file_notes,
        above: hint,
        ticks: vec![choices.notes_tick(), choices.recovery_tick(), private_tick],
        choices,
        draw: Box::new(move || {
            let shows = |one: &Milestone| {
                if one.recovery {
                    choices.shows(true)
                } else {
                    private.get() || !is_discreet(one)
                }
            };
            let today = app.today.get();
            let found = app.journal.with(|journal| {
                reached(
                    journal,
                    today,
                    &shows,
                    choices.shows(true),
                    choices.notes.get(),
                )
            });
            sheet(&found)
        }),
    }
    .show()
}

/// Whether others need not read its words.
fn is_discreet(milestone: &Milestone) -> bool {
    let found = milestone.bank.as_deref().and_then(bank::milestone);
    found.is_some_and(BankMilestone::is_discreet)
}

/// Something reached, as it is printed.
struct Item {
    year: i32,
    when: String,
    words: String,
    note: String,
}

/// What may be printed, newest first.
fn reached(
    journal: &Journal,
    today: Day,
    shows: &dyn Fn(&Milestone) -> bool,
    markers: bool,
    notes: bool,
) -> Vec<Item> {
    let mut items = Vec::new();
    for (day, reached) in timeline(journal, today) {
        let year = day.year();
        match reached {
            Reached::Milestone(id) => {
                let Some(one) = journal.milestone(&id).filter(|one| shows(one)) else {
                    continue;
                };
                let note = one.note.clone().filter(|_| notes);
                items.push(Item {
                    year,
                    when: one.when.map(say_when).unwrap_or_default(),
                    words: one.words.clone(),
                    note: note.unwrap_or_default(),
                });
            }
            Reached::Marker(id, marker) => {
                let Some(start) = journal.start(&id).filter(|_| markers) else {
                    continue;
                };
                items.push(Item {
                    year,
                    when: say_day(day, DayStyle::Long),
                    words: fill(text().counted, &[&start.label, &text().marker(marker)]),
                    note: String::new(),
                });
            }
        }
    }
    items
}

fn sheet(items: &[Item]) -> El {
    let p = printing();
    if items.is_empty() {
        return group([head(p.reached, ""), to_fill()]);
    }
    let mut years = Vec::new();
    let mut rest = items;
    while let Some(first) = rest.first() {
        let (these, others) = rest.split_at(rest.partition_point(|item| item.year == first.year));
        rest = others;
        let mut rows = Vec::new();
        for item in these {
            let words = el("div").with([el("b").say(&item.words), note_of(&item.note)]);
            let flower = bloom([true; 5], false);
            rows.push(el("li").with([flower, words, el("span").say(&item.when)]));
        }
        years.push(el("h3").say(&first.year.to_string()));
        years.push(el("ul").class("stones").with(rows));
    }
    group([head(p.reached, "")]).with(years)
}

/// Room for what was reached, and when, in place of an empty page.
fn to_fill() -> El {
    let p = printing();
    let names = [p.what, p.when].map(|name| el("th").attr("scope", "col").say(name));
    let rows = (0..8).map(|_| el("tr").with([el("td"), el("td")]));
    el("table").class("blank few").with([
        el("thead").with([el("tr").with(names)]),
        el("tbody").with(rows),
    ])
}
