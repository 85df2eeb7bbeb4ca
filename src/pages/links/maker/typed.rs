//! What is typed and chosen for a service's link.

use crate::domain::day::Day;
use crate::domain::way::Way;
use crate::pages::links::contacts::Contacts;
use crate::pages::links::pieces::judge;
use crate::pages::links::slots::Slots;
use crate::state::links::{GOALS, Link};
use crate::ui::field::Wrong;
use leptos::prelude::*;

/// What is typed and chosen.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) name: (RwSignal<String>, Wrong),
    pub(super) greeting: (RwSignal<String>, Wrong),
    pub(super) contacts: Contacts,
    pub(super) nation: RwSignal<String>,
    pub(super) goals: Slots,
    pub(super) ways: [RwSignal<bool>; 5],
    /// The ids of groups, one after the other.
    pub(super) groups: RwSignal<String>,
    pub(super) recovery: RwSignal<bool>,
    pub(super) demo: RwSignal<bool>,
    pub(super) checked: RwSignal<String>,
    /// Why a file was not read.
    pub(super) file: Wrong,
}

impl Typed {
    pub(super) fn new(today: Day) -> Self {
        let empty = || RwSignal::new(String::new());
        let wrong = || RwSignal::new(None);
        let recovery = RwSignal::new(false);
        Self {
            name: (empty(), wrong()),
            greeting: (empty(), wrong()),
            contacts: Contacts::new(),
            nation: empty(),
            goals: Slots::new(0, GOALS, recovery),
            ways: [(); 5].map(|()| RwSignal::new(false)),
            groups: empty(),
            recovery,
            demo: RwSignal::new(false),
            checked: RwSignal::new(today.to_string()),
            file: wrong(),
        }
    }

    pub(super) fn read(self) -> Link {
        let filled = |text: String| (!text.is_empty()).then_some(text);
        let mut ways = Vec::new();
        for (way, on) in Way::ALL.into_iter().zip(self.ways) {
            if on.get() {
                ways.push(way);
            }
        }
        let groups = self.groups.read();
        Link {
            name: self.name.0.read().trim().to_owned(),
            greeting: self.greeting.0.read().trim().to_owned(),
            contacts: self.contacts.read(),
            nation: filled(self.nation.get()),
            language: None,
            goals: self.goals.read(),
            ways,
            groups: groups.split_whitespace().map(str::to_owned).collect(),
            recovery: self.recovery.get(),
            demo: self.demo.get(),
            checked: Day::parse(&self.checked.read()),
        }
    }

    pub(super) fn fill(self, link: &Link) {
        self.name.0.set(link.name.clone());
        self.greeting.0.set(link.greeting.clone());
        self.contacts.fill(&link.contacts);
        self.nation.set(link.nation.clone().unwrap_or_default());
        self.recovery.set(link.recovery);
        self.goals.fill(&link.goals);
        for (way, on) in Way::ALL.into_iter().zip(self.ways) {
            on.set(link.ways.contains(&way));
        }
        self.groups.set(link.groups.join(" "));
        self.demo.set(link.demo);
        let checked = link.checked.map(|day| day.to_string());
        self.checked.set(checked.unwrap_or_default());
        self.file.set(None);
        self.judge();
    }

    /// Says beside each field what is wrong with it: once a field is left, not while it is typed into.
    pub(super) fn judge(self) {
        judge(self.name.1, &mut |link| {
            link.name = self.name.0.get_untracked();
        });
        judge(self.greeting.1, &mut |link| {
            link.greeting = self.greeting.0.get_untracked();
        });
        self.contacts.judge();
        self.goals.judge();
    }
}
