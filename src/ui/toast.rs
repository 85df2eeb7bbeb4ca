//! What was just done, with a way back. It stays until something else is said or it is closed: nothing times out.

use super::dom::{El, el};
use super::heading::button;
use super::icon::{CROSS, icon};
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

/// What the toast shows, as signals.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// What was done; empty for nothing.
    pub said: Signal<String>,
    /// How its saving stands.
    pub standing: Signal<String>,
    /// Whether it can be taken back.
    pub can_undo: Signal<bool>,
    /// Whether it could not be saved.
    pub failed: Signal<bool>,
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

/// Draws what was done, how its saving stands, and the buttons that make sense.
#[must_use]
pub fn toast(words: Words, shown: Shown, act: impl Fn(Act) + Copy + 'static) -> El {
    let Shown {
        said,
        standing,
        can_undo,
        failed,
    } = shown;
    let empty = move || said.with(String::is_empty) && !failed.get();
    let status = el("p")
        .attr("role", "status")
        .attr("id", "status")
        .say_live(move || {
            [&said.get(), " ", &standing.get()]
                .concat()
                .trim()
                .to_owned()
        });
    let close = button("round", "", move || act(Act::Close))
        .attr("aria-label", words.close)
        .with(vec![icon(CROSS)]);
    el("div")
        .attr_live("class", move || {
            Some(if empty() { "toast" } else { "toast shown" }.to_owned())
        })
        .with(vec![
            status,
            button("plain", words.again, move || act(Act::Again))
                .hidden_when(move || !failed.get()),
            button("plain", words.undo, move || act(Act::Undo))
                .hidden_when(move || !can_undo.get()),
            close.hidden_when(empty),
        ])
}
