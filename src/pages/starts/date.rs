//! A start date: what it says, its notes, and everything that can be done with it.

use super::card::{reached, said};
use super::form::form;
use super::notes::notes;
use super::{found, found_or_page};
use crate::content::text::{starts as texts, text};
use crate::domain::about::About;
use crate::domain::change::Changed;
use crate::domain::commands::Refusal;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::start_date::StartDate;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::{focus_on_heading, go_instead, here};
use crate::ui::dom::{El, el, group, live, nothing, steady};
use crate::ui::heading::{button, details, heading, link, para, row_link, up};
use leptos::prelude::*;

/// A start date.
#[must_use]
pub fn edit(id: &Id) -> El {
    let app = app();
    let s = texts();
    let old = match found_or_page(id) {
        Ok(old) => old,
        Err(page) => return page,
    };
    let now = {
        let id = id.clone();
        steady(move || app.journal.with(|journal| found(journal, &id)))
    };
    let card = move || {
        now.get().map_or_else(nothing, |start| {
            let lines = said(&start, app.today.get());
            el("div").class("card start").with([lines])
        })
    };
    let markers = move || {
        now.get()
            .map_or_else(nothing, |start| reached(&start, app.today.get()))
    };
    let change = if old.until.is_some() {
        nothing()
    } else {
        link("big", &Route::Changed(id.clone()).href(), s.changed)
    };
    let help = {
        let id = id.clone();
        live(move || now.get().map_or_else(nothing, |start| help(&id, &start)))
    };
    let actions = {
        let id = id.clone();
        live(move || {
            let start = now.get();
            let paused = start.as_ref().is_some_and(|start| start.paused.is_some());
            let hidden = start.as_ref().is_some_and(|start| start.hidden);
            let mut actions = Vec::new();
            if paused {
                actions.push(action(&id, s.go_on, s.counts_again, |journal, id| {
                    journal.pause_start(id, None)
                }));
            }
            actions.push(if hidden {
                action(&id, s.show_again, s.shown_again, |journal, id| {
                    journal.hide_start(id, false)
                })
            } else {
                action(&id, s.hide, s.now_hidden, |journal, id| {
                    journal.hide_start(id, true)
                })
            });
            el("div").class("actions").with(actions)
        })
    };
    group([
        up(&Route::Starts.href(), text().start_dates),
        heading(s.one),
        live(card),
        change,
        help,
        actions,
        live(markers),
        notes(id),
        el("h2").say(s.change_it),
        form(Some(id.clone()), Some(&old)),
        delete(id),
    ])
}

/// Some help, where something may have changed, and beside what is about stopping or cutting down.
fn help(id: &Id, start: &StartDate) -> El {
    let s = texts();
    let ended = start.until.is_some();
    if !ended && start.about == About::No && start.paused.is_none() && !start.hidden {
        return nothing();
    }
    let help = Route::StillHere(1, Some(id.clone()));
    let mut rows = vec![row_link(&help.href(), s.some_help, "")];
    if ended {
        rows.push(row_link(&Route::Starts.href(), s.all_dates, ""));
    }
    el("nav")
        .class("card")
        .attr("aria-label", s.what_helps)
        .with(rows)
}

type Act = fn(&Journal, &Id) -> Result<Changed, Refusal>;

/// A button that does something with the date at once.
fn action(id: &Id, label: &str, said: &'static str, act: Act) -> El {
    let app = app();
    let id = id.clone();
    button("pill", label, move || {
        let outcome = app.journal.with_untracked(|journal| act(journal, &id));
        if let Err(refusal) = app.keep(outcome, said) {
            app.say(&text().refusal(refusal));
        }
        focus_on_heading();
    })
}

/// The only way in which time is taken away: asked for in so many words, and it can be undone.
fn delete(id: &Id) -> El {
    let app = app();
    let s = texts();
    let id = id.clone();
    let delete = move || {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.remove_start(&id));
        // What was begun on its pages goes with it.
        let here = here();
        let notes = app.journal.with_untracked(|journal| {
            let notes = journal.notes_of(&id).into_iter();
            notes
                .map(|(note, _)| [&here, "?", note.as_str()].concat())
                .collect::<Vec<_>>()
        });
        for address in notes {
            app.keep_draft(&address, None);
        }
        app.keep_draft(&Route::Changed(id.clone()).to_string(), None);
        app.keep_draft(&here, None);
        let _ = app.keep(outcome, text().removed);
        go_instead(&Route::Starts.href());
    };
    let inside = group([
        para("", s.delete_words),
        button("pill", s.delete_yes, delete),
    ]);
    details("delete", s.delete, false, inside)
}
