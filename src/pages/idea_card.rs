//! One idea: tap it to do something with it.

use super::app;
use super::safety::safety_cards;
use crate::content::ideas::{self, Idea};
use crate::content::safety_cards::{Voice, cards_for_way};
use crate::content::text::text;
use crate::domain::about::About;
use crate::domain::commands::{EntryDraft, GoalDraft};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::own_idea::OwnIdea;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device;
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// An idea as a page shows it: from the bank, or the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) id: String,
    pub(super) way: Way,
    pub(super) words: String,
    pub(super) recovery: bool,
    pub(super) own: bool,
}

impl From<&Idea> for Offer {
    fn from(idea: &Idea) -> Self {
        Self {
            id: idea.id.to_owned(),
            way: idea.way,
            words: idea.words.to_owned(),
            recovery: idea.is_recovery(),
            own: false,
        }
    }
}

impl Offer {
    /// The idea with this id, in the bank or among the person's own.
    pub(super) fn find(journal: &Journal, id: &Id) -> Option<Self> {
        let own = || {
            let (id, idea) = journal.ideas().into_iter().find(|(own, _)| *own == id)?;
            Some(Self::own(id, idea))
        };
        ideas::idea(id.as_str()).map(Self::from).or_else(own)
    }

    /// One of the person's own.
    pub(super) fn own(id: &Id, idea: &OwnIdea) -> Self {
        Self {
            id: id.to_string(),
            way: idea.way,
            words: idea.words.clone(),
            recovery: false,
            own: true,
        }
    }

    /// What "I did this" notes.
    fn entry(&self) -> EntryDraft {
        EntryDraft {
            words: self.words.clone(),
            ways: self.way.into(),
            idea: Some(self.id.clone()),
            recovery: self.recovery,
            note: String::new(),
        }
    }

    /// What "Try it today" makes, or a goal to start from.
    pub(super) fn goal(&self, rhythm: Rhythm) -> GoalDraft {
        GoalDraft {
            words: self.words.clone(),
            ways: self.way.into(),
            rhythm,
            idea: Some(self.id.clone()),
            about: About::No,
            recovery: self.recovery,
        }
    }
}

/// A card that opens at a tap to "I did this" and "Try it today".
#[must_use]
pub(super) fn idea_card(offer: Offer) -> AnyView {
    let t = text();
    let open = RwSignal::new(false);
    let way = offer.way;
    let title = offer.words.clone();
    let choices = move || {
        open.get().then(|| {
            view! {
                {(!offer.own).then(|| safety_cards(cards_for_way(way), Voice::Mine))}
                {actions(offer.clone(), open)}
            }
        })
    };
    view! {
        <li class=["idea ", way.slug()].concat()>
            <button
                class="idea-head"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {way_mark(way.index())}
                <span>{title} <span class="unseen">{[". ", t.way(way)].concat()}</span></span>
            </button>
            <div class="idea-body">{choices}</div>
        </li>
    }
    .into_any()
}

fn actions(offer: Offer, open: RwSignal<bool>) -> AnyView {
    let t = text();
    let app = app();
    let done = offer.clone();
    let i_did_this = move |_| {
        let today = app.today_now();
        let logged = app
            .journal
            .with_untracked(|journal| journal.log(today, &done.entry(), today, device::random()));
        // The bank's words always fit; a refusal has nothing to say here.
        let _ = app.keep(logged, t.noted);
        open.set(false);
    };
    let tried = offer.clone();
    let try_today = move |_| {
        let today = app.today_now();
        let draft = tried.goal(Rhythm::Once(today));
        let made = app
            .journal
            .with_untracked(|journal| journal.make_goal(&draft, today, device::random()));
        let _ = app.keep(made, t.added_to_today);
        open.set(false);
    };
    let goal = Id::parse(&offer.id).map(|id| Route::NewGoal(Some(id)).href());
    let forget = offer.own.then(|| {
        let id = Id::parse(&offer.id);
        let forget = move |_| {
            if let Some(id) = &id {
                let _ = app.keep(app.journal.with_untracked(|j| j.forget_idea(id)), t.removed);
            }
        };
        view! { <button class="plain" on:click=forget>{t.take_away}</button> }
    });
    view! {
        <div class="actions">
            <button class="pill strong" on:click=i_did_this>{t.i_did_this}</button>
            <button class="pill" on:click=try_today>{t.try_today}</button>
            <a class="plain" href=goal>{t.make_goal_of}</a>
            {forget}
        </div>
    }
    .into_any()
}
