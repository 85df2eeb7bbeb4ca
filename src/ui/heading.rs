//! Headings and links that stand on most pages.

use super::dom::{El, el, group, nothing, words};
use super::icon::{LEFT, RIGHT, icon};

/// The page's one `h1`, which gets the focus when the page changes.
#[must_use]
pub fn heading(title: &str) -> El {
    el("h1").attr("tabindex", "-1").say(title)
}

/// A heading that may be focused and follows signals.
#[must_use]
pub fn heading_live(title: impl Fn() -> String + 'static) -> El {
    el("h1").attr("tabindex", "-1").say_live(title)
}

/// A link.
#[must_use]
pub fn link(class: &str, href: &str, label: &str) -> El {
    el("a").class(class).attr("href", href).say(label)
}

/// A link that leads up, above the heading.
#[must_use]
pub fn up(href: &str, label: &str) -> El {
    el("a")
        .class("up")
        .attr("href", href)
        .with([icon(LEFT), words(label)])
}

/// A paragraph.
#[must_use]
pub fn para(class: &str, text: &str) -> El {
    el("p").class(class).say(text)
}

/// A button.
#[must_use]
pub fn button(class: &str, label: &str, act: impl FnMut() + 'static) -> El {
    el("button")
        .class(class)
        .attr("type", "button")
        .say(label)
        .on_tap(act)
}

/// The button that sends a form.
#[must_use]
pub fn send(class: &str, label: &str) -> El {
    el("button").class(class).attr("type", "submit").say(label)
}

/// A row of a list that leads somewhere: words, with smaller ones below them.
#[must_use]
pub fn row_link(href: &str, label: &str, beside: &str) -> El {
    el("a")
        .class("row")
        .attr("href", href)
        .with([el("span").with([words(label), small(beside)]), icon(RIGHT)])
}

/// Smaller words below others; nothing when there are none.
#[must_use]
pub fn small(text: &str) -> El {
    if text.is_empty() {
        nothing()
    } else {
        group([words(" "), el("small").say(text)])
    }
}

/// Something that opens at a tap.
#[must_use]
pub fn details(class: &str, summary: &str, open: bool, inside: El) -> El {
    let details = el("details").class(class);
    let details = if open {
        details.attr("open", "")
    } else {
        details
    };
    details.with([el("summary").say(summary), inside])
}
