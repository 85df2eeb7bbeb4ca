//! A link that carries something in: shown first, and taken in only when the person says so.

mod goal;
mod service;

use super::{app, help};
use crate::content::help_lines::Nation;
use crate::content::text::{fill, opening, text};
use crate::domain::commands::Chosen;
use crate::domain::journal::Journal;
use crate::domain::service::Service;
use crate::route::Route;
use crate::state::App;
use crate::state::device::{go_instead, random};
use crate::state::links::{self, Link, Refused, StarterGoal};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::field::{Wrong, error, toggle_tick};
use crate::ui::heading::{button, heading, link, para, send};
use goal::Offered;
use leptos::prelude::*;
use service::local;
pub(super) use service::{about, line_of};

/// What a link carries, or why it is not taken.
#[must_use]
pub fn opened(carried: &str) -> El {
    match links::read(&links::take_out(carried)) {
        Ok(link) => shown(&link),
        Err(reason) => refused(reason),
    }
}

fn refused(reason: Refused) -> El {
    let o = opening();
    group([
        heading(o.refused),
        para("", why(reason)),
        para("", o.ask),
        ways_out(),
    ])
}

/// Why a link is not taken, in words.
pub(super) fn why(reason: Refused) -> &'static str {
    let o = opening();
    [
        o.empty, o.too_long, o.damaged, o.not_ours, o.newer, o.too_much, o.no_name, o.markup,
        o.hidden, o.page, o.number, o.premium, o.imitates,
    ][reason as usize]
}

fn ways_out() -> El {
    let t = text();
    el("div").class("actions").with([
        link("pill", &Route::Today.href(), t.go_today),
        link("pill", &Route::Help.href(), t.help_title),
    ])
}

fn shown(link: &Link) -> El {
    let o = opening();
    let app = app();
    let wrong = RwSignal::new(None);
    let chosen = chosen(link);
    // Whether the recovery parts are wanted, which are never switched on by a link alone.
    let parts = RwSignal::new(app.journal.with_untracked(Journal::shows_recovery));
    let goals = goal::offered(link, parts);
    let title = match &link.goals[..] {
        _ if chosen.service.is_some() => link.name.as_str(),
        [StarterGoal::Bank(_, None) | StarterGoal::Own { rhythm: None, .. }] => o.idea,
        _ => o.plan,
    };
    let from = match &chosen.service {
        Some(service) => group([
            para("hint", o.theirs),
            about(service),
            local(service),
            nation(&chosen),
        ]),
        None => para("hint", o.nobodys),
    };
    let has_service = chosen.service.as_ref().is_none_or(|service| {
        app.journal
            .with_untracked(|journal| journal.has_service(service))
    });
    let wants_parts = link.recovery || goals.iter().any(|goal| goal.draft.recovery);
    let has_all = has_service && goals.iter().all(|goal| goal.have);
    let mut fields = vec![goal::cards(&goals)];
    if wants_parts && !parts.get_untracked() {
        fields.push(parts_choice(parts));
    }
    fields.push(look_at(link));
    if has_all {
        if chosen.service.is_some() || !goals.is_empty() {
            fields.push(para("", o.have_all));
        } else if !link.goals.is_empty() {
            // Ideas that only a newer version has.
            fields.push(para("", o.newer));
        }
        fields.push(ways_out());
    } else {
        fields.push(choice(wrong));
    }
    let form = el("form").on_send(move || {
        let recovery = parts.get_untracked();
        let chosen = Chosen {
            recovery,
            ..chosen.clone()
        };
        add(app, chosen, &goals, wrong);
    });
    group([heading(title), from, form.with(fields)])
}

/// What is taken in of a link, before any goal is ticked.
fn chosen(link: &Link) -> Chosen {
    let mut contacts = Vec::new();
    for contact in &link.contacts {
        contacts.push(line_of(contact));
    }
    let nation = link.nation.as_deref().and_then(Nation::from_slug);
    Chosen {
        service: (!link.name.is_empty()).then(|| Service {
            name: link.name.clone(),
            greeting: link.greeting.clone(),
            contacts,
            checked: link.checked,
            added: app().today_now(),
        }),
        nation: nation.map(|nation| nation.slug().to_owned()),
        groups: link.groups.clone(),
        ..Chosen::default()
    }
}

/// What a person will see of a service's link, but for its goals.
pub(super) fn preview(link: &Link) -> El {
    let mut pieces = vec![el("h3").say(&link.name)];
    if let Some(service) = chosen(link).service {
        pieces.extend([about(&service), local(&service)]);
    }
    group(pieces)
}

fn nation(chosen: &Chosen) -> El {
    let settings = app().journal.with_untracked(Journal::settings);
    let nation = chosen.nation.as_deref().and_then(Nation::from_slug);
    if nation.is_none() || settings.nation.is_some() {
        return nothing();
    }
    let name = help::nation_name(text(), nation);
    para("hint", &fill(opening().nation, &[name]))
}

fn parts_choice(parts: RwSignal<bool>) -> El {
    let t = text();
    let word = app().journal.with_untracked(Journal::settings).word;
    let tick = toggle_tick(parts);
    let label = el("span").say(&fill(t.parts_switch, &[t.parts(word)]));
    group([
        el("label").class("card row").with([label, tick]),
        para("hint", t.parts_words),
    ])
}

/// Ways to begin with, and made-up people to look at first. The link is still there on the way back from the ideas; with
/// a made-up person's diary the page is another one.
fn look_at(link: &Link) -> El {
    let (t, o) = (text(), opening());
    let mut pieces = Vec::new();
    if !link.ways.is_empty() {
        pieces.push(el("h2").say(o.look_at));
        let mut pills = Vec::new();
        for way in &link.ways {
            pills.push(pill(&Route::Ideas(Some(*way)), t.way(*way)));
        }
        pieces.push(el("div").class("actions").with(pills));
    }
    if link.demo {
        pieces.push(pill(&Route::Demo(None), o.see_demo));
    }
    group(pieces)
}

fn pill(to: &Route, words: &str) -> El {
    link("pill", &to.href(), words)
}

/// What to do with it. `wrong`: why it could not be done.
fn choice(wrong: Wrong) -> El {
    let (t, o) = (text(), opening());
    let not_now = button("plain", t.not_now, || {
        links::forget();
        go_instead(&Route::Today.href());
    });
    group([
        para("hint", o.looked),
        error("link", wrong),
        send("big", o.add),
        not_now,
    ])
}

/// Takes in the service, the goals that are ticked, and the recovery parts when they are wanted.
fn add(app: App, mut chosen: Chosen, goals: &[Offered], wrong: Wrong) {
    let o = opening();
    let today = app.today_now();
    let is_service = chosen.service.is_some();
    for goal in goals.iter().filter(|goal| goal.is_picked()) {
        let alone = Chosen {
            goals: vec![goal.now()],
            ..Chosen::default()
        };
        let take = |journal: &Journal| journal.take_in(&alone, today, 0);
        if let Err(refusal) = app.journal.with_untracked(take) {
            goal.wrong.set(Some(text().refusal(refusal)));
            return;
        }
        chosen.goals.extend(alone.goals);
    }
    if !is_service && chosen.goals.is_empty() {
        wrong.set(Some(o.pick_one.to_owned()));
        return;
    }
    if !app.may_send() {
        return;
    }
    let home = if chosen.goals.is_empty() {
        Route::Help
    } else {
        Route::Today
    };
    let outcome = app
        .journal
        .with_untracked(|journal| journal.take_in(&chosen, today, random()));
    links::forget();
    let _ = app.keep_form(outcome, o.added, &home.href());
}
