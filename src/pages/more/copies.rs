//! Saving a copy, and opening one: shown first, added second.

use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::domain::merge::Preview;
use crate::pages::app;
use crate::state::App;
use crate::state::copies::{CopyError, Opened};
use crate::state::device::{CopyFileError, DayStyle, File, read_copy, say_day};
use crate::ui::dom::{El, el, group, live, nothing};
use crate::ui::heading::{button, para};
use leptos::html::{ElementType, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A copy as a file.
#[must_use]
pub(super) fn save_copy() -> El {
    let app = app();
    let t = text();
    let said = RwSignal::new(String::new());
    let save = move || {
        let saved = app.save_copy();
        said.set(if saved { t.copy_saved } else { t.copy_failed }.to_owned());
    };
    let last = move || match app.journal.with(Journal::settings).last_copy {
        Some(day) => fill(t.last_copy, &[&say_day(day, DayStyle::Long)]),
        None => t.no_copy_yet.to_owned(),
    };
    el("section").class("card pad").with(vec![
        el("h2").say(t.save_copy),
        el("p").say_live(last),
        para("hint", t.copy_warning),
        button("pill strong", t.save_copy, save),
        el("p").attr("role", "status").say_live(move || said.get()),
    ])
}

#[derive(Clone)]
enum Look {
    Nothing,
    Wrong(&'static str),
    Copy(Opened, Preview),
}

/// A copy to add to what is here.
#[must_use]
pub(super) fn open_copy() -> El {
    let app = app();
    let t = text();
    let look = RwSignal::new(Look::Nothing);
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let input: <Input as ElementType>::Output = event_target(&event);
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                look_into(app, file, look);
            }
            // The same file may be chosen again.
            input.set_value("");
        });
    let choose = el("label")
        .class("file")
        .with(vec![el("span").say(t.choose_file), input]);
    let found = live(move || match &*look.read() {
        Look::Nothing => nothing(),
        Look::Wrong(words) => para("wrong", words),
        Look::Copy(opened, preview) => offer(opened, *preview, look),
    });
    el("section").class("card pad").with(vec![
        el("h2").say(t.open_copy),
        para("hint", t.open_copy_hint),
        choose,
        el("div").attr("role", "status").with(vec![found]),
    ])
}

fn look_into(app: App, file: File, look: RwSignal<Look>) {
    spawn_local(async move {
        look.set(match read_copy(file).await {
            Err(error) => Look::Wrong(file_error(error)),
            Ok(text) => match app.look_into_copy(&text) {
                Err(error) => Look::Wrong(copy_error(error)),
                Ok((opened, preview)) => Look::Copy(opened, preview),
            },
        });
    });
}

/// What the copy holds, and the button that adds it.
fn offer(opened: &Opened, preview: Preview, look: RwSignal<Look>) -> El {
    let app = app();
    let t = text();
    let any = preview.new + preview.changed > 0;
    let add = move || {
        if let Look::Copy(opened, _) = look.get_untracked() {
            app.take_in(opened.records, t.copy_added);
            look.set(Look::Nothing);
        }
    };
    let add = button("pill strong", t.add_all, add).hidden_when(move || !any);
    group(vec![preview_lines(opened, preview, any), add])
}

fn preview_lines(opened: &Opened, preview: Preview, any: bool) -> El {
    let t = text();
    let made = match opened.made {
        Some(day) => fill(t.copy_of, &[&say_day(day, DayStyle::Long)]),
        None => t.copy_of_unknown.to_owned(),
    };
    let mut lines = vec![el("p").say(&made)];
    let mut counted = |count: usize, one: &str, many: &str| {
        if count > 0 {
            lines.push(el("p").say(&t.count(one, many, count)));
        }
    };
    counted(preview.new, t.preview_new_one, t.preview_new);
    counted(preview.changed, t.preview_changed_one, t.preview_changed);
    if !any {
        lines.push(el("p").say(t.preview_nothing));
    } else if preview.same > 0 {
        lines.push(el("p").say(t.preview_same));
    }
    let unreadable = opened.unreadable;
    if unreadable > 0 {
        let words = t.count(t.preview_unreadable_one, t.preview_unreadable, unreadable);
        lines.push(el("p").say(&words));
    }
    if !opened.intact {
        lines.push(el("p").say(t.copy_edited));
    }
    group(lines)
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
