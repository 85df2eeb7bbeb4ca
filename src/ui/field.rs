//! Fields with their label, hint and error, joined for screen readers.

use leptos::prelude::*;

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
pub fn line(about: About, value: RwSignal<String>, wrong: Wrong) -> AnyView {
    let About { id, .. } = about;
    let input = view! {
        <input
            type="text"
            id=id
            autocomplete="off"
            enterkeyhint="done"
            prop:value=move || value.get()
            on:input:target=move |event| {
                value.set(event.target().value());
                wrong.set(None);
            }
            aria-describedby=described(id)
            aria-invalid=move || wrong.with(Option::is_some).then_some("true")
        />
    };
    around(about, input.into_any(), wrong)
}

/// A field of several lines.
#[must_use]
pub fn area(about: About, value: RwSignal<String>, wrong: Wrong) -> AnyView {
    let About { id, .. } = about;
    let area = view! {
        <textarea
            id=id
            rows="3"
            prop:value=move || value.get()
            on:input:target=move |event| {
                value.set(event.target().value());
                wrong.set(None);
            }
            aria-describedby=described(id)
            aria-invalid=move || wrong.with(Option::is_some).then_some("true")
        ></textarea>
    };
    around(about, area.into_any(), wrong)
}

/// What is wrong, said at once and marked with words, not colour alone.
#[must_use]
pub fn error(id: &'static str, wrong: Wrong) -> AnyView {
    view! {
        <p class="wrong" id=[id, "-wrong"].concat() role="alert">
            {move || wrong.get()}
        </p>
    }
    .into_any()
}

/// One choice of several, as a native radio button or checkbox in the form of a chip.
#[must_use]
pub fn chip(
    kind: &'static str,
    group: &'static str,
    label: AnyView,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class="chip">
            <input type=kind name=group prop:checked=checked on:change=move |_| choose() />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A group of choices under one question.
#[must_use]
pub fn choices(legend: &'static str, hint: &'static str, chips: AnyView) -> AnyView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <div class="chips">{chips}</div>
        </fieldset>
    }
    .into_any()
}

fn around(about: About, field: AnyView, wrong: Wrong) -> AnyView {
    let About { id, label, hint } = about;
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {(!hint.is_empty())
                .then(|| view! { <p class="hint" id=[id, "-hint"].concat()>{hint}</p> })}
            {field}
            {error(id, wrong)}
        </div>
    }
    .into_any()
}

fn described(id: &str) -> String {
    [id, "-hint ", id, "-wrong"].concat()
}
