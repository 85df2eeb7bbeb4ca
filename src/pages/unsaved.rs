//! Using the app without saving, on a device that others use: what it means, its beginning and its end.

use super::app;
use crate::content::text::{apart, printing, text};
use crate::route::Route;
use crate::state::apart::{Diary, UNSAVED, turn_to, turn_to_own};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{button, heading, para, row_link, up};

/// What it means; while it is so, what can be taken along, and its end.
#[must_use]
pub fn unsaved() -> El {
    let a = apart();
    let t = text();
    let means = group([
        para("", a.unsaved_gone),
        para("", a.unsaved_kept),
        para("soft", a.unsaved_files),
    ]);
    let below = if app().diary == Diary::Unsaved {
        let rows = [
            (Route::Prints, printing().title),
            (Route::Take, t.take),
            (Route::Kept, t.kept),
        ];
        let rows = rows.map(|(to, words)| row_link(&to.href(), words, ""));
        group([
            el("nav")
                .class("card")
                .attr("aria-label", a.take_with_me)
                .with(rows),
            button("big", a.end, turn_to_own),
        ])
    } else {
        button("big", a.unsaved_start, || turn_to(UNSAVED))
    };
    group([
        up(&Route::More.href(), t.more),
        heading(t.unsaved),
        para("", a.unsaved_intro),
        means,
        below,
    ])
}
