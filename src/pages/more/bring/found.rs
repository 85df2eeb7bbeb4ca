//! What was found in a file, and which Ways each thing belongs to.

use super::columns::select;
use super::preview::preview;
use super::{Going, step};
use crate::content::text::{bringing, fill, text};
use crate::domain::way::Way;
use crate::domain::way::Ways;
use crate::pages::log::{WayPicks, picked, way_picks};
use crate::state::bringing::{Choice, Found, Mood, Thing, shown};
use crate::state::device::{DayStyle, focus_on, say_day};
use crate::ui::dom::{El, el, follow, group, nothing, slot, words};
use crate::ui::field::toggle_chip;
use crate::ui::heading::{button, para};
use crate::ui::icon::way_mark;
use leptos::prelude::*;
use std::rc::Rc;

/// What the person chose so far.
#[derive(Clone)]
pub(super) struct Chosen {
    things: Rc<Vec<Pick>>,
    moods: Rc<Vec<(String, RwSignal<usize>)>>,
}

struct Pick {
    name: String,
    ways: WayPicks,
    out: RwSignal<bool>,
    goes_on: RwSignal<bool>,
}

impl Chosen {
    /// The choice for each thing, read with signals.
    pub(super) fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        for pick in self.things.iter() {
            let ways = picked(pick.ways);
            choices.push(Choice {
                ways: if pick.out.get() { Ways::NONE } else { ways },
                goes_on: pick.goes_on.get(),
            });
        }
        choices
    }

    /// Our word, or none, for each of the other app's.
    pub(super) fn moods(&self) -> Vec<(String, Option<Mood>)> {
        let mut moods = Vec::new();
        for (word, place) in self.moods.iter() {
            // "Leave it out" stands first.
            let mood = place.get().checked_sub(1);
            moods.push((
                word.clone(),
                mood.and_then(|mood| Mood::ALL.get(mood).copied()),
            ));
        }
        moods
    }

    /// The names of what has neither a Way nor is left out.
    fn open(&self) -> Vec<&str> {
        let is_open = |pick: &&Pick| !pick.out.get() && picked(pick.ways).is_empty();
        self.things
            .iter()
            .filter(is_open)
            .map(|pick| pick.name.as_str())
            .collect()
    }
}

/// What was found.
pub(super) fn found(going: Going, found: Found) -> El {
    let b = bringing();
    let today = going.app.today_now();
    let has_goals = found.origin.has_goals();
    let mut things = Vec::new();
    for thing in &found.things {
        // What has not been noted for a good while is no goal of now.
        let lately = thing.last.is_none_or(|last| today.days_since(last) < 60);
        things.push(Pick {
            name: shown(&thing.name),
            ways: way_picks(Ways::NONE),
            out: RwSignal::new(false),
            goes_on: RwSignal::new(has_goals && lately && !thing.archived),
        });
    }
    let mut moods = Vec::new();
    for word in found.mood_words() {
        let guess = RwSignal::new(guessed(&word));
        moods.push((word, guess));
    }
    let chosen = Chosen {
        things: Rc::new(things),
        moods: Rc::new(moods),
    };
    let mut cards = Vec::new();
    for (thing, pick) in found.things.iter().zip(chosen.things.iter()) {
        cards.push(card(thing, pick, has_goals));
    }
    let (place, previewed) = slot();
    // What is shown below must be what would come.
    let (watched, below) = (chosen.clone(), place.clone());
    follow(move || {
        let _ = (watched.choices(), watched.moods());
        below.clear();
    });
    let wrong = RwSignal::new(String::new());
    let rest = chosen.clone();
    let leave_rest = move || {
        wrong.set(String::new());
        for pick in rest.things.iter() {
            if untrack(|| picked(pick.ways)).is_empty() {
                pick.out.set(true);
            }
        }
    };
    let many = chosen.things.len() > 1;
    let moods = mood_fields(&chosen);
    let notes = found
        .marks
        .values()
        .filter(|mark| !mark.note.is_empty())
        .count();
    let found = Rc::new(found);
    let hint = if chosen.things.is_empty() {
        ""
    } else {
        b.found_hint
    };
    let look = move || {
        let open = untrack(|| chosen.open().join(", "));
        if !open.is_empty() {
            wrong.set(fill(b.still_open, &[&open]));
            return;
        }
        wrong.set(String::new());
        let (going, found, chosen) = (going.clone(), Rc::clone(&found), chosen.clone());
        place.show(|| preview(going, found, chosen));
        focus_on(super::preview::HEADING);
    };
    let rest = if many {
        button("plain", b.leave_rest, leave_rest)
    } else {
        nothing()
    };
    let with_notes = if hint.is_empty() && notes > 0 {
        para("", &text().count(b.notes_one, b.notes_many, notes))
    } else {
        nothing()
    };
    group([
        step(b.found).with([para("hint", hint), with_notes]),
        group(cards),
        rest,
        moods,
        el("p")
            .class("wrong")
            .attr("role", "alert")
            .say_live(move || wrong.get()),
        button("big", b.look, look),
        previewed,
    ])
}

fn card(thing: &Thing, pick: &Pick, has_goals: bool) -> El {
    let b = bringing();
    let t = text();
    let mut chips = Vec::new();
    for way in Way::ALL {
        let chip = toggle_chip(
            "ways",
            group([way_mark(way.index()), words(t.way(way))]),
            pick.ways[way.index()],
        );
        chips.push(el("div").class(way.slug()).with([chip]));
    }
    let out = toggle_chip("out", words(b.leave_out), pick.out);
    let goes_on = if has_goals {
        toggle_chip("goal", words(b.still_a_goal), pick.goes_on)
    } else {
        nothing()
    };
    el("fieldset").class("card pad").with([
        el("legend").say(&pick.name),
        para("hint", &facts(thing)),
        el("div").class("chips").with(chips),
        el("div").class("chips").with([out, goes_on]),
    ])
}

/// "12 days, 3 March 2025 to 21 November 2026, with amounts in km".
fn facts(thing: &Thing) -> String {
    let b = bringing();
    let t = text();
    let mut facts = Vec::new();
    if thing.done > 0 {
        facts.push(t.count(b.done_one, b.done_many, thing.done));
    }
    if thing.rests > 0 {
        facts.push(t.count(b.rests_one, b.rests_many, thing.rests));
    }
    match (thing.first, thing.last) {
        (Some(first), Some(last)) => {
            let say = |day| say_day(day, DayStyle::Long);
            facts.push(if first == last {
                fill(b.on_day, &[&say(first)])
            } else {
                fill(b.from_to, &[&say(first), &say(last)])
            });
        }
        _ => facts.push(b.not_once.to_owned()),
    }
    if thing.has_amounts {
        let unit = shown(&thing.unit);
        facts.push(if unit.is_empty() {
            b.with_amounts.to_owned()
        } else {
            fill(b.with_unit, &[&unit])
        });
    }
    facts.join(", ")
}

/// The words of the other app, each with a list of ours.
fn mood_fields(chosen: &Chosen) -> El {
    let b = bringing();
    if chosen.moods.is_empty() {
        return nothing();
    }
    let mut ours = vec![b.mood_out.to_owned()];
    for mood in Mood::ALL {
        ours.push(text().mood(mood).to_owned());
    }
    let mut fields = Vec::new();
    for (word, place) in chosen.moods.iter() {
        let label = fill(b.mood_named, &[&shown(word)]);
        fields.push(select(&label, &ours, *place, |_| {}));
    }
    el("section").class("card pad").with([
        el("h2").say(b.moods),
        para("hint", b.moods_hint),
        el("ul").class("lists").with(fields),
    ])
}

/// The place in the list of the words that another app has at first; the person may say otherwise.
fn guessed(word: &str) -> usize {
    let known = ["", "awful", "bad", "meh", "good", "rad"];
    let place = known
        .iter()
        .position(|known| word.eq_ignore_ascii_case(known));
    place.unwrap_or_default()
}
