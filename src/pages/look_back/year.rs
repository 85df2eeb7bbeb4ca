//! A year at a glance, with what happened in it.

use super::{steps, switch};
use crate::content::text::{fill, looking_back, text};
use crate::domain::day::Day;
use crate::domain::insight::{self, Past};
use crate::domain::journal::Journal;
use crate::domain::way::Way;
use crate::pages::app;
use crate::pages::milestones::in_timeline;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{details, heading, link, para};
use crate::ui::mini_month::mini_month;
use leptos::prelude::*;

/// The year that has this day.
#[must_use]
pub fn year(day: Option<Day>) -> El {
    super::with_all(move || year_now(day))
}

fn year_now(day: Option<Day>) -> El {
    let app = app();
    let l = looking_back();
    let today = app.today.get_untracked();
    let months = insight::months(day.unwrap_or(today));
    let january = months[0][0];
    let later = january.month_after(12);
    let mut pictures = Vec::new();
    let mut counts = Vec::new();
    // The months before anything was noted say nothing.
    let begun = app
        .journal
        .with_untracked(Journal::first_day)
        .map_or(today, Day::month_start);
    for days in &months {
        if days[0] > today {
            break;
        }
        if days[0] < begun {
            continue;
        }
        let (picture, count) = month(days, today);
        pictures.push(picture);
        counts.push((days[0], count));
    }
    group([
        heading(&january.year().to_string()),
        switch(2),
        steps(
            &Route::Year(Some(january.month_after(-12))),
            (later <= today).then_some(Route::Year(Some(later))),
        ),
        if counts.is_empty() {
            para("soft", text().no_days)
        } else {
            group([
                para("hint", l.year_words),
                el("div").class("year-of").with(pictures),
                table(&counts),
            ])
        },
        happened(january, later.before(1).min(today)),
    ])
}

/// A month as a picture that leads to it, and its counts.
fn month(days: &[Day], today: Day) -> (El, insight::Totals) {
    let app = app();
    let l = looking_back();
    let (first, last) = (days[0], days[days.len() - 1]);
    let (starts, petals, totals) = app.journal.with_untracked(|journal| {
        (
            journal.settings().week_starts,
            insight::petals_between(journal, first, last),
            insight::totals_between(journal, first, last.min(today)),
        )
    });
    let mut found = petals.iter().peekable();
    let mut drawn = Vec::new();
    for day in days {
        let ways = found.next_if(|(found, _)| found == day);
        let petals = ways.map_or([false; 5], |(_, ways)| ways.petals());
        drawn.push((*day <= today).then_some(petals));
    }
    let before = usize::from((first.weekday() + 7 - starts) % 7);
    let name = say_day(first, DayStyle::Month);
    let said = match totals.days {
        0 => l.month_nothing.to_owned(),
        days => text().count(l.day_one, l.day_many, days as usize),
    };
    let href = Route::Month(Some(first)).href();
    let picture = link("month-of", &href, "").with([
        el("span").attr("aria-hidden", "true").say(&name),
        mini_month(before, &drawn),
        el("span")
            .class("unseen")
            .say(&fill(l.month_counts, &[&name, &said])),
    ]);
    (picture, totals)
}

fn table(counts: &[(Day, insight::Totals)]) -> El {
    let t = text();
    let head = |scope, label: &str| el("th").attr("scope", scope).say(label);
    let mut names = vec![
        head("col", looking_back().month),
        head("col", looking_back().last_days),
    ];
    names.extend(Way::ALL.map(|way| head("col", t.way(way))));
    let mut rows = Vec::new();
    for (first, totals) in counts {
        let mut cells = vec![head("row", &say_day(*first, DayStyle::Month))];
        cells.push(el("td").say(&totals.days.to_string()));
        cells.extend(totals.ways.map(|days| el("td").say(&days.to_string())));
        rows.push(el("tr").with(cells));
    }
    super::in_table(t.as_table, names, rows)
}

/// Milestones, markers, check-ups and reviews of this time, newest first.
fn happened(first: Day, last: Day) -> El {
    let l = looking_back();
    let past = app()
        .journal
        .with_untracked(|journal: &Journal| insight::past(journal, first, last));
    let inside = if past.is_empty() {
        para("hint", l.nothing_in_time)
    } else {
        let items = past.iter().map(|(day, past)| item(*day, past));
        el("ol").class("timeline").with(items.collect::<Vec<_>>())
    };
    details("card more", l.in_time, true, inside)
}

fn item(day: Day, past: &Past) -> El {
    let (to, words) = match past {
        Past::Reached(reached) => return in_timeline(reached),
        Past::CheckUp => (Route::CheckUp(day, 1), text().checkup),
        Past::Review => (Route::Review(day), looking_back().a_review),
    };
    let dot = el("span").class("stone").with([bloom([false; 5], true)]);
    let when = [" ", &say_day(day, DayStyle::Long)].concat();
    let line = el("a")
        .attr("href", &to.href())
        .with([el("span").say(words).with([el("small").say(&when)])]);
    el("li").with([dot, line])
}
