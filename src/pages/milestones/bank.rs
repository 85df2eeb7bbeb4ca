//! The bank of milestones: search it, or look through its groups.

use crate::content::milestones::{self as bank, BankMilestone, Group};
use crate::content::safety_cards::{Cards, Voice};
use crate::content::text::text;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::milestone::Milestone;
use crate::pages::app;
use crate::pages::safety::safety_cards;
use crate::route::Route;
use crate::ui::dom::{self, El, el, live, nothing, words};
use crate::ui::field::{About, line};
use crate::ui::heading::{heading, link, para, row_link, up};
use crate::ui::icon::{CHECK, RIGHT, icon};
use leptos::prelude::*;

/// Search, own words, and the groups in order of their names.
#[must_use]
pub(super) fn bank() -> El {
    let t = text();
    let query = RwSignal::new(String::new());
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let find = About {
        id: "find",
        label: t.find_milestone,
        hint: t.find_hint,
    };
    let mut groups = vec![el("h2").class("card-title").say(t.groups)];
    for group in by_title(recovery) {
        let to = Id::parse(group.id).map_or(Route::Bank, Route::Group);
        groups.push(row_link(&to.href(), group.title, ""));
    }
    dom::group([
        up(&Route::Milestones.href(), t.milestones),
        heading(t.add_milestone),
        link("pill wide", &Route::NewMilestone(None).href(), t.own_words),
        line(find, query, RwSignal::new(None)),
        el("div")
            .attr("aria-live", "polite")
            .with([live(move || found(&query.read(), recovery))]),
        el("section").class("card").with(groups),
    ])
}

/// The milestones that a search finds; nothing until there is something to search for.
fn found(query: &str, recovery: bool) -> El {
    if query.trim().is_empty() {
        return nothing();
    }
    let found = bank::search(query, recovery);
    if found.is_empty() {
        para("soft", text().none_found)
    } else {
        list(&found)
    }
}

/// The groups that are shown. Put in order one by one: for so few that is smaller than a sort.
fn by_title(recovery: bool) -> Vec<&'static Group> {
    let mut groups: Vec<&Group> = Vec::new();
    for group in bank::groups() {
        if recovery || !group.recovery {
            let place = groups.partition_point(|before| before.title <= group.title);
            groups.insert(place, group);
        }
    }
    groups
}

/// One group.
#[must_use]
pub(super) fn group(id: &Id) -> El {
    let t = text();
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let found = bank::group(id.as_str()).filter(|group| recovery || !group.recovery);
    let Some(group) = found else {
        return crate::pages::nowhere::nowhere();
    };
    // Cards that every milestone of the group carries stand here once, before any is picked.
    let shared = bank::in_group(group.id)
        .map(|milestone| milestone.cards)
        .reduce(Cards::intersection)
        .unwrap_or_default();
    let milestones: Vec<_> = bank::in_group(group.id).collect();
    dom::group([
        up(&Route::Bank.href(), t.groups),
        heading(group.title),
        safety_cards(shared, Voice::Mine),
        list(&milestones),
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
