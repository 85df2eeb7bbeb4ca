//! "Something changed": four equal choices, none of which takes time away. Nobody is asked what happened.

use super::date::edit;
use super::found_or_page;
use crate::content::safety_cards::{Card, Voice, cards_for};
use crate::content::text::{starts as texts, text};
use crate::domain::about::About as Question;
use crate::domain::commands::Refusal;
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::date_fields::{DateDraft, date_fields};
use crate::pages::draft::keeps_draft;
use crate::pages::safety::{nobody_is_watching, safety_cards};
use crate::route::Route;
use crate::state::device::random;
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::field::{About, area, choices, error, pick_chip};
use crate::ui::heading::{heading, para, row_link, send, up};
use leptos::prelude::*;

// The choices in the order offered: numbers, because a signal of a type of its own would cost bytes.
const NOTE: usize = 0;
const NEW_DATE: usize = 1;
const PAUSE: usize = 2;
const HIDE: usize = 3;
const NONE: usize = 4;

/// "Something changed" on a start date. One that has ended already is shown as it is.
#[must_use]
pub fn changed(id: &Id) -> El {
    let s = texts();
    let start = match found_or_page(id) {
        Err(page) => return page,
        Ok(start) if start.until.is_some() => return edit(id),
        Ok(start) => start,
    };
    let help = Route::StillHere(1, Some(id.clone()));
    group([
        up(&Route::Start(id.clone()).href(), text().cancel),
        heading(s.changed),
        para("soft", s.changed_words),
        form(id.clone(), start.about),
        el("nav")
            .class("card")
            .attr("aria-label", s.what_helps)
            .with([row_link(&help.href(), s.some_help, "")]),
    ])
}

fn form(id: Id, concerns: Question) -> El {
    let app = app();
    let t = text();
    let s = texts();
    let picked = RwSignal::new(NONE);
    let note = RwSignal::new(String::new());
    let date = DateDraft::new(None);
    let wrong = RwSignal::new(None);
    let wrong_note = RwSignal::new(None);
    let save = move || {
        if !app.may_send() {
            return;
        }
        let today = app.today_now();
        let here = Route::Start(id.clone()).href();
        let all = Route::Starts.href();
        let journal = app.journal.read_untracked();
        let (outcome, said, home) = match picked.get_untracked() {
            NOTE => {
                let outcome = journal.note_start(&id, &note.read_untracked(), today, random());
                (outcome, t.noted, here)
            }
            NEW_DATE => {
                let Some(since) = date.whole_day(today, s.whole_date) else {
                    return;
                };
                let outcome = journal.start_again(&id, since, today, random());
                (outcome, s.new_kept, here)
            }
            PAUSE => (journal.pause_start(&id, Some(today)), s.now_paused, all),
            HIDE => (journal.hide_start(&id, true), s.now_hidden, all),
            _ => return wrong.set(Some(s.pick_one.to_owned())),
        };
        drop(journal);
        if let Err(refusal) = app.keep_form(outcome, said, &home) {
            let field = match refusal {
                Refusal::Note(_) => wrong_note,
                Refusal::FutureDay | Refusal::BeforeStart => date.wrong,
                _ => wrong,
            };
            field.set(Some(t.refusal(refusal)));
        }
    };
    let labels = [s.add_note, s.new_date, s.pause, s.hide];
    let mut chips = Vec::new();
    for (choice, label) in labels.into_iter().enumerate() {
        chips.push(pick_chip("change", label, picked, choice));
    }
    let about = About {
        id: "note",
        label: s.your_note,
        hint: "",
    };
    let safety = if concerns == Question::No {
        nothing()
    } else {
        safety_cards(cards_for(concerns).with(Card::AfterABreak), Voice::Mine)
    };
    let fields = [
        choices(s.what_to_do, "", chips)
            .class("equal")
            .on("change", move |_| wrong.set(None)),
        error("change", wrong),
        el("div")
            .hidden_when(move || picked.get() != NOTE)
            .with([area(about, note, wrong_note), nobody_is_watching()]),
        el("div")
            .hidden_when(move || picked.get() != NEW_DATE)
            .with([date_fields(date, s.new_first_day, s.first_day_hint)]),
        safety,
        send("big", t.save),
    ];
    keeps_draft(el("form").on_send(save).with(fields))
}
