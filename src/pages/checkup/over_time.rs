//! The check-ups over time: four separate lines, a plain list of six, the person's own words. Only what exists shows.

use super::frame::Part;
use super::{charts, how_often, monthly, rating_words, resource_name, resource_route};
use crate::content::text::{checkups, fill, text};
use crate::domain::checkup::{CheckUp, Resource};
use crate::domain::day::Day;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, live, nothing, steady, words};
use crate::ui::heading::{heading, link, para, row_link, up};
use leptos::prelude::*;

/// A check-up to start, how often it is offered, and what was answered so far.
#[must_use]
pub fn over_time() -> El {
    let app = app();
    let c = checkups();
    // Steady, so that an opened table stays open while anything else is kept.
    let found = steady(move || {
        app.journal.with(|journal| {
            let all = journal.checkups().into_iter();
            all.map(|(day, checkup)| (day, checkup.clone()))
                .collect::<Vec<_>>()
        })
    });
    group([
        up(&Route::Week(None).href(), text().look_back),
        heading(c.title),
        para("soft", c.intro),
        live(move || start(app.today.get(), &found.read())),
        live(move || {
            let found = found.read();
            group([charts::charts(&found), resources(&found), each(&found)])
        }),
        monthly::question(),
        live(move || app.journal.with(monthly::answers)),
        how_often::how_often(),
    ])
}

fn start(today: Day, found: &[(Day, CheckUp)]) -> El {
    let c = checkups();
    let (part, words) = match found.last() {
        Some((day, begun)) if *day == today => (Part::to_go_on(begun), c.go_on_today),
        _ => (1, c.start),
    };
    link("big", &Route::CheckUp(today, part).href(), words)
}

/// The six parts of life in words, with last time beside each; a tap opens what can be done about it.
fn resources(found: &[(Day, CheckUp)]) -> El {
    let c = checkups();
    let mut rows = Vec::new();
    for resource in Resource::ALL {
        let mut answers = found
            .iter()
            .rev()
            .filter_map(|(_, checkup)| checkup.resources[resource as usize]);
        let Some(latest) = answers.next() else {
            continue;
        };
        let mut said = rating_words(latest).to_owned();
        if let Some(last) = answers.next() {
            said.push_str(" · ");
            said.push_str(&fill(c.last_time, &[rating_words(last)]));
        }
        let to = resource_route(resource).href();
        rows.push(row_link(&to, resource_name(resource), &said));
    }
    card(c.my_life, rows)
}

/// Each check-up, latest first: its day, which opens it, and its sentences.
fn each(found: &[(Day, CheckUp)]) -> El {
    let c = checkups();
    let mut rows = Vec::new();
    for (day, checkup) in found.iter().rev() {
        let date = say_day(*day, DayStyle::Long);
        rows.push(row_link(&Route::CheckUp(*day, 1).href(), &date, ""));
        for (label, sentence) in [
            (c.helped, &checkup.helped),
            (c.hindered, &checkup.hindered),
            (c.next, &checkup.next),
        ] {
            if !sentence.is_empty() {
                let said = el("p").class("sentence");
                rows.push(said.with([el("small").say(label), words(sentence)]));
            }
        }
    }
    card(c.each, rows)
}

fn card(title: &str, rows: Vec<El>) -> El {
    if rows.is_empty() {
        return nothing();
    }
    el("section")
        .class("card")
        .with([el("h2").class("card-title").say(title)])
        .with(rows)
}
