//! Goals as a link carries them, in words.

use crate::content::ideas;
use crate::content::text::text;
use crate::pages::goals::rhythm_words;
use crate::state::links::StarterGoal;
use crate::ui::dom::{El, el, words};
use crate::ui::heading::small;

/// Goals by their words, Ways and rhythms.
pub(super) fn goals(goals: &[StarterGoal]) -> El {
    let mut rows = Vec::new();
    for goal in goals {
        let (words_of, ways, rhythm) = said(goal);
        let mut beside = vec![ways];
        beside.extend(rhythm);
        rows.push(el("li").with([words(&words_of), small(&beside.join(" · "))]));
    }
    el("ul").class("seen").with(rows)
}

/// The words of a goal, the names of its Ways, and its rhythm in words.
pub(in crate::pages) fn said(goal: &StarterGoal) -> (String, String, Option<String>) {
    let t = text();
    match goal {
        StarterGoal::Bank(id, rhythm) => {
            let idea = ideas::idea(id.as_str());
            (
                idea.map_or("", |idea| idea.words).to_owned(),
                idea.map_or("", |idea| t.way(idea.way)).to_owned(),
                rhythm.map(rhythm_words),
            )
        }
        StarterGoal::Own {
            words,
            ways,
            rhythm,
        } => {
            let ways = ways.iter().copied().collect();
            (words.clone(), t.way_names(ways), rhythm.map(rhythm_words))
        }
    }
}
