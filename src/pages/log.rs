//! "I did something else", and the same form for something noted earlier.

use super::app;
use super::idea_card::Offer;
use super::safety::nobody_is_watching;
use crate::content::ideas::{Filter, matching, shuffled};
use crate::content::text::text;
use crate::domain::commands::{EntryDraft, Refusal};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::way::{Way, Ways};
use crate::route::Route;
use crate::state::device::{go_instead, random, say_full, seed};
use crate::ui::field::{About, area, chip, choices, error, line};
use crate::ui::heading::{heading, up};
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// The chips of the five Ways.
#[must_use]
pub(super) fn way_chips(ways: RwSignal<Ways>, wrong: RwSignal<Option<String>>) -> AnyView {
    let t = text();
    let one = move |way: Way| {
        let label = view! {
            {way_mark(way.index())}
            {t.way(way)}
        };
        let chip = chip(
            "checkbox",
            "ways",
            label.into_any(),
            move || ways.get().has(way),
            move || {
                ways.update(|ways| *ways = ways.toggled(way));
                wrong.set(None);
            },
        );
        view! { <div class=way.slug()>{chip}</div> }
    };
    let chips = Way::ALL.map(one).collect_view().into_any();
    view! {
        {choices(t.ways, t.ways_hint, chips)}
        {error("ways", wrong)}
    }
    .into_any()
}

/// The address of a day's page.
#[must_use]
pub(super) fn day_route(day: Day) -> Route {
    if day == app().today.get_untracked() {
        Route::Today
    } else {
        Route::Day(day)
    }
}

/// Notes something on a day, perhaps under a Way.
#[must_use]
pub fn log(day: Day, way: Option<Way>) -> AnyView {
    let t = text();
    let draft = EntryDraft {
        ways: way.map(Ways::from).unwrap_or_default(),
        ..EntryDraft::default()
    };
    form(t.log_title, day, None, draft)
}

/// Changes something noted earlier, or takes it away.
#[must_use]
pub fn entry(day: Day, id: &Id) -> AnyView {
    let t = text();
    let found = app().journal.with_untracked(|journal| {
        let entry = journal.entry(day, id)?;
        let note = journal.note(id).map(|note| note.text.clone());
        Some(EntryDraft {
            words: entry.words.clone()?,
            ways: entry.ways,
            idea: entry.idea.clone(),
            recovery: entry.recovery,
            note: note.unwrap_or_default(),
        })
    });
    match found {
        Some(draft) => form(t.entry_title, day, Some(id.clone()), draft),
        None => view! {
            {heading(t.entry_title)}
            <p>{t.not_there}</p>
            <a class="pill" href=day_route(day).href()>{t.go_today}</a>
        }
        .into_any(),
    }
}

fn form(title: &'static str, day: Day, id: Option<Id>, old: EntryDraft) -> AnyView {
    let app = app();
    let t = text();
    let words = RwSignal::new(old.words);
    let ways = RwSignal::new(old.ways);
    let note = RwSignal::new(old.note);
    let idea = RwSignal::new((old.idea, old.recovery));
    let wrong = Wrongs::default();
    let home = day_route(day).href();

    let save = {
        let (id, home) = (id.clone(), home.clone());
        move || {
            let (idea, recovery) = idea.get_untracked();
            let draft = EntryDraft {
                words: words.get_untracked(),
                ways: ways.get_untracked(),
                idea,
                recovery,
                note: note.get_untracked(),
            };
            let today = app.today_now();
            let outcome = app.journal.with_untracked(|journal| match &id {
                Some(id) => journal.change_entry(day, id, &draft, today),
                None => journal.log(day, &draft, today, random()),
            });
            let said = if id.is_some() { t.changed } else { t.noted };
            match app.keep(outcome, said) {
                Ok(()) => go_instead(&home),
                Err(refusal) => wrong.say(refusal),
            }
        }
    };
    let pick = move |offer: Offer| {
        words.set(offer.words);
        ways.set(offer.way.into());
        idea.set((Some(offer.id), offer.recovery));
        wrong.words.set(None);
        wrong.ways.set(None);
    };
    let first_way = ways.get_untracked().iter().next();
    let ideas = id.is_none().then(|| quick_ideas(first_way, pick));
    let remove = id.map(|id| remove_button(day, id, home.clone()));
    let open_note = !note.get_untracked().is_empty();
    view! {
        {up(home, t.cancel)}
        {heading(title)}
        <p class="soft">{say_full(day, app.today.get_untracked())}</p>
        <form on:submit=move |event| {
            event.prevent_default();
            save();
        }>
            {line(About { id: "words", label: t.log_title, hint: t.log_hint }, words, wrong.words)}
            {way_chips(ways, wrong.ways)} <details open=open_note>
                <summary>{t.add_note}</summary>
                {area(About { id: "note", label: t.note, hint: t.note_hint }, note, wrong.note)}
            </details> {nobody_is_watching()} <button class="big" type="submit">
                {t.save}
            </button>
        </form>
        {remove}
        {ideas}
    }
    .into_any()
}

/// Where each reason is said.
#[derive(Clone, Copy, Default)]
struct Wrongs {
    words: RwSignal<Option<String>>,
    ways: RwSignal<Option<String>>,
    note: RwSignal<Option<String>>,
}

impl Wrongs {
    fn say(self, refusal: Refusal) {
        let field = match refusal {
            Refusal::NoWay => self.ways,
            Refusal::Note(_) => self.note,
            _ => self.words,
        };
        field.set(Some(text().refusal(refusal)));
    }
}

fn quick_ideas(way: Option<Way>, pick: impl Fn(Offer) + Copy + 'static) -> AnyView {
    let t = text();
    let recovery = app().journal.with_untracked(Journal::shows_recovery);
    let filter = Filter {
        way,
        recovery,
        ..Filter::default()
    };
    let ideas = shuffled(matching(&filter), seed());
    let button = move |offer: Offer| {
        let class = ["idea-pick ", offer.way.slug()].concat();
        let (mark, words) = (way_mark(offer.way.index()), offer.words.clone());
        view! {
            <li>
                <button class=class on:click=move |_| pick(offer.clone())>
                    {mark}
                    <span>{words}</span>
                </button>
            </li>
        }
    };
    let buttons = ideas
        .into_iter()
        .take(3)
        .map(|idea| button(Offer::from(idea)));
    view! {
        <section class="picks">
            <h2>{t.or_pick}</h2>
            <ul class="ideas">{buttons.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn remove_button(day: Day, id: Id, home: String) -> AnyView {
    let app = app();
    let t = text();
    let remove = move |_| {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.remove_entry(day, &id));
        let _ = app.keep(outcome, t.removed);
        go_instead(&home);
    };
    view! {
        <button class="plain" on:click=remove>
            {t.take_away}
        </button>
    }
    .into_any()
}
