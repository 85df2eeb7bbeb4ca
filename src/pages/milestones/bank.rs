//! The bank of milestones: search it, or look through its groups.

use super::groups;
use crate::content::milestones::{self as bank, BankMilestone};
use crate::content::safety_cards::{Cards, Voice};
use crate::content::text::{keepsakes, text};
use crate::domain::checkup::Chime;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::milestone::Milestone;
use crate::domain::settings::Settings;
use crate::pages::app;
use crate::pages::safety::safety_cards;
use crate::route::Route;
use crate::ui::dom::{self, El, el, live, nothing, words};
use crate::ui::field::{About, line, pick_chip};
use crate::ui::heading::{details, heading, link, para, row_link, up};
use crate::ui::icon::{CHECK, RIGHT, icon};
use leptos::prelude::*;

/// Search, own words, and the groups in the person's order.
#[must_use]
pub(super) fn bank() -> El {
    let t = text();
    let k = keepsakes();
    let query = RwSignal::new(String::new());
    let settings = app().journal.with_untracked(Journal::settings);
    let find = About {
        id: "find",
        label: t.find_milestone,
        hint: t.find_hint,
    };
    let mut groups = vec![el("h2").class("card-title").say(t.groups)];
    for group in groups::shown(&settings) {
        let to = Id::parse(group.id).map_or(Route::Bank, Route::Group);
        groups.push(row_link(&to.href(), group.title, ""));
    }
    let matters = matters(settings.clone());
    dom::group([
        up(&Route::Milestones.href(), t.milestones),
        heading(t.add_milestone),
        link("pill wide", &Route::NewMilestone(None).href(), t.own_words),
        line(find, query, RwSignal::new(None)),
        el("div")
            .attr("aria-live", "polite")
            .with([live(move || found(&query.read(), &settings))]),
        details("filters", k.matters, false, matters),
        el("section").class("card").with(groups),
        link("pill wide", &Route::Arrange.href(), k.arrange),
    ])
}

/// The milestones that a search finds; nothing until there is something to search for.
fn found(query: &str, settings: &Settings) -> El {
    if query.trim().is_empty() {
        return nothing();
    }
    let mut found = bank::search(query, settings.recovery);
    found.retain(|milestone| groups::offers(settings, milestone));
    if found.is_empty() {
        para("soft", text().none_found)
    } else {
        list(&found)
    }
}

/// The milestones by what they may bring (CHIME, without its names), all groups together.
fn matters(settings: Settings) -> El {
    let k = keepsakes();
    let words = [
        k.matters_none,
        k.connection,
        k.hope,
        k.identity,
        k.meaning,
        k.empowerment,
    ];
    let picked = RwSignal::new(0);
    let mut chips = Vec::new();
    for (place, words) in words.into_iter().enumerate() {
        chips.push(pick_chip("matters", words, picked, place));
    }
    let found = move || {
        let Some(chime) = Chime::ALL.get(picked.get().wrapping_sub(1)) else {
            return nothing();
        };
        let mut found = Vec::new();
        for group in groups::shown(&settings) {
            let inside = bank::in_group(group.id);
            found.extend(
                inside.filter(|one| one.chime.has(*chime) && !groups::is_hidden(&settings, one.id)),
            );
        }
        list(&found)
    };
    let chips = el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", k.matters)
        .with(chips);
    let found = el("div").attr("aria-live", "polite").with([live(found)]);
    dom::group([chips, found])
}

/// One group.
#[must_use]
pub(super) fn group(id: &Id) -> El {
    let t = text();
    let settings = app().journal.with_untracked(Journal::settings);
    let found = bank::group(id.as_str()).filter(|group| settings.recovery || !group.recovery);
    let Some(group) = found else {
        return crate::pages::nowhere::nowhere();
    };
    // Cards that every milestone of the group carries stand here once, before any is picked.
    let shared = bank::in_group(group.id)
        .map(|milestone| milestone.cards)
        .reduce(Cards::intersection)
        .unwrap_or_default();
    let milestones: Vec<_> = bank::in_group(group.id)
        .filter(|milestone| !groups::is_hidden(&settings, milestone.id))
        .collect();
    let resource = group
        .resource
        .and_then(|resource| Id::parse(resource.name()))
        .map_or_else(nothing, |id| {
            let to = Route::Resource(id).href();
            link("pill wide", &to, keepsakes().for_this_part)
        });
    dom::group([
        up(&Route::Bank.href(), t.groups),
        heading(group.title),
        safety_cards(shared, Voice::Mine),
        list(&milestones),
        resource,
    ])
}

fn list(milestones: &[&'static BankMilestone]) -> El {
    app().journal.with_untracked(|journal| {
        let reached = journal.milestones();
        let rows = milestones.iter().map(|milestone| row(milestone, &reached));
        el("ul").class("card list").with(rows)
    })
}

/// A milestone to mark, or one that is marked already.
fn row(milestone: &'static BankMilestone, reached: &[(&Id, &Milestone)]) -> El {
    let mark = reached
        .iter()
        .find(|(_, reached)| reached.bank.as_deref() == Some(milestone.id));
    let (to, beside) = match mark {
        Some((id, _)) => {
            let beside = el("small")
                .class("reached")
                .with([icon(CHECK), words(text().reached)]);
            (Route::Milestone((*id).clone()), beside)
        }
        None => (Route::NewMilestone(Id::parse(milestone.id)), nothing()),
    };
    let label = el("span").with([words(milestone.words), words(" "), beside]);
    let row = el("a").class("row").attr("href", &to.href());
    el("li").with([row.with([label, icon(RIGHT)])])
}
