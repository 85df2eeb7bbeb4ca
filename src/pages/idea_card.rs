//! One idea: tap it to do something with it.

use super::app;
use super::safety::safety_cards;
use crate::content::ideas::{self, Idea};
use crate::content::safety_cards::{Voice, cards_for_way};
use crate::content::text::text;
use crate::domain::about::About;
use crate::domain::commands::{EntryDraft, GoalDraft};
use crate::domain::goal::Details;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::own_idea::OwnIdea;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::route::Route;
use crate::state::device;
use crate::ui::dom::{El, el, group, live, nothing, words};
use crate::ui::heading::{button, link};
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
            details: Details::default(),
        }
    }
}

/// A card that opens at a tap to "I did this" and "Try it today".
#[must_use]
pub(super) fn idea_card(offer: Offer) -> El {
    let t = text();
    let open = RwSignal::new(false);
    let way = offer.way;
    let class = ["idea ", way.slug()].concat();
    let label = el("span").with([
        words(&offer.words),
        el("span").class("unseen").say(&[" ", t.way(way)].concat()),
    ]);
    let head = el("button")
        .class("idea-head")
        .attr("type", "button")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .on_tap(move || open.set(!open.get_untracked()))
        .with([way_mark(way.index()), label]);
    let body = live(move || {
        if !open.get() {
            return nothing();
        }
        let cards = safety_cards(cards_for_way(way), Voice::Mine);
        group([cards, actions(&offer, open)])
    });
    el("li")
        .class(&class)
        .with([head, el("div").class("idea-body").with([body])])
}

fn actions(offer: &Offer, open: RwSignal<bool>) -> El {
    let t = text();
    let app = app();
    let done = offer.entry();
    let i_did_this = move || {
        // A second tap may come before the card has closed.
        if !open.get_untracked() {
            return;
        }
        let today = app.today_now();
        let logged = app
            .journal
            .with_untracked(|journal| journal.log(today, &done, today, device::random()));
        open.set(false);
        // The bank's words always fit; a refusal has nothing to say here.
        let _ = app.keep(logged, t.noted);
    };
    let tried = offer.clone();
    let try_today = move || {
        if !open.get_untracked() {
            return;
        }
        let today = app.today_now();
        let draft = tried.goal(Rhythm::Once(today));
        let made = app
            .journal
            .with_untracked(|journal| journal.make_goal(&draft, today, device::random()));
        open.set(false);
        let _ = app.keep(made, t.added_to_today);
    };
    let Some(id) = Id::parse(&offer.id) else {
        return nothing();
    };
    let form = Route::NewGoal(Some(id.clone())).href();
    // The form has a question about a goal in the person's own words.
    let try_it = if offer.own && app.journal.with_untracked(Journal::shows_recovery) {
        link("pill", &form, t.try_today)
    } else {
        button("pill", t.try_today, try_today)
    };
    let mut actions = vec![
        button("pill strong", t.i_did_this, i_did_this),
        try_it,
        link("plain", &form, t.make_goal_of),
        link("plain", &Route::ShareIdea(id.clone()).href(), t.share),
    ];
    if offer.own {
        actions.push(button("plain", t.take_away, move || {
            let forgot = app
                .journal
                .with_untracked(|journal| journal.forget_idea(&id));
            let _ = app.keep(forgot, t.removed);
        }));
    }
    el("div").class("actions").with(actions)
}
