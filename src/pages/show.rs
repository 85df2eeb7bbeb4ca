//! What is to be shown to someone: in large words, which can be turned round for who sits across.

use crate::content::text::looking_back;
use crate::state::device::focus_on;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{button, heading, para};
use leptos::prelude::*;

/// Where what is shown begins.
const BEGINS: &str = "shown";

/// A page with a part to show. Its heading stays with the one who shows it, so the part has one of its own (`shown`).
pub(super) fn show(above: El, title: &str, hint: &str, shown: &str, inside: El) -> El {
    let l = looking_back();
    let turned = RwSignal::new(false);
    let turn = move || {
        turned.update(|on| *on = !*on);
        // The other person begins to read at the foot of the page: the focus brings that into sight.
        if turned.get_untracked() {
            focus_on(BEGINS);
        }
    };
    let shown = el("h2")
        .attr("id", BEGINS)
        .attr("tabindex", "-1")
        .say(shown);
    group([
        above,
        heading(title),
        para("hint", hint),
        button("pill", l.turn_round, turn)
            .attr_live("aria-pressed", move || Some(turned.get().to_string())),
        el("section")
            .attr_live("class", move || {
                Some(if turned.get() { "show turned" } else { "show" }.to_owned())
            })
            .with([shown, inside]),
    ])
}
