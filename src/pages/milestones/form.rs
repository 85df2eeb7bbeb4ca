//! A milestone to mark, to change or to un-tick.

use super::below;
use crate::content::milestones as bank;
use crate::content::text::{keepsakes, text};
use crate::domain::about::About as Question;
use crate::domain::change::{Changed, Key};
use crate::domain::commands::{MilestoneDraft, Refusal};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::date_fields::{DateDraft, date_fields};
use crate::pages::draft::{changed_elsewhere, keeps_draft};
use crate::pages::safety::{about_question, nobody_is_watching, safety_cards};
use crate::route::Route;
use crate::state::device::{go_instead, here, random};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::field::{About, area, line};
use crate::ui::heading::{button, details, heading, send, up};
use leptos::prelude::*;

/// A milestone to mark, from the bank or in own words.
#[must_use]
pub(super) fn new(id: Option<&Id>) -> El {
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let from_bank = id
        .and_then(|id| bank::milestone(id.as_str()))
        .filter(|milestone| recovery || !milestone.is_recovery());
    let draft = from_bank.map_or_else(MilestoneDraft::default, |milestone| MilestoneDraft {
        words: milestone.words.to_owned(),
        bank: Some(milestone.id.to_owned()),
        recovery: milestone.is_recovery(),
        ..MilestoneDraft::default()
    });
    let hide = from_bank.map_or_else(nothing, below::hide);
    group([form(None, draft), hide])
}

/// A milestone that was reached.
#[must_use]
pub(super) fn edit(id: &Id) -> El {
    let app = app();
    let t = text();
    let Some(milestone) = super::shown(id) else {
        return super::not_there();
    };
    let from_bank = milestone.bank.as_deref().and_then(bank::milestone);
    let draft = MilestoneDraft {
        words: milestone.words,
        bank: milestone.bank,
        when: milestone.when,
        note: milestone.note.unwrap_or_default(),
        about: milestone.about,
        recovery: milestone.recovery,
        proud: milestone.proud,
    };
    let untick = {
        let id = id.clone();
        move || {
            let outcome = app.journal.with_untracked(|journal| journal.unreach(&id));
            app.keep_draft(&here(), None);
            let _ = app.keep(outcome, t.unticked);
            go_instead(&Route::Milestones.href());
        }
    };
    group([
        form(Some(id.clone()), draft),
        below::of_reached(id),
        button("plain", t.untick, untick),
        from_bank.map_or_else(nothing, below::hide),
    ])
}

fn form(id: Option<Id>, old: MilestoneDraft) -> El {
    let app = app();
    let t = text();
    let words = RwSignal::new(old.words.clone());
    let note = RwSignal::new(old.note.clone());
    let about = RwSignal::new(old.about as usize);
    let date = DateDraft::new(old.when);
    let wrong_words = RwSignal::new(None);
    let wrong_note = RwSignal::new(None);
    let from_bank = old.bank.as_deref().and_then(bank::milestone);
    let send_label = if id.is_some() {
        t.save
    } else {
        t.i_reached_this
    };
    let up_to = match (&id, from_bank) {
        (None, Some(milestone)) => Id::parse(milestone.group).map_or(Route::Bank, Route::Group),
        (None, None) => Route::Bank,
        _ => Route::Milestones,
    };
    // The bank's cards follow its marks; for own words the person may say what it is about.
    let safety = from_bank.map_or_else(
        || about_question(about),
        |milestone| safety_cards(milestone.cards, milestone.voice()),
    );
    let open_note = !old.note.is_empty();
    let elsewhere = match id.clone() {
        Some(id) => changed_elsewhere(old.words.clone(), words, move || {
            Some(app.journal.read().milestone(&id)?.words.clone())
        }),
        None => nothing(),
    };
    let save = move || {
        if !app.may_send() {
            return;
        }
        let when = match date.read(app.today_now()) {
            Ok(when) => when,
            Err(wrong) => {
                date.wrong.set(Some(wrong.to_owned()));
                return;
            }
        };
        let draft = MilestoneDraft {
            words: words.get_untracked(),
            bank: old.bank.clone(),
            when,
            note: note.get_untracked(),
            about: Question::ALL[about.get_untracked()],
            recovery: old.recovery && old.about == Question::No,
            // Its tick is kept by itself, and may have changed since the form was drawn.
            proud: app.journal.with_untracked(|journal| {
                let kept = id.as_ref().and_then(|id| journal.milestone(id));
                kept.is_some_and(|kept| kept.proud)
            }),
        };
        let today = app.today_now();
        let outcome = app.journal.with_untracked(|journal| match &id {
            Some(id) => journal.change_milestone(id, &draft),
            None => journal.reach(&draft, today, random()),
        });
        let (said, home) = match &outcome {
            Ok(changed) if id.is_none() => (t.milestone_kept, celebration(changed)),
            _ => (t.changed, Route::Milestones),
        };
        match app.keep_form(outcome, said, &home.href()) {
            Ok(()) => {}
            Err(refusal @ Refusal::Note(_)) => wrong_note.set(Some(t.refusal(refusal))),
            Err(refusal) => wrong_words.set(Some(t.refusal(refusal))),
        }
    };
    let about_words = About {
        id: "words",
        label: t.milestone_words,
        hint: from_bank.map_or("", |_| keepsakes().can_reword),
    };
    let about_note = About {
        id: "note",
        label: t.private_note,
        hint: t.note_hint,
    };
    let fields = [
        line(about_words, words, wrong_words),
        from_bank.map_or_else(nothing, below::ways),
        safety,
        date_fields(date, t.when, t.when_hint),
        details(
            "",
            t.private_note,
            open_note,
            area(about_note, note, wrong_note),
        ),
        nobody_is_watching(),
        send("big", send_label),
    ];
    group([
        up(&up_to.href(), t.cancel),
        heading(t.new_milestone),
        elsewhere,
        keeps_draft(el("form").on_send(save).with(fields)),
    ])
}

/// The screen of the milestone that was just made.
fn celebration(changed: &Changed) -> Route {
    let first = changed.0.first();
    match first.map(|change| &change.key) {
        Some(Key::Milestone(id)) => Route::Reached(id.clone()),
        _ => Route::Milestones,
    }
}
