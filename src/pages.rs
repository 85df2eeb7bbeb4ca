//! One file or folder for each screen. A page draws from the state's signals and calls its commands;
//! it knows no store and no browser.

mod advice;
pub mod checkup;
mod date_fields;
pub mod demo;
mod draft;
mod from_file;
pub mod goals;
mod hand_on;
pub mod help;
mod idea_card;
pub mod ideas;
pub mod lines;
pub mod links;
pub mod lock;
pub mod log;
pub mod look_back;
pub mod milestones;
pub mod more;
mod movers;
pub mod nowhere;
pub mod opened;
pub mod plan;
pub mod practitioner;
pub mod print;
pub mod read;
mod safety;
pub mod services;
mod show;
pub mod sight;
pub mod starts;
pub mod today;
pub mod unsaved;

use crate::state::App;
use leptos::prelude::*;

/// The app's state, which `app.rs` provides before any page is drawn.
fn app() -> App {
    // Leptos' own `expect_context` brings 4 kB of words for developers along.
    use_context().unwrap_or_else(|| unreachable!("no page is drawn before"))
}
