//! Simple line icons of our own, as path data on a 24 by 24 grid.

use super::dom::{El, el, svg};

/// One icon for each Way, in petal order: two linked rings, a step, a sun, an open book, an open hand.
pub const WAYS: [&str; 5] = [
    "M3.8 12a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0M9.8 12a5.2 5.2 0 1 0 10.400 0a5.200 5.200 0 1 0-10.400 0",
    "M4 17h5v-5h5V7h6",
    "M8.400 12a3.600 3.600 0 1 0 7.200 0a3.600 3.600 0 1 0-7.200 0M12 3.500v2M12 18.500v2M3.500 12h2M18.500 12h2M6 6l1.400 1.400M16.600 16.600 18 18M18 6l-1.400 1.400M7.400 16.600 6 18",
    "M12 7c-2-1.600-4.600-2-8-2v12.500c3.400 0 6 .4 8 2 2-1.600 4.600-2 8-2V5c-3.400 0-6 .4-8 2Zm0 0v12.500",
    "M4 13.500c2.400-1.600 4.400-1.400 6.200.2l2.300 1.900M12.500 15.600H9.400M12.600 15.600l5.200-3.300c1.600-.9 2.900.9 1.700 2.100L14.700 19c-1 .9-2.200 1.100-3.500.8L4 18M12.200 8.600c-1.700-1.500-2.700-2.500-2.700-3.700a1.700 1.700 0 0 1 2.700-1.200 1.700 1.700 0 0 1 2.700 1.200c0 1.200-1 2.200-2.700 3.700Z",
];
/// Today.
pub const HOME: &str = "M4 10.500 12 4l8 6.500V20h-5.500v-5.500h-5V20H4Z";
/// Goals.
pub const TARGET: &str = "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M8.800 12a3.200 3.200 0 1 0 6.400 0a3.200 3.200 0 1 0-6.400 0";
/// Milestones.
pub const FLAG: &str = "M6 21V4M6 5h11l-2.500 3.500L17 12H6";
/// Look back.
pub const CALENDAR: &str = "M7 5h10a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3ZM4 10h16M8.500 3v4M15.500 3v4";
/// More.
pub const LINES: &str = "M5 7h14M5 12h14M5 17h14";
/// To the left.
pub const LEFT: &str = "M14.500 6 8.500 12l6 6";
/// To the right.
pub const RIGHT: &str = "m9.500 6 6 6-6 6";
/// Add.
pub const PLUS: &str = "M12 5.500v13M5.500 12h13";
/// Close.
pub const CROSS: &str = "m6.500 6.500 11 11M17.500 6.500l-11 11";
/// Done.
pub const CHECK: &str = "m6 12.500 4 4 8-8.500";

/// Draws an icon. It says nothing to a screen reader: words stand beside it.
#[must_use]
pub fn icon(path: &'static str) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with([svg("path").attr("d", path)])
}

/// A Way's icon in its round field.
#[must_use]
pub fn way_mark(way: usize) -> El {
    let path = WAYS.get(way).copied().unwrap_or(PLUS);
    el("span").class("mark").with([icon(path)])
}
