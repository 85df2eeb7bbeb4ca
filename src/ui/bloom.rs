//! The bloom: a day as five petals at fixed places. Place, not colour, tells the Way.

use super::dom::{El, svg};

/// One petal, pointing up, on a grid of 48 by 48 around the middle.
pub const PETAL: &str = "M0-3.2C-4.6-6.4-7.9-12.6-5.6-17.6-4.4-20.2-2.2-21.4 0-21.4 2.2-21.4 4.4-20.2 5.6-17.6 7.9-12.6 4.6-6.4 0-3.2Z";
const TURNS: [&str; 5] = [
    "rotate(0)",
    "rotate(72)",
    "rotate(144)",
    "rotate(216)",
    "rotate(288)",
];
pub(super) const FILLED: [&str; 5] = [
    "petal connect",
    "petal active",
    "petal notice",
    "petal learn",
    "petal give",
];

/// Draws a day; words stand beside it, so it says nothing to a screen reader.
/// An empty day is a soft dot when `dot` is set, else five empty petals.
#[must_use]
pub fn bloom(petals: [bool; 5], dot: bool) -> El {
    let bloom = blank();
    if petals == [false; 5] && dot {
        return bloom.with([svg("circle").attr("r", "4").class("dot")]);
    }
    bloom.with((0..5).map(|place| petal(place).class(class(petals, place))))
}

/// Draws a day whose petals follow signals, so that a petal is seen to fill.
#[must_use]
pub fn bloom_live(petals: impl Fn() -> [bool; 5] + Copy + 'static) -> El {
    let live = move |place| {
        petal(place).attr_live("class", move || Some(class(petals(), place).to_owned()))
    };
    blank().with((0..5).map(live))
}

fn petal(place: usize) -> El {
    svg("path").attr("d", PETAL).attr("transform", TURNS[place])
}

fn class(petals: [bool; 5], place: usize) -> &'static str {
    if petals[place] {
        FILLED[place]
    } else {
        "petal"
    }
}

/// The room of a bloom with nothing in it: a day that is still to come.
#[must_use]
pub fn blank() -> El {
    svg("svg")
        .class("bloom")
        .attr("viewBox", "-24 -24 48 48")
        .attr("aria-hidden", "true")
}
