//! What the app is, in words that are fixed.

use super::below;
use crate::content::text::{fill, text};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::para;

/// Intended use, credits, limits and the version.
#[must_use]
pub fn about() -> El {
    let t = text();
    let mut pieces = vec![below(t.about_title)];
    for (title, words) in [
        (t.about_use, t.intended_use),
        (t.does_it_work, t.does_it_work_words),
        (t.about_review, t.review_words),
        (t.about_credits, t.credit_ways),
    ] {
        pieces.push(el("h2").say(title));
        pieces.push(el("p").say(words));
    }
    let mut limits = Vec::new();
    for limit in [
        t.limit_browser,
        t.limit_lost,
        t.limit_others,
        t.limit_spy,
        t.limit_host,
    ] {
        limits.push(el("li").say(limit));
    }
    pieces.push(el("h2").say(t.limits));
    pieces.push(el("ul").class("words").with(limits));
    let version = fill(t.version, &[env!("CARGO_PKG_VERSION")]);
    pieces.push(para("hint", &version));
    group(pieces)
}
