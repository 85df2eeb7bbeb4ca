//! Moving to another phone: the steps on both phones, with what they need in place.

use super::below;
use super::copies::keep_copy;
use super::open_copy::{Look, choose_copy};
use crate::content::text::text;
use crate::pages::advice::address;
use crate::route::Route;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{link, para};

/// Four steps: two here, two there.
#[must_use]
pub fn moving() -> El {
    let t = text();
    let step = |words: &str, with: El| el("li").class("card pad").with([para("", words), with]);
    let here = [keep_copy(), para("hint", t.copy_warning)];
    let delete = link("plain", &Route::Delete.href(), t.delete);
    group([
        below(t.moving),
        el("ol").class("moves").with([
            step(t.move_save, group(here)),
            step(t.move_open, address()),
            step(t.move_choose, choose_copy(t.choose_file, Look::Open)),
            step(t.move_check, delete),
        ]),
    ])
}
