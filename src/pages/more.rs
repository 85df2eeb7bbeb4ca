//! Everything else: how the app looks, what is kept, and what it is.

mod about;
mod copies;
mod delete;
mod kept;
mod moving;
mod open_copy;
mod replace;
mod settings;

pub use about::about;
pub(super) use copies::save_button;
pub use delete::delete;
pub use kept::kept;
pub use moving::moving;
pub use settings::{appearance, days, parts};

use crate::content::text::text;
use crate::route::Route;
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{heading, row_link, up};

/// The list of what there is.
#[must_use]
pub fn more() -> El {
    let t = text();
    let kept = live(|| row_link(&Route::Kept.href(), text().kept, &copies::last_copy()));
    let mut rows = vec![kept];
    for (route, words) in [
        (Route::Moving, t.moving),
        (Route::Appearance, t.appearance),
        (Route::Days, t.days_weeks),
        (Route::Parts, t.parts),
        (Route::About, t.about_title),
        (Route::Delete, t.delete),
    ] {
        rows.push(row_link(&route.href(), words, ""));
    }
    let list = el("nav").class("card").attr("aria-label", t.more);
    group([heading(t.more), list.with(rows)])
}

/// The top of a page below More.
fn below(title: &str) -> El {
    group([up(&Route::More.href(), text().more), heading(title)])
}
