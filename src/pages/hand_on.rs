//! Buttons that hand words on.

use super::app;
use crate::content::text::taking;
use crate::state::taking::{can_share_words, copy_words, share_words};
use crate::ui::dom::{El, nothing};
use crate::ui::heading::button;
use leptos::task::spawn_local;

/// Gives words to the device's own sheet; nothing where there is none.
pub(super) fn share_button(label: &str, words: Box<dyn Fn() -> String>) -> El {
    if !can_share_words() {
        return nothing();
    }
    button("pill", label, move || {
        let words = words();
        // Closing the sheet is no fault.
        spawn_local(async move {
            let _ = share_words(&words).await;
        });
    })
}

/// Copies words, and says `copied` then.
pub(super) fn copy_button(label: &str, copied: &'static str, words: Box<dyn Fn() -> String>) -> El {
    let app = app();
    button("pill", label, move || {
        let words = words();
        spawn_local(async move {
            let is_copied = copy_words(&words).await.is_ok();
            app.say(if is_copied {
                copied
            } else {
                taking().not_copied
            });
        });
    })
}
