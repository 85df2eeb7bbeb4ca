//! Opening a copy: what it holds is shown first and added second, or only shown.

use super::replace::replace;
use crate::content::text::{fill, opening, text};
use crate::domain::merge::Preview;
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::copies::{CopyError, Opened};
use crate::state::device::{CopyFileError, DayStyle, File, go, read_copy, say_day};
use crate::ui::dom::{El, Slot, el, group, nothing, slot, words};
use crate::ui::field::{file, toggle_chip};
use crate::ui::heading::{button, para};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// What a copy may be called. Plain text is what is shared where JSON may not be.
const KINDS: &str = ".json,.txt,application/json,text/plain";

/// What for a copy is looked into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Look {
    /// To see whether it is whole and has everything.
    Check,
    /// To add it to what is here.
    Open,
}

/// A copy to add to what is here.
#[must_use]
pub(super) fn open_copy() -> El {
    let t = text();
    el("section").class("card pad").with([
        el("h2").say(t.open_copy),
        para("hint", t.open_copy_hint),
        choose_copy(t.choose_file, Look::Open),
    ])
}

/// A field for a copy, and below it what was found in there.
#[must_use]
pub(super) fn choose_copy(label: &str, look: Look) -> El {
    let app = app();
    let (place, found) = slot();
    let choose = file(label, KINDS, move |file| {
        look_into(app, file, look, place.clone());
    });
    group([choose, el("div").attr("role", "status").with([found])])
}

fn look_into(app: App, file: File, look: Look, place: Slot) {
    spawn_local(async move {
        let text = read_copy(file).await;
        place.show(|| match text {
            Err(error) => para("wrong", file_error(error)),
            Ok(text) => match app.look_into_copy(&text) {
                Err(CopyError::Locked) => {
                    // What opens it is in another part of the program.
                    app.locked_copy.set_value(text);
                    go(&Route::LockedCopies.href());
                    nothing()
                }
                Err(error) => para("wrong", copy_error(error)),
                Ok((opened, preview)) => found_in(app, opened, preview, look, place.clone()),
            },
        });
    });
}

/// What is in a copy, and what can be done with it.
pub(in crate::pages) fn found_in(
    app: App,
    opened: Opened,
    preview: Preview,
    look: Look,
    place: Slot,
) -> El {
    match look {
        Look::Open => offer(app, opened, preview, place),
        Look::Check => lines(&opened, preview, look),
    }
}

/// What the copy holds, and the button that adds it.
fn offer(app: App, opened: Opened, preview: Preview, place: Slot) -> El {
    let t = text();
    let any = adds(preview);
    let lines = lines(&opened, preview, Look::Open);
    let back = RwSignal::new(false);
    let records = Rc::new(Cell::new(opened.records));
    // Only where something would go; and what could not be read would be lost for good.
    let in_place = if preview.lacking > 0 && opened.unreadable == 0 && !app.is_read_only() {
        replace(app, records.clone(), preview.held, place.clone())
    } else {
        nothing()
    };
    let add = move || {
        app.take_in(records.take(), back.get_untracked(), t.copy_added);
        place.clear();
    };
    let choice = if preview.gone > 0 {
        toggle_chip("back", words(t.bring_back), back)
    } else {
        nothing()
    };
    let add = button("pill strong", t.add_all, add).hidden_when(move || !any && !back.get());
    group([
        lines,
        el("div").class("chips").with([choice]),
        add,
        in_place,
    ])
}

/// Whether adding it would change anything here.
fn adds(preview: Preview) -> bool {
    preview.settings || preview.new + preview.changed > 0
}

fn lines(opened: &Opened, preview: Preview, look: Look) -> El {
    let t = text();
    let made = match opened.made {
        Some(day) => fill(t.copy_of, &[&say_day(day, DayStyle::Long)]),
        None => t.copy_of_unknown.to_owned(),
    };
    let mut lines = vec![para("", &made)];
    let mut counted = |count: usize, one: &str, many: &str| {
        if count > 0 {
            lines.push(para("", &t.count(one, many, count)));
        }
    };
    let whole = if look == Look::Check {
        counted(preview.held, t.copy_holds_one, t.copy_holds);
        counted(preview.lacking, t.copy_lacks_one, t.copy_lacks);
        if preview.lacking == 0 {
            lines.push(para("", t.copy_has_all));
        }
        t.copy_whole
    } else {
        counted(preview.new, t.preview_new_one, t.preview_new);
        counted(preview.changed, t.preview_changed_one, t.preview_changed);
        counted(preview.gone, t.preview_gone_one, t.preview_gone);
        if !adds(preview) && preview.gone == 0 {
            lines.push(para("", t.preview_nothing));
        } else if preview.same > 0 {
            lines.push(para("", t.preview_same));
        }
        ""
    };
    if opened.unreadable > 0 {
        let words = t.count(
            t.preview_unreadable_one,
            t.preview_unreadable,
            opened.unreadable,
        );
        lines.push(para("", &words));
    }
    if opened.misleading > 0 {
        lines.push(para("", opening().misleading));
    }
    let whole = if opened.intact { whole } else { t.copy_edited };
    lines.push(para("", whole));
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

pub(in crate::pages) fn copy_error(error: CopyError) -> &'static str {
    let t = text();
    match error {
        CopyError::TooLarge => t.file_too_large,
        CopyError::Empty => t.file_empty,
        CopyError::NotOurs => t.file_not_ours,
        CopyError::TooNew | CopyError::Locked => t.file_too_new,
    }
}
