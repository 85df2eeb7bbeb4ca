//! A small chart of whole numbers over time: one line, drawn of plain values.

use super::dom::{El, svg};

/// The room it is drawn in, and how far from its edges it stays, so that a point is whole.
const ROOM: (i64, i64) = (320, 120);
const EDGE: i64 = 8;

/// Draws points (how far along, and a value from 0 to `highest`) in their order, joined by a line. `words` say what it
/// is to someone who does not see it; the values themselves stand beside it as text.
#[must_use]
pub fn line_chart(points: &[(i64, i64)], highest: i64, words: &str) -> El {
    let first = points.first().map_or(0, |(along, _)| *along);
    let last = points.last().map_or(0, |(along, _)| *along);
    let left_to_right = (EDGE, ROOM.0 - EDGE);
    let bottom_to_top = (ROOM.1 - EDGE, EDGE);
    let mut line = String::new();
    let mut dots = Vec::new();
    for (along, value) in points {
        let x = scale(*along, (first, last), left_to_right).to_string();
        let y = scale(*value, (0, highest), bottom_to_top).to_string();
        for part in [&*x, ",", &*y, " "] {
            line.push_str(part);
        }
        let dot = svg("circle").attr("cx", &x).attr("cy", &y);
        dots.push(dot.attr("r", "4"));
    }
    svg("svg")
        .class("line-chart")
        .attr("viewBox", "0 0 320 120")
        .attr("role", "img")
        .attr("aria-label", words)
        .with([
            // The two ends, 0 and the highest.
            svg("path").class("edge").attr("d", "M0 8H320M0 112H320"),
            svg("polyline").attr("points", line.trim_end()),
        ])
        .with(dots)
}

/// Where a value between the ends of `from` comes to lie between those of `to`, to the nearest whole number; in the
/// middle when `from` has no length.
fn scale(value: i64, from: (i64, i64), to: (i64, i64)) -> i64 {
    let length = from.1 - from.0;
    if length <= 0 {
        return i64::midpoint(to.0, to.1);
    }
    let twice = 2 * (value - from.0) * (to.1 - to.0);
    to.0 + (twice + length).div_euclid(2 * length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_fall_on_ends() {
        assert_eq!(scale(0, (0, 10), (112, 8)), 112);
        assert_eq!(scale(10, (0, 10), (112, 8)), 8);
        assert_eq!(scale(-5, (-5, 200), (8, 312)), 8);
        assert_eq!(scale(200, (-5, 200), (8, 312)), 312);
    }

    #[test]
    fn what_is_between_stands_in_proportion() {
        assert_eq!(scale(5, (0, 10), (112, 8)), 60);
        assert_eq!(scale(1, (0, 10), (0, 100)), 10);
        // 28 days of 84, a third of 304 to the nearest whole number.
        assert_eq!(scale(28, (0, 84), (8, 312)), 109);
    }

    #[test]
    fn every_step_is_as_high_as_any_other_to_one() {
        let places: Vec<_> = (0..=10)
            .map(|value| scale(value, (0, 10), (112, 8)))
            .collect();
        for pair in places.windows(2) {
            assert!((10..=11).contains(&(pair[0] - pair[1])), "{places:?}");
        }
    }

    #[test]
    fn a_single_point_stands_in_the_middle() {
        assert_eq!(scale(7, (7, 7), (8, 312)), 160);
    }
}
