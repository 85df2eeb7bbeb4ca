//! A milestone as a card to keep: what it shows is chosen here, and it is made on this device.

mod layout;
mod wrap;

use super::reached::may_tell;
use crate::content::milestones::{self as bank, BankMilestone};
use crate::content::text::{fill, keepsakes, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::milestone::Milestone;
use crate::pages::app;
use crate::pages::safety::nobody_is_watching;
use crate::route::Route;
use crate::state::apart::Diary;
use crate::state::device::{print, say_when};
use crate::state::pictures::{self, FONTS, Picture, Ruler, Shape};
use crate::ui::dom::{self, El, el, live, nothing, svg};
use crate::ui::field::{About, choices, line, toggle_chip};
use crate::ui::heading::{button, heading, para, up};
use layout::Content;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// What the person chose to show. The name is not kept.
#[derive(Clone, Copy)]
struct Choices {
    words: RwSignal<bool>,
    date: RwSignal<bool>,
    flower: RwSignal<bool>,
    note: RwSignal<bool>,
    name: RwSignal<String>,
    /// It is a made-up person's, which then stands in place of a name.
    made_up: bool,
}

/// The card of a milestone.
#[must_use]
pub(super) fn card(id: &Id) -> El {
    let k = keepsakes();
    let Some(milestone) = super::shown(id) else {
        return super::not_there();
    };
    let from_bank = milestone.bank.as_deref().and_then(bank::milestone);
    // Other people see a card: the words of the recovery parts and the like are left off at first.
    let discreet = milestone.recovery || from_bank.is_some_and(BankMilestone::is_discreet);
    let may_share = may_tell(&milestone, from_bank);
    let choices = Choices {
        words: RwSignal::new(!discreet),
        date: RwSignal::new(true),
        flower: RwSignal::new(true),
        note: RwSignal::new(false),
        name: RwSignal::new(String::new()),
        made_up: app().diary == Diary::MadeUp,
    };
    let hint = if discreet {
        para("hint", k.card_discreet)
    } else {
        nothing()
    };
    let fields = fields(choices, &milestone);
    let ruler = Ruler::default();
    let drawn = Rc::new(move || {
        let content = content(choices, &milestone);
        let picture = layout::picture(&content, &|words, font| ruler.width(words, font));
        (label(&content), picture)
    });
    let shown = Rc::clone(&drawn);
    let preview = live(move || {
        let (label, picture) = shown();
        as_svg(&picture).attr("aria-label", &label)
    });
    el("div").class("making").with([
        up(&Route::Milestone(id.clone()).href(), text().new_milestone),
        heading(k.card),
        para("hint", k.card_hint),
        el("div").class("keepsake").with([preview]),
        hint,
        fields,
        buttons(may_share, move || untrack(|| drawn().1)),
    ])
}

fn fields(chosen: Choices, milestone: &Milestone) -> El {
    let k = keepsakes();
    let chip = |label: &str, on| toggle_chip("shows", dom::words(label), on);
    let mut chips = vec![chip(k.card_words, chosen.words)];
    if milestone.when.is_some() {
        chips.push(chip(k.card_date, chosen.date));
    }
    chips.push(chip(k.card_flower, chosen.flower));
    if milestone.note.is_some() {
        chips.push(chip(k.card_note, chosen.note));
    }
    let name = About {
        id: "name",
        label: k.card_name,
        hint: k.card_name_hint,
    };
    dom::group([
        choices(k.card_shows, "", chips),
        line(name, chosen.name, RwSignal::new(None)),
        nobody_is_watching(),
    ])
}

fn content(chosen: Choices, milestone: &Milestone) -> Content {
    let pick = |on: RwSignal<bool>, text: String| if on.get() { text } else { String::new() };
    let when = milestone.when.map(say_when).unwrap_or_default();
    Content {
        flower: chosen.flower.get(),
        words: pick(chosen.words, milestone.words.clone()),
        date: pick(chosen.date, when),
        note: pick(chosen.note, milestone.note.clone().unwrap_or_default()),
        name: if chosen.made_up {
            text().made_up.to_owned()
        } else {
            chosen.name.read().trim().to_owned()
        },
    }
}

/// What the card says, for those who hear it.
fn label(content: &Content) -> String {
    let mut label = String::from(keepsakes().card_label);
    for part in [&content.words, &content.date, &content.note, &content.name] {
        if !part.is_empty() {
            label.push_str(" – ");
            label.push_str(part);
        }
    }
    label
}

/// The picture as the page shows and prints it.
fn as_svg(picture: &Picture) -> El {
    let size = [&*picture.width.to_string(), &picture.height.to_string()].join(" ");
    svg("svg")
        .attr("viewBox", &["0 0 ", &size].concat())
        .attr("role", "img")
        .with(picture.shapes.iter().map(shape))
}

fn shape(shape: &Shape) -> El {
    let none_if_empty = |colour: &'static str| if colour.is_empty() { "none" } else { colour };
    match shape {
        Shape::Path {
            data,
            at,
            turn,
            scale,
            fill: inside,
            stroke,
        } => {
            let [x, y, turn, scale] = [at.0, at.1, *turn, *scale].map(|n| n.to_string());
            let place = fill(
                "translate({} {}) rotate({}) scale({})",
                &[&x, &y, &turn, &scale],
            );
            svg("path")
                .attr("d", data)
                .attr("transform", &place)
                .attr("fill", none_if_empty(inside))
                .attr("stroke", none_if_empty(stroke))
                .attr("stroke-width", "2")
        }
        Shape::Words {
            words,
            at,
            centred,
            font,
            fill,
        } => svg("text")
            .attr("x", &at.0.to_string())
            .attr("y", &at.1.to_string())
            .attr("text-anchor", if *centred { "middle" } else { "start" })
            .attr("font-family", FONTS)
            .attr("font-size", &font.size.to_string())
            .attr("font-weight", &font.weight.to_string())
            .attr("fill", fill)
            .say(words),
    }
}

/// Save, share where it could do no harm and there is a sheet for it, and print.
fn buttons(may_share: bool, picture: impl Fn() -> Picture + Clone + 'static) -> El {
    let app = app();
    let k = keepsakes();
    let said = RwSignal::new(String::new());
    let drawn = picture.clone();
    let save = move || {
        let (picture, name) = (picture(), file_name(app.today_now()));
        spawn_local(async move {
            let saved = pictures::save(&picture, &name).await;
            let words = saved.map_or(k.picture_failed, |()| k.picture_made);
            said.try_set(words.to_owned());
        });
    };
    let share = move || {
        let (picture, name) = (drawn(), file_name(app.today_now()));
        spawn_local(async move {
            // Closing the sheet is no fault.
            if pictures::share(&picture, &name).await == Err(pictures::ShareError::Failed) {
                said.try_set(k.not_shared.to_owned());
            }
        });
    };
    let share = if may_share && pictures::can_share() {
        button("pill", k.share_picture, share)
    } else {
        nothing()
    };
    dom::group([
        button("big", k.save_picture, save),
        el("div")
            .class("actions")
            .with([share, button("pill", k.print, print)]),
        el("p").attr("role", "status").say_live(move || said.get()),
    ])
}

/// A name that says nothing about what is in it.
fn file_name(today: Day) -> String {
    ["card-", &today.to_string(), ".png"].concat()
}
