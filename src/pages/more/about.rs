//! What the app is, in words that are fixed.

use super::below;
use crate::content::about::{FILE, pieces};
use crate::content::support::Piece;
use crate::content::text::{fill, text};
use crate::pages::read;
use crate::state::device::{own_file, reload, version};
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
    let number = env!("CARGO_PKG_VERSION");
    let version = match version() {
        Some(code) => fill(t.version_code, &[number, &in_groups(&code)]),
        None => fill(t.version, &[number]),
    };
    group([below(t.about_title), found, para("hint", &version)])
}

/// A code in groups of four, which a person can compare with another.
fn in_groups(code: &str) -> String {
    let mut groups = String::new();
    for (place, sign) in code.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        groups.push(sign);
    }
    groups
}

fn drawn(words: &str) -> El {
    let pieces: Vec<_> = pieces(words).into_iter().map(Piece::Text).collect();
    if pieces.is_empty() {
        let t = text();
        return group([para("", t.not_loaded), button("pill", t.try_again, reload)]);
    }
    read::pieces(&pieces)
}

#[cfg(test)]
mod tests {
    use super::in_groups;

    #[test]
    fn a_code_stands_in_groups() {
        assert_eq!(in_groups("0123456789abcdef"), "0123 4567 89ab cdef");
        assert_eq!(in_groups("01234"), "0123 4");
        assert_eq!(in_groups(""), "");
    }
}
