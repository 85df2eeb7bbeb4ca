//! What was just done, with a way back. It stays until something else is said or it is closed: nothing times out.

use super::icon;
use leptos::prelude::*;

/// The words of the buttons.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Takes it back.
    pub undo: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// Tries to save again.
    pub again: &'static str,
}

/// Draws what was done (`said`), how its saving stands, and the buttons that make sense.
#[must_use]
pub fn toast(
    words: Words,
    said: Signal<Option<String>>,
    standing: Signal<String>,
    can_undo: Signal<bool>,
    failed: Signal<bool>,
    act: impl Fn(Act) + Copy + 'static,
) -> AnyView {
    let shown = Memo::new(move |_| said.with(Option::is_some) || failed.get());
    view! {
        <div class="toast" class:shown=move || shown.get()>
            <p role="status" id="status">
                {move || said.get()} " " <span>{move || standing.get()}</span>
            </p>
            <button class="plain" hidden=move || !failed.get() on:click=move |_| act(Act::Again)>
                {words.again}
            </button>
            <button class="plain" hidden=move || !can_undo.get() on:click=move |_| act(Act::Undo)>
                {words.undo}
            </button>
            <button
                class="round"
                hidden=move || !shown.get()
                aria-label=words.close
                on:click=move |_| act(Act::Close)
            >
                {icon::icon(icon::CROSS)}
            </button>
        </div>
    }
    .into_any()
}

/// What a person tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Take it back.
    Undo,
    /// Close it.
    Close,
    /// Try to save again.
    Again,
}
