//! Keeping the page out of sight: the cover, where Leave goes, and another name and icon.

use super::app;
use super::more::below;
use crate::content::text::locking;
use crate::domain::journal::Journal;
use crate::domain::settings::Settings;
use crate::ui::dom::{El, el, group, steady};
use crate::ui::field::{choices, switch, word_chip};
use crate::ui::heading::para;
use leptos::prelude::*;

/// The page.
#[must_use]
pub fn sight() -> El {
    let l = locking();
    let leads = [
        (None, l.weather),
        (Some("sport"), l.sport),
        (Some("wikipedia"), l.wikipedia),
        (Some("google"), l.google),
    ];
    let looks = [(None, l.waymark), (Some("notes"), l.notes)];
    let cannot = [l.history_words, l.history_private, l.snapshots, l.keys];
    group([
        below(l.sight),
        para("", l.sight_intro),
        turned(l.hide, l.hide_hint, |settings| &mut settings.hide),
        turned(l.covered, l.covered_hint, |settings| &mut settings.covered),
        choices(
            l.leads,
            "",
            chips("leads", &leads, |settings| &mut settings.leave),
        ),
        choices(
            l.look,
            l.look_hint,
            chips("look", &looks, |settings| &mut settings.look),
        ),
        el("section").class("card pad").with([
            el("h2").say(l.history),
            group(cannot.map(|words| para("", words))),
        ]),
    ])
}

/// A switch for one of the settings.
fn turned(label: &str, hint: &str, which: fn(&mut Settings) -> &mut bool) -> El {
    let app = app();
    let is_on = steady(move || *which(&mut app.journal.with(Journal::settings)));
    let turn = move || {
        app.set(|settings| {
            let on = which(settings);
            *on = !*on;
        });
    };
    switch(label, hint, is_on, turn)
}

/// Choices of one name; none is the first.
fn chips(
    group: &'static str,
    names: &[(Option<&'static str>, &str)],
    which: fn(&mut Settings) -> &mut Option<String>,
) -> Vec<El> {
    let app = app();
    let mut chips = Vec::new();
    for (name, words) in names {
        let name = *name;
        let is_it = move || which(&mut app.journal.with(Journal::settings)).as_deref() == name;
        let choose = move || app.set(|settings| *which(settings) = name.map(str::to_owned));
        chips.push(word_chip("radio", group, words, is_it, choose));
    }
    chips
}
