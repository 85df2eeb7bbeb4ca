//! What stands above every screen while a diary apart is open.

use crate::content::text::text;
use crate::route::Route;
use crate::state::App;
use crate::state::apart::{Diary, turn_to_own};
use crate::ui::dom::{El, el, nothing};
use crate::ui::heading::{button, link};

/// Whose diary this is, and the ways out of it; nothing for the person's own.
pub(super) fn banner(app: App) -> El {
    let t = text();
    let (words, to, label) = match app.diary {
        Diary::Own => return nothing(),
        Diary::MadeUp => (t.made_up, Route::Demo(None), t.someone_else),
        Diary::Unsaved => (t.not_kept, Route::Unsaved, t.print_or_send),
    };
    let is_made_up = app.diary == Diary::MadeUp;
    let mut inside = vec![el("b").say(words)];
    if is_made_up {
        inside.push(el("span").say(t.not_kept));
    }
    inside.push(link("pill", &to.href(), label));
    if is_made_up {
        inside.push(button("pill", t.end_example, turn_to_own));
    }
    el("aside").class("told apart").with(inside)
}
