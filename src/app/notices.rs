//! What a person has to know about how their entries are kept.

use crate::content::text::text;
use crate::state::{App, Notice, device};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;

/// The static page that reads what is kept, without the program.
const RESCUE: &str = "./rescue.html";

/// All notices that stand, each with what can be done about it.
pub(super) fn notices(app: App) -> El {
    let mut shown = Vec::new();
    for notice in app.notices.get() {
        shown.push(el("div").class("told").with(told(app, notice)));
    }
    group(shown)
}

fn told(app: App, notice: Notice) -> Vec<El> {
    let t = text();
    let seen = || button("plain", t.seen, move || app.quiet_unread());
    let look = || link("plain", RESCUE, t.see_or_save);
    match notice {
        Notice::OneCopy => vec![para("", t.one_copy)],
        Notice::NoCopy => vec![para("", t.no_copy)],
        Notice::TooNew => vec![
            para("", t.too_new),
            button("plain", t.load_again, device::reload),
            look(),
        ],
        Notice::SetAside(count) => vec![
            para("", &t.count(t.set_aside_one, t.set_aside_many, count)),
            look(),
            seen(),
        ],
        Notice::Rescued => vec![para("", t.rescued), seen()],
        Notice::Cleared => vec![
            para("", t.cleared),
            button("plain", t.keep_again, move || app.keep_all_again()),
        ],
    }
}
