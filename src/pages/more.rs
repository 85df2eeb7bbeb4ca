//! Everything else: how the app looks, what is kept, and what it is.

mod about;
mod copies;
mod delete;
mod kept;
mod settings;

pub use about::about;
pub use delete::delete;
pub use kept::kept;
pub use settings::{appearance, days, parts};

use crate::content::text::text;
use crate::route::Route;
use crate::ui::heading::{heading, up};
use crate::ui::icon;
use leptos::prelude::*;

/// The list of what there is.
#[must_use]
pub fn more() -> AnyView {
    let t = text();
    let row = |(route, words): (Route, &'static str)| {
        view! {
            <a class="row" href=route.href()>
                <span>{words}</span>
                {icon::icon(icon::RIGHT)}
            </a>
        }
    };
    let rows = [
        (Route::Kept, t.kept),
        (Route::Appearance, t.appearance),
        (Route::Days, t.days_weeks),
        (Route::Parts, t.parts),
        (Route::About, t.about_title),
        (Route::Delete, t.delete),
    ];
    view! {
        {heading(t.more)}
        <nav class="card" aria-label=t.more>
            {rows.map(row).collect_view()}
        </nav>
    }
    .into_any()
}

/// The top of a page below More.
fn below(title: &'static str) -> AnyView {
    view! {
        {up(Route::More.href(), text().more)}
        {heading(title)}
    }
    .into_any()
}
