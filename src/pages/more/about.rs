//! What the app is, in words that are fixed.

use super::below;
use crate::content::text::{fill, text};
use leptos::prelude::*;

/// Intended use, credits, limits and the version.
#[must_use]
pub fn about() -> AnyView {
    let t = text();
    let part = |(title, words): (&'static str, &'static str)| {
        view! {
            <h2>{title}</h2>
            <p>{words}</p>
        }
    };
    let parts = [
        (t.about_use, t.intended_use),
        (t.does_it_work, t.does_it_work_words),
        (t.about_review, t.review_words),
        (t.about_credits, t.credit_ways),
    ];
    let limits = [
        t.limit_browser,
        t.limit_lost,
        t.limit_others,
        t.limit_spy,
        t.limit_host,
    ];
    view! {
        {below(t.about_title)}
        {parts.map(part).collect_view()}
        <h2>{t.limits}</h2>
        <ul class="words">{limits.map(|limit| view! { <li>{limit}</li> }).collect_view()}</ul>
        <p class="hint">{fill(t.version, &[env!("CARGO_PKG_VERSION")])}</p>
    }
    .into_any()
}
