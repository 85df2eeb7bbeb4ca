//! Lists of short lines in the person's own words: strengths, the plan for hard days, appointments and the like.

mod fields;

use super::app;
use super::draft::{changed_elsewhere, forget_draft, keeps_draft, keeps_draft_of};
use super::safety::nobody_is_watching;
use crate::content::text::{fill, plans, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::line::{Line, List};
use crate::route::Route;
use crate::state::device::{DayStyle, go_instead, here, random, say_day};
use crate::ui::dom::{El, each, el, group, live, nothing, words};
use crate::ui::heading::{button, heading, link, para, send, small, up};
use crate::ui::icon::{RIGHT, icon};
use fields::LineFields;
use leptos::prelude::*;

/// A list with its lines, each of which leads to [`edit`], and a field to add one. The page that shows it also shows
/// [`nobody_is_watching`], once.
#[must_use]
pub(super) fn list(list: List, title: &str, hint: &str) -> El {
    el("section").class("card pad").with([
        el("h2").say(title),
        lines(list, is_to_come),
        add_form(list, title, hint),
    ])
}

/// The appointments of days that have passed, behind a tap; nothing while there are none.
#[must_use]
pub(super) fn past_appointments(title: &str) -> El {
    let rows = lines(List::Appointments, is_past);
    let summary = el("summary").say(title);
    el("details")
        .class("card past-lines")
        .hidden_when(|| ids(List::Appointments, is_past).is_empty())
        .with([summary, rows])
}

/// The people to call who have a number, first and big; nothing while there are none.
#[must_use]
pub(super) fn calls() -> El {
    let with_number = |line: &Line, _: Day| line.dial().is_some();
    let draw = |id: &str| {
        let id = id.to_owned();
        el("li").with([live(move || of(&id, |line| call("big", line)))])
    };
    el("ul")
        .class("lines calls")
        .with([each(move || ids(List::Call, with_number), draw)])
}

/// Which of the lines of a list to show, as of a day.
type Which = fn(&Line, Day) -> bool;

fn is_past(line: &Line, today: Day) -> bool {
    line.list == Some(List::Appointments) && line.day.is_some_and(|day| day < today)
}

fn is_to_come(line: &Line, today: Day) -> bool {
    !is_past(line, today)
}

fn ids(list: List, which: Which) -> Vec<String> {
    let app = app();
    let today = app.today.get();
    let journal = app.journal.read();
    let mut ids = Vec::new();
    for (id, line) in journal.lines(list) {
        if which(line, today) {
            ids.push(id.to_string());
        }
    }
    ids
}

fn lines(list: List, which: Which) -> El {
    el("ul")
        .class("lines")
        .with([each(move || ids(list, which), row)])
}

/// A line by its id. Its words follow the journal, so that one changed elsewhere keeps its place and the focus.
fn row(id: &str) -> El {
    let Some(parsed) = Id::parse(id) else {
        return nothing();
    };
    let href = Route::Line(parsed).href();
    let (id, of_call) = (id.to_owned(), id.to_owned());
    let inside = move || {
        of(&id, |line| {
            group([words(&line.words), small(&beside(line))])
        })
    };
    let label = el("span").with([live(inside)]);
    el("li").with([
        el("a")
            .class("row")
            .attr("href", &href)
            .with([label, icon(RIGHT)]),
        live(move || {
            of(&of_call, |line| {
                if line.list == Some(List::Call) {
                    call("pill strong", line)
                } else {
                    nothing()
                }
            })
        }),
    ])
}

/// What is drawn of a line; nothing when it is gone.
fn of(id: &str, draw: impl Fn(&Line) -> El) -> El {
    let journal = app().journal.read();
    let line = Id::parse(id).and_then(|id| journal.line(&id).cloned());
    drop(journal);
    line.map_or_else(nothing, |line| draw(&line))
}

/// The day and the number of a line.
fn beside(line: &Line) -> String {
    let mut beside = Vec::new();
    beside.extend(line.day.map(|day| say_day(day, DayStyle::FullWithYear)));
    beside.extend(line.shown_number());
    beside.join(" · ")
}

/// The link that rings a person; nothing when there is no number.
fn call(class: &str, line: &Line) -> El {
    let Some(digits) = line.dial() else {
        return nothing();
    };
    let name = fill(text().call_name, &[&line.words]);
    let shown = if class == "big" { &name } else { text().call };
    link(class, &["tel:", &digits].concat(), shown).attr("aria-label", &name)
}

fn add_form(list: List, title: &str, hint: &str) -> El {
    let app = app();
    let t = text();
    let fields = LineFields::new(list, None);
    let begun = [&here(), "?", list.name()].concat();
    let address = begun.clone();
    let add = move || {
        let Some(draft) = fields.draft() else {
            return;
        };
        let outcome = app
            .journal
            .with_untracked(|journal| journal.add_line(&draft, random()));
        match app.keep(outcome, t.noted) {
            // A newer version has written here: it is not kept, so what was typed stays.
            Ok(()) if app.is_read_only() => {}
            Ok(()) => {
                fields.clear();
                forget_draft(app, address.clone());
            }
            Err(refusal) => fields.refuse(refusal),
        }
    };
    let form = el("form").class("add-line").on_send(add).with([
        fields.draw(plans().add_line, title, hint),
        send("pill", plans().add).with([unseen_of(title)]),
    ]);
    keeps_draft_of(form, begun)
}

/// Which list a field or a button belongs to, for screen readers alone.
fn unseen_of(title: &str) -> El {
    if title.is_empty() {
        return nothing();
    }
    let of = [" ", &fill(plans().for_list, &[title])].concat();
    el("span").class("unseen").say(&of)
}

/// A line, to change or take away.
#[must_use]
pub fn edit(id: &Id) -> El {
    let app = app();
    let t = text();
    let found = app
        .journal
        .with_untracked(|journal| journal.line(id).cloned());
    // One of a list that only a newer version knows has no form here.
    let found = found.and_then(|line| Some((line.list?, line)));
    let Some((list, line)) = found else {
        return group([
            up(&Route::More.href(), t.more),
            heading(plans().a_line),
            para("", t.not_there),
        ]);
    };
    let home = home(list).href();
    let fields = LineFields::new(list, Some(&line));
    let elsewhere = {
        let id = id.clone();
        changed_elsewhere(line.words.clone(), fields.words, move || {
            Some(app.journal.read().line(&id)?.words.clone())
        })
    };
    let save = {
        let (id, home) = (id.clone(), home.clone());
        move || {
            if !app.may_send() {
                return;
            }
            let Some(draft) = fields.draft() else {
                return;
            };
            let outcome = app
                .journal
                .with_untracked(|journal| journal.change_line(&id, &draft));
            if let Err(refusal) = app.keep_form(outcome, t.changed, &home) {
                fields.refuse(refusal);
            }
        }
    };
    let remove = {
        let (id, home) = (id.clone(), home.clone());
        move || {
            let outcome = app
                .journal
                .with_untracked(|journal| journal.remove_line(&id));
            app.keep_draft(&here(), None);
            let _ = app.keep(outcome, t.removed);
            go_instead(&home);
        }
    };
    let form = el("form").on_send(save).with([
        fields.draw(plans().the_words, "", ""),
        nobody_is_watching(),
        send("big", t.save),
    ]);
    group([
        up(&home, t.cancel),
        heading(plans().a_line),
        elsewhere,
        keeps_draft(form),
        button("plain", t.take_away, remove),
    ])
}

/// The page on which a list stands.
fn home(list: List) -> Route {
    match list {
        List::People | List::Place | List::Skills | List::Belonging => Route::Strengths,
        List::Signs | List::Helps | List::SafePlaces | List::Call | List::Reasons => Route::Plan,
        List::Appointments | List::Say => Route::Worker,
        List::Meaning => Route::MyWords,
        List::Connection | List::Hope | List::Identity | List::Worth | List::Empowerment => {
            Route::CheckUps
        }
    }
}
