//! A month as small flowers in one picture: five dots around a middle for each day, at the places of the petals. One
//! path for each Way draws all of its dots, so that a year is drawn as fast as a week.

use super::bloom;
use super::dom::{El, svg};

/// A day's room, and the places of its five dots around the middle, in tenths.
const ROOM: i32 = 160;
const DOTS: [(i32, i32); 5] = [(0, -47), (45, -15), (28, 38), (-28, 38), (-45, -15)];

/// Draws a month whose first day stands at place `before` of its week. `None`: the day is still to come.
#[must_use]
pub fn mini_month(before: usize, days: &[Option<[bool; 5]>]) -> El {
    let mut ways: [String; 5] = Default::default();
    let mut empty = String::new();
    for (place, petals) in days.iter().enumerate() {
        let Some(petals) = petals else { continue };
        let place = i32::try_from(before + place).unwrap_or_default();
        let (x, y) = (place % 7 * ROOM + ROOM / 2, place / 7 * ROOM + ROOM / 2);
        if *petals == [false; 5] {
            circle(&mut empty, x, y, 14);
        }
        for (way, (right, down)) in DOTS.into_iter().enumerate() {
            if petals[way] {
                circle(&mut ways[way], x + right, y + down, 25);
            }
        }
    }
    let mut paths = vec![svg("path").class("dot").attr("d", &empty)];
    for (way, path) in ways.iter().enumerate() {
        paths.push(svg("path").class(bloom::FILLED[way]).attr("d", path));
    }
    svg("svg")
        .class("mini")
        .attr("viewBox", "0 0 1120 960")
        .attr("aria-hidden", "true")
        .with(paths)
}

fn circle(path: &mut String, x: i32, y: i32, radius: i32) {
    let [left, y, radius, across] = [x - radius, y, radius, 2 * radius].map(|n| n.to_string());
    for part in [
        "M", &left, " ", &y, "a", &radius, " ", &radius, " 0 1 0 ", &across, " 0a",
    ] {
        path.push_str(part);
    }
    for part in [&radius, " ", &radius, " 0 1 0 -", &across, " 0z"] {
        path.push_str(part);
    }
}
