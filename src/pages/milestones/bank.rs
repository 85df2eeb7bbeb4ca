//! The bank of milestones: search it, or look through its groups.

use crate::content::milestones::{self as bank, BankMilestone, Group};
use crate::content::safety_cards::{Cards, Voice};
use crate::content::text::text;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::pages::safety::safety_cards;
use crate::route::Route;
use crate::ui::field::{About, line};
use crate::ui::heading::{heading, up};
use crate::ui::icon;
use leptos::prelude::*;

/// Search, own words, and the groups in order of their names.
#[must_use]
pub fn bank() -> AnyView {
    let t = text();
    let query = RwSignal::new(String::new());
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let found = move || {
        let query = query.get();
        if query.trim().is_empty() {
            return ().into_any();
        }
        let found = bank::search(&query, recovery);
        if found.is_empty() {
            view! { <p class="soft">{t.none_found}</p> }.into_any()
        } else {
            list(found.into_iter())
        }
    };
    let mut groups: Vec<&Group> = bank::groups()
        .iter()
        .filter(|group| recovery || !group.recovery)
        .collect();
    groups.sort_by_key(|group| group.title);
    let groups = groups.into_iter().map(|group| {
        view! {
            <a class="row" href=Id::parse(group.id).map(|id| Route::Group(id).href())>
                <span>{group.title}</span>
                {icon::icon(icon::RIGHT)}
            </a>
        }
    });
    view! {
        {up(Route::Milestones.href(), t.milestones)}
        {heading(t.add_milestone)}
        <a class="pill wide" href=Route::NewMilestone(None).href()>{t.own_words}</a>
        {line(
            About { id: "find", label: t.find_milestone, hint: t.find_hint },
            query,
            RwSignal::new(None),
        )}
        <div aria-live="polite">{found}</div>
        <section class="card">
            <h2 class="card-title">{t.groups}</h2>
            {groups.collect_view()}
        </section>
    }
    .into_any()
}

/// One group.
#[must_use]
pub fn group(id: &Id) -> AnyView {
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
    view! {
        {up(Route::Bank.href(), t.groups)}
        {heading(group.title)}
        {safety_cards(shared, Voice::Mine)}
        {list(bank::in_group(group.id))}
    }
    .into_any()
}

fn list(milestones: impl Iterator<Item = &'static BankMilestone>) -> AnyView {
    let rows = milestones.map(row).collect_view();
    view! { <ul class="card list">{rows}</ul> }.into_any()
}

/// A milestone to mark, or one that is marked already.
fn row(milestone: &'static BankMilestone) -> AnyView {
    let t = text();
    let mark = app().journal.with_untracked(|journal| {
        let mut reached = journal.milestones().into_iter();
        reached
            .find(|(_, reached)| reached.bank.as_deref() == Some(milestone.id))
            .map(|(id, _)| id.clone())
    });
    let beside = mark.is_some().then(|| {
        view! {
            <small class="reached">
                {icon::icon(icon::CHECK)}
                {t.reached}
            </small>
        }
    });
    let href = mark.map_or_else(
        || Id::parse(milestone.id).map(|id| Route::NewMilestone(Some(id)).href()),
        |id| Some(Route::Milestone(id).href()),
    );
    view! {
        <li>
            <a class="row" href=href>
                <span>{milestone.words} {beside}</span>
                {icon::icon(icon::RIGHT)}
            </a>
        </li>
    }
    .into_any()
}
