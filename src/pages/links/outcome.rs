//! A link that was made, its code, and what can be done with them.

use super::app;
use crate::content::text::{fill, making};
use crate::pages::hand_on::{copy_button, share_button};
use crate::route::Route;
use crate::state::App;
use crate::state::codes::{Code, for_paper, for_screen, save_png, save_svg};
use crate::state::device::page_address;
use crate::ui::dom::{El, el, group, live, nothing, svg};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The address that carries this to another phone.
#[must_use]
pub(in crate::pages) fn address(carried: &str) -> String {
    [&*page_address(), "#/add/", carried].concat()
}

/// A code as the page shows and prints it: dark on light in both modes, or no camera would read it.
#[must_use]
pub(in crate::pages) fn drawn(code: &Code) -> El {
    let width = code.width().to_string();
    svg("svg")
        .class("code")
        .attr("viewBox", &["0 0 ", &width, " ", &width].concat())
        .attr("role", "img")
        .attr("aria-label", making().code_label)
        .attr("shape-rendering", "crispEdges")
        .with([
            svg("path").attr("d", &code.ground()).attr("fill", "#fff"),
            svg("path").attr("d", &code.path()),
        ])
}

/// The link, its code, and what can be done with them; in their place, what is missing, while there is nothing to
/// carry.
pub(super) fn outcome(carried: RwSignal<String>, files: bool) -> El {
    let m = making();
    let app = app();
    let drawn = live(move || {
        let carried = carried.get();
        if carried.is_empty() {
            return para("soft", m.not_yet);
        }
        made(app, &carried, files)
    });
    el("section")
        .class("card pad made")
        .attr("aria-label", m.link)
        .with([el("h2").say(m.link), drawn])
}

fn made(app: App, carried: &str, files: bool) -> El {
    let m = making();
    let address = address(carried);
    let long = fill(m.letters, &[&address.len().to_string()]);
    let to = Route::Opened(carried.to_owned()).href();
    let code = match for_screen(&address) {
        Some(code) => group([drawn(&code), para("hint", m.code_hint)]),
        None => para("", m.too_much),
    };
    let files = if files {
        saving(app, &address)
    } else {
        nothing()
    };
    let (shared, copied) = (address.clone(), address.clone());
    group([
        code,
        el("p").class("address").say(&address),
        para("hint", &long),
        el("div").class("actions").with([
            copy_button(m.copy, m.copied, Box::new(move || copied.clone())),
            share_button(m.share, Box::new(move || shared.clone())),
            beside(link("pill", &to, m.try_it)),
        ]),
        files,
    ])
}

/// A link that leaves this page as it is, with all that is typed.
pub(super) fn beside(link: El) -> El {
    link.attr("target", "_blank").attr("rel", "noopener")
}

/// The code as files, for posters and the like.
fn saving(app: App, address: &str) -> El {
    let m = making();
    let save = |label: &str, as_picture: bool| {
        let address = address.to_owned();
        button("pill", label, move || {
            // As wide as a poster has it.
            let code = for_paper(&address, 70);
            spawn_local(async move {
                let saved = match code {
                    Some(code) if as_picture => save_png(&code).await.is_ok(),
                    Some(code) => save_svg(&code).is_ok(),
                    None => false,
                };
                app.say(if saved { m.saved } else { m.not_saved });
            });
        })
    };
    el("div")
        .class("actions")
        .with([save(m.save_svg, false), save(m.save_png, true)])
}
