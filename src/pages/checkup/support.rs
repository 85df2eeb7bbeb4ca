//! Part 4: would more support be good? "Yes, today" brings people to call at once.

use super::frame::Asked;
use super::skip_chip;
use crate::content::checkup::{SUPPORT, SUPPORT_QUESTION};
use crate::content::help_lines;
use crate::content::text::checkups;
use crate::domain::checkup::{CheckUp, Support};
use crate::pages::help;
use crate::pages::safety::chosen_nation;
use crate::route::Route;
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::field::{choices, pick_chip};
use crate::ui::heading::{link, para, row_link};
use leptos::prelude::*;

const NAME: &str = "support";
/// What stands for no answer.
const SKIPPED: usize = Support::ALL.len();

/// The question, with the answer that is kept.
pub(super) fn ask(old: &CheckUp) -> Asked {
    let picked = RwSignal::new(old.support.map_or(SKIPPED, |answer| answer as usize));
    let mut chips = Vec::new();
    for answer in Support::ALL {
        chips.push(pick_chip(
            NAME,
            support_words(answer),
            picked,
            answer as usize,
        ));
    }
    chips.push(skip_chip(NAME, picked, SKIPPED));
    let offers = live(move || match Support::ALL.get(picked.get()) {
        Some(Support::Today) => untrack(talk_now),
        Some(Support::Maybe | Support::Yes) => kinds(),
        _ => nothing(),
    });
    let fields = vec![
        choices(SUPPORT_QUESTION, "", chips),
        el("div").attr("aria-live", "polite").with([offers]),
        para("", SUPPORT),
    ];
    let answer = move |checkup: &mut CheckUp| {
        checkup.support = Support::ALL.get(picked.get_untracked()).copied();
        true
    };
    Asked {
        fields,
        answer: Box::new(answer),
    }
}

fn support_words(answer: Support) -> &'static str {
    let c = checkups();
    [c.no, c.maybe, c.yes, c.yes_today][answer as usize]
}

/// The lines that always stand first, and the way to the others.
fn talk_now() -> El {
    let c = checkups();
    group([
        el("section").class("card").with([
            el("h2").class("card-title").say(c.talk_now),
            help::lines(&help_lines::fixed(chosen_nation())),
        ]),
        link("pill wide", &Route::Help.href(), c.more_help),
    ])
}

fn kinds() -> El {
    let to = Route::Support.href();
    el("div")
        .class("card")
        .with([row_link(&to, checkups().kinds, "")])
}
