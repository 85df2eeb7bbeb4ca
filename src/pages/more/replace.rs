//! Putting a copy in place of everything here: a safety copy first, then a second tap, then all of it or nothing.

use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::domain::record::Loaded;
use crate::state::App;
use crate::state::device::focus_on;
use crate::ui::dom::{El, Slot, el, group};
use crate::ui::heading::button;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// The quiet button, and the question it leads to. `held`: how many things the copy holds.
#[must_use]
pub(super) fn replace(app: App, records: Rc<Cell<Vec<Loaded>>>, held: usize, place: Slot) -> El {
    let t = text();
    let sure = RwSignal::new(false);
    let here = app.journal.with_untracked(Journal::count);
    let words = fill(t.replace_sure, &[&here.to_string(), &held.to_string()]);
    let save_first = move || {
        spawn_local(async move {
            if app.keep_copy().await.is_ok() {
                sure.try_set(true);
                focus_on("sure");
            } else {
                app.say(t.copy_failed);
            }
        });
    };
    let replace_now = move || {
        // A second tap comes before the first is through.
        if !sure.get_untracked() {
            return;
        }
        sure.set(false);
        let (records, place) = (records.take(), place.clone());
        spawn_local(async move {
            let replaced = app.replace_all(records).await;
            app.say(if replaced.is_ok() {
                t.replaced
            } else {
                t.replace_failed
            });
            place.clear();
        });
    };
    let question = el("p").attr("id", "sure").attr("tabindex", "-1");
    group([
        button("plain", t.replace_all, save_first).hidden_when(move || sure.get()),
        el("div")
            .with([
                // First the way back, as where everything is deleted.
                button("pill wide", t.cancel, move || sure.set(false)),
                question.say(&words),
                button("pill wide go", t.replace_yes, replace_now),
            ])
            .hidden_when(move || !sure.get()),
    ])
}
