//! Today, and any other day: the same page.

mod amount;
mod appointment;
mod checkup_offer;
mod come_back;
mod counters;
mod day_note;
mod first_visit;
mod mood;
mod offer;
mod review_offer;
mod strip;
mod ways;

use super::advice::advice;
use super::app;
use crate::content::text::text;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::device::{Place, place, say_full};
use crate::ui::bloom::bloom_live;
use crate::ui::dom::{El, el, group, live, nothing, steady};
use crate::ui::heading::{heading, link, para};
use leptos::prelude::*;

/// Today: follows the day's end while it is open.
#[must_use]
pub fn today() -> El {
    let today = app().today;
    live(move || {
        let day_now = today.get();
        untrack(|| day(day_now))
    })
}

/// Any day that has come.
#[must_use]
pub fn day(day: Day) -> El {
    let app = app();
    let t = text();
    let today = app.today.get_untracked();
    if day > today {
        return group([
            heading(&say_full(day, today)),
            para("", t.future_day),
            link("pill", &Route::Today.href(), t.back_to_today),
        ]);
    }
    let new_here = steady(move || {
        day == app.today.get() && app.loaded.get() && app.journal.with(Journal::is_new)
    });
    live(move || {
        let new_here = new_here.get();
        untrack(|| {
            if new_here {
                first_visit::first_visit()
            } else {
                whole_day(day, today)
            }
        })
    })
}

fn whole_day(day: Day, today: Day) -> El {
    let t = text();
    let is_today = day == today;
    let back = if is_today {
        nothing()
    } else {
        link("plain", &Route::Today.href(), t.back_to_today)
    };
    let mut cards = Vec::new();
    if is_today {
        cards.push(counters::counters(today));
        cards.push(come_back::come_back(today));
        cards.push(appointment::appointment());
        cards.push(offer::offer());
        cards.push(checkup_offer::checkup_offer(today));
        cards.push(review_offer::review_offer(today));
        if place() == Place::Firefox {
            cards.push(advice());
        }
    }
    group([
        heading(&say_full(day, today)),
        back,
        strip::strip(day),
        summary(day, is_today),
        group(cards),
        ways::ways(day),
        link("big", &Route::Log(day, None).href(), t.something_else),
        ways::also(day),
        mood::mood(day, is_today),
        day_note::day_note(day),
    ])
}

/// The day's bloom and its sentence.
fn summary(day: Day, is_today: bool) -> El {
    let t = text();
    let app = app();
    let ways = move || app.journal.with(|journal| insight::petals(journal, day));
    let beside = move || match ways().count() {
        0 => t.one_small_thing,
        1 => t.one_is_good,
        _ => "",
    };
    el("div").class("say").with([
        bloom_live(move || ways().petals()),
        el("p")
            .say_live(move || t.day_sentence(ways(), is_today))
            .with([el("br"), el("small").say_live(move || beside().to_owned())]),
    ])
}
