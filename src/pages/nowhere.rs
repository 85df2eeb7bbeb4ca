//! An address that leads nowhere.

use crate::content::text::text;
use crate::route::Route;
use crate::ui::heading::heading;
use leptos::prelude::*;

/// Says so, and leads back.
#[must_use]
pub fn nowhere() -> AnyView {
    let t = text();
    view! {
        {heading(t.nowhere)}
        <p>{t.nowhere_words}</p>
        <a class="pill" href=Route::Today.href()>{t.go_today}</a>
    }
    .into_any()
}
