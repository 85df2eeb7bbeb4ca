//! The made-up people: who they are, and the beginning of a diary apart.

use super::app;
use super::milestones::with_bank;
use crate::content::demo;
use crate::content::text::{self as words, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::App;
use crate::state::apart::{self, Diary, UNSAVED, turn_to, turn_to_own};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{button, heading, link, para, row_link, up};
use leptos::prelude::*;

/// The list of them. With a person: turns to that one.
#[must_use]
pub fn demo(person: Option<&Id>) -> El {
    let app = app();
    if app.is_to_begin() {
        return with_bank(move || {
            begin(app);
            nothing()
        });
    }
    match person {
        Some(person) if demo::people().iter().any(|one| one.id == person.as_str()) => {
            if app.diary == Diary::Unsaved {
                return clears_unsaved(person.clone());
            }
            turn_to(person.as_str());
            nothing()
        }
        Some(_) => super::nowhere::nowhere(),
        None => list(app),
    }
}

/// Begins the diary that this tab is for.
fn begin(app: App) {
    let name = apart::name().unwrap_or_default();
    let journal = if name == UNSAVED {
        Some(Journal::default())
    } else {
        demo::journal(&name, app.today.get_untracked())
    };
    match journal {
        Some(journal) => app.begin_apart(journal),
        None => turn_to_own(),
    }
}

/// What is not kept would be gone: a link must not do that.
fn clears_unsaved(person: Id) -> El {
    let a = words::apart();
    let t = text();
    group([
        up(&Route::Today.href(), t.today),
        heading(t.demo),
        para("", a.unsaved_now),
        para("", a.example_clears),
        link("pill", &Route::Unsaved.href(), t.print_or_send),
        button("big", a.clear_and_see, move || turn_to(person.as_str())),
    ])
}

fn list(app: App) -> El {
    let a = words::apart();
    let open = apart::name().unwrap_or_default();
    let mut rows = Vec::new();
    for person in demo::people() {
        let to = Id::parse(person.id).map_or(Route::Nowhere, |id| Route::Demo(Some(id)));
        let row = row_link(&to.href(), person.name, person.about);
        rows.push(if person.id == open {
            row.attr("aria-current", "true")
        } else {
            row
        });
    }
    group([
        up(&Route::More.href(), text().more),
        heading(a.people),
        para("soft", a.people_intro),
        el("nav")
            .class("card")
            .attr("aria-label", a.people)
            .with(rows),
        if app.diary == Diary::MadeUp {
            group([
                button("big", a.start_own, turn_to_own),
                para("hint", a.start_own_hint),
            ])
        } else {
            nothing()
        },
    ])
}
