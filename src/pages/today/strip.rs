//! The week that a day is in, as blooms. A tap opens a day.

use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day, say_full};
use crate::ui::bloom::bloom;
use crate::ui::icon;
use leptos::prelude::*;

/// The seven days, with a way to the week before.
#[must_use]
pub(super) fn strip(day: Day) -> AnyView {
    let app = app();
    let t = text();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let week = day.week(starts);
    let earlier = Route::Day(day.before(7)).href();
    view! {
        <nav class="strip" aria-label=t.week_days>
            <a class="step" href=earlier aria-label=t.earlier_week>
                {icon::icon(icon::LEFT)}
            </a>
            {week.map(|one| cell(one, one == day)).collect_view()}
        </nav>
    }
    .into_any()
}

fn cell(day: Day, here: bool) -> AnyView {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    let letter = say_day(day, DayStyle::WeekdayNarrow);
    let number = day.day_of_month().to_string();
    if day > today {
        return view! {
            <span class="cell" aria-hidden="true">
                <span>{letter}</span>
                <svg class="bloom" viewBox="-24 -24 48 48"></svg>
                <span>{number}</span>
            </span>
        }
        .into_any();
    }
    let ways = Memo::new(move |_| app.journal.with(|journal| insight::petals(journal, day)));
    let label = move || {
        let ways = ways.get();
        let done = if ways.is_empty() {
            t.day_nothing.to_owned()
        } else {
            t.way_names(ways)
        };
        [&say_full(day, today), ": ", &done].concat()
    };
    let href = if day == today {
        Route::Today
    } else {
        Route::Day(day)
    }
    .href();
    view! {
        <a class="cell" href=href aria-label=label aria-current=here.then_some("date")>
            <span>{letter}</span>
            {move || bloom(ways.get().petals(), true, None)}
            <span>{number}</span>
        </a>
    }
    .into_any()
}
