//! The person's own words: what they call it, and what it means to them. None is the right one.

use crate::content::support;
use crate::content::text::{starts as texts, text};
use crate::domain::journal::Journal;
use crate::domain::line::List;
use crate::domain::settings::Word;
use crate::pages::app;
use crate::pages::lines::list;
use crate::pages::read::pieces;
use crate::pages::safety::nobody_is_watching;
use crate::route::Route;
use crate::state::device::own_file;
use crate::ui::dom::{El, el, group, slot};
use crate::ui::field::{choices, word_chip};
use crate::ui::heading::{heading, para, up};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name of the page of [`support`] that says what others mean.
const PAGE: &str = "meaning";

/// The person's own words for recovery.
#[must_use]
pub fn my_words() -> El {
    let s = texts();
    let (place, found) = slot();
    spawn_local(async move {
        let text = own_file(support::FILE).await.unwrap_or_default();
        place.show(|| what_others_say(&text));
    });
    group([
        up(&Route::More.href(), text().more),
        heading(text().my_words),
        word_chips(),
        list(List::Meaning, s.meaning, s.meaning_hint),
        nobody_is_watching(),
        found,
    ])
}

/// The word, kept at once.
fn word_chips() -> El {
    let app = app();
    let s = texts();
    let mut chips = Vec::new();
    for word in Word::ALL {
        let label = match word {
            Word::Unnamed => s.no_word,
            word => text().word(word),
        };
        chips.push(word_chip(
            "radio",
            "word",
            label,
            move || app.journal.with(Journal::settings).word == word,
            move || app.set(|settings| settings.word = word),
        ));
    }
    choices(s.my_word, s.my_word_hint, chips)
}

fn what_others_say(file: &str) -> El {
    let Some((title, found)) = support::page(file, PAGE) else {
        return para("", text().not_loaded);
    };
    group([el("h2").say(title), pieces(&found)])
}
