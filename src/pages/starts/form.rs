//! A start date to make or to change.

use crate::content::text::{Starts, starts as texts, text};
use crate::domain::about::About as Question;
use crate::domain::commands::{Refusal, StartDraft};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::milestone::When;
use crate::domain::start_date::{Marker, MarkerKind, Markers, StartDate, Unit};
use crate::pages::app;
use crate::pages::date_fields::{DateDraft, date_fields};
use crate::pages::draft::{changed_elsewhere, keeps_draft};
use crate::pages::nowhere::nowhere;
use crate::pages::safety::{about_question, nobody_is_watching};
use crate::route::Route;
use crate::state::device::random;
use crate::ui::dom::{El, el, group, nothing, words};
use crate::ui::field::{About, choices, line, pick_chip, toggle_chip};
use crate::ui::heading::{heading, send, up};
use leptos::prelude::*;

/// A new start date.
#[must_use]
pub fn new() -> El {
    if !app().journal.with_untracked(Journal::shows_recovery) {
        return nowhere();
    }
    let s = texts();
    group([
        up(&Route::Starts.href(), text().start_dates),
        heading(s.one),
        form(None, None),
    ])
}

/// The form, filled in with what is there already.
#[must_use]
pub(super) fn form(id: Option<Id>, old: Option<&StartDate>) -> El {
    let app = app();
    let t = text();
    let s = texts();
    let old_label = old.map(|old| old.label.clone()).unwrap_or_default();
    let label = RwSignal::new(old_label.clone());
    let date = DateDraft::new(old.map(|old| When::Day(old.since)));
    let unit = RwSignal::new(old.map_or(Unit::Hidden, |old| old.unit) as usize);
    let old_markers = old.map(|old| old.markers).unwrap_or_default();
    let markers = MarkerKind::ALL.map(|kind| RwSignal::new(old_markers.has(kind)));
    let about = RwSignal::new(old.map_or(Question::No, |old| old.about) as usize);
    let wrong = RwSignal::new(None);
    let elsewhere = match id.clone() {
        Some(id) => changed_elsewhere(old_label, label, move || {
            Some(app.journal.read().start(&id)?.label.clone())
        }),
        None => nothing(),
    };
    let save = move || {
        if !app.may_send() {
            return;
        }
        let today = app.today_now();
        let Some(since) = date.whole_day(today, s.whole_date) else {
            return;
        };
        let draft = StartDraft {
            label: label.get_untracked(),
            since,
            unit: Unit::ALL[unit.get_untracked()],
            markers: picked(&markers),
            about: Question::ALL[about.get_untracked()],
        };
        let outcome = app.journal.with_untracked(|journal| match &id {
            Some(id) => journal.change_start(id, &draft, today),
            None => journal.make_start(&draft, today, random()),
        });
        let said = if id.is_some() { t.changed } else { s.kept };
        if let Err(refusal) = app.keep_form(outcome, said, &Route::Starts.href()) {
            let field = match refusal {
                Refusal::FutureDay | Refusal::BeforeStart => date.wrong,
                _ => wrong,
            };
            field.set(Some(t.refusal(refusal)));
        }
    };
    let asked = About {
        id: "label",
        label: s.label,
        hint: s.label_hint,
    };
    let fields = [
        line(asked, label, wrong),
        date_fields(date, s.first_day, s.first_day_hint),
        unit_chips(s, unit),
        marker_chips(&markers).hidden_when(move || unit.get() == Unit::Hidden as usize),
        about_question(about),
        nobody_is_watching(),
        send("big", t.save),
    ];
    group([
        elsewhere,
        keeps_draft(el("form").on_send(save).with(fields)),
    ])
}

fn unit_chips(s: &'static Starts, picked: RwSignal<usize>) -> El {
    let mut chips = Vec::new();
    for unit in Unit::ALL {
        let label = match unit {
            Unit::Hidden => s.only_date,
            Unit::Days => s.in_days,
            Unit::Weeks => s.in_weeks,
            Unit::Months => s.in_months,
            Unit::Markers => s.only_markers,
        };
        chips.push(pick_chip("unit", label, picked, unit as usize));
    }
    choices(s.unit, s.unit_hint, chips)
}

/// The markers that are switched on.
fn picked(markers: &[RwSignal<bool>]) -> Markers {
    let mut picked = Markers::default();
    for (kind, on) in MarkerKind::ALL.into_iter().zip(markers) {
        if on.get_untracked() {
            picked = picked.toggled(kind);
        }
    }
    picked
}

/// Every marker, each to be switched on by itself.
fn marker_chips(markers: &[RwSignal<bool>]) -> El {
    let s = texts();
    let mut chips = Vec::new();
    for (kind, on) in MarkerKind::ALL.into_iter().zip(markers) {
        let label = if kind == MarkerKind::EveryYear {
            s.every_year.to_owned()
        } else {
            let count = kind.count();
            text().marker(Marker { kind, count })
        };
        chips.push(toggle_chip("markers", words(&label), *on));
    }
    choices(s.markers, s.markers_hint, chips)
}
