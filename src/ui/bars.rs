//! Counts side by side as plain bars. A table stands beside them, so they say nothing to a screen reader.

use super::dom::{El, svg};

/// Draws one bar for each count; `most` fills the height. A count of none is a soft line, not a gap.
#[must_use]
pub fn bars(counts: &[u32], most: u32) -> El {
    let mut drawn = Vec::new();
    for (place, count) in counts.iter().enumerate() {
        let height = if *count == 0 {
            1
        } else {
            (count * 60 / most.max(1)).max(3)
        };
        let bar = svg("rect")
            .attr("x", &(place * 20 + 3).to_string())
            .attr("y", &(62 - height).to_string())
            .attr("width", "14")
            .attr("height", &height.to_string())
            .attr("rx", "2");
        drawn.push(if *count == 0 { bar.class("none") } else { bar });
    }
    let width = (counts.len() * 20).to_string();
    svg("svg")
        .class("bars")
        .attr("viewBox", &["0 0 ", &width, " 64"].concat())
        .attr("aria-hidden", "true")
        .with(drawn)
}
