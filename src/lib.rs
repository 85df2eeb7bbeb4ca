//! Waymark: a private wellbeing diary that runs entirely in the browser.

pub mod domain;
