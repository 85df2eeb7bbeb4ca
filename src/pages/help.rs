//! Someone to talk to. The fixed lines stand first, whatever else is chosen.

use super::app;
use crate::content::help_lines::{self, Group, HelpLine, Line, Nation, Status};
use crate::content::text::{OwnWords, fill, text};
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, live, nothing, steady};
use crate::ui::field::{choices, word_chip};
use crate::ui::heading::{details, heading, link, para, row_link, small};
use leptos::prelude::*;

/// The help lines by group and nation. `added`: what services added, which never stands among them; it is drawn where there
/// are any, by another part of the program.
#[must_use]
pub fn help(added: impl Fn() -> El + 'static) -> El {
    let app = app();
    let t = text();
    // Steady, so that an opened group stays open while anything else is kept.
    let chosen = steady(move || {
        let settings = app.journal.with(Journal::settings);
        settings.nation.unwrap_or_default()
    });
    let nation = move || Nation::from_slug(&chosen.read());
    let has_services = steady(move || !app.journal.read().services().is_empty());
    group([
        heading(t.help_title),
        el("section")
            .class("card")
            .attr("aria-label", t.help_now)
            .with([live(move || lines(&help_lines::fixed(nation())))]),
        el("nav").class("card").attr("aria-label", t.for_me).with([
            row_link(&Route::Plan.href(), t.my_plan, ""),
            row_link(&Route::StillHere(1, None).href(), t.hard_moment, ""),
        ]),
        nation_choice(nation),
        live(move || group(Group::ALL.map(|group| others(group, nation())))),
        live(move || {
            if has_services.get() {
                untrack(&added)
            } else {
                nothing()
            }
        }),
        para("hint", t.help_limits),
        live(move || standings(nation())),
    ])
}

/// How each of the lines shown stands. Behind a tap: who is calling for help now has to see a number, not doubts.
fn standings(nation: Option<Nation>) -> El {
    let mut rows = Vec::new();
    for line in help_lines::shown(nation) {
        rows.push(el("li").with([el("b").say(line.name), small(&standing(line))]));
    }
    let list = el("ul").class("words").with(rows);
    details("card pad", text().help_standings, false, list)
}

fn nation_choice(nation: impl Fn() -> Option<Nation> + Copy + 'static) -> El {
    let app = app();
    let t = text();
    let one = move |choice: Option<Nation>| {
        word_chip(
            "radio",
            "nation",
            nation_name(t, choice),
            move || nation() == choice,
            move || {
                let slug = choice.map(|nation| nation.slug().to_owned());
                app.set(|settings| settings.nation = slug);
            },
        )
    };
    let mut chips = vec![one(None)];
    for nation in Nation::ALL {
        chips.push(one(Some(nation)));
    }
    choices(t.nation, "", chips)
}

pub(super) fn nation_name(t: OwnWords, nation: Option<Nation>) -> &'static str {
    match nation {
        None => t.all_nations,
        Some(Nation::England) => t.england,
        Some(Nation::Scotland) => t.scotland,
        Some(Nation::Wales) => t.wales,
        Some(Nation::NorthernIreland) => t.northern_ireland,
    }
}

fn others(group: Group, nation: Option<Nation>) -> El {
    let t = text();
    let title = match group {
        Group::Now => t.help_now,
        Group::DrugsAndAlcohol => t.help_drugs,
        Group::FamilyAndFriends => t.help_family,
        Group::SafeAtHome => t.help_home,
        Group::Other => t.help_other,
    };
    card(title, &help_lines::others(group, nation))
}

/// Lines behind a tap, under a title that tells whose they are; nothing when there are none.
pub(super) fn card(title: &str, found: &[&'static HelpLine]) -> El {
    if found.is_empty() {
        return nothing();
    }
    folded(title, lines(found))
}

/// The same of any rows.
pub(super) fn folded(title: &str, lines: El) -> El {
    let summary = el("summary").with([el("h2").say(title)]);
    el("details").class("card").with([summary, lines])
}

/// Lines as rows.
pub(super) fn lines(found: &[&'static HelpLine]) -> El {
    group(found.iter().map(|found| line(found)))
}

/// A line with its buttons.
pub(super) fn line(line: &Line) -> El {
    let t = text();
    let mut beside = Vec::new();
    for fact in [line.number, line.cost, line.hours, line.audience] {
        beside.extend(fact);
    }
    let mut about = vec![
        el("b").say(line.name),
        el("small").say(line.what_for),
        el("small").say(&beside.join(" · ")),
    ];
    if let Some((keyword, number)) = line.text {
        let texting = if keyword.is_empty() {
            fill(t.text_number, &[number])
        } else {
            fill(t.text_to, &[keyword, number])
        };
        about.push(el("small").say(&texting));
    }
    let pill = |href: &str, label, name| {
        link("pill", href, label).attr("aria-label", &fill(name, &[line.name]))
    };
    let mut actions = Vec::new();
    if let Some(tel) = line.tel() {
        actions.push(pill(&tel, t.call, t.call_name));
    }
    if let Some(sms) = line.sms() {
        actions.push(pill(&sms, t.send_text, t.text_name));
    }
    if let Some(page) = line.page {
        let page = pill(page, t.open_page, t.open_name);
        actions.push(
            page.attr("rel", "noreferrer noopener")
                .attr("target", "_blank"),
        );
    }
    el("div").class("call").with([
        el("div").with(about),
        el("div").class("call-actions").with(actions),
    ])
}

/// Where a record was seen, and when a person last checked it there.
fn standing(line: &HelpLine) -> String {
    let t = text();
    let seen = match line.status {
        Status::Official => t.help_official,
        Status::Reported => t.help_reported,
    };
    let checked = line.checked.and_then(Day::parse).map_or_else(
        || t.help_unchecked.to_owned(),
        |day| fill(t.help_checked, &[&say_day(day, DayStyle::Long)]),
    );
    [seen, " ", &checked].concat()
}
