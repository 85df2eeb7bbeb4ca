//! A goal that is measured: how much of it was done on a day.

use crate::content::text::text;
use crate::domain::amount;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::insight::GoalOnDay;
use crate::pages::app;
use crate::ui::dom::{El, el, follow, steady, words};
use crate::ui::field::{Wrong, error, typed};
use leptos::prelude::*;

/// A field for the amount, beside the goal's words. It is kept when the person has typed it and goes on.
#[must_use]
pub(super) fn amount_row(
    day: Day,
    id: &Id,
    goal: impl Fn() -> Option<GoalOnDay> + Clone + 'static,
    label: El,
) -> El {
    let app = app();
    let t = text();
    let of = goal.clone();
    // Only its own changes: another goal's tick must not take away what is being typed.
    let stored = steady(move || {
        let amount = of().and_then(|goal| goal.amount);
        amount.map(amount::say).unwrap_or_default()
    });
    let value = RwSignal::new(stored.get_untracked());
    let wrong: Wrong = RwSignal::new(None);
    let goal_id = id.clone();
    let keep = move || {
        let typed = value.get_untracked();
        if typed.trim() == *stored.read_untracked() {
            return;
        }
        let thousandths = if typed.trim().is_empty() {
            Some(0)
        } else {
            amount::typed(&typed)
        };
        let Some(thousandths) = thousandths else {
            return wrong.set(Some(t.no_amount.to_owned()));
        };
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.measure(day, &goal_id, thousandths, today));
        // Gone in another tab: the row is about to go, too.
        let _ = app.keep(outcome, t.noted);
    };
    // An undo, or another tab, changed what is kept: the field follows.
    follow(move || {
        value.set(stored.get());
        wrong.set(None);
    });
    let field_id = ["amount-", id.as_str()].concat();
    let unit = el("span")
        .attr("id", &[&field_id, "-hint"].concat())
        .say_live(move || goal().and_then(|goal| goal.unit).unwrap_or_default());
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("enterkeyhint", "done");
    let input = typed(input, &field_id, &field_id, value, wrong).on("change", move |_| keep());
    el("div").class("measured").with([
        el("label")
            .class("row")
            .attr("for", &field_id)
            .with([label]),
        el("span").class("much").with([input, words(" "), unit]),
        error(&field_id, wrong),
    ])
}
