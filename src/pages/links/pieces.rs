//! Fields that stand several times on a page, so that their ids are made as they are drawn.

use crate::content::text::{fill, making};
use crate::pages::opened;
use crate::state::links::{Link, Refused, read, write};
use crate::ui::dom::{El, each, el, group};
use crate::ui::field::{Wrong, error, typed};
use crate::ui::heading::button;
use leptos::prelude::*;

/// A field of one line with this id.
pub(super) fn field(
    id: &str,
    label: &str,
    kind: &'static str,
    value: RwSignal<String>,
    wrong: Wrong,
) -> El {
    let input = el("input").attr("type", kind);
    el("div").class("field").with([
        el("label").attr("for", id).say(label),
        typed(input, id, id, value, wrong),
        error(id, wrong),
    ])
}

/// A list to pick from. The options are in it already.
pub(super) fn list(id: &str, label: &str, options: Vec<El>, value: RwSignal<String>) -> El {
    el("div").class("field").with([
        el("label").attr("for", id).say(label),
        el("select")
            .attr("id", id)
            .with(options)
            .value_from(value)
            .on_picked(move |picked| value.set(picked)),
    ])
}

pub(super) fn option(value: &str, words: &str) -> El {
    el("option").attr("value", value).say(words)
}

/// The fields of one of several things of a kind, with the button that takes it away.
pub(super) fn numbered(
    place: usize,
    name: &str,
    fields: El,
    take_away: impl FnMut() + 'static,
) -> El {
    let name = fill(name, &[&(place + 1).to_string()]);
    el("fieldset").class("card pad").with([
        el("legend").say(&name),
        fields,
        button("plain", &fill(making().take_away, &[&name]), take_away),
    ])
}

/// So many things of a kind, each drawn by its place, and below them the button that adds one while there may be more.
pub(super) fn several(
    count: RwSignal<usize>,
    most: usize,
    add: &str,
    draw: impl Fn(usize) -> El + 'static,
) -> El {
    // They have places and no names, so those are their keys.
    let places = move || (0..count.get()).map(|place| place.to_string()).collect();
    let one = move |place: &str| draw(place.parse().unwrap_or_default());
    let add = button("pill", add, move || count.set(count.get_untracked() + 1));
    group([
        each(places, one),
        el("div")
            .class("actions")
            .with([add.hidden_when(move || count.get() >= most)]),
    ])
}

/// Says beside a field what a link would be refused for that had nothing else in it but a name.
pub(super) fn judge(wrong: Wrong, put: &mut dyn FnMut(&mut Link)) {
    let mut link = Link {
        name: "-".to_owned(),
        ..Link::default()
    };
    put(&mut link);
    let said = read(&write(&link))
        .err()
        .map(|reason| why(reason).to_owned());
    if *wrong.read_untracked() != said {
        wrong.set(said);
    }
}

/// In words that suit a field; where those of a link that was opened do, they are said.
fn why(reason: Refused) -> &'static str {
    let m = making();
    match reason {
        Refused::NoName => m.whose,
        Refused::Page => m.https,
        Refused::TooMuch | Refused::TooLong => m.too_long,
        _ => opened::why(reason),
    }
}
