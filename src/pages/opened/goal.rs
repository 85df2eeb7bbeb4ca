//! A goal that a link offers: a card with a tick, whose words may be changed first.

use crate::content::ideas;
use crate::content::safety_cards::{Cards, Voice, cards_for_way};
use crate::content::text::{opening, text};
use crate::domain::about::About as Question;
use crate::domain::commands::GoalDraft;
use crate::domain::goal::Details;
use crate::domain::rhythm::Rhythm;
use crate::pages::app;
use crate::pages::goals::rhythm_words;
use crate::pages::idea_card::Offer;
use crate::pages::safety::safety_cards;
use crate::state::links::{GOALS, Link, StarterGoal};
use crate::ui::dom::{El, el, group, nothing, words};
use crate::ui::field::{About, Wrong, line, toggle_tick};
use crate::ui::heading::{details, para, small};
use leptos::prelude::*;

/// The ids of the fields for their words: a link has no more goals than these.
const IDS: [&str; GOALS] = ["goal-1", "goal-2", "goal-3", "goal-4", "goal-5"];

/// A goal as the page has it.
#[derive(Clone)]
pub(super) struct Offered {
    pub(super) draft: GoalDraft,
    /// Whether the person keeps it already.
    pub(super) have: bool,
    id: &'static str,
    ticked: RwSignal<bool>,
    words: RwSignal<String>,
    pub(super) wrong: Wrong,
    /// Whether the recovery parts are wanted: without them their goals are not shown.
    parts: RwSignal<bool>,
}

/// The goals of a link. Ideas that this version does not have are passed over. Those of a plan, which were chosen
/// together, and an idea are ticked at first.
#[must_use]
pub(super) fn offered(link: &Link, parts: RwSignal<bool>) -> Vec<Offered> {
    let app = app();
    let mut goals = Vec::new();
    for (starter, id) in link.goals.iter().zip(IDS) {
        let Some(draft) = draft(starter) else {
            continue;
        };
        let have = app
            .journal
            .with_untracked(|journal| journal.has_goal(&draft));
        goals.push(Offered {
            have,
            id,
            ticked: RwSignal::new(link.name.is_empty()),
            words: RwSignal::new(draft.words.clone()),
            wrong: RwSignal::new(None),
            parts,
            draft,
        });
    }
    goals
}

fn draft(starter: &StarterGoal) -> Option<GoalDraft> {
    Some(match starter {
        StarterGoal::Bank(id, rhythm) => {
            let idea = ideas::idea(id.as_str())?;
            Offer::from(idea).goal(rhythm.unwrap_or(Rhythm::Daily))
        }
        StarterGoal::Own {
            words,
            ways,
            rhythm,
        } => GoalDraft {
            words: words.clone(),
            ways: ways.iter().copied().collect(),
            rhythm: rhythm.unwrap_or(Rhythm::Daily),
            idea: None,
            about: Question::No,
            recovery: false,
            details: Details::default(),
        },
    })
}

/// Their cards, with the safety cards of their Ways; nothing when there are none.
#[must_use]
pub(super) fn cards(goals: &[Offered]) -> El {
    let o = opening();
    if goals.is_empty() {
        return nothing();
    }
    let mut pieces = vec![el("h2").say(o.goals), para("hint", o.goals_words)];
    let mut safety = Cards::empty();
    for goal in goals {
        pieces.push(goal.card());
        for way in goal.draft.ways.iter() {
            safety = safety.union(cards_for_way(way));
        }
    }
    pieces.push(safety_cards(safety, Voice::Mine));
    group(pieces)
}

impl Offered {
    /// Whether it is to be taken in.
    pub(super) fn is_picked(&self) -> bool {
        self.ticked.get_untracked()
            && !self.have
            && (!self.draft.recovery || self.parts.get_untracked())
    }

    /// The goal in the words that it has now.
    pub(super) fn now(&self) -> GoalDraft {
        GoalDraft {
            words: self.words.get_untracked(),
            ..self.draft.clone()
        }
    }

    fn card(&self) -> El {
        let (t, o) = (text(), opening());
        let Self {
            ticked,
            words: typed,
            parts,
            ..
        } = *self;
        let of_parts = self.draft.recovery;
        let way = self.draft.ways.iter().next().map_or("", |way| way.slug());
        let card = el("section")
            .class(&["card way ", way].concat())
            .attr("aria-label", &self.draft.words)
            .hidden_when(move || of_parts && !parts.get());
        let beside = [
            &t.way_names(self.draft.ways),
            " · ",
            rhythm_words(self.draft.rhythm).as_str(),
        ]
        .concat();
        let said = el("span").with([el("span").say_live(move || typed.get()), small(&beside)]);
        if self.have {
            let have = el("span").with([words(&self.draft.words), small(o.have)]);
            return card.with([el("div").class("row").with([have])]);
        }
        let tick = toggle_tick(ticked);
        let field = About {
            id: self.id,
            label: t.goal_words,
            hint: "",
        };
        let change = line(field, typed, self.wrong);
        card.with([
            el("label").class("row").with([said, tick]),
            details("change", o.change_words, false, change),
        ])
    }
}
