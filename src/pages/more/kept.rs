//! What is kept on this device, said truly.

use super::below;
use super::copies::{open_copy, save_copy};
use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::pages::app;
use crate::state::device::{Standing, ask_for_persistence, standing};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many, how much, how safely; copies; and what cannot be promised.
#[must_use]
pub fn kept() -> AnyView {
    let t = text();
    let found = RwSignal::new(None::<Standing>);
    let look = move || {
        spawn_local(async move {
            found.set(Some(standing().await));
        });
    };
    look();
    let ask = move |_| {
        spawn_local(async move {
            ask_for_persistence().await;
            found.set(Some(standing().await));
        });
    };
    view! {
        {below(t.kept)}
        <p>{t.kept_words}</p>
        <section class="card">
            {counted()}
            {move || found.get().map(facts)}
            <button
                class="plain"
                hidden=move || found.get().is_none_or(|found| found.persistent != Some(false))
                on:click=ask
            >
                {t.ask_persist}
            </button>
        </section>
        {save_copy()}
        {open_copy()}
    }
    .into_any()
}

fn counted() -> AnyView {
    let t = text();
    let count = move || app().journal.with(Journal::count);
    view! { <p class="row">{move || t.count(t.entries_one, t.entries_many, count())}</p> }
        .into_any()
}

fn facts(found: Standing) -> AnyView {
    let t = text();
    let lines = [
        found
            .kilobytes
            .map(|size| fill(t.space_used, &[&size.to_string()])),
        Some(
            match found.persistent {
                Some(true) => t.persistent,
                Some(false) => t.not_persistent,
                None => t.persistence_unknown,
            }
            .to_owned(),
        ),
        Some(
            if found.installed {
                t.installed
            } else {
                t.not_installed
            }
            .to_owned(),
        ),
        Some(
            if found.offline_ready {
                t.offline_ready
            } else {
                t.not_offline_ready
            }
            .to_owned(),
        ),
    ];
    let lines = lines.into_iter().flatten();
    lines
        .map(|line| view! { <p class="row">{line}</p> })
        .collect_view()
        .into_any()
}
