//! Part 2: six parts of life, each in words, with what was said last time beside it.

use super::frame::Asked;
use super::{rating_words, resource_name, resource_route, skip_chip};
use crate::content::text::{checkups, fill};
use crate::domain::checkup::{CheckUp, Rating, Resource};
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, live, nothing};
use crate::ui::field::pick_chip;
use crate::ui::heading::{link, para};
use leptos::prelude::*;

/// What stands for no answer.
const SKIPPED: usize = Rating::ALL.len();
const QUESTION: &str = "how-now";

/// The six, with the answers that are kept.
pub(super) fn ask(day: Day, old: &CheckUp) -> Asked {
    let picked = old
        .resources
        .map(|rating| RwSignal::new(rating.map_or(SKIPPED, |rating| rating as usize)));
    let mut fields = vec![para("", checkups().how_now).attr("id", QUESTION)];
    for (resource, picked) in Resource::ALL.into_iter().zip(picked) {
        let last = app()
            .journal
            .with_untracked(|journal| last_before(journal, day, resource));
        fields.push(question(resource, picked, last));
    }
    let answer = move |checkup: &mut CheckUp| {
        checkup.resources = picked.map(|picked| Rating::ALL.get(picked.get_untracked()).copied());
        true
    };
    Asked {
        fields,
        answer: Box::new(answer),
    }
}

/// The latest answer before a day, with its own day.
fn last_before(journal: &Journal, day: Day, resource: Resource) -> Option<(Day, Rating)> {
    let mut last = None;
    for (on, checkup) in journal.checkups() {
        if on < day
            && let Some(rating) = checkup.resources[resource as usize]
        {
            last = Some((on, rating));
        }
    }
    last
}

fn question(resource: Resource, picked: RwSignal<usize>, last: Option<(Day, Rating)>) -> El {
    let mut chips = Vec::new();
    for rating in Rating::ALL {
        chips.push(pick_chip(
            resource.name(),
            rating_words(rating),
            picked,
            rating as usize,
        ));
    }
    chips.push(skip_chip(resource.name(), picked, SKIPPED));
    let last = last.map_or_else(nothing, |(on, rating)| {
        let date = say_day(on, DayStyle::Long);
        let said = fill(checkups().last_time_on, &[&date, rating_words(rating)]);
        para("hint", &said)
    });
    // Nothing is offered about what is not part of this person's life.
    let about = live(move || {
        let answered = picked.get() < Rating::NotForMe as usize;
        if answered {
            do_something(resource)
        } else {
            nothing()
        }
    });
    el("fieldset")
        .class("life")
        .attr("aria-describedby", QUESTION)
        .with([
            el("legend").say(resource_name(resource)),
            last,
            el("div").class("chips").with(chips),
            about,
        ])
}

fn do_something(resource: Resource) -> El {
    let of = [" ", resource_name(resource)].concat();
    link(
        "plain",
        &resource_route(resource).href(),
        checkups().do_something,
    )
    .with([el("span").class("unseen").say(&of)])
}
