//! One goal on a card, two or four to a page: to cut out, keep where it is seen, and tick.

use super::app;
use super::frame::{Choices, Page};
use crate::content::text::{Printing, printing, text};
use crate::domain::goal::Goal;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;
use crate::pages::goals::{amount_words, is_kept, rhythm_words, weekday_name};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::field::{choices as choose, pick_chip, word_chip};
use crate::ui::heading::para;
use leptos::prelude::*;

/// The page, with this goal picked at first.
pub(super) fn page(of: Option<&Id>) -> El {
    let p = printing();
    let choices = Choices::new();
    let first = of.filter(|id| cards(choices).iter().any(|(other, _)| other == *id));
    let first = first
        .cloned()
        .or_else(|| cards(choices).into_iter().next().map(|(id, _)| id));
    let picked = RwSignal::new(first.map(|id| id.to_string()));
    let four = RwSignal::new(1_usize);
    let how_many = choose(
        p.how_many,
        "",
        vec![
            pick_chip("many", p.two, four, 0),
            pick_chip("many", p.four, four, 1),
        ],
    );
    // Four with large print would not fit.
    let how_many = el("div")
        .hidden_when(move || choices.large.get())
        .with([how_many]);
    Page {
        title: p.goal,
        file: p.file_notes,
        above: group([live(move || which(choices, picked)), how_many]),
        ticks: vec![choices.recovery_tick()],
        choices,
        draw: Box::new(move || {
            let many = if choices.large.get() || four.get() == 0 {
                2
            } else {
                4
            };
            let found = picked.with(|picked| {
                let is_it = |id: &Id| Some(id.as_str()) == picked.as_deref();
                let found = |(id, goal): (Id, Goal)| is_it(&id).then_some(goal);
                cards(choices).into_iter().find_map(found)
            });
            sheet(found.as_ref(), many)
        }),
    }
    .show()
}

/// The goals that are kept and may be printed.
fn cards(choices: Choices) -> Vec<(Id, Goal)> {
    let app = app();
    let today = app.today.get();
    let journal = app.journal.read();
    let mut found = Vec::new();
    for (id, goal) in journal.goals() {
        if is_kept(goal, today) && choices.shows(goal.recovery) {
            found.push((id.clone(), goal.clone()));
        }
    }
    found
}

/// Which goal; nothing to choose while there is none.
fn which(choices: Choices, picked: RwSignal<Option<String>>) -> El {
    let p = printing();
    let mut chips = Vec::new();
    let chip = |label: &str, id: Option<String>| {
        let this = id.clone();
        word_chip(
            "radio",
            "goal",
            label,
            move || picked.with(|picked| *picked == id),
            move || picked.set(this.clone()),
        )
    };
    for (id, goal) in cards(choices) {
        chips.push(chip(&goal.words, Some(id.to_string())));
    }
    if chips.is_empty() {
        return nothing();
    }
    chips.push(chip(p.blank_card, None));
    choose(p.which_goal, "", chips)
}

fn sheet(goal: Option<&Goal>, many: usize) -> El {
    let p = printing();
    let class = if many == 2 { "cards two" } else { "cards" };
    let cards = (0..many).map(|_| card(goal, p));
    group([el("div").class(class).with(cards), para("key", p.cut)])
}

fn card(goal: Option<&Goal>, p: &Printing) -> El {
    let ways = goal.map_or(Ways::NONE, |goal| goal.ways);
    let rhythm = goal.map_or(Rhythm::Daily, |goal| goal.rhythm);
    let names = if ways.is_empty() { Ways::ALL } else { ways };
    let details = goal.map(|goal| goal.details.clone()).unwrap_or_default();
    let words = goal.map_or_else(
        || el("div").class("gap").with([el("small").say(p.i_will)]),
        |goal| el("h2").say(&goal.words),
    );
    let often = goal.map_or_else(nothing, |goal| para("", &how_often(goal)));
    el("section").class("goal-card").with([
        el("p").class("of").with([
            bloom(ways.petals(), false),
            el("span").say(&text().way_names(names)),
        ]),
        words,
        often,
        el("div").class("how").with([
            said_or_to_fill(p.if_plan, &details.when),
            said_or_to_fill(p.then_plan, &details.then),
            said_or_to_fill(p.with, &details.with),
        ]),
        boxes(rhythm),
    ])
}

/// "Every day · 2.5 km".
fn how_often(goal: &Goal) -> String {
    let mut often = rhythm_words(goal.rhythm);
    if let Some(amount) = &goal.details.amount {
        often.push_str(" · ");
        often.push_str(&amount_words(amount.thousandths, &amount.unit));
    }
    often
}

/// A word with what the person put beside it, or with room to write.
fn said_or_to_fill(word: &str, said: &str) -> El {
    let beside = if said.is_empty() {
        el("i")
    } else {
        el("b").say(said)
    };
    el("p").class("fill").with([el("span").say(word), beside])
}

/// A place to tick for each day, or each time, of one week.
fn boxes(rhythm: Rhythm) -> El {
    let mut labels = Vec::new();
    match rhythm {
        Rhythm::Daily => {
            let starts = app().journal.with_untracked(Journal::settings).week_starts;
            for later in 0..7 {
                labels.push(weekday_name((starts + later - 1) % 7 + 1));
            }
        }
        Rhythm::Weekdays(days) => labels.extend(days.iter().map(weekday_name)),
        Rhythm::Weekly(times) => {
            labels.extend((1..=times.min(7)).map(|time| u32::from(time).to_string()));
        }
        Rhythm::Once(_) => labels.push(printing().done.to_owned()),
    }
    let mut boxes = Vec::new();
    for label in labels {
        boxes.push(el("li").with([el("i"), el("span").say(&label)]));
    }
    el("ul").class("boxes").with(boxes)
}
