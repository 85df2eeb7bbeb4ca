//! Choices that take effect at once.

use super::{below, parts_title};
use crate::content::text::{fill, looking_back, text};
use crate::domain::journal::Journal;
use crate::domain::settings::{Settings, TextSize, Theme};
use crate::pages::app;
use crate::pages::goals::a_day_on;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group};
use crate::ui::field::{choices, tick, word_chip};
use crate::ui::heading::para;
use leptos::prelude::*;

/// A choice among several. Every choice is a number here, so that one function draws them all.
#[derive(Clone, Copy)]
struct Choice {
    /// The name of the group of radio buttons.
    name: &'static str,
    read: fn(&Settings) -> u8,
    write: fn(&mut Settings, u8),
}

impl Choice {
    /// The chip for one value, kept at once when it is chosen.
    fn chip(self, value: u8, words: &str) -> El {
        let app = app();
        let checked = move || (self.read)(&app.journal.with(Journal::settings)) == value;
        let choose = move || app.set(|settings| (self.write)(settings, value));
        word_chip("radio", self.name, words, checked, choose)
    }
}

const THEME: Choice = Choice {
    name: "theme",
    read: |settings| settings.theme as u8,
    write: |settings, place| settings.theme = Theme::ALL[usize::from(place)],
};
const SIZE: Choice = Choice {
    name: "size",
    read: |settings| settings.text as u8,
    write: |settings, place| settings.text = TextSize::ALL[usize::from(place)],
};
const DAY_ENDS: Choice = Choice {
    name: "ends",
    read: |settings| settings.day_ends_at,
    write: |settings, hour| settings.day_ends_at = hour,
};
const WEEK_STARTS: Choice = Choice {
    name: "starts",
    read: |settings| settings.week_starts,
    write: |settings, weekday| settings.week_starts = weekday,
};

const ASKS_MOOD: Choice = Choice {
    name: "mood",
    read: |settings| u8::from(settings.asks_mood),
    write: |settings, asks| settings.asks_mood = asks == 1,
};
const REVIEW_DAY: Choice = Choice {
    name: "review",
    read: |settings| settings.review_day,
    write: |settings, weekday| settings.review_day = weekday,
};

/// Colours and size of text.
#[must_use]
pub fn appearance() -> El {
    let t = text();
    let [system, light, dark] = Theme::ALL.map(|theme| theme as u8);
    let themes = vec![
        THEME.chip(system, t.system),
        THEME.chip(light, t.light),
        THEME.chip(dark, t.dark),
    ];
    let [normal, large, largest] = TextSize::ALL.map(|size| size as u8);
    let sizes = vec![
        SIZE.chip(normal, t.normal),
        SIZE.chip(large, t.large),
        SIZE.chip(largest, t.largest),
    ];
    group([
        below(t.appearance),
        choices(t.colours, "", themes),
        choices(t.text_size, "", sizes),
    ])
}

/// When days end and weeks start, and what is asked on them.
#[must_use]
pub fn days() -> El {
    let t = text();
    let l = looking_back();
    let mut ends = vec![DAY_ENDS.chip(0, t.midnight)];
    for hour in 1..=6 {
        let words = fill(t.hour, &[&u32::from(hour).to_string()]);
        ends.push(DAY_ENDS.chip(hour, &words));
    }
    let mut starts = Vec::new();
    for weekday in [1, 6, 7] {
        let words = say_day(a_day_on(weekday), DayStyle::WeekdayLong);
        starts.push(WEEK_STARTS.chip(weekday, &words));
    }
    let mut reviews = vec![REVIEW_DAY.chip(0, l.never)];
    for weekday in 1..=7 {
        let words = say_day(a_day_on(weekday), DayStyle::WeekdayLong);
        reviews.push(REVIEW_DAY.chip(weekday, &words));
    }
    let asks = vec![ASKS_MOOD.chip(0, l.not_asked), ASKS_MOOD.chip(1, l.asked)];
    group([
        below(t.days_weeks),
        choices(t.day_ends, t.day_ends_hint, ends),
        choices(t.week_starts, "", starts),
        choices(l.review_on, l.review_hint, reviews),
        choices(l.ask_mood, l.ask_mood_hint, asks),
    ])
}

/// The recovery parts, on or off.
#[must_use]
pub fn parts() -> El {
    let app = app();
    let t = text();
    let word = app.journal.with_untracked(Journal::settings).word;
    let label = fill(t.parts_switch, &[t.parts(word)]);
    let switch = tick(
        move || app.journal.with(Journal::shows_recovery),
        move || app.set(|settings| settings.recovery = !settings.recovery),
    );
    group([
        below(&parts_title()),
        el("p").say(t.parts_words),
        el("label")
            .class("card row")
            .with([el("span").say(&label), switch]),
        para("hint", t.parts_off),
    ])
}
