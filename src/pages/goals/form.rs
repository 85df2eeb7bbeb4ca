//! A goal to make or to change.

use crate::content::safety_cards::{Cards, Voice, cards_for_way};
use crate::content::text::text;
use crate::domain::about::About as Question;
use crate::domain::commands::{GoalDraft, Refusal};
use crate::domain::goal::{Goal, Status};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Ways;
use crate::pages::app;
use crate::pages::goals::rhythm_field::{RhythmDraft, rhythm_field};
use crate::pages::idea_card::Offer;
use crate::pages::log::way_chips;
use crate::pages::safety::{about_question, nobody_is_watching, safety_cards};
use crate::route::Route;
use crate::state::device::{go_instead, random};
use crate::ui::field::{About, line};
use crate::ui::heading::{heading, up};
use leptos::prelude::*;

/// A new goal, perhaps from an idea.
#[must_use]
pub fn new(idea: Option<&Id>) -> AnyView {
    let journal = app().journal;
    let offer = idea.and_then(|id| journal.with_untracked(|journal| Offer::find(journal, id)));
    let draft = offer.map_or_else(
        || GoalDraft {
            words: String::new(),
            ways: Ways::NONE,
            rhythm: Rhythm::Daily,
            idea: None,
            about: Question::No,
            recovery: false,
        },
        |offer| offer.goal(Rhythm::Daily),
    );
    form(None, draft)
}

/// A goal to change, finish or let go.
#[must_use]
pub fn edit(id: &Id) -> AnyView {
    let t = text();
    let goal = app()
        .journal
        .with_untracked(|journal| journal.goal(id).cloned());
    let Some(goal) = goal else {
        return view! {
            {up(Route::Goals.href(), t.goals)}
            {heading(t.change_goal)}
            <p>{t.not_there}</p>
        }
        .into_any();
    };
    let endings = endings(id.clone(), &goal);
    let draft = GoalDraft {
        words: goal.words,
        ways: goal.ways,
        rhythm: goal.rhythm,
        idea: goal.idea,
        about: goal.about,
        recovery: goal.recovery,
    };
    view! {
        {form(Some(id.clone()), draft)}
        {endings}
    }
    .into_any()
}

fn form(id: Option<Id>, old: GoalDraft) -> AnyView {
    let app = app();
    let t = text();
    let title = if id.is_some() {
        t.change_goal
    } else {
        t.new_goal
    };
    let words = RwSignal::new(old.words.clone());
    let ways = RwSignal::new(old.ways);
    let about = RwSignal::new(old.about);
    let rhythm = RhythmDraft::new(old.rhythm);
    let wrong_words = RwSignal::new(None);
    let wrong_ways = RwSignal::new(None);
    // The question is for a person's own goals; an idea's cards follow from the idea.
    let question = old.idea.is_none().then(|| about_question(about));

    let save = move || {
        let Some(rhythm_now) = rhythm.read() else {
            rhythm.wrong.set(Some(t.no_date.to_owned()));
            return;
        };
        let draft = GoalDraft {
            words: words.get_untracked(),
            ways: ways.get_untracked(),
            rhythm: rhythm_now,
            idea: old.idea.clone(),
            about: about.get_untracked(),
            // Answering "No" after all brings a goal back out of the recovery parts.
            recovery: old.recovery && old.about == Question::No,
        };
        let today = app.today_now();
        let outcome = app.journal.with_untracked(|journal| match &id {
            Some(id) => journal.change_goal(id, &draft, today),
            None => journal.make_goal(&draft, today, random()),
        });
        let said = if id.is_some() { t.changed } else { t.goal_kept };
        match app.keep(outcome, said) {
            Ok(()) => go_instead(&Route::Goals.href()),
            Err(refusal) => {
                let field = match refusal {
                    Refusal::NoWay => wrong_ways,
                    Refusal::NoRhythm | Refusal::PastDay => rhythm.wrong,
                    _ => wrong_words,
                };
                field.set(Some(t.refusal(refusal)));
            }
        }
    };
    let cards = move || {
        let cards = ways.get().iter().map(cards_for_way);
        safety_cards(cards.fold(Cards::empty(), Cards::union), Voice::Mine)
    };
    view! {
        {up(Route::Goals.href(), t.goals)}
        {heading(title)}
        <form on:submit=move |event| {
            event.prevent_default();
            save();
        }>
            {line(
                About {
                    id: "words",
                    label: t.goal_words,
                    hint: t.goal_hint,
                },
                words,
                wrong_words,
            )}
            {way_chips(ways, wrong_ways)}
            {rhythm_field(rhythm)}
            {question}
            {cards}
            {nobody_is_watching()}
            <button class="big" type="submit">
                {t.save}
            </button>
        </form>
    }
    .into_any()
}

/// Finish, let go, or take up again.
fn endings(id: Id, goal: &Goal) -> AnyView {
    let app = app();
    let t = text();
    let set = move |status: fn(crate::domain::day::Day) -> Status, said: &'static str| {
        let id = id.clone();
        move |_| {
            let today = app.today_now();
            let outcome = app
                .journal
                .with_untracked(|journal| journal.set_status(&id, status(today)));
            let _ = app.keep(outcome, said);
            go_instead(&Route::Goals.href());
        }
    };
    if goal.status.is_current() {
        view! {
            <div class="actions">
                <button class="pill" on:click=set(Status::Finished, t.finished)>
                    {t.finish}
                </button>
                <button class="pill" on:click=set(Status::Dropped, t.dropped)>
                    {t.drop}
                </button>
            </div>
            <p class="hint">{t.drop_words}</p>
        }
        .into_any()
    } else {
        view! {
            <div class="actions">
                <button class="pill" on:click=set(|_| Status::Current, t.taken_up)>
                    {t.take_up}
                </button>
            </div>
        }
        .into_any()
    }
}
