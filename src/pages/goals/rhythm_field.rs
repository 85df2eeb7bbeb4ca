//! How often: four choices, each with what it needs.

use super::weekday_name;
use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::rhythm::{Rhythm, Weekdays};
use crate::pages::app;
use crate::ui::field::{chip, choices, error};
use leptos::prelude::*;

/// What is chosen and typed so far; each kind keeps its own while another is tried.
#[derive(Clone, Copy)]
pub(super) struct RhythmDraft {
    kind: RwSignal<Kind>,
    weekdays: RwSignal<Weekdays>,
    times: RwSignal<u8>,
    by: RwSignal<String>,
    pub(super) wrong: RwSignal<Option<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Daily,
    Weekdays,
    Weekly,
    Once,
}

impl RhythmDraft {
    pub(super) fn new(rhythm: Rhythm) -> Self {
        let (kind, weekdays, times, by) = match rhythm {
            Rhythm::Daily => (Kind::Daily, Weekdays::default(), 3, String::new()),
            Rhythm::Weekdays(days) => (Kind::Weekdays, days, 3, String::new()),
            Rhythm::Weekly(times) => (Kind::Weekly, Weekdays::default(), times, String::new()),
            Rhythm::Once(by) => (Kind::Once, Weekdays::default(), 3, by.to_string()),
        };
        Self {
            kind: RwSignal::new(kind),
            weekdays: RwSignal::new(weekdays),
            times: RwSignal::new(times),
            by: RwSignal::new(by),
            wrong: RwSignal::new(None),
        }
    }

    /// The rhythm; `None` when its day is missing.
    pub(super) fn read(self) -> Option<Rhythm> {
        Some(match self.kind.get_untracked() {
            Kind::Daily => Rhythm::Daily,
            Kind::Weekdays => Rhythm::Weekdays(self.weekdays.get_untracked()),
            Kind::Weekly => Rhythm::Weekly(self.times.get_untracked()),
            Kind::Once => Rhythm::Once(Day::parse(&self.by.get_untracked())?),
        })
    }
}

/// The field.
#[must_use]
pub(super) fn rhythm_field(draft: RhythmDraft) -> AnyView {
    let t = text();
    let kinds = [
        (Kind::Daily, t.every_day),
        (Kind::Weekdays, t.some_days),
        (Kind::Weekly, t.times_a_week),
        (Kind::Once, t.once_by),
    ];
    let one = |(kind, words): (Kind, &'static str)| {
        chip(
            "radio",
            "rhythm",
            words.into_any(),
            move || draft.kind.get() == kind,
            move || {
                draft.kind.set(kind);
                draft.wrong.set(None);
            },
        )
    };
    let needs = move || match draft.kind.get() {
        Kind::Daily => ().into_any(),
        Kind::Weekdays => weekdays(draft),
        Kind::Weekly => times(draft),
        Kind::Once => by(draft),
    };
    view! {
        {choices(t.how_often, "", kinds.map(one).collect_view().into_any())}
        {needs}
        {error("rhythm", draft.wrong)}
    }
    .into_any()
}

fn weekdays(draft: RhythmDraft) -> AnyView {
    let starts = app().journal.with_untracked(Journal::settings).week_starts;
    let one = |weekday: u8| {
        chip(
            "checkbox",
            "weekdays",
            weekday_name(weekday).into_any(),
            move || draft.weekdays.get().has(weekday),
            move || {
                draft.weekdays.update(|days| *days = days.toggled(weekday));
                draft.wrong.set(None);
            },
        )
    };
    let week = [0, 1, 2, 3, 4, 5, 6].map(|place| (starts + place - 1) % 7 + 1);
    choices(
        text().which_days,
        "",
        week.map(one).collect_view().into_any(),
    )
}

fn times(draft: RhythmDraft) -> AnyView {
    let one = |times: u8| {
        chip(
            "radio",
            "times",
            times.to_string().into_any(),
            move || draft.times.get() == times,
            move || draft.times.set(times),
        )
    };
    let counts = [1, 2, 3, 4, 5, 6, 7].map(one);
    choices(text().how_many, "", counts.collect_view().into_any())
}

fn by(draft: RhythmDraft) -> AnyView {
    let today = app().today;
    view! {
        <div class="field">
            <label for="by">{text().by_day}</label>
            <input
                type="date"
                id="by"
                min=move || today.get().to_string()
                prop:value=move || draft.by.get()
                on:input:target=move |event| {
                    draft.by.set(event.target().value());
                    draft.wrong.set(None);
                }
                aria-describedby="rhythm-wrong"
            />
        </div>
    }
    .into_any()
}
