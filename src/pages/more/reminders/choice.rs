//! Something that may be reminded of: a switch, and the time while it is on.

use crate::content::text::{fill, reminding};
use crate::domain::reminder::USUAL;
use crate::ui::dom::{El, el, live, nothing, steady};
use crate::ui::field::switch;
use leptos::prelude::*;
use std::rc::Rc;

/// Something that may be reminded of: whether, and at what time.
pub(super) struct Choice {
    /// Of its field, unique on the page.
    pub(super) id: String,
    pub(super) words: String,
    pub(super) beside: String,
    pub(super) at: Rc<dyn Fn() -> Option<u16>>,
    pub(super) set: Rc<dyn Fn(Option<u16>)>,
}

/// A switch, and below it the time while it is on.
#[must_use]
pub(super) fn draw(choice: Choice) -> El {
    let Choice {
        id,
        words,
        beside,
        at,
        set,
    } = choice;
    let is_on = {
        let at = at.clone();
        steady(move || at().is_some())
    };
    let turn = set.clone();
    let turn = move || turn((!is_on.get_untracked()).then_some(USUAL));
    let label = fill(reminding().time_for, &[&words]);
    let time = move || {
        if !is_on.get() {
            return nothing();
        }
        let (at, set) = (at.clone(), set.clone());
        untrack(|| time(&id, &label, at, set))
    };
    el("div").with([switch(&words, &beside, is_on, turn), live(time)])
}

/// The field for a time of day.
fn time(
    id: &str,
    label: &str,
    at: Rc<dyn Fn() -> Option<u16>>,
    set: Rc<dyn Fn(Option<u16>)>,
) -> El {
    let value = steady(move || at().map_or(String::new(), as_typed));
    let input = el("input")
        .attr("type", "time")
        .attr("id", id)
        // Browsers offer to empty the field otherwise.
        .attr("required", "")
        .value_from(value)
        .on_typed(move |typed| {
            if let Some(minutes) = minutes(&typed) {
                set(Some(minutes));
            }
        });
    el("div")
        .class("field")
        .with([el("label").attr("for", id).say(label), input])
}

/// "09:05", as a field for a time has it in every language.
fn as_typed(minutes: u16) -> String {
    let two = |number: u16| {
        let digits = (100 + number).to_string();
        digits.get(1..).unwrap_or_default().to_owned()
    };
    [&two(minutes / 60), ":", &two(minutes % 60)].concat()
}

/// The minutes after midnight that such a field holds; some browsers add seconds.
fn minutes(typed: &str) -> Option<u16> {
    let mut parts = typed.split(':');
    let mut part = |most: u16| -> Option<u16> {
        let number = parts.next()?.parse().ok()?;
        (number < most).then_some(number)
    };
    Some(part(24)? * 60 + part(60)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for at in 0..1440 {
            assert_eq!(minutes(&as_typed(at)), Some(at));
        }
        assert_eq!(as_typed(545), "09:05");
        assert_eq!(minutes("23:59:30"), Some(1439));
        for wrong in ["", "24:00", "9", "12:60", "ab:cd", "-1:00"] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
    }
}
