//! Someone to talk to. The fixed lines stand first, whatever else is chosen.

use super::app;
use crate::content::help_lines::{self, Group, HelpLine, Nation};
use crate::content::text::{Text, fill, text};
use crate::domain::journal::Journal;
use crate::ui::field::{chip, choices};
use crate::ui::heading::heading;
use leptos::prelude::*;

/// The help lines by group and nation.
#[must_use]
pub fn help() -> AnyView {
    let app = app();
    let t = text();
    let nation = Memo::new(move |_| {
        let settings = app.journal.with(Journal::settings);
        settings.nation.as_deref().and_then(Nation::from_slug)
    });
    let fixed = move || {
        let lines = help_lines::fixed(nation.get()).into_iter();
        lines.map(line).collect_view()
    };
    let others = move || {
        Group::ALL
            .map(|group| others(group, nation.get()))
            .collect_view()
    };
    view! {
        {heading(t.help_title)}
        <section class="card" aria-label=t.help_now>
            {fixed}
        </section>
        {nation_choice(nation)}
        {others}
        <p class="hint">{t.help_limits}</p>
    }
    .into_any()
}

fn nation_choice(nation: Memo<Option<Nation>>) -> AnyView {
    let app = app();
    let t = text();
    let one = move |choice: Option<Nation>| {
        chip(
            "radio",
            "nation",
            nation_name(t, choice).into_any(),
            move || nation.get() == choice,
            move || {
                app.set(|settings| settings.nation = choice.map(|nation| nation.slug().to_owned()))
            },
        )
    };
    let all = [None].into_iter().chain(Nation::ALL.map(Some));
    choices(t.nation, "", all.map(one).collect_view().into_any())
}

fn nation_name(t: &Text, nation: Option<Nation>) -> &'static str {
    match nation {
        None => t.all_nations,
        Some(Nation::England) => t.england,
        Some(Nation::Scotland) => t.scotland,
        Some(Nation::Wales) => t.wales,
        Some(Nation::NorthernIreland) => t.northern_ireland,
    }
}

fn others(group: Group, nation: Option<Nation>) -> AnyView {
    let t = text();
    let lines = help_lines::others(group, nation);
    if lines.is_empty() {
        return ().into_any();
    }
    let title = match group {
        Group::Now => t.help_now,
        Group::DrugsAndAlcohol => t.help_drugs,
        Group::FamilyAndFriends => t.help_family,
        Group::SafeAtHome => t.help_home,
        Group::Other => t.help_other,
    };
    view! {
        <details class="card">
            <summary>
                <h2>{title}</h2>
            </summary>
            {lines.into_iter().map(line).collect_view()}
        </details>
    }
    .into_any()
}

fn line(line: &'static HelpLine) -> AnyView {
    let t = text();
    let beside = [line.number, line.cost, line.hours, line.audience];
    let beside: Vec<&str> = beside.into_iter().flatten().collect();
    let texting = line.text.map(|(keyword, number)| {
        if keyword.is_empty() {
            fill(t.text_number, &[number])
        } else {
            fill(t.text_to, &[keyword, number])
        }
    });
    let link = |href: Option<String>, words: &'static str, label: &'static str| {
        href.map(|href| {
            view! {
                <a class="pill" href=href aria-label=fill(label, &[line.name])>
                    {words}
                </a>
            }
        })
    };
    let page = line.page.map(|page| {
        view! {
            <a
                class="pill"
                href=page
                rel="noreferrer noopener"
                target="_blank"
                aria-label=fill(t.open_name, &[line.name])
            >
                {t.open_page}
            </a>
        }
    });
    view! {
        <div class="call">
            <div>
                <b>{line.name}</b>
                <small>{line.what_for}</small>
                <small>{beside.join(" · ")}</small>
                {texting.map(|texting| view! { <small>{texting}</small> })}
            </div>
            <div class="call-actions">
                {link(line.tel(), t.call, t.call_name)} {link(line.sms(), t.send_text, t.text_name)}
                {page}
            </div>
        </div>
    }
    .into_any()
}
