//! Part 1: the four questions of the Office for National Statistics, word for word.

use super::frame::Asked;
use super::skip_chip;
use crate::content::checkup::{CREDIT, ENDS, INTRODUCTION, QUESTIONS};
use crate::content::text::{checkups, fill};
use crate::domain::checkup::{CheckUp, HIGHEST};
use crate::ui::dom::{El, el};
use crate::ui::field::pick_chip;
use crate::ui::heading::para;
use leptos::prelude::*;

/// The names of the groups of radio buttons.
const NAMES: [&str; 4] = ["q1", "q2", "q3", "q4"];
/// What stands for no answer.
const SKIPPED: usize = HIGHEST as usize + 1;

/// The questions, with the answers that are kept.
pub(super) fn ask(old: &CheckUp) -> Asked {
    let picked = old
        .answers
        .map(|answer| RwSignal::new(answer.map_or(SKIPPED, usize::from)));
    let mut fields = vec![para("", INTRODUCTION)];
    for (place, picked) in picked.into_iter().enumerate() {
        fields.push(question(place, picked));
    }
    fields.push(para("hint", CREDIT));
    let answer = move |checkup: &mut CheckUp| {
        checkup.answers = picked.map(|picked| {
            let picked = u8::try_from(picked.get_untracked()).ok();
            picked.filter(|answer| *answer <= HIGHEST)
        });
        true
    };
    Asked {
        fields,
        answer: Box::new(answer),
    }
}

fn question(place: usize, picked: RwSignal<usize>) -> El {
    let name = NAMES[place];
    let ends_id = [name, "-ends"].concat();
    let mut numbers = Vec::new();
    for number in 0..SKIPPED {
        numbers.push(pick_chip(name, &number.to_string(), picked, number));
    }
    el("fieldset")
        .class("scale")
        .attr("aria-describedby", &ends_id)
        .with([
            el("legend").say(QUESTIONS[place]),
            el("p")
                .class("ends hint")
                .attr("id", &ends_id)
                .with([el("span").say(&low(place)), el("span").say(&high(place))]),
            el("div").class("numbers").with(numbers),
            skip_chip(name, picked, SKIPPED),
        ])
}

/// "0 is not at all".
pub(super) fn low(question: usize) -> String {
    fill(checkups().end, &["0", ENDS[question].0])
}

/// "10 is completely".
pub(super) fn high(question: usize) -> String {
    fill(checkups().end, &["10", ENDS[question].1])
}
