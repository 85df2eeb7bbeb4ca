//! Goals to put into a link: an idea of the bank or own words, and how often.

use super::pieces::{field, judge, list, numbered, option, several};
use crate::content::ideas::{Filter, matching};
use crate::content::text::{making, text};
use crate::domain::id::Id;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::pages::goals::rhythm_words;
use crate::state::links::{GOALS, StarterGoal};
use crate::ui::dom::{El, el, group, live};
use crate::ui::field::Wrong;
use leptos::prelude::*;

/// The choice of a goal for every day; one for some times a week is their number.
const DAILY: &str = "daily";

/// What is chosen and typed of the goals.
#[derive(Clone, Copy)]
pub(super) struct Slots {
    all: [Slot; GOALS],
    count: RwSignal<usize>,
    most: usize,
    /// Whether ideas of the recovery parts are among the choices.
    recovery: RwSignal<bool>,
}

#[derive(Clone, Copy)]
struct Slot {
    /// The idea's id; empty for own words.
    idea: RwSignal<String>,
    words: RwSignal<String>,
    /// The slug of a Way.
    way: RwSignal<String>,
    often: RwSignal<String>,
    wrong: Wrong,
}

impl Slots {
    /// Room for so many goals, of which `count` are there at first.
    pub(super) fn new(count: usize, most: usize, recovery: RwSignal<bool>) -> Self {
        let empty = || RwSignal::new(String::new());
        let slot = |()| Slot {
            idea: empty(),
            words: empty(),
            way: RwSignal::new(Way::Connect.slug().to_owned()),
            often: empty(),
            wrong: RwSignal::new(None),
        };
        Self {
            all: [(); GOALS].map(slot),
            count: RwSignal::new(count),
            most,
            recovery,
        }
    }

    pub(super) fn fill(self, goals: &[StarterGoal]) {
        for (slot, goal) in self.all.iter().zip(goals) {
            slot.set(goal);
        }
        self.count.set(goals.len());
    }

    /// The goals that have words.
    pub(super) fn read(self) -> Vec<StarterGoal> {
        let mut goals = Vec::new();
        for slot in &self.all[..self.count.get()] {
            goals.extend(slot.read());
        }
        goals
    }

    /// Says beside own words what is wrong with them.
    pub(super) fn judge(self) {
        for slot in &self.all[..self.count.get_untracked()] {
            judge(slot.wrong, &mut |link| {
                link.goals.extend(untrack(|| slot.read()));
            });
        }
    }

    pub(super) fn draw(self) -> El {
        let add = making().add_goal;
        several(self.count, self.most, add, move |place| self.one(place))
    }

    fn one(self, place: usize) -> El {
        let m = making();
        let slot = self.all[place];
        let id = |name: &str| ["goal", &place.to_string(), name].concat();
        let own = el("div").hidden_when(move || !slot.idea.read().is_empty());
        let mut ways = Vec::new();
        for way in Way::ALL {
            ways.push(option(way.slug(), text().way(way)));
        }
        let own = own.with([
            field(&id("words"), m.words, "text", slot.words, slot.wrong),
            list(&id("way"), m.way, ways, slot.way),
        ]);
        let ideas_id = id("idea");
        let recovery = self.recovery;
        let fields = group([
            // Drawn anew with or without the ideas of the recovery parts.
            live(move || list(&ideas_id, m.idea, choices(recovery.get()), slot.idea)),
            own,
            list(&id("often"), m.often, rhythms(), slot.often),
        ]);
        let count = self.count;
        let take_away = move || {
            let last = count.get_untracked() - 1;
            for place in place..last {
                self.all[place].take(self.all[place + 1]);
            }
            self.all[last].words.set(String::new());
            self.all[last].idea.set(String::new());
            count.set(last);
        };
        numbered(place, m.goal, fields, take_away)
    }
}

/// Own words, and the ideas of the bank by Way.
fn choices(recovery: bool) -> Vec<El> {
    let mut choices = vec![option("", making().own_words)];
    for way in Way::ALL {
        let filter = Filter {
            way: Some(way),
            recovery,
            ..Filter::default()
        };
        let mut of_way = Vec::new();
        for idea in matching(&filter) {
            of_way.push(option(idea.id, idea.words));
        }
        let all = el("optgroup").attr("label", text().way(way));
        choices.push(all.with(of_way));
    }
    choices
}

fn rhythms() -> Vec<El> {
    let mut choices = vec![
        option("", making().they_pick),
        option(DAILY, &rhythm_words(Rhythm::Daily)),
    ];
    for times in 1..=7 {
        let words = rhythm_words(Rhythm::Weekly(times));
        choices.push(option(&u32::from(times).to_string(), &words));
    }
    choices
}

impl Slot {
    fn read(self) -> Option<StarterGoal> {
        let rhythm = match self.often.read().as_str() {
            "" => None,
            DAILY => Some(Rhythm::Daily),
            times => times.parse().ok().map(Rhythm::Weekly),
        };
        let idea = self.idea.get();
        let words = self.words.read().trim().to_owned();
        let way = Way::from_slug(&self.way.read());
        if let Some(id) = Id::parse(&idea) {
            return Some(StarterGoal::Bank(id, rhythm));
        }
        (!words.is_empty()).then(|| StarterGoal::Own {
            words,
            ways: way.into_iter().collect(),
            rhythm,
        })
    }

    fn set(self, goal: &StarterGoal) {
        let (idea, words, way, rhythm) = match goal {
            StarterGoal::Bank(id, rhythm) => (id.as_str(), "", None, rhythm),
            StarterGoal::Own {
                words,
                ways,
                rhythm,
            } => ("", words.as_str(), ways.first(), rhythm),
        };
        self.idea.set(idea.to_owned());
        self.words.set(words.to_owned());
        self.way.set(way.unwrap_or(&Way::Connect).slug().to_owned());
        self.often.set(match rhythm {
            Some(Rhythm::Daily) => DAILY.to_owned(),
            Some(Rhythm::Weekly(times)) => u32::from(*times).to_string(),
            _ => String::new(),
        });
        self.wrong.set(None);
    }

    /// What another has.
    fn take(self, other: Self) {
        self.idea.set(other.idea.get_untracked());
        self.words.set(other.words.get_untracked());
        self.way.set(other.way.get_untracked());
        self.often.set(other.often.get_untracked());
        self.wrong.set(other.wrong.get_untracked());
    }
}
