//! The milestones that were reached, as a timeline.

mod bank;
mod form;

pub use bank::{bank, group};
pub use form::{edit, new};

use super::app;
use crate::content::text::text;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::milestone::Milestone;
use crate::route::Route;
use crate::state::device::say_when;
use crate::ui::heading::heading;
use leptos::prelude::*;

/// The timeline, newest first.
#[must_use]
pub fn milestones() -> AnyView {
    let t = text();
    let reached = Memo::new(move |_| app().journal.with(reached));
    let nothing = move || {
        reached
            .with(Vec::is_empty)
            .then(|| view! { <p class="soft">{t.no_milestones}</p> })
    };
    view! {
        {heading(t.milestones)}
        <a class="big" href=Route::Bank.href()>{t.add_milestone}</a>
        {nothing}
        <ol class="timeline">
            <For
                each=move || reached.get()
                key=|(id, milestone)| (id.clone(), milestone.words.clone(), milestone.when.map(String::from))
                children=|(id, milestone)| item(id, milestone)
            />
        </ol>
        <p class="hint">{t.any_order}</p>
    }
    .into_any()
}

fn reached(journal: &Journal) -> Vec<(Id, Milestone)> {
    let milestones = journal.milestones().into_iter();
    milestones
        .map(|(id, milestone)| (id.clone(), milestone.clone()))
        .collect()
}

fn item(id: Id, milestone: Milestone) -> AnyView {
    view! {
        <li>
            <a href=Route::Milestone(id).href()>
                {milestone.words}
                {milestone.when.map(|when| view! { <small>{say_when(when)}</small> })}
            </a>
        </li>
    }
    .into_any()
}
