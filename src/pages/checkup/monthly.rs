//! One plain question a month, each of five in turn. An answer is kept as it is and never scored.

use crate::content::checkup::monthly;
use crate::content::text::{checkups, fill, text};
use crate::domain::checkup::Chime;
use crate::domain::commands::LineDraft;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::draft::{forget_draft, keeps_draft_of};
use crate::pages::safety::nobody_is_watching;
use crate::route::Route;
use crate::state::device::{DayStyle, here, random, say_day};
use crate::ui::dom::{El, el, follow, nothing, steady};
use crate::ui::field::{About, line};
use crate::ui::heading::{row_link, send};
use leptos::prelude::*;

/// The question of this month, with its answer if there is one.
pub(super) fn question() -> El {
    let app = app();
    let c = checkups();
    let today = app.today_now();
    let list = Chime::of_month(today).list();
    let kept = steady(move || {
        app.journal.with(|journal| {
            let found = of_month(journal, today).and_then(|id| journal.line(&id));
            found.map(|line| line.words.clone()).unwrap_or_default()
        })
    });
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None);
    // An undo, or another tab, changed what is kept: the field follows, unless something else is typed there.
    let shown = RwSignal::new(String::new());
    follow(move || {
        let now = kept.get();
        if *typed.read_untracked() == *shown.read_untracked() {
            typed.set(now.clone());
        }
        shown.set(now);
    });
    let draft_of = [&here(), "?", list.name()].concat();
    let draft = draft_of.clone();
    let save = move || {
        let line = LineDraft {
            list,
            words: typed.get_untracked(),
            number: String::new(),
            day: Some(today),
        };
        let outcome = app
            .journal
            .with_untracked(|journal| match of_month(journal, today) {
                Some(id) if line.words.trim().is_empty() => journal.remove_line(&id),
                Some(id) => journal.change_line(&id, &line),
                None => journal.add_line(&line, random()),
            });
        let said = if typed.read_untracked().trim().is_empty() {
            text().removed
        } else {
            c.kept
        };
        match app.keep(outcome, said) {
            Ok(()) => forget_draft(app, draft.clone()),
            Err(refusal) => wrong.set(Some(text().refusal(refusal))),
        }
    };
    let about = About {
        id: "monthly",
        label: monthly(Chime::of_month(today)),
        hint: c.monthly_hint,
    };
    let form = el("form").on_send(save).with([
        line(about, typed, wrong),
        nobody_is_watching(),
        send("pill", c.keep),
    ]);
    let month = say_day(today, DayStyle::MonthOnly);
    el("section").class("card pad").with([
        el("h2").say(&fill(c.monthly, &[&month])),
        keeps_draft_of(form, draft_of),
    ])
}

/// The answer to the question of this month.
fn of_month(journal: &Journal, today: Day) -> Option<Id> {
    let lines = journal.lines(Chime::of_month(today).list());
    let found = lines.into_iter().find(|(_, line)| {
        line.day
            .is_some_and(|day| day.month_start() == today.month_start())
    });
    found.map(|(id, _)| id.clone())
}

/// Every answer by its month, latest first; a tap opens it.
pub(super) fn answers(journal: &Journal) -> El {
    let mut found: Vec<(Day, El)> = Vec::new();
    for chime in Chime::ALL {
        for (id, line) in journal.lines(chime.list()) {
            let Some(day) = line.day else { continue };
            let month = say_day(day, DayStyle::Month);
            let beside = [&month, " · ", monthly(chime)].concat();
            let row = row_link(&Route::Line(id.clone()).href(), &line.words, &beside);
            let place = found.partition_point(|(other, _)| *other > day);
            found.insert(place, (day, row));
        }
    }
    if found.is_empty() {
        return nothing();
    }
    el("section")
        .class("card")
        .with([el("h2").class("card-title").say(checkups().months)])
        .with(found.into_iter().map(|(_, row)| row))
}
