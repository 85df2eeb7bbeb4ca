//! Saving a copy, and opening one: shown first, added second.

use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::domain::merge::Preview;
use crate::pages::app;
use crate::state::copies::{CopyError, Opened};
use crate::state::device::{CopyFileError, DayStyle, File, read_copy, say_day};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A copy as a file.
#[must_use]
pub(super) fn save_copy() -> AnyView {
    let app = app();
    let t = text();
    let said = RwSignal::new("");
    let save = move |_| {
        said.set(if app.save_copy() {
            t.copy_saved
        } else {
            t.copy_failed
        });
    };
    let last = move || match app.journal.with(Journal::settings).last_copy {
        Some(day) => fill(t.last_copy, &[&say_day(day, DayStyle::Long)]),
        None => t.no_copy_yet.to_owned(),
    };
    view! {
        <section class="card pad">
            <h2>{t.save_copy}</h2>
            <p>{last}</p>
            <p class="hint">{t.copy_warning}</p>
            <button class="pill strong" on:click=save>
                {t.save_copy}
            </button>
            <p role="status">{move || said.get()}</p>
        </section>
    }
    .into_any()
}

#[derive(Clone)]
enum Look {
    Nothing,
    Wrong(&'static str),
    Copy(Opened, Preview),
}

/// A copy to add to what is here.
#[must_use]
pub(super) fn open_copy() -> AnyView {
    let app = app();
    let t = text();
    let look = RwSignal::new(Look::Nothing);
    let choose = move |file: Option<File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            look.set(match read_copy(file).await {
                Err(error) => Look::Wrong(file_error(error)),
                Ok(text) => match app.look_into_copy(&text) {
                    Err(error) => Look::Wrong(copy_error(error)),
                    Ok((opened, preview)) => Look::Copy(opened, preview),
                },
            });
        });
    };
    let add = move |_| {
        if let Look::Copy(opened, _) = look.get_untracked() {
            app.take_in(opened.records, t.copy_added);
            look.set(Look::Nothing);
        }
    };
    let found = move || match look.get() {
        Look::Nothing => ().into_any(),
        Look::Wrong(words) => view! { <p class="wrong">{words}</p> }.into_any(),
        Look::Copy(opened, preview) => {
            let any = preview.new + preview.changed > 0;
            view! {
                {preview_lines(&opened, preview)}
                <button class="pill strong" hidden=!any on:click=add>
                    {t.add_all}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section class="card pad">
            <h2>{t.open_copy}</h2>
            <p class="hint">{t.open_copy_hint}</p>
            <label class="file">
                <span>{t.choose_file}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    on:change:target=move |event| {
                        let input = event.target();
                        choose(input.files().and_then(|files| files.get(0)));
                        input.set_value("");
                    }
                />
            </label>
            <div role="status">{found}</div>
        </section>
    }
    .into_any()
}

fn preview_lines(opened: &Opened, preview: Preview) -> AnyView {
    let t = text();
    let made = opened.made.map_or_else(
        || t.copy_of_unknown.to_owned(),
        |day| fill(t.copy_of, &[&say_day(day, DayStyle::Long)]),
    );
    let some = |count: usize, one, many| (count > 0).then(|| t.count(one, many, count));
    let any = preview.new + preview.changed > 0;
    let rest = if any {
        (preview.same > 0).then_some(t.preview_same)
    } else {
        Some(t.preview_nothing)
    };
    let lines = [
        Some(made),
        some(preview.new, t.preview_new_one, t.preview_new),
        some(preview.changed, t.preview_changed_one, t.preview_changed),
        rest.map(str::to_owned),
        some(
            opened.unreadable,
            t.preview_unreadable_one,
            t.preview_unreadable,
        ),
        (!opened.intact).then(|| t.copy_edited.to_owned()),
    ];
    let lines = lines.into_iter().flatten();
    lines
        .map(|line| view! { <p>{line}</p> })
        .collect_view()
        .into_any()
}

fn file_error(error: CopyFileError) -> &'static str {
    let t = text();
    match error {
        CopyFileError::TooLarge => t.file_too_large,
        CopyFileError::NotText => t.file_not_text,
        CopyFileError::Failed => t.file_failed,
    }
}

fn copy_error(error: CopyError) -> &'static str {
    let t = text();
    match error {
        CopyError::TooLarge => t.file_too_large,
        CopyError::Empty => t.file_empty,
        CopyError::NotOurs => t.file_not_ours,
        CopyError::TooNew => t.file_too_new,
    }
}
