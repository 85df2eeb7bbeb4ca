//! The notes of a start date, each to be changed or taken away.

use crate::content::text::{fill, starts as texts, text};
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::draft::{forget_draft, keeps_draft_of};
use crate::pages::safety::nobody_is_watching;
use crate::state::device::{DayStyle, focus_on, focus_on_heading, here, say_day};
use crate::ui::dom::{El, each, el, group, live, nothing};
use crate::ui::field::{About, area};
use crate::ui::heading::{button, send};
use leptos::prelude::*;

/// The notes, oldest first; nothing while there are none.
#[must_use]
pub(super) fn notes(id: &Id) -> El {
    let id = id.clone();
    let ids = move || -> Vec<String> {
        app().journal.with(|journal| {
            let notes = journal.notes_of(&id).into_iter();
            notes.map(|(id, _)| id.to_string()).collect()
        })
    };
    let none = {
        let ids = ids.clone();
        move || ids().is_empty()
    };
    // The one that is being changed.
    let open = RwSignal::new(String::new());
    el("section").hidden_when(none).with([
        el("h2").say(texts().notes),
        el("ul")
            .class("card list notes")
            .with([each(ids, move |id| note(id, open))]),
    ])
}

fn note(id: &str, open: RwSignal<String>) -> El {
    let Some(id) = Id::parse(id) else {
        return nothing();
    };
    el("li").with([live(move || {
        if open.with(|open| open == id.as_str()) {
            untrack(|| editor(&id, open))
        } else {
            view(&id, open)
        }
    })])
}

fn view(id: &Id, open: RwSignal<String>) -> El {
    let found = app()
        .journal
        .with(|journal| Some(journal.note(id)?.clone()));
    let Some(note) = found else {
        return nothing();
    };
    let s = texts();
    let day = say_day(note.day, DayStyle::Long);
    let key = id.to_string();
    let change = button("pill", texts().change, move || {
        open.set(key.clone());
        focus_on("note");
    });
    group([
        el("p").class("kept").say(&note.text),
        el("div").class("steps").with([
            el("small").say(&day),
            change.attr("aria-label", &fill(s.change_note, &[&day])),
        ]),
    ])
}

fn editor(id: &Id, open: RwSignal<String>) -> El {
    let app = app();
    let t = text();
    let old = app
        .journal
        .with_untracked(|journal| Some(journal.note(id)?.text.clone()));
    let typed = RwSignal::new(old.unwrap_or_default());
    let wrong = RwSignal::new(None);
    let begun = [&here(), "?", id.as_str()].concat();
    let (id, address) = (id.clone(), begun.clone());
    let keep = move |text: &str, said| {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.change_note(&id, text));
        if let Err(refusal) = app.keep(outcome, said) {
            wrong.set(Some(t.refusal(refusal)));
            return;
        }
        // A newer version has written here: it is not kept, so what was typed stays.
        if app.is_read_only() {
            return;
        }
        open.set(String::new());
        focus_on_heading();
        forget_draft(app, address.clone());
    };
    let remove = {
        let keep = keep.clone();
        move || keep("", t.removed)
    };
    let about = About {
        id: "note",
        label: texts().your_note,
        hint: "",
    };
    let form = el("form")
        .on_send(move || keep(&typed.get_untracked(), t.changed))
        .with([
            area(about, typed, wrong),
            nobody_is_watching(),
            el("div").class("actions").with([
                send("pill strong", t.save),
                button("plain", t.take_away, remove),
            ]),
        ]);
    keeps_draft_of(form, begun)
}
