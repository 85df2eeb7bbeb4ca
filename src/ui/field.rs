//! Fields with their label, hint and error, joined for screen readers.

use super::dom::{El, el, nothing, words};
use super::heading::{para, small};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// What is said about a field.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The field's id, unique on the page.
    pub id: &'static str,
    /// Its label.
    pub label: &'static str,
    /// A hint below the label; may be empty.
    pub hint: &'static str,
}

/// What is wrong with what was typed, or nothing.
pub type Wrong = RwSignal<Option<String>>;

/// A field of one line.
#[must_use]
pub fn line(about: About, value: RwSignal<String>, wrong: Wrong) -> El {
    let input = el("input")
        .attr("type", "text")
        .attr("enterkeyhint", "done");
    around(about, input, value, wrong)
}

/// A field of several lines. It has to stand in a form: see [`el`].
#[must_use]
pub fn area(about: About, value: RwSignal<String>, wrong: Wrong) -> El {
    around(about, el("textarea").attr("rows", "3"), value, wrong)
}

/// Any field of text within its label, hint and error.
#[must_use]
pub fn around(about: About, field: El, value: RwSignal<String>, wrong: Wrong) -> El {
    let About { id, label, hint } = about;
    let field = typed(field, id, id, value, wrong);
    let (hint, field) = if hint.is_empty() {
        let wrong_alone = [id, "-wrong"].concat();
        (nothing(), field.attr("aria-describedby", &wrong_alone))
    } else {
        let hint_id = [id, "-hint"].concat();
        (para("hint", hint).attr("id", &hint_id), field)
    };
    el("div").class("field").with([
        el("label").attr("for", id).say(label),
        hint,
        field,
        error(id, wrong),
    ])
}

/// A field of text that keeps `value`, described by the hint and error of `described`.
#[must_use]
pub fn typed(field: El, id: &str, described: &str, value: RwSignal<String>, wrong: Wrong) -> El {
    field
        .attr("id", id)
        .attr(
            "aria-describedby",
            &[described, "-hint ", described, "-wrong"].concat(),
        )
        .attr_live("aria-invalid", move || {
            wrong.with(Option::is_some).then(|| "true".to_owned())
        })
        .value_from(value)
        .on_typed(move |typed| {
            value.set(typed);
            wrong.set(None);
        })
}

/// What is wrong, said at once and marked with words, not colour alone.
#[must_use]
pub fn error(id: &str, wrong: Wrong) -> El {
    el("p")
        .class("wrong")
        .attr("id", &[id, "-wrong"].concat())
        .attr("role", "alert")
        .say_live(move || wrong.get().unwrap_or_default())
}

/// One choice of several, as a native radio button or checkbox (`kind`) in the form of a chip.
#[must_use]
pub fn chip(
    kind: &'static str,
    group: &'static str,
    label: El,
    checked: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    boxed_chip(kind, group, label, Box::new(checked), Box::new(choose))
}

fn boxed_chip(
    kind: &'static str,
    group: &'static str,
    label: El,
    checked: Box<dyn Fn() -> bool>,
    choose: Box<dyn Fn()>,
) -> El {
    let input = el("input")
        .attr("type", kind)
        .attr("name", group)
        .checked_when(checked)
        .on("change", move |_| choose());
    el("label")
        .class("chip")
        .with([input, el("span").with([label])])
}

/// A chip with words alone.
#[must_use]
pub fn word_chip(
    kind: &'static str,
    group: &'static str,
    label: &str,
    checked: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    chip(kind, group, words(label), checked, choose)
}

/// A checkbox in the form of a chip.
#[must_use]
pub fn toggle_chip(group: &'static str, label: El, on: RwSignal<bool>) -> El {
    chip(
        "checkbox",
        group,
        label,
        move || on.get(),
        move || on.set(!on.get_untracked()),
    )
}

/// A radio button in the form of a chip: it picks one of the numbered choices of a group.
#[must_use]
pub fn pick_chip(group: &'static str, label: &str, picked: RwSignal<usize>, choice: usize) -> El {
    word_chip(
        "radio",
        group,
        label,
        move || picked.get() == choice,
        move || picked.set(choice),
    )
}

/// A checkbox on its own, to stand in a row that is its label: `turn` is called when it is tapped.
#[must_use]
pub fn tick(ticked: impl Fn() -> bool + 'static, turn: impl Fn() + 'static) -> El {
    el("input")
        .attr("type", "checkbox")
        .class("tick")
        .checked_when(ticked)
        .on("change", move |_| turn())
}

/// The same for a signal, which it turns itself.
#[must_use]
pub fn toggle_tick(on: RwSignal<bool>) -> El {
    tick(move || on.get(), move || on.set(!on.get_untracked()))
}

/// A group of choices under one question.
#[must_use]
pub fn choices(legend: &str, hint: &str, chips: Vec<El>) -> El {
    el("fieldset").with([
        el("legend").say(legend),
        if hint.is_empty() {
            nothing()
        } else {
            para("hint", hint)
        },
        el("div").class("chips").with(chips),
    ])
}

/// A field for a file of these types (as the `accept` attribute has them), given to `chosen` at once.
#[must_use]
pub fn file(label: &str, accept: &str, chosen: impl Fn(File) + 'static) -> El {
    let input =
        el("input")
            .attr("type", "file")
            .attr("accept", accept)
            .on("change", move |event| {
                let Some(target) = event.target() else {
                    return;
                };
                let input: &HtmlInputElement = target.unchecked_ref();
                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                    chosen(file);
                }
                // The same file may be chosen again.
                input.set_value("");
            });
    el("label")
        .class("file")
        .with([el("span").say(label), input])
}

/// A row that is on or off: its words, smaller ones below them, and a checkbox.
#[must_use]
pub fn switch(label: &str, beside: &str, is_on: RwSignal<bool>, turn: impl Fn() + 'static) -> El {
    let input = tick(move || is_on.get(), turn);
    el("label")
        .class("card row")
        .with([el("span").with([words(label), small(beside)]), input])
}
