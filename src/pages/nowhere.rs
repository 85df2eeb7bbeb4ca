//! An address that leads nowhere.

use crate::content::text::text;
use crate::route::Route;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{heading, link};

/// Says so, and leads back.
#[must_use]
pub fn nowhere() -> El {
    let t = text();
    group([
        heading(t.nowhere),
        el("p").say(t.nowhere_words),
        link("pill", &Route::Today.href(), t.go_today),
    ])
}
