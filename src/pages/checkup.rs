//! Check-ups: how things are every few weeks. Answers are shown back, each by itself: nothing is added up, and nothing
//! is judged.

mod charts;
mod feelings;
mod frame;
mod how_often;
mod life;
mod monthly;
mod over_time;
mod resource;
mod sentences;
mod support;

pub use over_time::over_time;
pub use resource::resource;

use super::app;
use crate::content::text::{checkups, text};
use crate::domain::checkup::{Rating, Resource};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::route::Route;
use crate::ui::dom::{El, group, live};
use crate::ui::field::pick_chip;
use crate::ui::heading::{heading, link, para};
use frame::{Part, frame};
use leptos::prelude::*;

/// A part of the check-up of a day, 1 to 4.
#[must_use]
pub fn part(day: Day, part: u8) -> El {
    let app = app();
    if day > app.today_now() {
        return group([
            heading(checkups().title),
            para("", text().future_day),
            link("pill", &Route::CheckUps.href(), checkups().title),
        ]);
    }
    let Some(number) = Part::of(part) else {
        return super::nowhere::nowhere();
    };
    let here = app
        .journal
        .with_untracked(|journal| journal.checkup(day).is_some());
    if here || app.loaded.get_untracked() {
        return frame(day, number);
    }
    // It may stand in the durable copy alone, which is read after the first paint.
    live(move || {
        if app.loaded.get() {
            untrack(|| frame(day, number))
        } else {
            heading(number.title())
        }
    })
}

/// A radio button that takes an answer back.
fn skip_chip(name: &'static str, picked: RwSignal<usize>, skipped: usize) -> El {
    pick_chip(name, checkups().skip_one, picked, skipped).class("chip skip-one")
}

fn resource_name(resource: Resource) -> &'static str {
    let c = checkups();
    [c.place, c.learning, c.work, c.people, c.community, c.health][resource as usize]
}

fn rating_words(rating: Rating) -> &'static str {
    let c = checkups();
    [
        c.really_hard,
        c.hard,
        c.between,
        c.okay,
        c.good,
        c.not_for_me,
    ][rating as usize]
}

/// The page with what can be done about a resource.
fn resource_route(resource: Resource) -> Route {
    Id::parse(resource.name()).map_or(Route::CheckUps, Route::Resource)
}
