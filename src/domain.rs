//! What a person's record is and what can be done to it.
//!
//! Plain data and pure functions: no browser, no clock, no Leptos. Nothing here imports anything else of ours.
//! Commands take `today` (and ids) as arguments and return what changed; the caller stamps, saves and shows it.

pub mod about;
pub mod amount;
pub mod change;
pub mod checkup;
pub mod commands;
pub mod day;
pub mod entry;
pub mod fields;
pub mod goal;
pub mod id;
pub mod insight;
pub mod journal;
pub mod line;
pub mod merge;
pub mod milestone;
pub mod mood;
pub mod offer;
pub mod own_idea;
pub mod record;
pub mod reminder;
pub mod review;
pub mod rhythm;
pub mod service;
pub mod settings;
pub mod stamp;
pub mod start_date;
pub mod strengths;
pub mod way;
pub mod words;

#[cfg(test)]
pub(crate) mod arbitrary;
