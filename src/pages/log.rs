//! "I did something else", and the same form for something noted earlier.

use super::app;
use super::draft::{changed_elsewhere, keeps_draft};
use super::idea_card::Offer;
use super::safety::{nobody_is_watching, safety_cards};
use crate::content::ideas::{Filter, matching, shuffled};
use crate::content::safety_cards::{Cards, Voice, cards_for_way};
use crate::content::text::text;
use crate::domain::commands::{EntryDraft, Refusal};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::way::{Way, Ways};
use crate::route::Route;
use crate::state::device::{go_instead, here, random, say_full, seed};
use crate::ui::dom::{El, el, group, live, nothing, words};
use crate::ui::field::{About, area, choices, error, line, toggle_chip};
use crate::ui::heading::{button, details, heading, link, para, send, up};
use crate::ui::icon::way_mark;
use leptos::prelude::*;

/// What a draft has of an idea that belongs to the recovery parts. Neutral: a draft stands in the store.
const RECOVERY: &str = "y";

/// Which Ways are chosen: one flag for each, in petal order.
pub(super) type WayPicks = [RwSignal<bool>; 5];

/// The flags of these Ways.
#[must_use]
pub(super) fn way_picks(ways: Ways) -> WayPicks {
    ways.petals().map(RwSignal::new)
}

/// The Ways whose flags are set.
#[must_use]
pub(super) fn picked(picks: WayPicks) -> Ways {
    Way::ALL
        .into_iter()
        .filter(|way| picks[way.index()].get())
        .collect()
}

/// The chips of the five Ways.
#[must_use]
pub(super) fn way_chips(ways: WayPicks, wrong: RwSignal<Option<String>>) -> El {
    let t = text();
    let one = |way: Way| {
        let label = group([way_mark(way.index()), words(t.way(way))]);
        let chip = toggle_chip("ways", label, ways[way.index()]);
        el("div").class(way.slug()).with([chip])
    };
    group([
        choices(t.ways, t.ways_hint, Way::ALL.map(one).into())
            .on("change", move |_| wrong.set(None)),
        error("ways", wrong),
    ])
}

/// The safety cards of the Ways whose flags are set.
#[must_use]
pub(super) fn way_cards(ways: WayPicks) -> El {
    let cards = move || {
        let mut cards = Cards::empty();
        for way in picked(ways).iter() {
            cards = cards.union(cards_for_way(way));
        }
        safety_cards(cards, Voice::Mine)
    };
    el("div").attr("aria-live", "polite").with([live(cards)])
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
pub fn log(day: Day, way: Option<Way>) -> El {
    let t = text();
    let draft = EntryDraft {
        ways: way.map(Ways::from).unwrap_or_default(),
        ..EntryDraft::default()
    };
    form(t.log_title, day, None, draft)
}

/// Changes something noted earlier, or takes it away.
#[must_use]
pub fn entry(day: Day, id: &Id) -> El {
    let t = text();
    let found = app().journal.with_untracked(|journal| {
        let entry = journal
            .entry(day, id)
            .filter(|entry| journal.shows(entry.recovery))?;
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
        // An old day may stand in the durable copy alone, which is read after the first paint.
        None if !app().loaded.get_untracked() => {
            let id = id.clone();
            live(move || {
                if app().loaded.get() {
                    untrack(|| entry(day, &id))
                } else {
                    heading(t.entry_title)
                }
            })
        }
        None => group([
            heading(t.entry_title),
            para("", t.not_there),
            link("pill", &day_route(day).href(), t.go_today),
        ]),
    }
}

fn form(title: &'static str, day: Day, id: Option<Id>, old: EntryDraft) -> El {
    let app = app();
    let t = text();
    let typed = RwSignal::new(old.words);
    let ways = way_picks(old.ways);
    let note = RwSignal::new(old.note);
    // In the form as well, where a draft has them.
    let idea = RwSignal::new(old.idea.unwrap_or_default());
    let kind = RwSignal::new(if old.recovery { RECOVERY } else { "" }.to_owned());
    let wrong = Wrongs::default();
    let home = day_route(day).href();
    let open_note = !note.read_untracked().is_empty();

    let pick = move |offer: &Offer| {
        typed.set(offer.words.clone());
        for (way, on) in Way::ALL.into_iter().zip(ways) {
            on.set(way == offer.way);
        }
        idea.set(offer.id.clone());
        kind.set(if offer.recovery { RECOVERY } else { "" }.to_owned());
        wrong.words.set(None);
        wrong.ways.set(None);
    };
    let below = match &id {
        Some(id) => remove_button(day, id.clone(), home.clone()),
        None => quick_ideas(old.ways.iter().next(), pick).with([way_cards(ways)]),
    };
    let up = up(&home, t.cancel);
    let elsewhere = match id.clone() {
        Some(id) => changed_elsewhere(typed.get_untracked(), typed, move || {
            let journal = app.journal.read();
            journal
                .entry(day, &id)
                .and_then(|entry| entry.words.clone())
        }),
        None => nothing(),
    };
    let save = move || {
        if !app.may_send() {
            return;
        }
        let draft = EntryDraft {
            words: typed.get_untracked(),
            ways: untrack(|| picked(ways)),
            idea: Some(idea.get_untracked()).filter(|id| !id.is_empty()),
            recovery: *kind.read_untracked() == RECOVERY,
            note: note.get_untracked(),
        };
        let today = app.today_now();
        let outcome = app.journal.with_untracked(|journal| match &id {
            Some(id) => journal.change_entry(day, id, &draft, today),
            None => journal.log(day, &draft, today, random()),
        });
        let said = if id.is_some() { t.changed } else { t.noted };
        if let Err(refusal) = app.keep_form(outcome, said, &home) {
            wrong.say(refusal);
        }
    };
    let words_about = About {
        id: "words",
        label: t.log_title,
        hint: t.log_hint,
    };
    let note_about = About {
        id: "note",
        label: t.note,
        hint: t.note_hint,
    };
    group([
        up,
        heading(title),
        para("soft", &say_full(day, app.today.get_untracked())),
        elsewhere,
        keeps_draft(el("form").on_send(save).with([
            hidden("idea", idea),
            hidden("kind", kind),
            line(words_about, typed, wrong.words),
            way_chips(ways, wrong.ways),
            details(
                "",
                t.add_note,
                open_note,
                area(note_about, note, wrong.note),
            ),
            nobody_is_watching(),
            send("big", t.save),
        ])),
        below,
    ])
}

/// A field that is not seen, for what a tap chose.
fn hidden(name: &'static str, value: RwSignal<String>) -> El {
    el("input")
        .attr("type", "hidden")
        .attr("name", name)
        .value_from(value)
        .on_typed(move |typed| value.set(typed))
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

fn quick_ideas(way: Option<Way>, pick: impl Fn(&Offer) + Copy + 'static) -> El {
    let t = text();
    let filter = Filter {
        way,
        recovery: app().journal.with_untracked(Journal::shows_recovery),
        ..Filter::default()
    };
    let mut picks = Vec::new();
    for idea in shuffled(matching(&filter), seed()).into_iter().take(3) {
        let offer = Offer::from(idea);
        let class = ["idea-pick ", offer.way.slug()].concat();
        let inside = [way_mark(offer.way.index()), el("span").say(&offer.words)];
        let pick = button(&class, "", move || pick(&offer)).with(inside);
        picks.push(el("li").with([pick]));
    }
    el("section")
        .class("picks")
        .with([el("h2").say(t.or_pick), el("ul").class("ideas").with(picks)])
}

fn remove_button(day: Day, id: Id, home: String) -> El {
    let app = app();
    let t = text();
    button("plain", t.take_away, move || {
        let outcome = app
            .journal
            .with_untracked(|journal| journal.remove_entry(day, &id));
        app.keep_draft(&here(), None);
        let _ = app.keep(outcome, t.removed);
        go_instead(&home);
    })
}
