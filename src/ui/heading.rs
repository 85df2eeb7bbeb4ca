//! The heading of a page, which gets the focus when the page changes.

use leptos::prelude::*;

/// The page's one `h1`.
#[must_use]
pub fn heading(words: impl IntoView + 'static) -> AnyView {
    view! { <h1 tabindex="-1">{words.into_any()}</h1> }.into_any()
}

/// A link that leads up, above the heading.
#[must_use]
pub fn up(href: String, words: &'static str) -> AnyView {
    view! {
        <a class="up" href=href>
            {super::icon::icon(super::icon::LEFT)}
            {words}
        </a>
    }
    .into_any()
}
