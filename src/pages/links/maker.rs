//! A service's link: everything that can be in it as a form, and beside it what comes of it.

mod typed;

use super::app;
use super::goals::goals;
use super::outcome::{beside, outcome};
use super::pieces::{list, option};
use crate::content::help_lines::Nation;
use crate::content::milestones as bank;
use crate::content::text::{handouts, making, text};
use crate::domain::id::Id;
use crate::domain::way::Way;
use crate::pages::hand_on::copy_button;
use crate::pages::help::nation_name;
use crate::pages::milestones::with_bank;
use crate::pages::opened;
use crate::route::Route;
use crate::state::codes::{read_settings, save_settings};
use crate::state::links::{of_settings, read, settings, write};
use crate::ui::dom::{El, el, follow, group, live, nothing, words};
use crate::ui::field::{About, area, choices, error, file, line, toggle_chip, word_chip};
use crate::ui::heading::{button, details, heading, link, para, up};
use leptos::prelude::*;
use leptos::task::spawn_local;
use typed::Typed;

/// The page.
#[must_use]
pub fn maker() -> El {
    with_bank(page)
}

fn page() -> El {
    let m = making();
    let app = app();
    let typed = Typed::new(app.today_now());
    let carried = RwSignal::new(String::new());
    follow(move || {
        let link = typed.read();
        // As it is read, it is shorter: a number without its gaps. A link for a service has its name.
        let taken = read(&write(&link))
            .ok()
            .filter(|link| !link.name.is_empty());
        let written = taken.map(|link| write(&link)).unwrap_or_default();
        carried.set(written);
    });
    let choose = move |chosen| {
        spawn_local(async move {
            let text = read_settings(chosen).await.unwrap_or_default();
            match read(&of_settings(&text)) {
                Ok(link) => typed.fill(&link),
                Err(_) => {
                    typed.file.try_set(Some(m.not_settings.to_owned()));
                }
            }
        });
    };
    let form = el("form")
        .on_send(|| {})
        .on("change", move |_| typed.judge())
        .with([
            about_you(&typed),
            section(m.contacts, m.contacts_hint, typed.contacts.draw()),
            section(m.goals, m.goals_hint, typed.goals.draw()),
            first(&typed),
            more(&typed),
        ]);
    let seen = live(move || match read(&carried.read()) {
        Ok(link) => section(
            m.preview,
            "",
            group([opened::preview(&link), goals(&link.goals)]),
        ),
        Err(_) => nothing(),
    });
    let further = live(move || {
        let carried = carried.read();
        if carried.is_empty() {
            nothing()
        } else {
            group([paper(&carried), site(&carried)])
        }
    });
    el("div").class("making").with([
        up(&Route::More.href(), text().more),
        heading(m.title),
        para("soft", m.intro),
        para("hint", [m.nothing_sent, " ", m.no_names].concat().as_str()),
        file(m.open_settings, ".json,application/json", choose),
        error("file", typed.file),
        form,
        seen,
        outcome(carried, true),
        further,
        el("section").class("card pad").with([
            para("", m.save_it),
            button("pill", m.save_settings, move || {
                let saved = save_settings(&settings(&untrack(|| typed.read())));
                app.say(saved.map_or(m.not_saved, |()| m.saved));
            }),
        ]),
    ])
}

fn section(title: &str, hint: &str, inside: El) -> El {
    el("section").with([el("h2").say(title), para("hint", hint), inside])
}

fn about_you(typed: &Typed) -> El {
    let m = making();
    let t = text();
    let name = About {
        id: "name",
        label: m.name,
        hint: m.name_hint,
    };
    let greeting = About {
        id: "greeting",
        label: m.greeting,
        hint: m.greeting_hint,
    };
    let mut nations = vec![option("", nation_name(t, None))];
    for nation in Nation::ALL {
        nations.push(option(nation.slug(), nation_name(t, Some(nation))));
    }
    section(
        m.about_you,
        "",
        group([
            line(name, typed.name.0, typed.name.1),
            area(greeting, typed.greeting.0, typed.greeting.1),
            list("nation", t.nation, nations, typed.nation),
        ]),
    )
}

/// Ways and groups of milestones to show first.
fn first(typed: &Typed) -> El {
    let m = making();
    let (recovery, chosen) = (typed.recovery, typed.groups);
    let mut ways = Vec::new();
    for (way, on) in Way::ALL.into_iter().zip(typed.ways) {
        ways.push(toggle_chip("ways", words(text().way(way)), on));
    }
    let groups = live(move || {
        let mut chips = Vec::new();
        for one in bank::groups() {
            if !one.recovery || recovery.get() {
                chips.push(group_chip(chosen, one.id, one.title));
            }
        }
        choices(m.groups, "", chips)
    });
    section(
        m.first,
        "",
        group([
            choices(m.ways, "", ways),
            details("", m.groups, false, groups),
        ]),
    )
}

fn group_chip(groups: RwSignal<String>, id: &'static str, title: &'static str) -> El {
    let has = move || groups.read().split(' ').any(|other| other == id);
    let turn = move || {
        let mut ids = String::new();
        for other in groups.read_untracked().split_whitespace() {
            if other != id {
                ids.push_str(other);
                ids.push(' ');
            }
        }
        if !untrack(has) {
            ids.push_str(id);
        }
        groups.set(ids);
    };
    word_chip("checkbox", "groups", title, has, turn)
}

fn more(typed: &Typed) -> El {
    let m = making();
    let (id, checked) = ("checked", typed.checked);
    let date = el("input").attr("type", "date").attr("id", id);
    let date = date
        .attr("aria-describedby", "checked-hint")
        .value_from(checked)
        .on_typed(move |day| checked.set(day));
    section(
        m.more,
        "",
        group([
            el("div").class("chips").with([
                toggle_chip("more", words(m.recovery), typed.recovery),
                toggle_chip("more", words(m.demo), typed.demo),
            ]),
            el("div").class("field").with([
                el("label").attr("for", id).say(m.checked),
                para("hint", m.checked_hint).attr("id", "checked-hint"),
                date,
            ]),
        ]),
    )
}

/// What can be printed with the link on it.
fn paper(carried: &str) -> El {
    let m = making();
    let h = handouts();
    let mut rows = Vec::new();
    for (name, title) in [
        ("poster", h.poster),
        ("rooms", h.rooms),
        ("leaflet", h.leaflet),
    ] {
        rows.extend(Id::parse(name).map(|name| {
            let to = Route::Handout(name, carried.to_owned()).href();
            beside(link("pill", &to, title))
        }));
    }
    section(m.paper, "", el("div").class("actions").with(rows))
}

/// A link in HTML, for a page of the service's own.
fn site(carried: &str) -> El {
    let m = making();
    let html = [
        r#"<a href=""#,
        &super::address(carried),
        r#"" rel="noreferrer">"#,
        m.site_words,
        "</a>",
    ]
    .concat();
    let field = el("textarea")
        .attr("rows", "5")
        .attr("readonly", "")
        .attr("aria-label", m.site)
        .say(&html);
    section(
        m.site,
        m.site_hint,
        group([
            field,
            el("div").class("actions").with([copy_button(
                m.copy_site,
                m.copied,
                Box::new(move || html.clone()),
            )]),
        ]),
    )
}
