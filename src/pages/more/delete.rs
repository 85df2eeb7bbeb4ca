//! Deleting everything, at two separate taps.

use super::below;
use crate::content::text::text;
use crate::pages::app;
use crate::route::Route;
use crate::state::device::focus_on;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Sure,
    Done,
    Failed,
}

/// Asks twice, then deletes.
#[must_use]
pub fn delete() -> AnyView {
    let app = app();
    let t = text();
    let step = RwSignal::new(Step::First);
    let sure = move |_| {
        step.set(Step::Sure);
        focus_on("sure");
    };
    let delete = move |_| {
        spawn_local(async move {
            let deleted = app.delete_everything().await;
            step.set(if deleted.is_ok() {
                Step::Done
            } else {
                Step::Failed
            });
        });
    };
    let body = move || match step.get() {
        Step::Done => view! { <p role="status">{t.deleted}</p> }.into_any(),
        now => view! {
            <p>{t.delete_words}</p>
            <p>{t.delete_copies}</p>
            <p>
                <a class="plain" href=Route::Kept.href()>
                    {t.save_copy}
                </a>
            </p>
            <button class="pill wide" hidden=now != Step::First on:click=sure>
                {t.delete_first}
            </button>
            <div hidden=now == Step::First>
                <p id="sure" tabindex="-1">
                    {t.delete_sure}
                </p>
                <button class="pill wide go" on:click=delete>
                    {t.delete_second}
                </button>
                <a class="pill wide" href=Route::More.href()>
                    {t.cancel}
                </a>
            </div>
            <p class="wrong" role="alert">
                {(now == Step::Failed).then_some(t.delete_failed)}
            </p>
        }
        .into_any(),
    };
    view! {
        {below(t.delete)}
        {body}
    }
    .into_any()
}
