//! Choices that take effect at once.

use super::below;
use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::domain::settings::{Settings, TextSize, Theme};
use crate::pages::app;
use crate::pages::goals::a_day_on;
use crate::state::device::{DayStyle, say_day};
use crate::ui::field::{chip, choices};
use leptos::prelude::*;

/// One choice among several, kept at once.
fn setting<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    words: String,
    value: T,
    read: fn(&Settings) -> T,
    write: fn(&mut Settings, T),
) -> AnyView {
    let app = app();
    chip(
        "radio",
        name,
        words.into_any(),
        move || read(&app.journal.with(Journal::settings)) == value,
        move || app.set(|settings| write(settings, value)),
    )
}

/// Colours and size of text.
#[must_use]
pub fn appearance() -> AnyView {
    let t = text();
    let theme = |theme: Theme| {
        let words = [t.system, t.light, t.dark][theme as usize].to_owned();
        setting(
            "theme",
            words,
            theme,
            |s| s.theme,
            |s, theme| s.theme = theme,
        )
    };
    let size = |size: TextSize| {
        let words = [t.normal, t.large, t.largest][size as usize].to_owned();
        setting("size", words, size, |s| s.text, |s, size| s.text = size)
    };
    view! {
        {below(t.appearance)}
        {choices(t.colours, "", Theme::ALL.map(theme).collect_view().into_any())}
        {choices(t.text_size, "", TextSize::ALL.map(size).collect_view().into_any())}
    }
    .into_any()
}

/// When days end and weeks start.
#[must_use]
pub fn days() -> AnyView {
    let t = text();
    let end = |hour: u8| {
        let words = if hour == 0 {
            t.midnight.to_owned()
        } else {
            fill(t.hour, &[&hour.to_string()])
        };
        setting(
            "ends",
            words,
            hour,
            |s| s.day_ends_at,
            |s, hour| s.day_ends_at = hour,
        )
    };
    let start = |weekday: u8| {
        let words = say_day(a_day_on(weekday), DayStyle::WeekdayLong);
        setting(
            "starts",
            words,
            weekday,
            |s| s.week_starts,
            |s, weekday| s.week_starts = weekday,
        )
    };
    view! {
        {below(t.days_weeks)}
        {choices(
            t.day_ends,
            t.day_ends_hint,
            [0, 1, 2, 3, 4, 5, 6].map(end).collect_view().into_any(),
        )}
        {choices(t.week_starts, "", [1, 6, 7].map(start).collect_view().into_any())}
    }
    .into_any()
}

/// The recovery parts, on or off.
#[must_use]
pub fn parts() -> AnyView {
    let app = app();
    let t = text();
    let on = move || app.journal.with(Journal::shows_recovery);
    let switch = move |_| app.set(|settings| settings.recovery = !settings.recovery);
    view! {
        {below(t.parts)}
        <p>{t.parts_words}</p>
        <label class="card row">
            <span>{t.parts_switch}</span>
            <input type="checkbox" class="tick" prop:checked=on on:change=switch />
        </label>
        <p class="hint">{t.parts_off}</p>
    }
    .into_any()
}
