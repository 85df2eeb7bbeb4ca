//! How often: four choices, each with what it needs.

use super::weekday_name;
use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::rhythm::{Rhythm, Weekdays};
use crate::pages::app;
use crate::ui::dom::{El, el, group, live, nothing, words};
use crate::ui::field::{choices, error, pick_chip, toggle_chip};
use leptos::prelude::*;

/// What is chosen and typed so far; each kind keeps its own while another is tried.
#[derive(Clone, Copy)]
pub(super) struct RhythmDraft {
    /// One of the kinds below.
    kind: RwSignal<usize>,
    /// One flag for each day of the week, Monday first.
    weekdays: [RwSignal<bool>; 7],
    /// 1 to 7.
    times: RwSignal<usize>,
    by: RwSignal<String>,
    pub(super) wrong: RwSignal<Option<String>>,
}

// The kinds in the order offered: numbers, because a signal of a type of its own would cost bytes.
const DAILY: usize = 0;
const WEEKDAYS: usize = 1;
const WEEKLY: usize = 2;
const ONCE: usize = 3;

impl RhythmDraft {
    pub(super) fn new(rhythm: Rhythm) -> Self {
        let (kind, weekdays, times, by) = match rhythm {
            Rhythm::Daily => (DAILY, Weekdays::default(), 3, String::new()),
            Rhythm::Weekdays(days) => (WEEKDAYS, days, 3, String::new()),
            Rhythm::Weekly(times) => (WEEKLY, Weekdays::default(), times, String::new()),
            Rhythm::Once(by) => (ONCE, Weekdays::default(), 3, by.to_string()),
        };
        Self {
            kind: RwSignal::new(kind),
            weekdays: [1, 2, 3, 4, 5, 6, 7].map(|day| RwSignal::new(weekdays.has(day))),
            times: RwSignal::new(usize::from(times)),
            by: RwSignal::new(by),
            wrong: RwSignal::new(None),
        }
    }

    /// The rhythm; `None` when its day is missing.
    pub(super) fn read(self) -> Option<Rhythm> {
        Some(match self.kind.get_untracked() {
            DAILY => Rhythm::Daily,
            WEEKDAYS => Rhythm::Weekdays(self.weekdays()),
            WEEKLY => Rhythm::Weekly(u8::try_from(self.times.get_untracked()).ok()?),
            _ => Rhythm::Once(Day::parse(&self.by.get_untracked())?),
        })
    }

    fn weekdays(self) -> Weekdays {
        let mut days = Weekdays::default();
        for (weekday, on) in (1..).zip(self.weekdays) {
            if on.get_untracked() {
                days = days.toggled(weekday);
            }
        }
        days
    }
}

/// The field.
#[must_use]
pub(super) fn rhythm_field(draft: RhythmDraft) -> El {
    let t = text();
    let kinds = [t.every_day, t.some_days, t.times_a_week, t.once_by];
    let mut chips = Vec::new();
    for (kind, words) in kinds.into_iter().enumerate() {
        chips.push(pick_chip("rhythm", words, draft.kind, kind));
    }
    let needs = move || match draft.kind.get() {
        DAILY => nothing(),
        WEEKDAYS => weekdays(draft),
        WEEKLY => times(draft),
        _ => by(draft),
    };
    group([
        choices(t.how_often, "", chips).on("change", move |_| draft.wrong.set(None)),
        live(needs),
        error("rhythm", draft.wrong),
    ])
}

fn weekdays(draft: RhythmDraft) -> El {
    let starts = app().journal.with_untracked(Journal::settings).week_starts;
    let mut chips = Vec::new();
    for place in 0..7 {
        let weekday = (starts + place - 1) % 7 + 1;
        let label = words(&weekday_name(weekday));
        let on = draft.weekdays[usize::from(weekday) - 1];
        chips.push(toggle_chip("weekdays", label, on));
    }
    choices(text().which_days, "", chips).on("change", move |_| draft.wrong.set(None))
}

fn times(draft: RhythmDraft) -> El {
    let mut chips = Vec::new();
    for times in 1..=7 {
        chips.push(pick_chip("times", &times.to_string(), draft.times, times));
    }
    choices(text().how_many, "", chips)
}

fn by(draft: RhythmDraft) -> El {
    let today = app().today;
    let input = el("input")
        .attr("type", "date")
        .attr("id", "by")
        .attr_live("min", move || Some(today.get().to_string()))
        .attr("aria-describedby", "rhythm-wrong")
        .value_from(draft.by)
        .on_typed(move |typed| {
            draft.by.set(typed);
            draft.wrong.set(None);
        });
    el("div")
        .class("field")
        .with([el("label").attr("for", "by").say(text().by_day), input])
}
