//! What the four parts share: their head and foot, and how a part is kept when the person goes on.

use super::{feelings, life, sentences, support};
use crate::content::text::{checkups, fill, text};
use crate::domain::change::Changed;
use crate::domain::checkup::{CheckUp, Support};
use crate::domain::day::Day;
use crate::pages::app;
use crate::pages::draft::keeps_draft;
use crate::pages::safety::nobody_is_watching;
use crate::route::Route;
use crate::state::device::{DayStyle, go, go_instead, here, say_day};
use crate::state::{App, Saving};
use crate::ui::dom::{El, el, follow, group, nothing};
use crate::ui::heading::{button, heading, link, para, send, up};
use leptos::prelude::*;

/// Which of the four it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Feelings,
    Life,
    Words,
    Support,
}

/// The questions of a part, and what puts their answers into the check-up; that says `false` when one does not fit.
pub(super) struct Asked {
    pub(super) fields: Vec<El>,
    pub(super) answer: Box<dyn Fn(&mut CheckUp) -> bool>,
}

impl Part {
    const ALL: [Self; 4] = [Self::Feelings, Self::Life, Self::Words, Self::Support];

    /// The part with this number, from 1.
    pub(super) fn of(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    fn number(self) -> u8 {
        self as u8 + 1
    }

    pub(super) fn title(self) -> &'static str {
        let c = checkups();
        [c.feelings, c.my_life, c.in_words, c.support][self as usize]
    }

    fn ask(self, day: Day, old: &CheckUp) -> Asked {
        match self {
            Self::Feelings => feelings::ask(old),
            Self::Life => life::ask(day, old),
            Self::Words => sentences::ask(old),
            Self::Support => support::ask(old),
        }
    }

    /// The page behind it.
    fn next(self, day: Day, answers: &CheckUp) -> Route {
        match self {
            Self::Support if answers.support == Some(Support::Today) => Route::Help,
            Self::Support => Route::CheckUps,
            _ => Route::CheckUp(day, self.number() + 1),
        }
    }

    /// The page before it, and its name.
    fn before(self, day: Day) -> (Route, String) {
        match self.number() - 1 {
            0 => (Route::CheckUps, checkups().title.to_owned()),
            before => (
                Route::CheckUp(day, before),
                fill(checkups().part, &[&before.to_string()]),
            ),
        }
    }

    /// Where to go on in a half-done check-up: behind the last part that has an answer.
    pub(super) fn to_go_on(answers: &CheckUp) -> u8 {
        let has_words = [&answers.helped, &answers.hindered, &answers.next]
            .iter()
            .any(|words| !words.is_empty());
        if answers.support.is_some() {
            1
        } else if has_words {
            4
        } else if answers.resources.iter().any(Option::is_some) {
            3
        } else {
            2
        }
    }
}

/// A part of the check-up of a day.
pub(super) fn frame(day: Day, part: Part) -> El {
    let app = app();
    let c = checkups();
    let found = app
        .journal
        .with_untracked(|journal| journal.checkup(day).cloned());
    let is_kept = found.is_some();
    let old = found.unwrap_or_default();
    let Asked { mut fields, answer } = part.ask(day, &old);
    let (before, before_name) = part.before(day);
    let date = say_day(day, DayStyle::Long);
    let send_label = if part == Part::Support {
        c.done
    } else {
        c.go_on
    };
    fields.push(nobody_is_watching());
    fields.push(send("big", send_label));
    let go_on = goes_on(app);
    let save = move || {
        if !app.may_send() {
            return;
        }
        let today = app.today_now();
        // Only this part's answers are put in: another tab may have changed the others.
        let now = app
            .journal
            .with_untracked(|journal| journal.checkup(day).cloned());
        let mut answers = now.unwrap_or_default();
        if !answer(&mut answers) {
            return;
        }
        let next = part.next(day, &answers).href();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.write_checkup(day, &answers, today));
        if outcome.as_ref().is_ok_and(Changed::is_empty) {
            app.flush();
            app.keep_draft(&here(), None);
            return go(&next);
        }
        match app.keep_form(outcome, c.kept, &here()) {
            Ok(()) => go_on.set_value(Some(next)),
            Err(refusal) => app.say(&text().refusal(refusal)),
        }
    };
    let next = part.next(day, &CheckUp::default());
    group([
        up(&before.href(), &before_name),
        heading(part.title()),
        para(
            "hint",
            &fill(c.part_of, &[&date, &part.number().to_string()]),
        ),
        keeps_draft(el("form").on_send(save).with(fields)),
        link("plain", &next.href(), c.skip_part),
        if is_kept && part == Part::Feelings {
            remove(day)
        } else {
            nothing()
        },
    ])
}

/// Goes to the address that is put here, once what was sent is on the device; Back returns from it. (A form that is
/// done with is replaced otherwise, but a part is a page to come back to.)
fn goes_on(app: App) -> StoredValue<Option<String>> {
    let next = StoredValue::new(None::<String>);
    follow(move || {
        let saved = matches!(*app.saving.read(), Saving::Saved | Saving::NotKept);
        if saved && let Some(next) = next.try_update_value(Option::take).flatten() {
            go(&next);
        }
    });
    next
}

/// Takes the whole check-up away.
fn remove(day: Day) -> El {
    let app = app();
    button("plain", checkups().remove, move || {
        let today = app.today_now();
        let outcome = app
            .journal
            .with_untracked(|journal| journal.write_checkup(day, &CheckUp::default(), today));
        app.keep_draft(&here(), None);
        let _ = app.keep(outcome, text().removed);
        go_instead(&Route::CheckUps.href());
    })
}
