//! Someone to talk to. The fixed lines stand first, whatever else is chosen.

use super::app;
use crate::content::help_lines::{self, Group, HelpLine, Nation};
use crate::content::text::{OwnWords, fill, text};
use crate::domain::journal::Journal;
use crate::ui::dom::{El, el, group, live, nothing, steady};
use crate::ui::field::{choices, word_chip};
use crate::ui::heading::{heading, link, para};
use leptos::prelude::*;

/// The help lines by group and nation.
#[must_use]
pub fn help() -> El {
    let app = app();
    let t = text();
    // Steady, so that an opened group stays open while anything else is kept.
    let chosen = steady(move || {
        let settings = app.journal.with(Journal::settings);
        settings.nation.unwrap_or_default()
    });
    let nation = move || Nation::from_slug(&chosen.read());
    group([
        heading(t.help_title),
        el("section")
            .class("card")
            .attr("aria-label", t.help_now)
            .with([live(move || lines(&help_lines::fixed(nation())))]),
        nation_choice(nation),
        live(move || group(Group::ALL.map(|group| others(group, nation())))),
        para("hint", t.help_limits),
    ])
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

fn nation_name(t: OwnWords, nation: Option<Nation>) -> &'static str {
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
    let found = help_lines::others(group, nation);
    if found.is_empty() {
        return nothing();
    }
    let title = match group {
        Group::Now => t.help_now,
        Group::DrugsAndAlcohol => t.help_drugs,
        Group::FamilyAndFriends => t.help_family,
        Group::SafeAtHome => t.help_home,
        Group::Other => t.help_other,
    };
    let summary = el("summary").with([el("h2").say(title)]);
    el("details").class("card").with([summary, lines(&found)])
}

fn lines(found: &[&'static HelpLine]) -> El {
    group(found.iter().map(|found| line(found)))
}

fn line(line: &'static HelpLine) -> El {
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
