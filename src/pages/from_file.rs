//! Pages whose words stand in a file of their own, which is loaded when they are opened.

use crate::content::text::text;
use crate::state::device::{focus_on_heading, here, own_file, reload};
use crate::ui::dom::{El, group, slot};
use crate::ui::heading::{button, heading, para};
use leptos::task::spawn_local;

/// A page that `draw` makes of the text of a file beside the app; `None` from it: the text is not there, or not ours.
/// Nothing happens any more when the person has gone on meanwhile.
pub(super) fn from_file(
    file: &'static str,
    title: &'static str,
    draw: Box<dyn FnOnce(String) -> Option<El>>,
) -> El {
    let asked_at = here();
    let (place, found) = slot();
    spawn_local(async move {
        let words = own_file(file).await;
        if here() != asked_at {
            return;
        }
        place.show(|| words.and_then(draw).unwrap_or_else(|| not_loaded(title)));
        focus_on_heading();
    });
    found
}

fn not_loaded(title: &str) -> El {
    let t = text();
    group([
        heading(title),
        para("", t.not_loaded),
        button("pill", t.try_again, reload),
    ])
}
