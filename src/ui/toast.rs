//! What was just done, with a way back. It stays until something else is said or it is closed: nothing times out.

use super::dom::{El, el};
use super::heading::button;
use super::icon::{CROSS, icon};

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

/// What the toast shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What was done; empty for nothing.
    pub said: String,
    /// How its saving stands.
    pub standing: String,
    /// Whether it can be taken back.
    pub can_undo: bool,
    /// Whether it could not be saved.
    pub failed: bool,
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
pub fn toast(
    words: Words,
    shown: impl Fn() -> Shown + Copy + 'static,
    act: impl Fn(Act) + Copy + 'static,
) -> El {
    let empty = move || {
        let shown = shown();
        shown.said.is_empty() && !shown.failed
    };
    let status = el("p")
        .attr("role", "status")
        .attr("id", "status")
        .say_live(move || {
            let shown = shown();
            [&shown.said, " ", shown.standing.as_str()]
                .concat()
                .trim()
                .to_owned()
        });
    let close = button("round", "", move || act(Act::Close))
        .attr("aria-label", words.close)
        .with([icon(CROSS)]);
    el("div")
        .attr_live("class", move || {
            Some(if empty() { "toast" } else { "toast shown" }.to_owned())
        })
        .with([
            status,
            button("plain", words.again, move || act(Act::Again))
                .hidden_when(move || !shown().failed),
            button("plain", words.undo, move || act(Act::Undo))
                .hidden_when(move || !shown().can_undo),
            close.hidden_when(empty),
        ])
}
