//! What a person may add to a goal in its form: an amount, a companion, a plan, and how sure they are.

use crate::content::text::{goals, text};
use crate::domain::amount;
use crate::domain::commands::Refusal;
use crate::domain::goal::{Amount, Details, SURE_ENOUGH};
use crate::domain::words::{self, WordsError};
use crate::state::device::focus_on;
use crate::ui::dom::{El, el, group};
use crate::ui::field::{About, Wrong, around, line, pick_chip};
use crate::ui::heading::{button, details, para};
use leptos::prelude::*;

/// What stands for "Rather not say".
const NOT_SAID: usize = 11;

/// What is typed and chosen so far.
#[derive(Clone, Copy)]
pub(super) struct DetailsDraft {
    amount: (RwSignal<String>, Wrong),
    unit: (RwSignal<String>, Wrong),
    with: (RwSignal<String>, Wrong),
    when: (RwSignal<String>, Wrong),
    then: (RwSignal<String>, Wrong),
    sure: RwSignal<usize>,
    /// Whether there was something to begin with.
    open: bool,
}

impl DetailsDraft {
    pub(super) fn new(old: &Details) -> Self {
        let field = |value: String| (RwSignal::new(value), RwSignal::new(None));
        let (amount, unit) = match &old.amount {
            Some(amount) => (amount::say(amount.thousandths), amount.unit.clone()),
            None => Default::default(),
        };
        Self {
            amount: field(amount),
            unit: field(unit),
            with: field(old.with.clone()),
            when: field(old.when.clone()),
            then: field(old.then.clone()),
            sure: RwSignal::new(old.sure.map_or(NOT_SAID, usize::from)),
            open: *old != Details::default(),
        }
    }

    /// What was typed; `None` when the amount is none, or something is too long, which is said beside the field.
    pub(super) fn read(self) -> Option<Details> {
        let typed = |(value, _): (RwSignal<String>, Wrong)| value.get_untracked();
        let amount = typed(self.amount);
        let has_unit = !typed(self.unit).trim().is_empty();
        let amount = if amount.trim().is_empty() && !has_unit {
            None
        } else {
            let thousandths = amount::typed(&amount).filter(|thousandths| *thousandths > 0);
            if thousandths.is_none() {
                self.amount.1.set(Some(text().no_amount.to_owned()));
            }
            Some(thousandths?)
        };
        for (value, wrong) in [self.unit, self.with, self.when, self.then] {
            if let Err(error @ WordsError::TooLong(_)) =
                value.with_untracked(|typed| words::line(typed))
            {
                wrong.set(Some(text().refusal(Refusal::Detail(error))));
                return None;
            }
        }
        let unit = typed(self.unit);
        let sure = u8::try_from(self.sure.get_untracked()).ok();
        Some(Details {
            amount: amount.map(|thousandths| Amount { thousandths, unit }),
            with: typed(self.with),
            when: typed(self.when),
            then: typed(self.then),
            sure: sure.filter(|sure| usize::from(*sure) < NOT_SAID),
        })
    }

    /// The fields, out of the way until they are wanted.
    pub(super) fn draw(self) -> El {
        let g = goals();
        let about = |id, label, hint| About { id, label, hint };
        let number = el("input")
            .attr("type", "text")
            .attr("inputmode", "decimal");
        let amount = about("amount", g.amount, g.amount_hint);
        let inside = group([
            around(amount, number, self.amount.0, self.amount.1),
            line(about("unit", g.unit, g.unit_hint), self.unit.0, self.unit.1),
            line(about("with", g.with, g.with_hint), self.with.0, self.with.1),
            line(about("when", g.when, g.when_hint), self.when.0, self.when.1),
            line(about("then", g.then, g.then_hint), self.then.0, self.then.1),
            self.sure_field(),
        ]);
        details("card more", g.add_more, self.open, inside)
    }

    fn sure_field(self) -> El {
        let g = goals();
        let sure = self.sure;
        let mut numbers = Vec::new();
        for number in 0..NOT_SAID {
            numbers.push(pick_chip("sure", &number.to_string(), sure, number));
        }
        let ends = el("p")
            .class("ends hint")
            .attr("id", "sure-ends")
            .with([el("span").say(g.sure_low), el("span").say(g.sure_high)]);
        let is_unsure = move || sure.get() < usize::from(SURE_ENOUGH);
        let smaller = el("div").hidden_when(move || !is_unsure()).with([
            para("hint", g.smaller),
            button("pill", g.make_smaller, || focus_on("words")),
        ]);
        el("fieldset")
            .class("scale")
            .attr("aria-describedby", "sure-ends")
            .with([
                el("legend").say(g.sure),
                ends,
                el("div").class("numbers").with(numbers),
                pick_chip("sure", g.not_said, sure, NOT_SAID).class("chip skip-one"),
                el("div").attr("aria-live", "polite").with([smaller]),
            ])
    }
}
