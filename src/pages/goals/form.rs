//! A goal to make or to change.

use crate::content::ideas;
use crate::content::text::text;
use crate::domain::about::About as Question;
use crate::domain::commands::{GoalDraft, Refusal};
use crate::domain::day::Day;
use crate::domain::goal::{Details, Goal, Status};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;
use crate::pages::app;
use crate::pages::draft::{changed_elsewhere, keeps_draft};
use crate::pages::goals::details::DetailsDraft;
use crate::pages::goals::rest::{ended_words, rest};
use crate::pages::goals::rhythm_field::{RhythmDraft, rhythm_field};
use crate::pages::goals::steps::steps;
use crate::pages::idea_card::Offer;
use crate::pages::log::{picked, way_cards, way_chips, way_picks};
use crate::pages::safety::{about_question, nobody_is_watching};
use crate::route::Route;
use crate::state::device::{go_instead, random};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::field::{About, line};
use crate::ui::heading::{button, heading, para, send, up};
use leptos::prelude::*;

/// A new goal, perhaps from an idea.
#[must_use]
pub fn new(idea: Option<&Id>) -> El {
    let journal = app().journal;
    let offer = idea.and_then(|id| {
        journal.with_untracked(|journal| {
            Offer::find(journal, id).filter(|offer| journal.shows(offer.recovery))
        })
    });
    let draft = offer.map_or_else(
        || GoalDraft {
            words: String::new(),
            ways: Ways::NONE,
            rhythm: Rhythm::Daily,
            idea: None,
            about: Question::No,
            recovery: false,
            details: Details::default(),
        },
        |offer| offer.goal(Rhythm::Daily),
    );
    form(None, draft)
}

/// A goal to change, finish or let go.
#[must_use]
pub fn edit(id: &Id) -> El {
    let t = text();
    let goal = app().journal.with_untracked(|journal| {
        journal
            .goal(id)
            .filter(|goal| journal.shows(goal.recovery))
            .cloned()
    });
    let Some(goal) = goal else {
        return group([
            up(&Route::Goals.href(), t.goals),
            heading(t.change_goal),
            el("p").say(t.not_there),
        ]);
    };
    let endings = endings(id.clone(), &goal);
    let rest = if goal.status.is_current() {
        rest(id)
    } else {
        nothing()
    };
    let draft = GoalDraft {
        words: goal.words,
        ways: goal.ways,
        rhythm: goal.rhythm,
        idea: goal.idea,
        about: goal.about,
        recovery: goal.recovery,
        details: goal.details,
    };
    group([form(Some(id.clone()), draft), steps(id), rest, endings])
}

fn form(id: Option<Id>, old: GoalDraft) -> El {
    let app = app();
    let t = text();
    let title = if id.is_some() {
        t.change_goal
    } else {
        t.new_goal
    };
    let words = RwSignal::new(old.words.clone());
    let ways = way_picks(old.ways);
    let about = RwSignal::new(old.about as usize);
    let rhythm = RhythmDraft::new(old.rhythm);
    let details = DetailsDraft::new(&old.details);
    let wrong_words = RwSignal::new(None);
    let wrong_ways = RwSignal::new(None);
    // The question is for a person's own goals, in words of their own. What was answered stays in sight.
    let of_bank = old.idea.as_deref().and_then(ideas::idea);
    let question = el("div")
        .hidden_when(move || {
            about.get() == Question::No as usize
                && of_bank.is_some_and(|idea| *words.read() == idea.words)
        })
        .with([about_question(about)]);

    let elsewhere = match id.clone() {
        Some(id) => changed_elsewhere(old.words.clone(), words, move || {
            Some(app.journal.read().goal(&id)?.words.clone())
        }),
        None => nothing(),
    };
    let save = move || {
        if !app.may_send() {
            return;
        }
        let Some(rhythm_now) = rhythm.read() else {
            rhythm.wrong.set(Some(t.no_date.to_owned()));
            return;
        };
        let Some(details_now) = details.read() else {
            return;
        };
        let draft = GoalDraft {
            words: words.get_untracked(),
            ways: untrack(|| picked(ways)),
            rhythm: rhythm_now,
            idea: old.idea.clone(),
            about: Question::ALL[about.get_untracked()],
            // Answering "No" after all brings a goal back out of the recovery parts.
            recovery: old.recovery && old.about == Question::No,
            details: details_now,
        };
        let today = app.today_now();
        let outcome = app.journal.with_untracked(|journal| match &id {
            Some(id) => journal.change_goal(id, &draft, today),
            None => journal.make_goal(&draft, today, random()),
        });
        let said = if id.is_some() { t.changed } else { t.goal_kept };
        if let Err(refusal) = app.keep_form(outcome, said, &Route::Goals.href()) {
            let field = match refusal {
                Refusal::NoWay => wrong_ways,
                Refusal::NoRhythm | Refusal::PastDay => rhythm.wrong,
                _ => wrong_words,
            };
            field.set(Some(t.refusal(refusal)));
        }
    };
    let asked = About {
        id: "words",
        label: t.goal_words,
        hint: t.goal_hint,
    };
    let fields = el("form").on_send(save).with([
        line(asked, words, wrong_words),
        way_chips(ways, wrong_ways),
        rhythm_field(rhythm),
        details.draw(),
        question,
        way_cards(ways),
        nobody_is_watching(),
        send("big", t.save),
    ]);
    group([
        up(&Route::Goals.href(), t.goals),
        heading(title),
        elsewhere,
        keeps_draft(fields),
    ])
}

/// Finish, let go, or take up again.
fn endings(id: Id, goal: &Goal) -> El {
    let t = text();
    let actions = el("div").class("actions");
    if goal.status.is_current() {
        let finish = ending(id.clone(), t.finish, Status::Finished, t.finished);
        let drop = ending(id, t.drop, Status::Dropped, t.dropped);
        group([actions.with([finish, drop]), para("hint", t.drop_words)])
    } else {
        actions.with([ending(id, t.take_up, |_| Status::Current, t.taken_up)])
    }
}

/// A button that gives the goal another status as of today.
fn ending(id: Id, label: &str, status: fn(Day) -> Status, said: &'static str) -> El {
    let app = app();
    button("pill", label, move || {
        let today = app.today_now();
        let status = status(today);
        let outcome = app
            .journal
            .with_untracked(|journal| journal.set_status(&id, status));
        let said = if status.is_current() {
            said.to_owned()
        } else {
            ended_words(app, &id, said)
        };
        let _ = app.keep(outcome, said);
        go_instead(&Route::Goals.href());
    })
}
