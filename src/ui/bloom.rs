//! The bloom: a day as five petals at fixed places. Place, not colour, tells the Way.

use leptos::prelude::*;

/// One petal, pointing up, on a grid of 48 by 48 around the middle.
const PETAL: &str = "M0-3.2C-4.6-6.4-7.9-12.6-5.6-17.6-4.4-20.2-2.2-21.4 0-21.4 2.2-21.4 4.4-20.2 5.6-17.6 7.9-12.6 4.6-6.4 0-3.2Z";
const TURNS: [&str; 5] = [
    "",
    "rotate(72)",
    "rotate(144)",
    "rotate(216)",
    "rotate(288)",
];
const WAYS: [&str; 5] = ["connect", "active", "notice", "learn", "give"];

/// Draws a day. With `label`, a screen reader says it; without, words stand beside it.
/// An empty day is a soft dot when `dot` is set, else five empty petals.
#[must_use]
pub fn bloom(petals: [bool; 5], dot: bool, label: Option<String>) -> AnyView {
    let empty = petals == [false; 5];
    let shape = if empty && dot {
        view! { <circle r="4" class="dot"></circle> }.into_any()
    } else {
        let petal = |place: usize| {
            let class = if petals[place] {
                ["petal on ", WAYS[place]].concat()
            } else {
                "petal".to_owned()
            };
            view! { <path d=PETAL class=class transform=TURNS[place]></path> }
        };
        [0, 1, 2, 3, 4].map(petal).collect_view().into_any()
    };
    let role = label.is_some().then_some("img");
    let hidden = label.is_none().then_some("true");
    view! {
        <svg class="bloom" viewBox="-24 -24 48 48" role=role aria-label=label aria-hidden=hidden>
            {shape}
        </svg>
    }
    .into_any()
}
