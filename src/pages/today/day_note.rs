//! A note for the day, kept as it is typed.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::safety::nobody_is_watching;
use crate::state::device::focus_on;
use crate::state::typing::Keep;
use crate::ui::dom::{El, el, follow, live, nothing, steady};
use crate::ui::field::{About, area};
use crate::ui::heading::button;
use leptos::prelude::*;
use std::rc::Rc;

/// "Add a note", or the note.
#[must_use]
pub(super) fn day_note(day: Day) -> El {
    let app = app();
    let t = text();
    let stored = steady(move || {
        let id = Id::parse(&day.to_string());
        app.journal.with(|journal| {
            id.and_then(|id| journal.note(&id).map(|note| note.text.clone()))
                .unwrap_or_default()
        })
    });
    let unsaved = unsaved(day).is_some();
    let open = RwSignal::new(unsaved || !stored.get_untracked().is_empty());
    let begin = move || {
        open.set(true);
        focus_on("note");
    };
    el("section").class("note").with([
        button("pill wide", t.add_note, begin).hidden_when(move || open.get()),
        live(move || {
            if open.get() {
                untrack(|| editor(day, stored))
            } else {
                nothing()
            }
        }),
    ])
}

/// A note of the day that was too long to be kept.
fn unsaved(day: Day) -> Option<String> {
    app().unkept_notes.with_value(|notes| {
        let found = notes.iter().find(|(of, _)| *of == day);
        found.map(|(_, note)| note.clone())
    })
}

fn editor(day: Day, stored: RwSignal<String>) -> El {
    let app = app();
    let t = text();
    let draft = RwSignal::new(unsaved(day).unwrap_or_else(|| stored.get_untracked()));
    let wrong = RwSignal::new(None);
    let kept = StoredValue::new(stored.get_untracked());

    let keep = move || {
        // It may come a moment after the page is gone, where it was kept.
        let Some(typed) = draft.try_get_untracked() else {
            return;
        };
        if typed.trim() == kept.get_value() {
            return;
        }
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.write_day_note(day, &typed, today));
        kept.set_value(typed.trim().to_owned());
        let refused = app.keep(outcome, t.noted).err();
        app.unkept_notes.update_value(|notes| {
            // What does not fit is not kept on the device, but it must not vanish from the page either.
            notes.retain(|(of, _)| *of != day);
            if refused.is_some() {
                notes.push((day, typed));
            }
        });
        wrong.set(refused.map(|refusal| t.refusal(refusal)));
    };
    let soon: Keep = Rc::new(keep);
    let mut typed_in = false;
    follow(move || {
        draft.track();
        if typed_in {
            app.keep_soon(&soon);
        }
        typed_in = true;
    });
    // An undo, or another tab, changed what is kept: the field follows.
    follow(move || {
        let now = stored.get();
        if now != kept.get_value() && wrong.with_untracked(Option::is_none) {
            kept.set_value(now.clone());
            draft.set(now);
        }
    });
    on_cleanup(keep);
    let about = About {
        id: "note",
        label: t.note_for_day,
        hint: "",
    };
    el("form")
        .on("focusout", move |_| keep())
        .with([area(about, draft, wrong), nobody_is_watching()])
}
