//! What the app is, in words that are fixed.

use super::below;
use crate::content::about::{FILE, Piece, pieces};
use crate::content::text::{fill, text};
use crate::state::device::own_file;
use crate::ui::dom::{El, el, group, slot};
use crate::ui::heading::para;
use leptos::task::spawn_local;

/// Intended use, credits, limits and the version.
#[must_use]
pub fn about() -> El {
    let t = text();
    let (place, found) = slot();
    spawn_local(async move {
        let words = own_file(FILE).await.unwrap_or_default();
        place.show(|| drawn(&words));
    });
    let version = fill(t.version, &[env!("CARGO_PKG_VERSION")]);
    group([below(t.about_title), found, para("hint", &version)])
}

fn drawn(words: &str) -> El {
    let mut drawn = Vec::new();
    let mut items = Vec::new();
    for piece in pieces(words) {
        match piece {
            Piece::Heading(title) => drawn.push(el("h2").say(title)),
            Piece::Words(words) => drawn.push(el("p").say(words)),
            Piece::Item(item) => items.push(el("li").say(item)),
        }
    }
    if drawn.is_empty() {
        return para("", text().not_loaded);
    }
    drawn.push(el("ul").class("words").with(items));
    group(drawn)
}
