//! What a person will see of a service's link.

use crate::content::ideas;
use crate::content::text::{fill, making, text};
use crate::pages::goals::rhythm_words;
use crate::state::device::{DayStyle, say_day};
use crate::state::links::{Link, StarterGoal};
use crate::ui::dom::{El, el, group, words};
use crate::ui::heading::{para, small};

/// Its words, in the order in which they are shown.
pub(super) fn preview(link: &Link) -> El {
    let m = making();
    let mut pieces = vec![el("h3").say(&link.name), para("", &link.greeting)];
    let mut contacts = Vec::new();
    for contact in &link.contacts {
        let about = [&contact.what_for, &contact.hours, &contact.page];
        let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let mut said = String::new();
        for text in about {
            said.push_str(text);
            said.push_str(" · ");
        }
        let said = said.trim_end_matches(" · ");
        contacts.push(el("li").with([
            el("b").say(&contact.name),
            words(" "),
            words(&contact.number),
            small(said),
        ]));
    }
    if !contacts.is_empty() {
        pieces.push(el("h4").say(m.contacts));
        pieces.push(el("ul").class("seen").with(contacts));
    }
    if !link.goals.is_empty() {
        pieces.push(el("h4").say(m.goals));
        pieces.push(goals(&link.goals));
    }
    if let Some(day) = link.checked {
        let when = say_day(day, DayStyle::Long);
        pieces.push(para("hint", &fill(m.checked_on, &[&when])));
    }
    group(pieces)
}

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
