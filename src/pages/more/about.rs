//! What the app is, in words that are fixed.

use super::below;
use crate::content::about::{FILE, pieces};
use crate::content::support::Piece;
use crate::content::text::{fill, text};
use crate::pages::read;
use crate::state::device::{own_file, reload};
use crate::ui::dom::{El, group, slot};
use crate::ui::heading::{button, para};
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
    let pieces: Vec<_> = pieces(words).into_iter().map(Piece::Text).collect();
    if pieces.is_empty() {
        let t = text();
        return group([para("", t.not_loaded), button("pill", t.try_again, reload)]);
    }
    read::pieces(&pieces)
}
