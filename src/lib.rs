//! Waymark: a private wellbeing diary that runs entirely in the browser.
//!
//! # Where to start
//! - [`domain`]: what a person's record is and what can be done to it. Plain Rust; most of what there is to test.
//! - [`exchange`]: files a person saves and opens.
//! - [`content`]: every word a person sees, and the banks of ideas, milestones and help lines.
//! - [`platform`]: the only part that touches the browser.
//! - [`route`]: every screen's address.
//! - `store`: when a change is on the device, and how it gets there; knows no browser.
//! - [`state`]: the app's state: a thin handle that mirrors the store into signals.
//! - [`ui`]: pieces that several pages use; they know plain values only.
//! - [`pages`]: one file or folder for each screen.
//! - [`app`]: the shell around the pages.
//!
//! # The one rule of direction
//! `app → (pages, route, state, ui, content)`; `pages → (ui, state, content, route, domain)`;
//! `state → (store, exchange, content, domain, platform)`; `store → (exchange, domain, platform's traits)`; `exchange, content → domain`; `domain`, `platform` and `ui` import
//! nothing of ours. `tests/architecture.rs` fails on anything else.

pub mod app;
pub mod content;
pub mod domain;
pub mod exchange;
pub mod pages;
pub mod platform;
pub mod route;
pub mod state;
mod store;
pub mod ui;
