//! Today, and any other day: the same page.

mod day_note;
mod first_visit;
mod strip;
mod ways;

use super::app;
use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::device::say_full;
use crate::ui::bloom::bloom;
use crate::ui::heading::heading;
use leptos::prelude::*;

/// Today: follows the day's end while it is open.
#[must_use]
pub fn today() -> AnyView {
    let today = app().today;
    (move || day(today.get())).into_any()
}

/// Any day that has come.
#[must_use]
pub fn day(day: Day) -> AnyView {
    let app = app();
    let t = text();
    if day > app.today.get_untracked() {
        return view! {
            {heading(say_full(day, app.today.get_untracked()))}
            <p>{t.future_day}</p>
            <a class="pill" href=Route::Today.href()>{t.back_to_today}</a>
        }
        .into_any();
    }
    let new_here = Memo::new(move |_| {
        day == app.today.get() && app.loaded.get() && app.journal.with(Journal::is_new)
    });
    (move || {
        if new_here.get() {
            first_visit::first_visit()
        } else {
            whole_day(day)
        }
    })
    .into_any()
}

fn whole_day(day: Day) -> AnyView {
    let app = app();
    let t = text();
    let is_today = day == app.today.get_untracked();
    let back = (!is_today)
        .then(|| view! { <a class="plain" href=Route::Today.href()>{t.back_to_today}</a> });
    view! {
        {heading(say_full(day, app.today.get_untracked()))}
        {back}
        {strip::strip(day)}
        {summary(day, is_today)}
        {ways::ways(day)}
        <a class="big" href=Route::Log(day, None).href()>{t.something_else}</a>
        {ways::also(day)}
        {day_note::day_note(day)}
    }
    .into_any()
}

/// The day's bloom and its sentence.
fn summary(day: Day, is_today: bool) -> AnyView {
    let app = app();
    let t = text();
    let ways = Memo::new(move |_| app.journal.with(|journal| insight::petals(journal, day)));
    let beside = move || match ways.get().count() {
        0 => t.one_small_thing,
        1 => t.one_is_good,
        _ => "",
    };
    view! {
        <div class="say">
            {move || bloom(ways.get().petals(), false, None)}
            <p>
                {move || t.day_sentence(ways.get(), is_today)} <br /> <small>{beside}</small>
            </p>
        </div>
    }
    .into_any()
}
