//! The small steps within a goal.

use crate::content::text::{fill, goals, text};
use crate::domain::goal::Step;
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::draft::{forget_draft, keeps_draft_of};
use crate::state::App;
use crate::state::device::{focus_on, here};
use crate::ui::dom::{El, each, el, nothing};
use crate::ui::field::{self, About, Wrong, line};
use crate::ui::heading::{button, para, send};
use leptos::prelude::*;

/// The steps, and a field for another.
#[must_use]
pub(super) fn steps(id: &Id) -> El {
    let app = app();
    let g = goals();
    let (counted, drawn) = (id.clone(), id.clone());
    let places = move || {
        let steps = steps_of(app, &counted);
        let mut places = Vec::new();
        for place in 0..steps.len() {
            places.push(place.to_string());
        }
        places
    };
    el("section").class("card steps-of").with([
        el("h2").class("card-title").say(g.steps),
        para("hint", g.steps_hint),
        el("ol").class("list").with([each(places, move |place| {
            place
                .parse()
                .map_or_else(|_| nothing(), |place| row(app, &drawn, place))
        })]),
        add(app, id.clone()),
    ])
}

fn steps_of(app: App, id: &Id) -> Vec<Step> {
    app.journal
        .with(|journal| journal.goal(id).map(|goal| goal.steps.clone()))
        .unwrap_or_default()
}

fn row(app: App, id: &Id, place: usize) -> El {
    let g = goals();
    let of = id.clone();
    let step = move || steps_of(app, &of).get(place).cloned();
    let words = {
        let step = step.clone();
        move || step().map(|step| step.words).unwrap_or_default()
    };
    let is_done = move || step().is_some_and(|step| step.done.is_some());
    let (ticks, takes, was_done, name) = (id.clone(), id.clone(), is_done.clone(), words.clone());
    let tick = move || {
        let said = if untrack(&was_done) {
            g.step_unticked
        } else {
            g.step_ticked
        };
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.tick_step(&ticks, place, today));
        let _ = app.keep(outcome, said);
    };
    let take_away = move || {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.remove_step(&takes, place));
        let _ = app.keep(outcome, text().removed);
        focus_on("step");
    };
    let check = field::tick(is_done, tick);
    el("li").with([
        el("label")
            .class("row")
            .with([el("span").say_live(words), check]),
        button("plain", text().take_away, take_away)
            .attr_live("aria-label", move || Some(fill(g.take_step, &[&name()]))),
    ])
}

fn add(app: App, id: Id) -> El {
    let g = goals();
    let typed = RwSignal::new(String::new());
    let wrong: Wrong = RwSignal::new(None);
    // Beside that of the goal's own form.
    let address = [&here(), "?step"].concat();
    let begun = address.clone();
    let save = move || {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.add_step(&id, &typed.read_untracked()));
        match app.keep(outcome, g.step_added) {
            Ok(()) if app.is_read_only() => {}
            Ok(()) => {
                typed.set(String::new());
                forget_draft(app, address.clone());
            }
            Err(refusal) => wrong.set(Some(text().refusal(refusal))),
        }
        focus_on("step");
    };
    let about = About {
        id: "step",
        label: g.a_step,
        hint: "",
    };
    let form = el("form")
        .on_send(save)
        .with([line(about, typed, wrong), send("pill", g.add_step)]);
    keeps_draft_of(form, begun)
}
