//! Strengths, the plan for hard days, and appointments.

use super::lines::{calls, list, past_appointments};
use super::safety::nobody_is_watching;
use crate::content::text::{plans, text};
use crate::domain::id::Id;
use crate::domain::line::List;
use crate::domain::strengths::Capital;
use crate::route::Route;
use crate::state::device::print_as;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{button, heading, link, para, row_link, up};

/// What the person already has, in four plain groups. Nothing is counted.
#[must_use]
pub fn strengths() -> El {
    let p = plans();
    let mut pieces = vec![
        up(&Route::More.href(), text().more),
        heading(p.strengths),
        para("soft", p.strengths_words),
        nobody_is_watching(),
    ];
    for capital in Capital::ALL {
        let (title, hint) = match capital {
            Capital::People => (p.people, p.people_hint),
            Capital::Place => (p.place, p.place_hint),
            Capital::Skills => (p.skills, p.skills_hint),
            Capital::Belonging => (p.belonging, p.belonging_hint),
        };
        pieces.push(list(capital.list(), title, hint));
    }
    pieces.push(link("pill wide", &Route::Ideas(None).href(), p.to_ideas));
    group(pieces)
}

/// The plan for hard days. Those who can be rung stand first.
#[must_use]
pub fn plan() -> El {
    let p = plans();
    let t = text();
    el("div").class("plan").with([
        up(&Route::Help.href(), t.help),
        heading(t.my_plan),
        calls(),
        el("nav")
            .class("card")
            .attr("aria-label", p.late)
            .with([to_read("late", p.late)]),
        para("soft", p.plan_words),
        nobody_is_watching(),
        list(List::Signs, p.signs, p.signs_hint),
        list(List::Helps, p.helps, p.helps_hint),
        list(List::SafePlaces, p.safe_places, p.safe_places_hint),
        list(List::Call, p.call, p.call_hint),
        list(List::Reasons, p.reasons, p.reasons_hint),
        button("pill wide", p.print, || print_as(plans().print_title)),
        para("hint", p.print_hint),
    ])
}

/// The people the person works with, and when they meet next.
#[must_use]
pub fn worker() -> El {
    let p = plans();
    let t = text();
    group([
        up(&Route::More.href(), t.more),
        heading(p.worker),
        nobody_is_watching(),
        list(List::Appointments, p.appointments, p.appointments_hint),
        list(List::Say, p.say, p.say_hint),
        el("nav").class("card").attr("aria-label", p.to_read).with([
            to_read("worker", p.meeting),
            to_read("ask", p.can_ask),
            to_read("entitled", p.entitled),
        ]),
        past_appointments(p.past_appointments),
    ])
}

/// A row that leads to a page to read.
fn to_read(page: &str, title: &str) -> El {
    let to = Id::parse(page).map_or(Route::Support, Route::Read);
    row_link(&to.href(), title, "")
}
