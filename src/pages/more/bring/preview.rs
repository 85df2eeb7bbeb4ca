//! What would be added, what stays behind, and the button that adds it.

use super::found::Chosen;
use super::left::left;
use super::{Going, step};
use crate::content::text::{bringing, text};
use crate::route::Route;
use crate::state::bringing::{Found, Plan, shown};
use crate::state::device::{DayStyle, pause, say_day};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The id of its heading.
pub(super) const HEADING: &str = "preview";

/// What would come, and what would not.
pub(super) fn preview(going: Going, found: Rc<Found>, chosen: Chosen) -> El {
    let b = bringing();
    let plan = planned(&going, &found, &chosen);
    let any = !plan.changed.is_empty();
    let lines = lines(&plan);
    let behind = left(found.origin, &plan.left);
    let busy = RwSignal::new(false);
    let add = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (going, found, chosen) = (going.clone(), Rc::clone(&found), chosen.clone());
        spawn_local(async move {
            // So that the words are there while much is worked out.
            pause().await;
            pause().await;
            if busy.try_get_untracked().is_none() {
                return;
            }
            // Worked out anew: something may have changed in another tab since.
            let plan = planned(&going, &found, &chosen);
            if going.app.keep_much(plan.changed, b.added) {
                going.show(done);
            } else {
                busy.set(false);
            }
        });
    };
    let adding = move || if busy.get() { b.adding } else { "" }.to_owned();
    let heading = el("h2")
        .attr("id", HEADING)
        .attr("tabindex", "-1")
        .say(b.preview);
    el("section").class("card pad").with([
        heading,
        lines,
        behind,
        button("big", b.add_all, add).hidden_when(move || !any || busy.get()),
        el("p").attr("role", "status").say_live(adding),
    ])
}

fn planned(going: &Going, found: &Found, chosen: &Chosen) -> Plan {
    let (choices, moods) = untrack(|| (chosen.choices(), chosen.moods()));
    going.app.plan_history(found, &choices, &moods)
}

fn lines(plan: &Plan) -> El {
    let b = bringing();
    let t = text();
    let mut lines = Vec::new();
    for (count, one, many) in [
        (plan.goals, b.goals_one, b.goals_many),
        (plan.entries, b.entries_one, b.entries_many),
        (plan.moods, b.day_moods_one, b.day_moods_many),
        (plan.notes, b.day_notes_one, b.day_notes_many),
        (plan.same, b.same_one, b.same_many),
    ] {
        if count > 0 {
            lines.push(el("li").say(&t.count(one, many, count)));
        }
    }
    let nothing_comes = match (plan.changed.is_empty(), plan.same) {
        (false, _) => "",
        (true, 0) => b.nothing_comes,
        (true, _) => b.all_here,
    };
    let mut latest = Vec::new();
    for (day, words) in plan.latest.iter().rev() {
        let day = say_day(*day, DayStyle::Long);
        latest.push(el("li").say(&[&day, " · ", &shown(words)].concat()));
    }
    let latest = if latest.is_empty() {
        nothing()
    } else {
        group([para("", b.latest), el("ul").with(latest)])
    };
    group([el("ul").with(lines), para("", nothing_comes), latest])
}

fn done() -> El {
    let b = bringing();
    step(b.done).with([
        para("", b.done_words),
        link("pill", &Route::Week(None).href(), b.look_back),
    ])
}
