//! Saving a copy, and opening one: shown first, added second.

use crate::content::text::{fill, text};
use crate::domain::journal::Journal;
use crate::domain::merge::Preview;
use crate::pages::app;
use crate::state::App;
use crate::state::copies::{CopyError, Opened};
use crate::state::device::{CopyFileError, DayStyle, File, read_copy, say_day};
use crate::ui::dom::{El, Slot, el, group, nothing, slot, words};
use crate::ui::field::{file, toggle_chip};
use crate::ui::heading::{button, para};
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
    el("section").class("card pad").with([
        el("h2").say(t.save_copy),
        el("p").say_live(last),
        para("hint", t.copy_warning),
        button("pill strong", t.save_copy, save),
        el("p").attr("role", "status").say_live(move || said.get()),
    ])
}

/// A copy to add to what is here.
#[must_use]
pub(super) fn open_copy() -> El {
    let app = app();
    let t = text();
    let (place, found) = slot();
    let choose = file(t.choose_file, ".json,application/json", move |file| {
        look_into(app, file, place.clone());
    });
    el("section").class("card pad").with([
        el("h2").say(t.open_copy),
        para("hint", t.open_copy_hint),
        choose,
        el("div").attr("role", "status").with([found]),
    ])
}

fn look_into(app: App, file: File, place: Slot) {
    spawn_local(async move {
        let text = read_copy(file).await;
        place.show(|| match text {
            Err(error) => para("wrong", file_error(error)),
            Ok(text) => match app.look_into_copy(&text) {
                Err(error) => para("wrong", copy_error(error)),
                Ok((opened, preview)) => offer(app, opened, preview, place.clone()),
            },
        });
    });
}

/// What the copy holds, and the button that adds it.
fn offer(app: App, opened: Opened, preview: Preview, place: Slot) -> El {
    let t = text();
    let any = preview.new + preview.changed > 0;
    let lines = preview_lines(&opened, preview, any);
    let back = RwSignal::new(false);
    let mut records = Some(opened.records);
    let add = move || {
        if let Some(records) = records.take() {
            app.take_in(records, back.get_untracked(), t.copy_added);
            place.clear();
        }
    };
    let choice = if preview.gone > 0 {
        toggle_chip("back", words(t.bring_back), back)
    } else {
        nothing()
    };
    let add = button("pill strong", t.add_all, add).hidden_when(move || !any && !back.get());
    group([lines, el("div").class("chips").with([choice]), add])
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
    counted(preview.gone, t.preview_gone_one, t.preview_gone);
    if !any && preview.gone == 0 {
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
