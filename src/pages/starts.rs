//! Start dates, what to do when something changed, and the person's own words. Nothing here changes a date by itself,
//! asks what a person did, or takes away the time they had (safety.md, "Lapses, gaps and counters").

mod card;
mod changed;
mod date;
mod form;
mod list;
mod notes;
mod still_here;
mod words;

pub use changed::changed;
pub use date::edit;
pub use form::new;
pub use list::starts;
pub use still_here::still_here;
pub use words::my_words;

use super::app;
use super::nowhere::nowhere;
use crate::content::text::{starts as texts, text};
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::start_date::StartDate;
use crate::route::Route;
use crate::ui::dom::{El, group};
use crate::ui::heading::{heading, para, up};
use leptos::prelude::*;

/// A start date, while the recovery parts are on.
fn found(journal: &Journal, id: &Id) -> Option<StartDate> {
    let shown = journal.start(id).filter(|_| journal.shows_recovery());
    shown.cloned()
}

/// What is shown of a start date.
///
/// # Errors
/// The page that says that it is not there, or nowhere while the recovery parts are off.
fn found_or_page(id: &Id) -> Result<StartDate, El> {
    let journal = app().journal;
    if !journal.with_untracked(Journal::shows_recovery) {
        return Err(nowhere());
    }
    journal
        .with_untracked(|journal| found(journal, id))
        .ok_or_else(|| {
            group([
                up(&Route::Starts.href(), text().start_dates),
                heading(texts().one),
                para("", text().not_there),
            ])
        })
}
