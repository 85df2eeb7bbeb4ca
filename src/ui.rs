//! Pieces that several pages use. They are given plain values and know nothing of ours.

pub mod bars;
pub mod bloom;
pub mod dom;
pub mod field;
pub mod heading;
pub mod icon;
pub mod line_chart;
pub mod mini_month;
pub mod sorting;
pub mod toast;
