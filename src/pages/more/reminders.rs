//! Reminders by the person's own calendar: what, when, and the file.

mod choice;

use super::below;
use crate::content::text::{fill, reminding, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::pages::app;
use crate::pages::goals::rhythm_words;
use crate::state::device::can_badge;
use crate::state::reminding::LastFile;
use crate::ui::dom::{El, each, el, group, live, nothing, steady};
use crate::ui::field::switch;
use crate::ui::heading::{button, details, para};
use choice::{Choice, draw};
use leptos::prelude::*;
use std::rc::Rc;

/// The page.
#[must_use]
pub fn reminders() -> El {
    let r = reminding();
    let mut steps = Vec::new();
    for words in [r.how_choose, r.how_save, r.how_again] {
        steps.push(el("li").say(words));
    }
    let how = group([
        el("ol").with(steps),
        para("hint", r.how_double),
        para("hint", r.how_private),
    ]);
    group([
        below(text().reminders),
        para("", r.intro),
        details("card pad", r.how, false, how),
        el("h2").say(r.goals),
        goals(),
        el("h2").say(r.other),
        meetings(),
        review(),
        checkups(),
        el("h2").say(r.shows),
        own_words(),
        file(),
        icon(),
    ])
}

/// The goals that are kept.
fn goals() -> El {
    let app = app();
    let r = reminding();
    let kept = move || {
        let journal = app.journal.read();
        let mut ids = Vec::new();
        for (id, goal) in journal.goals() {
            if goal.status.is_current() {
                ids.push(id.to_string());
            }
        }
        ids
    };
    let none = para("", r.no_goals).hidden_when(move || !kept().is_empty());
    group([none, each(kept, goal), live(move || weekly(app))])
}

/// How a goal for so many times a week is reminded of, when there is one.
fn weekly(app: crate::state::App) -> El {
    let journal = app.journal.read();
    let is_weekly = |rhythm| matches!(rhythm, Rhythm::Weekly(1..=6));
    let mut goals = journal.goals().into_iter();
    if goals.any(|(_, goal)| goal.at.is_some() && is_weekly(goal.rhythm)) {
        return para("hint", reminding().weekly);
    }
    nothing()
}

fn goal(id: &str) -> El {
    let app = app();
    let r = reminding();
    let Some(id) = Id::parse(id) else {
        return nothing();
    };
    let today = app.today.get_untracked();
    let journal = app.journal.read_untracked();
    let Some(goal) = journal.goal(&id) else {
        return nothing();
    };
    let mut beside = rhythm_words(goal.rhythm);
    if goal.rests_on(today) {
        beside = [&*beside, " · ", r.paused].concat();
    }
    let words = goal.words.clone();
    drop(journal);
    let of = id.clone();
    draw(Choice {
        id: ["at-", id.as_str()].concat(),
        words,
        beside,
        at: Rc::new(move || app.journal.read().goal(&of)?.at),
        set: Rc::new(move |at| {
            let was_on = app
                .journal
                .with_untracked(|journal| journal.goal(&id).is_some_and(|goal| goal.at.is_some()));
            let outcome = app
                .journal
                .with_untracked(|journal| journal.remind(&id, at));
            // One that is gone leaves the list.
            let _ = app.keep(outcome, said(was_on, at));
        }),
    })
}

/// What is said of a change.
fn said(was_on: bool, at: Option<u16>) -> &'static str {
    let r = reminding();
    match at {
        None => r.off,
        Some(_) if was_on => r.time_kept,
        Some(_) => r.on,
    }
}

/// The appointments.
fn meetings() -> El {
    let app = app();
    let r = reminding();
    let at = move || app.reminder_choices().meetings_at;
    draw(Choice {
        id: "at-meetings".to_owned(),
        words: r.meetings.to_owned(),
        beside: r.meetings_hint.to_owned(),
        at: Rc::new(at),
        set: Rc::new(move |new| {
            app.say(said(untrack(at).is_some(), new));
            app.choose_reminders(|choices| choices.meetings_at = new);
        }),
    })
}

/// The weekly review, once there is a day for it.
fn review() -> El {
    let app = app();
    let r = reminding();
    let settings = move || app.journal.with(Journal::settings);
    if untrack(settings).review_day == 0 {
        return nothing();
    }
    draw(Choice {
        id: "at-review".to_owned(),
        words: r.review.to_owned(),
        beside: r.review_hint.to_owned(),
        at: Rc::new(move || settings().review_at),
        set: Rc::new(move |new| {
            app.say(said(untrack(settings).review_at.is_some(), new));
            app.set(|settings| settings.review_at = new);
        }),
    })
}

/// Check-ups, unless the person wants none.
fn checkups() -> El {
    let app = app();
    let r = reminding();
    let settings = move || app.journal.with(Journal::settings);
    let weeks = untrack(settings).checkup_weeks;
    if weeks == 0 {
        return nothing();
    }
    draw(Choice {
        id: "at-checkup".to_owned(),
        words: r.checkup.to_owned(),
        beside: fill(r.checkup_hint, &[&weeks.to_string()]),
        at: Rc::new(move || settings().checkup_at),
        set: Rc::new(move |new| {
            app.say(said(untrack(settings).checkup_at.is_some(), new));
            app.set(|settings| settings.checkup_at = new);
        }),
    })
}

/// What the calendar shows.
fn own_words() -> El {
    let app = app();
    let r = reminding();
    let is_on = steady(move || app.reminder_choices().own_words);
    let turn = move || app.choose_reminders(|choices| choices.own_words = !choices.own_words);
    group([
        para("", r.shows_hint),
        switch(r.own_words, r.own_words_hint, is_on, turn),
    ])
}

/// A dot on the app's icon, where the browser has one.
fn icon() -> El {
    let app = app();
    let r = reminding();
    if !can_badge() {
        return nothing();
    }
    let is_on = steady(move || app.journal.with(Journal::settings).badge);
    let turn = move || app.set(|settings| settings.badge = !settings.badge);
    group([
        el("h2").say(r.icon),
        switch(r.badge, r.badge_hint, is_on, turn),
    ])
}

/// How the last file stands, and the button that saves one.
fn file() -> El {
    let app = app();
    let r = reminding();
    let stands = move || {
        match app.last_file() {
            (LastFile::NotYet, false) => r.none_on,
            (LastFile::NotYet, true) => r.not_yet,
            (LastFile::Stale, _) => r.stale,
            (LastFile::UpToDate, _) => r.up_to_date,
        }
        .to_owned()
    };
    let save = move || {
        app.say(match app.save_calendar() {
            Ok(()) => r.saved,
            Err(_) => text().copy_failed,
        });
    };
    let nothing_to_save = move || app.last_file() == (LastFile::NotYet, false);
    el("section").class("card pad").with([
        el("h2").say(r.file),
        el("p").attr("role", "status").say_live(stands),
        button("pill strong", r.save, save).hidden_when(nothing_to_save),
    ])
}
